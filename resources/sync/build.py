"""Trains the dictionary that segments below 2000 lines are packed with, from the cases and answers of the samples.

    python -m resources.sync.build NUMBER

Writes events-NUMBER.dict beside this file. A number that was released is never built anew: a counter somewhere has
segments that were made with it. A new dictionary takes the next number, and desktop.sync.dictionary.CURRENT follows.
"""

import sys
from pathlib import Path

import zstandard

from desktop.sync import segment_lines
from desktop.sync.dictionary import ZSTD_ID
from desktop.sync.packing import LEVEL
from resources.sync import sample_answers, sample_cases

FOLDER = Path(__file__).parent
SIZE_BYTES = 48 * 1024
"""Twice that gains one per cent, a third less loses one."""


def samples() -> list[bytes | bytearray | memoryview]:
    """What the trainer learns from: for each case its lines, as they stand in a segment; what the city answers last."""
    return [segment_lines.encode(lines) for lines in (*sample_cases.cases(), *sample_answers.answers())]


def train(number: int) -> bytes:
    """The dictionary of that number; the same program gives the same bytes."""
    return zstandard.train_dictionary(SIZE_BYTES, samples(), level=LEVEL, dict_id=ZSTD_ID + number).as_bytes()


def main() -> None:
    """Trains and writes."""
    number = int(sys.argv[1])
    (FOLDER / f"events-{number}.dict").write_bytes(train(number))


if __name__ == "__main__":
    main()
