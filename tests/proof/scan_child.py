"""Scans pages until somebody kills it: `python -m tests.proof.scan_child PROFILE RUN`.

Each file has three pages. `done` is said after the commit; the next file is then already being shrunk.
"""

import json
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from desktop import capture
from desktop.capture import Target
from tests.builders import SESSION
from tests.proof import profiles

PAGES = 3


def case_id(run: int) -> str:
    return f"01234567-89ab-7def-8123-{run:012}"


def scanned(run: int, number: int) -> bytes:
    """A file of three small pages, no two alike."""
    pages = [Image.new("L", (40, 40), 255) for _ in range(PAGES)]
    for place, page in enumerate(pages):
        page.putpixel((run % 40, number % 40), 0)
        page.paste(0, (place * 10, 20, place * 10 + 8, 20 + number // 40 % 20 + 1))
    out = BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    return out.getvalue()


def say(what: str, **fields: object) -> None:
    sys.stdout.write(json.dumps({"what": what, **fields}) + "\n")
    sys.stdout.flush()


def main(profile: Path, run: int) -> None:
    with profiles.opened(profile) as counter:
        say("open")
        for number in range(10_000):
            say("begin", number=number)
            captured = capture.capture(counter.store, SESSION, Target(case_id(run), f"f{number}"), scanned(run, number))
            say("done", number=number, added=captured.added)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
