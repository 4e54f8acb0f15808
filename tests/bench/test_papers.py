"""The first paper of the day and the next ones, against other engines setting the same content in the same fonts."""

import logging
import subprocess
import sys
import warnings
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pypdfium2
import pytest

from tests.bench import paper_ways
from tests.bench.figures import Table, interleaved, median_ms, p99_ms

pytestmark = [pytest.mark.bench, pytest.mark.expects_log(logging.ERROR)]  # fonts are cut with many words by others

ROOT = Path(__file__).parents[2]
COLD_ROUNDS, WARM_ROUNDS, SLOW_ROUNDS = 9, 40, 5
NAMES = {
    "client": "the client",
    "typst": "Typst",
    "platypus": "reportlab platypus",
    "qt": "Qt QPdfWriter",
    "weasyprint": "WeasyPrint",
    "fpdf2": "fpdf2",
}
SLOW = ("weasyprint", "fpdf2")


def han_characters(pdf: bytes) -> int:
    """How many Chinese characters can be read back from the pages."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return sum("\u4e00" <= character <= "\u9fff" for character in text)


def cold(way: str, target: Path) -> int:
    """A new process renders one paper and ends; the most memory that it held, in KiB."""
    command = [sys.executable, "-m", "tests.bench.paper_ways", way, str(target)]
    done = subprocess.run(command, cwd=ROOT, check=True, timeout=60, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


def usable(files: dict[str, Path]) -> dict[str, int]:
    """Peak memory of every engine that is to be had here; what is not there is said."""
    memory = {}
    for way, file in files.items():
        try:
            memory[way] = cold(way, file)
        except subprocess.CalledProcessError as error:
            print(f"\n{NAMES[way]} is not to be had here: {error.stderr.strip().splitlines()[-1]}")
    return memory


@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("qapp")  # one application for this and for the screen
def test_first_and_warm_paper(tmp_path: Path, report: Callable[[Table], None]):
    warnings.simplefilter("ignore")
    files = {way: tmp_path / f"{way}.pdf" for way in NAMES}
    memory = usable(files)  # the files are read from the disk once before anything counts
    ways = [way for way in NAMES if way in memory]
    renderers = {way: paper_ways.way(way) for way in ways}
    serials = {way: count(2) for way in ways}
    for way, render in renderers.items():
        render(next(serials[way]))
    first: dict[str, list[float]] = {}
    warm: dict[str, list[float]] = {}
    for group, factor in ((("client", "typst", "platypus", "qt"), 1), (SLOW, 8)):
        here = [way for way in ways if way in group]
        starts = {way: lambda way=way: cold(way, files[way]) for way in here}
        again = {way: lambda way=way: renderers[way](next(serials[way])) for way in here}
        first |= interleaved(starts, rounds=max(COLD_ROUNDS // factor, 3))
        warm |= interleaved(again, rounds=max(WARM_ROUNDS // factor, SLOW_ROUNDS))

    said = {way: han_characters(files[way].read_bytes()) for way in ways}
    for way in ways:
        assert said[way] == pytest.approx(said["typst"], rel=0.2), f"{way} does not say the same"
    table = Table(
        "Paper: an acceptance notice",
        ("engine", "first ms", "ratio", "warm ms", "warm p99 ms", "ratio", "KB", "peak MB"),
        f"12 materials, {said['client'] // 2} Chinese characters and a QR code on each of two copies, fonts embedded. "
        f"First: process start to PDF on disk, {COLD_ROUNDS} rounds; warm: a new number each time, {WARM_ROUNDS}; the "
        "slowest two fewer. Ratios to Typst.",
    )
    for way in ways:
        table.add(
            NAMES[way],
            median_ms(first[way]),
            median_ms(first[way]) / median_ms(first["typst"]),
            median_ms(warm[way]),
            p99_ms(warm[way]),
            median_ms(warm[way]) / median_ms(warm["typst"]),
            round(files[way].stat().st_size / 1024),
            round(memory[way] / 1024),
        )
    report(table)
