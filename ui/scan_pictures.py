"""Pages as pictures: small ones that are remembered, whole ones that are not. Decoded off the main thread."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from ui.context import Context

SMALL_PX = 132  # longest side: sharp on a screen scaled twice
MOST_SMALL = 400


class ScanPictures(QObject):
    """`small` at once or later; `ask_whole` always later."""

    small_arrived = Signal(object)
    """Hash of the page whose small picture is there now, or cannot be had."""

    whole_arrived = Signal(object)
    """(hash, QImage)."""

    failed = Signal(object)
    """(hash, the error)."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._small: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[str] = set()

    def small(self, sha256: str) -> QImage | None:
        """The small picture, or None: it is being read, and `small_arrived` tells when. Empty: it cannot be read."""
        known = self._small.get(sha256)
        if known is None and sha256 not in self._asked:
            self._asked.add(sha256)
            files = self._context.counter.store.scan_files
            self._context.tasks.read(
                lambda: decoded(files.read(sha256), SMALL_PX),
                partial(self._have_small, sha256),
                partial(self._no_small, sha256),
            )
        return known

    def ask_whole(self, sha256: str) -> None:
        """Reads a page in all its dots."""
        files = self._context.counter.store.scan_files
        self._context.tasks.read(
            lambda: decoded(files.read(sha256), 0), partial(self._have_whole, sha256), partial(self._no_whole, sha256)
        )

    def _have_small(self, sha256: str, image: QImage) -> None:
        self._asked.discard(sha256)
        self._small[sha256] = image
        while len(self._small) > MOST_SMALL:
            self._small.popitem(last=False)
        self.small_arrived.emit(sha256)

    def _no_small(self, sha256: str, _error: Exception) -> None:
        self._have_small(sha256, QImage())

    def _have_whole(self, sha256: str, image: QImage) -> None:
        self.whole_arrived.emit((sha256, image))

    def _no_whole(self, sha256: str, error: Exception) -> None:
        self.failed.emit((sha256, error))


def decoded(content: bytes, longest_px: int) -> QImage:
    """The picture, made smaller while it is read; 0: as it is. Empty if it is none. For a worker."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    size = reader.size()
    if longest_px and max(size.width(), size.height()) > longest_px:
        reader.setScaledSize(size.scaled(QSize(longest_px, longest_px), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def png_of(image: QImage) -> bytes:
    """The picture as PNG, quickly rather than small: it is made anew anyway. For a worker."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(90)
    writer.write(image)
    return bytes(buffer.data().data())
