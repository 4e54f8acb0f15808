"""The process that shrinks one file, told by its standard input, and ends: `python -m desktop.imaging.child`."""

import sys

from desktop.domain.errors import InvalidInput
from desktop.imaging.frames import read_frame, write_frame
from desktop.imaging.shrink import shrink


def main() -> None:
    """Reads the order and the file; writes each page, then `end`, or why the file is refused."""
    order, content = read_frame(sys.stdin.buffer)
    out = sys.stdout.buffer
    try:
        for page in shrink(content, turned=order["turned"], only=order["only"]):
            head = {name: getattr(page, name) for name in ("number", "total", "media", "width_px", "height_px", "dpi")}
            write_frame(out, {"page": head}, page.content)
    except InvalidInput as refused:
        write_frame(out, {"refused": refused.reason, "fields": refused.fields})
        return
    write_frame(out, {"end": True})


if __name__ == "__main__":
    main()
