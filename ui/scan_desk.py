"""Where pages come in: files, a picture from the clipboard, files of the watched folder. One desk for each page.

All of it is worked on off the main thread; what comes of it is told by signals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from desktop import capture
from desktop.capture import Captured, Target
from desktop.domain.errors import InvalidInput
from ui.context import Context
from ui.problem_text import problem_text
from ui.scan_pictures import png_of
from ui.widgets.progress_row import Cancelled


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not added, and why; `name` is empty for the clipboard."""

    target: Target
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Pages that were added. `path` is the file of the watched folder that they came from, or None."""

    target: Target
    captured: Captured
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """What is being done: files still to come, pages done and in all of the file in hand."""

    files: int
    done: int = 0
    total: int = 0


class ScanDesk(QObject):
    """`add_…` return at once."""

    arrived = Signal(object)
    """An Arrival."""

    refused = Signal(object)
    """A Refusal: in whole, or the rest of a file after its sound pages."""

    pace_changed = Signal(object)
    """A Pace; of no files when all is done."""

    turned = Signal(object)
    """(Target, hash of the page before, hash of the page now)."""

    _paced = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.files = 0
        self._paced.connect(self._on_paced)

    def add_files(self, target: Target, paths: Sequence[Path], *, from_folder: bool = False) -> None:
        """Every page of these files, in this order."""
        for path in paths:
            self._submit(target, partial(capture.read_file, path), path.name, path if from_folder else None)

    def add_image(self, target: Target, image: QImage) -> None:
        """A picture without a file."""
        self._submit(target, partial(png_of, image.copy()), "", None)

    def add_mime(self, target: Target, data: QMimeData | None) -> bool:
        """What was dropped or is on the clipboard; False if there is no page in it."""
        paths = local_files(data)
        if paths:
            self.add_files(target, paths)
            return True
        image = data.imageData() if data is not None and data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self.add_image(target, image)
            return True
        return False

    def turn(self, target: Target, sha256: str, quarters: int) -> None:
        """Turns a page and keeps it so."""
        store, session = self._context.counter.store, self._context.session
        self._count(+1)
        self._context.tasks.work(
            lambda: capture.turn(store, session, target, sha256, quarters),
            partial(self._on_turned, target, sha256),
            partial(self._on_failed, target, ""),
        )

    def _submit(self, target: Target, read: Callable[[], bytes], name: str, path: Path | None) -> None:
        store, session, closing = self._context.counter.store, self._context.session, self._context.tasks.is_closing
        self._count(+1)

        def told(done: int, total: int) -> None:
            if closing.is_set():
                raise Cancelled
            self._paced.emit((done, total))

        self._context.tasks.work(
            lambda: capture.capture(store, session, target, read(), name=name, told=told),
            partial(self._on_captured, target, name, path),
            partial(self._on_failed, target, name),
        )

    def _on_paced(self, pages: tuple[int, int]) -> None:
        self.pace_changed.emit(Pace(self.files, *pages))

    def _on_captured(self, target: Target, name: str, path: Path | None, captured: Captured) -> None:
        self._count(-1)
        self.arrived.emit(Arrival(target, captured, path))
        if captured.refused is not None:
            self._tell(target, name, captured.refused)

    def _on_turned(self, target: Target, before: str, now: str) -> None:
        self._count(-1)
        self.turned.emit((target, before, now))

    def _on_failed(self, target: Target, name: str, error: Exception) -> None:
        self._count(-1)
        self._tell(target, name, error)

    def _tell(self, target: Target, name: str, error: Exception) -> None:
        self.refused.emit(Refusal(target, name, problem_text(error, language=self._context.language)))

    def _count(self, step: int) -> None:
        self.files += step
        self.pace_changed.emit(Pace(self.files))


def clipboard_empty(target: Target, language: str) -> Refusal:
    """What is told when there was nothing to paste."""
    error = InvalidInput("scan_clipboard", field="file")
    return Refusal(target, "", problem_text(error, language=language))


def local_files(data: QMimeData | None) -> list[Path]:
    """Files and folders named in what was dropped or copied."""
    if data is None or not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
