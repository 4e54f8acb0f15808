"""Watches the folder of the document camera while somebody works at a list of materials."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import scan_folder
from desktop.scan_folder import Found, Watch
from ui.context import Context
from ui.problem_text import problem_text

EVERY_MS = 700


class ScanWatch(QObject):
    """`start` and `stop`; `target` says where a file belongs that appears now."""

    whole = Signal(object)
    """(path, target): a new file that is written to its end."""

    troubled = Signal(object)
    """The sentence: the folder cannot be read. Told once until it can be."""

    waiting_changed = Signal(object)
    """Whether a file is being written."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._watch: Watch | None = None
        self._folder = Path()
        self._round = 0
        self._is_troubled = False
        self.target = ""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        """A folder is being watched."""
        return bool(self._round) and bool(self._context.settings.scan_folder)

    def start(self) -> None:
        """Begins anew: what lies there now is nobody's."""
        self.stop()
        chosen = self._context.settings.scan_folder
        if chosen:
            self._folder, self._round = Path(chosen), self._round + 1
            self._look()

    def stop(self) -> None:
        """No file is taken from now on."""
        self._timer.stop()
        self._round += 1
        self._watch = None

    def move_taken(self, path: Path) -> None:
        """The pages of this file are kept: it goes aside."""
        self._context.tasks.work(partial(scan_folder.move_taken, path), self._moved, self._failed)

    def _look(self) -> None:
        folder, number = self._folder, self._round
        self._context.tasks.work(partial(scan_folder.look, folder), partial(self._seen, number), self._failed)

    def _seen(self, number: int, seen: dict[str, Found]) -> None:
        if number != self._round:
            return  # another row of files by now
        self._is_troubled = False
        if self._watch is None:
            self._watch = Watch(seen)
        else:
            was_waiting = self._watch.is_waiting
            for name, target in self._watch.step(seen, self.target):
                self.whole.emit((self._folder / name, target))
            if was_waiting != self._watch.is_waiting:
                self.waiting_changed.emit(self._watch.is_waiting)
        self._timer.start()

    def _moved(self, _nothing: object) -> None:
        pass

    def _failed(self, error: Exception) -> None:
        if not self._is_troubled:
            self._is_troubled = True
            self.troubled.emit(problem_text(error, language=self._context.language))
        if self._watch is not None or self.is_on:
            self._timer.start()
