"""QR codes as rectangles: sharp at any printer resolution, and smaller in the file than an image."""

from dataclasses import dataclass
from functools import lru_cache

import segno

QUIET_MODULES = 4
"""Width of the white border that a reader needs, in modules (ISO/IEC 18004, 9.1)."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Dark modules side by side in one row; in modules, from the top left of the code without its border."""

    column: int
    row: int
    length: int


@dataclass(frozen=True, slots=True)
class QrCode:
    """`modules` is the length of a side without the border."""

    modules: int
    bars: tuple[Bar, ...]


@lru_cache(maxsize=16)
def make_qr(payload: str) -> QrCode:
    """The smallest code for the payload with error correction M.

    The level is not raised where there is room (boost_error): a smaller code with larger modules survives a poor
    printer better than a fuller one, and it is made in half the time. Remembered: a paper asks for its size often.
    """
    code = segno.make_qr(payload, error="m", boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    bars = [bar for number, row in enumerate(rows) for bar in _bars(number, row)]
    return QrCode(modules=len(rows), bars=tuple(bars))


def _bars(number: int, row: bytes) -> list[Bar]:
    bars = []
    column = 0
    for dark in row.split(b"\x00"):
        if dark:
            bars.append(Bar(column=column, row=number, length=len(dark)))
        column += len(dark) + 1
    return bars
