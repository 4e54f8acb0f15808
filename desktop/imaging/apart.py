"""Shrinking in a process of its own: the screen never waits for it, and a file made to break a program breaks nothing.

pdfium also allows only one thread at a time, and the previews of the papers have it.
"""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from desktop.domain.errors import InvalidInput
from desktop.imaging.frames import read_frame, write_frame
from desktop.imaging.shrink import ShrunkPage
from desktop.problems import EnvironmentProblem

PATIENCE_S = 60.0
"""For one page; the slowest page of a sound file took four seconds on an old PC."""

_ROOT = Path(__file__).parents[2]
_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ShrinkingFailed(EnvironmentProblem):
    """The process that shrinks pages could not be started; `reason` is the system's word."""


def shrink_apart(
    content: bytes, *, turned: int = 0, only: int = 0, patience_s: float = PATIENCE_S
) -> Iterator[ShrunkPage]:
    """As shrink.shrink. Ends the process when the caller stops asking.

    Raises:
        InvalidInput: as shrink; `scan_broken` also for a file on which the process died or hung. ShrinkingFailed.
    """
    with _process() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(BrokenPipeError):  # it died at once; what it did not say is told below
            write_frame(process.stdin, {"turned": turned, "only": only}, content)
        while True:
            head, page = _next(process, process.stdout, patience_s)
            if "refused" in head:
                fields = {name: value for name, value in head["fields"].items() if name != "field"}
                raise InvalidInput(head["refused"], field=head["fields"]["field"], **fields)
            if "page" not in head:
                return
            yield ShrunkPage(**head["page"], content=page)


@contextlib.contextmanager
def _process() -> Iterator[subprocess.Popen[bytes]]:
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop.imaging.child"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaints about a bad file are told by what is refused
            creationflags=_NO_CONSOLE,
        )
    except OSError as error:
        raise ShrinkingFailed(reason=error.strerror or type(error).__name__) from error
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _next(process: subprocess.Popen[bytes], stream: IO[bytes], patience_s: float) -> tuple[dict[str, Any], bytes]:
    watch = threading.Timer(patience_s, process.kill)
    watch.start()
    try:
        return read_frame(stream)
    except EOFError as error:
        raise InvalidInput("scan_broken", field="file") from error
    finally:
        watch.cancel()
        watch.join()
