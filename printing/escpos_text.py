"""Slips in the printer's own letters (ESC/POS): a few hundred bytes, at once on paper, GBK only.

Commands: ESC/POS command reference, and for Chinese letters FS & as all GB printers have it.
"""

from collections.abc import Iterable, Iterator

from printing.plain import PlainAlign, PlainCode, PlainLine, PlainRow

COLUMNS = 48
"""Latin letters on 72 mm: 576 dots, 12 each (font A)."""

START = b"\x1b@\x1c&"
"""Initialize; Chinese letters on."""

END = b"\x1bd\x04\x1dVB\x00"
"""Four lines on, so that the last one is past the cutter; cut."""

_ALIGN: dict[PlainAlign, bytes] = {"left": b"\x1ba\x00", "center": b"\x1ba\x01", "right": b"\x1ba\x02"}
_STRONG = {False: b"\x1bE\x00", True: b"\x1bE\x01"}
_LARGE = {False: b"\x1d!\x00\x1c!\x00", True: b"\x1d!\x11\x1c!\x0c"}  # Latin letters, Chinese letters
_CODE_DOTS = 4
"""Dots of a module: half a millimetre."""

_CORRECTION_M = 1


def slip_text(rows: Iterable[PlainRow]) -> bytes:
    """The whole slip with its cut.

    Raises:
        UnicodeEncodeError: a character beyond GBK; see printing.plain.beyond_gbk.
    """
    return START + b"".join(_bytes(rows)) + END


def _bytes(rows: Iterable[PlainRow]) -> Iterator[bytes]:
    now: dict[str, bytes] = {}
    for row in rows:
        wanted = _style(row)
        yield b"".join(command for name, command in wanted.items() if now.get(name) != command)
        now = wanted
        if isinstance(row, PlainCode):
            yield _code(row.payload)
        else:
            yield row.text.encode("gbk") + b"\n"


def _style(row: PlainRow) -> dict[str, bytes]:
    line = row if isinstance(row, PlainLine) else PlainLine("", "center")
    return {"align": _ALIGN[line.align], "strong": _STRONG[line.is_strong], "large": _LARGE[line.is_large]}


def _code(payload: str) -> bytes:
    """A QR code drawn by the printer (GS ( k)."""
    from escpos.printer import Dummy  # with the first slip, not at the start

    printer = Dummy()
    printer.qr(payload, ec=_CORRECTION_M, size=_CODE_DOTS, model=2, native=True)
    return bytes(printer.output)
