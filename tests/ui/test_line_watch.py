"""What the system says of the network reaches sync; where it says nothing, nothing is held back."""

import sys
from enum import Enum

import pytest
from PySide6.QtCore import QObject, Signal

from tests.fakes.sync_control import FakeSync
from ui import line_watch
from ui.line_watch import LineWatch


class Reachability(Enum):
    Disconnected = 1
    Local = 2
    Online = 4
    Unknown = 0


class Network(QObject):
    """As QNetworkInformation: two signals, two answers."""

    reachabilityChanged = Signal(object)  # noqa: N815 - Qt's name
    isMeteredChanged = Signal(bool)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.reach, self.metered = Reachability.Online, False

    def reachability(self) -> Reachability:
        return self.reach

    def isMetered(self) -> bool:
        return self.metered


@pytest.mark.parametrize(
    ("reach", "is_reachable"),
    [
        (Reachability.Disconnected, False),
        (Reachability.Local, True),  # the store may be a folder of the hall
        (Reachability.Unknown, True),
        (Reachability.Online, True),
    ],
)
def test_only_a_cut_network_counts_as_none(qapp, reach, is_reachable):
    sync, network = FakeSync(), Network()
    network.reach = reach

    LineWatch(sync).start(network)

    assert sync.lines == [(is_reachable, False)]


def test_every_change_is_passed_on_until_the_watch_stops(qapp):
    sync, network = FakeSync(), Network()
    watch = LineWatch(sync)
    watch.start(network)

    network.metered = True
    network.isMeteredChanged.emit(True)
    network.reach = Reachability.Disconnected
    network.reachabilityChanged.emit(network.reach)
    watch.stop()
    network.isMeteredChanged.emit(False)

    assert sync.lines == [(True, False), (True, True), (False, True)]


def test_without_the_library_nothing_is_passed_on_and_nothing_fails(qapp, monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    sync = FakeSync()

    LineWatch(sync).start()

    assert line_watch.system_information() is None
    assert sync.lines == []
