"""A folder as a store: whole files or none, on every file system, and its own words for what is wrong with a stick."""

import asyncio
import errno
import hashlib
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from desktop.sync.carriers.folder import FolderCarrier, StickCarrier
from desktop.sync.problems import LineDown, LineProblem, StickFull, StickGone, StickReadOnly, StoreForbids, StoreFull
from tests.sync.carriers.conftest import used

NAME = "ev-A/seg/x/000000000001.seg"
ROOT = Path(__file__).parents[3]


def hidden_files(root):
    return list(root.rglob(".part-*"))


def put(carrier):
    return carrier.put_new(NAME, b"1" * 100)


def test_kill_9_leaves_whole_files_only_and_everything_that_was_said_to_be_stored(tmp_path):
    for _ in range(3):
        command = [sys.executable, "-m", "tests.sync.carriers.killed_writer", str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            said = [writer.stdout.readline().strip() for _ in range(7)]
            writer.kill()
            said += [line.strip() for line in writer.stdout if line.endswith("\n")]

        async def read_all(carrier):
            names = await carrier.list("ev-A/")
            return names, [(await carrier.get(name)).body for name in names], await carrier.get("city-A/HEAD.json")

        names, bodies, head = used(lambda: FolderCarrier(tmp_path), read_all)

        assert set(said) - {""} <= set(names)
        assert [hashlib.sha256(body).hexdigest() for body in bodies] == [name.rpartition("-")[2] for name in names]
        assert len(head.body) == 200_000


@pytest.fixture
def no_hard_links(monkeypatch):
    """As on FAT32 and exFAT."""

    def refuse(*_args, **_kwargs):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("no_hard_links")
def test_where_there_are_no_hard_links_one_of_many_wins_all_the_same(tmp_path):
    async def run():
        carriers = [FolderCarrier(tmp_path) for _ in range(8)]
        bodies = [bytes([number]) * 50_000 for number in range(8)]
        answers = await asyncio.gather(
            *(carrier.put_new(NAME, body) for carrier, body in zip(carriers, bodies, strict=True))
        )
        return answers, bodies, (await carriers[0].get(NAME)).body, await carriers[0].list("")

    answers, bodies, stored, names = asyncio.run(run())

    assert answers.count(True) == 1
    assert stored == bodies[answers.index(True)]
    assert names == [NAME]
    assert hidden_files(tmp_path) == []


def test_what_a_cut_left_is_neither_listed_nor_kept_for_ever(tmp_path):
    folder = (tmp_path / NAME).parent
    folder.mkdir(parents=True)
    young, old = folder / ".part-0001", folder / ".part-0002"
    for path in (young, old):
        path.write_bytes(b"half")
    os.utime(old, (1_700_000_000, 1_700_000_000))

    async def work(carrier):
        await put(carrier)
        return await carrier.list("")

    assert used(lambda: FolderCarrier(tmp_path), work) == [NAME]
    assert hidden_files(tmp_path) == [young]


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    root = tmp_path / "share that is not mounted"

    async def work(carrier):
        for ask in (put, lambda carrier: carrier.list(""), lambda carrier: carrier.stat(NAME)):
            with pytest.raises(LineDown):
                await ask(carrier)

    used(lambda: FolderCarrier(root), work)
    assert not root.exists()


def test_a_stick_whose_place_another_disk_has_taken_is_gone(tmp_path, monkeypatch):
    async def work(carrier):
        await carrier.list("")
        real_stat = Path.stat

        def stat_of_another(path, **options):
            found = list(real_stat(path, **options))
            found[2] += 1  # st_dev
            return os.stat_result(found)

        monkeypatch.setattr(Path, "stat", stat_of_another)
        with pytest.raises(StickGone):
            await put(carrier)

    used(lambda: StickCarrier(tmp_path), work)


@pytest.mark.parametrize(
    ("number", "in_folder", "on_stick"),
    [
        (errno.ENOSPC, StoreFull, StickFull),
        (errno.EACCES, StoreForbids, StickReadOnly),
        (errno.EROFS, StoreForbids, StickReadOnly),
        (errno.EIO, LineDown, StickGone),
        (errno.ENODEV, LineDown, StickGone),
        (errno.ESTALE, LineDown, StickGone),
    ],
)
def test_each_error_of_the_system_has_its_words(tmp_path, monkeypatch, number, in_folder, on_stick):
    def fail(_handle):
        raise OSError(number, os.strerror(number))

    found = []
    for made in (FolderCarrier, StickCarrier):
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", fail)
            with pytest.raises(LineProblem) as caught:
                used(partial(made, tmp_path), put)
        found.append(caught.value)

    assert [type(problem) for problem in found] == [in_folder, on_stick]
    assert hidden_files(tmp_path) == []
