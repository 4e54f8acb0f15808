"""Reading what a printer is sent, as the printer would: letters, pictures and codes out of the commands."""

from dataclasses import dataclass, field

from PIL import Image


@dataclass
class Printed:
    """What came out: letters, dots, codes that the printer draws itself, and how long the page was set."""

    text: str = ""
    codes: list[str] = field(default_factory=list)
    pages: list[Image.Image] = field(default_factory=list)
    was_cut: bool = False
    page_lines: int = 0
    page_count: int = 0


class Bytes:
    """The stream, read from the front; anything not understood is an error and not passed over."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def __bool__(self) -> bool:
        return self.at < len(self.data)

    def take(self, count: int) -> bytes:
        taken = self.data[self.at : self.at + count]
        assert len(taken) == count, "the stream ends inside a command"
        self.at += count
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(2), "little")

    def starts(self, *commands: bytes) -> bytes:
        """The command that stands next, taken; empty if none of them does."""
        found = next((c for c in commands if self.data.startswith(c, self.at)), b"")
        self.at += len(found)
        return found

    def letter(self) -> str:
        lead = self.take(1)
        return (lead if lead < b"\x80" else lead + self.take(1)).decode("gbk")


def read_escpos(data: bytes) -> Printed:
    """A slip: GB letters, GS v 0 pictures one below the other, GS ( k codes, the cut."""
    stream, out, bands = Bytes(data), Printed(), []
    fixed = {b"\x1b@": 0, b"\x1c&": 0, b"\x1ba": 1, b"\x1bE": 1, b"\x1d!": 1, b"\x1c!": 1, b"\x1bd": 1}
    while stream:
        if stream.starts(b"\x1dv0\x00"):
            width, height = stream.number(), stream.number()
            bands.append(_dots(stream.take(width * height), width * 8, height))
        elif stream.starts(b"\x1d(k"):
            function = stream.take(stream.number())
            if function[:3] == b"1P0":
                out.codes.append(function[3:].decode())
        elif stream.starts(b"\x1dVB\x00"):
            out.was_cut = True
        elif command := stream.starts(*fixed):
            stream.take(fixed[command])
        else:
            out.text += stream.letter()
    if bands:
        out.pages = [_stacked(bands)]
    return out


def read_escp(data: bytes) -> Printed:
    """Continuous paper: GB letters, ESC * pictures of 24 needles, form feeds."""
    stream, out = Bytes(data), Printed()
    fixed = {b"\x1b@": 0, b"\x1b2": 0, b"\x1bM": 0, b"\x1cS": 2, b"\x1cT": 2, b"\x1bl": 1, b"\x1c&": 0, b"\x1b3": 1}
    fixed |= {b"\x1bE": 0, b"\x1bF": 0, b"\x1b$": 2}
    strips: list[Image.Image] = []
    strip = Image.new("L", (1, 24), 255)
    while stream:
        if stream.starts(b"\x1bC"):
            out.page_lines = stream.take(1)[0]
        elif stream.starts(b"\x1b*\x27"):
            columns = stream.number()
            strip = _dots(stream.take(columns * 3), 24, columns).transpose(Image.Transpose.TRANSPOSE)
        elif stream.starts(b"\r\n"):
            out.text += "\n"
            strips.append(strip)
            strip = Image.new("L", (1, 24), 255)
        elif stream.starts(b"\f"):
            out.page_count += 1
            out.text += "\f"
            out.pages.append(_stacked(strips))
            strips = []
        elif command := stream.starts(*fixed):
            stream.take(fixed[command])
        else:
            out.text += stream.letter()
    return out


def _dots(data: bytes, width: int, height: int) -> Image.Image:
    """Set bits are black."""
    return Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in data)).convert("L")


def _stacked(bands: list[Image.Image]) -> Image.Image:
    page = Image.new("L", (max((b.width for b in bands), default=1), sum(b.height for b in bands) or 1), 255)
    top = 0
    for band in bands:
        page.paste(band, (0, top))
        top += band.height
    return page
