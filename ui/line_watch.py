"""What the operating system says of the network, passed on to sync: is there any, and is it paid by the byte.

Where Qt has no plug-in for this system, or the plug-in finds nobody to ask, nothing is passed on: sync then finds out
by trying, and nothing is ever held back because the system does not know.
"""

import logging
from typing import Any

from PySide6.QtCore import QObject

from desktop.ports_sync import SyncControl

log = logging.getLogger(__name__)


class LineWatch(QObject):
    """Tells `control.line_changed` at once and at every change. Make it, then `start` when the first page is shown."""

    def __init__(self, control: SyncControl, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._information: Any = None

    def start(self, information: Any = None) -> None:
        """Begins to listen.

        Args:
            information: a QNetworkInformation; None: the system's own, if there is any.
        """
        found = information if information is not None else system_information()
        if found is None:
            log.info("no network information on this system")
            return
        self._information = found
        found.reachabilityChanged.connect(self._changed)
        found.isMeteredChanged.connect(self._changed)
        self._changed()

    def stop(self) -> None:
        """Listens no more; the information outlives the window."""
        if self._information is not None:
            self._information.reachabilityChanged.disconnect(self._changed)
            self._information.isMeteredChanged.disconnect(self._changed)
            self._information = None

    def _changed(self, _value: object = None) -> None:
        reachability = self._information.reachability()
        # A network without the internet may still hold the store: a shared folder, or a line to the county alone.
        is_cut = reachability.name == "Disconnected"
        self._control.line_changed(is_reachable=not is_cut, is_metered=bool(self._information.isMetered()))


def system_information() -> Any:
    """Qt's view of the network, or None. Imported here: the window is on the screen before anybody asks."""
    try:
        from PySide6.QtNetwork import QNetworkInformation
    except ImportError:  # a library of the system is missing; the set-up names it, and the counter works without
        return None
    feature = QNetworkInformation.Feature
    is_loaded = (
        QNetworkInformation.loadBackendByFeatures(feature.Reachability | feature.Metered)
        or QNetworkInformation.loadBackendByFeatures(feature.Reachability)
        or QNetworkInformation.loadDefaultBackend()
    )
    return QNetworkInformation.instance() if is_loaded else None
