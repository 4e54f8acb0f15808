"""The first paper of the day and the next ones, against Typst setting the same content in the same fonts."""

import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pypdfium2
import pytest

from tests.bench import paper_ways
from tests.bench.figures import Table, interleaved, median_ms, p99_ms

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parents[2]
COLD_ROUNDS, WARM_ROUNDS = 9, 40
NAMES = {"client": "the client", "typst": "Typst"}


def han_characters(pdf: bytes) -> int:
    """How many Chinese characters can be read back from the pages."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return sum("\u4e00" <= character <= "\u9fff" for character in text)


def cold(way: str, target: Path) -> None:
    """A new process renders one paper and ends."""
    subprocess.run([sys.executable, "-m", "tests.bench.paper_ways", way, str(target)], cwd=ROOT, check=True, timeout=60)


def test_first_and_warm_paper(tmp_path: Path, report: Callable[[Table], None]):
    files = {way: tmp_path / f"{way}.pdf" for way in NAMES}
    for way, file in files.items():
        cold(way, file)  # the files are read from the disk once before anything counts
    renderers = {way: paper_ways.WAYS[way]() for way in NAMES}
    serials = {way: count(2) for way in NAMES}
    for way, render in renderers.items():
        render(next(serials[way]))

    first = interleaved({way: lambda way=way: cold(way, files[way]) for way in NAMES}, rounds=COLD_ROUNDS)  # type: ignore[misc]
    warm = interleaved(
        {way: lambda way=way: renderers[way](next(serials[way])) for way in NAMES},  # type: ignore[misc]
        rounds=WARM_ROUNDS,
    )

    said = {way: han_characters(file.read_bytes()) for way, file in files.items()}
    assert said["client"] == pytest.approx(said["typst"], rel=0.2), "the two papers do not say the same"
    table = Table(
        "Paper: an acceptance notice",
        ("engine", "first ms", "ratio", "warm ms", "warm p99 ms", "ratio", "KB"),
        f"12 materials, {said['client'] // 2} Chinese characters and a QR code on each of two copies, fonts embedded. "
        f"First: process start to PDF on disk, {COLD_ROUNDS} rounds; warm: a new number each time, {WARM_ROUNDS}.",
    )
    for way, name in NAMES.items():
        table.add(
            name,
            median_ms(first[way]),
            median_ms(first[way]) / median_ms(first["typst"]),
            median_ms(warm[way]),
            p99_ms(warm[way]),
            median_ms(warm[way]) / median_ms(warm["typst"]),
            round(files[way].stat().st_size / 1024),
        )
    report(table)
