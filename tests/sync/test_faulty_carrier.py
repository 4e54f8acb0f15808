"""The faulty line does what its script says: what is stored, what is heard, and in which order."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sync.carrier import Carrier
from desktop.sync.problems import (
    CredentialsRefused,
    LineDown,
    LineProblem,
    LineSilent,
    LoginPageInTheWay,
    StoreBusy,
    StoreFaulty,
    StoreForbids,
    StoreFull,
)
from tests.sync.faulty_carrier import LOGIN_PAGE, OK, REPLY_LOST, SILENT, Fault, FaultyCarrier, Kind, cut, scripts
from tests.sync.memory_carrier import MemoryCarrier

BODY = b"0123456789"
NAME = "ev-450000/seg/450000-01-0a0b0c0d/202611/000000000001.seg"
HEAD = "city-450000/HEAD.json"


def run(work: Callable[[Carrier], Awaitable[object]], *script: Fault) -> tuple[object, dict[str, bytes], FaultyCarrier]:
    """What the client heard (a problem is given back, not raised), what the store holds, and the line."""
    real = MemoryCarrier()
    line = FaultyCarrier(real, script)

    async def go() -> object:
        try:
            return await work(line)
        except LineProblem as problem:
            return problem

    return asyncio.run(go()), real.files, line


async def put(line: Carrier) -> bool:
    return await line.put_new(NAME, BODY)


@given(after=st.integers(0, len(BODY) - 1))
def test_a_body_that_is_cut_anywhere_is_not_stored(after: int):
    heard, files, _ = run(put, cut(after))

    assert isinstance(heard, LineDown)
    assert files == {}


@pytest.mark.parametrize("fault", [cut(len(BODY)), REPLY_LOST])
def test_a_lost_reply_hides_that_the_file_is_stored(fault: Fault):
    heard, files, _ = run(put, fault)

    assert isinstance(heard, LineDown)
    assert files == {NAME: BODY}


def test_a_torn_file_lies_under_its_name():
    heard, files, _ = run(put, Fault(Kind.TORN, after_bytes=4))

    assert isinstance(heard, LineDown)
    assert files == {NAME: b"0123"}


def test_a_request_asked_twice_hears_that_the_file_was_there_already():
    heard, files, _ = run(put, Fault(Kind.DUPLICATED))

    assert heard is False
    assert files == {NAME: BODY}


def test_a_request_held_back_arrives_after_the_next_one():
    async def work(line: Carrier) -> list[object]:
        with pytest.raises(LineSilent):
            await line.put_new(NAME, BODY)
        return [await line.stat(NAME), (await line.get(NAME)).body]

    heard, files, _ = run(work, Fault(Kind.REORDERED), OK, OK)

    assert heard == [None, BODY]
    assert files == {NAME: BODY}


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        (Kind.SILENT, LineSilent),
        (Kind.UNAUTHORISED, CredentialsRefused),
        (Kind.FORBIDDEN, StoreForbids),
        (Kind.REQUEST_TIMEOUT, StoreBusy),
        (Kind.TOO_MANY, StoreBusy),
        (Kind.BROKEN, StoreFaulty),
        (Kind.FULL, StoreFull),
        (Kind.LOGIN_PAGE, LoginPageInTheWay),
    ],
)
def test_a_refused_request_names_the_refusal_and_stores_nothing(kind: Kind, problem: type[LineProblem]):
    heard, files, _ = run(put, Fault(kind))

    assert type(heard) is problem
    assert files == {}


def test_too_many_requests_names_the_wait():
    heard, _, _ = run(put, Fault(Kind.TOO_MANY, wait_s=30))

    assert isinstance(heard, StoreBusy)
    assert heard.fields == {"retry_after_s": 30}


def test_nobody_waits_for_a_silent_store():
    _, _, line = run(put, SILENT)

    assert line.waited_s == 12


def test_a_portal_says_yes_to_everything_and_stores_nothing():
    async def work(line: Carrier) -> list[object]:
        return [await line.put_new(NAME, BODY), (await line.get(HEAD)).body, await line.list("ev-450000/seg/")]

    heard, files, _ = run(work, *[Fault(Kind.BARE_200)] * 3)

    assert heard == [True, LOGIN_PAGE, []]
    assert files == {}


def test_a_lying_412_stores_nothing():
    heard, files, _ = run(put, Fault(Kind.THERE_ALREADY))

    assert heard is False
    assert files == {}


def test_a_stale_head_is_the_one_before_the_last_replacement():
    async def work(line: Carrier) -> list[bytes]:
        for body in (b"1", b"2"):
            await line.replace(HEAD, body)
        return [(await line.get(HEAD)).body, (await line.get(HEAD)).body]

    heard, _, _ = run(work, OK, OK, Fault(Kind.STALE), OK)

    assert heard == [b"1", b"2"]


def test_an_old_listing_lacks_what_came_last():
    async def work(line: Carrier) -> list[object]:
        names = [NAME.replace("000000000001", f"{seq:012d}") for seq in (1, 2, 3)]
        for name in names:
            await line.put_new(name, BODY)
        return [await line.list("ev-450000/"), await line.list("ev-450000/"), names]

    heard, _, _ = run(work, OK, OK, OK, Fault(Kind.OLD_LISTING), OK)

    assert isinstance(heard, list)
    old, new, names = heard
    assert (old, new) == (names[:1], names)


@given(script=scripts())
def test_nothing_but_whole_files_and_line_problems_whatever_the_script(script: list[Fault]):
    real = MemoryCarrier()
    line = FaultyCarrier(real, script)

    async def work() -> None:
        for seq in range(len(script) + 1):
            try:
                await line.put_new(f"{NAME}{seq}", BODY)
            except LineProblem:
                continue
        await line.close()

    asyncio.run(work())

    assert set(real.files.values()) <= {BODY}
    assert f"{NAME}{len(script)}" in real.files, "behind its script the line is whole"
