"""A window that somebody kills: takes cases in and syncs with a store in a folder (tests.sync.proof.nursery)."""

import asyncio
import hashlib
import logging
import random
from pathlib import Path

from desktop.domain import events as ev
from desktop.store.files import write_whole
from desktop.store.outbox import Outbox
from desktop.store.store import Store
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.pump import Pump
from desktop.sync.timing import LoopTiming
from tests.store import samples
from tests.store.samples import KEY, SetClock
from tests.sync.proof.nursery import Say

ACTS = 8
PAGE_EVERY, SYNC_EVERY = 3, 2


def work(say: Say, profile: str, root: str, run: int) -> None:
    """Takes cases in, some with a page, and syncs; what it says is done is never lost."""
    logging.disable(logging.CRITICAL)
    folder = Path(profile)
    say("begin", act="open")
    with Store.open(folder, KEY, clock=SetClock()) as store:
        pump = pump_of(store, folder, Path(root))
        for place in range(ACTS):
            serial = run * 1000 + place
            say("begin", act="case", serial=serial)
            say("done", act="case", serial=serial, line=take_in(store, serial))
            if place % PAGE_EVERY == 0:
                say("begin", act="page", serial=serial)
                say("done", act="page", serial=serial, line=scan(store, folder, serial))
            if place % SYNC_EVERY == 0:
                say("begin", act="sync")
                pump.signals.force()
                asyncio.run(cycle(pump))
                say("done", act="sync")


async def cycle(pump: Pump) -> None:
    """One, and the connections let go: each has a loop of its own."""
    await pump.cycle()
    await pump.close()


def pump_of(store: Store, folder: Path, root: Path) -> Pump:
    """The pump of a window over a store in a folder."""

    def page(sha256: str) -> bytes | None:
        path = folder / "pages" / sha256
        return path.read_bytes() if path.exists() else None

    outbox = Outbox(store, adopt=lambda *_: None, page=page)
    return Pump(
        outbox,
        open_carrier=lambda _config: FolderCarrier(root),
        clock=SetClock(),
        timing=LoopTiming(),
        chance=random.Random(1),
    )


def take_in(store: Store, serial: int) -> int:
    """A case of two lines; the number of the last."""
    with store.write(samples.CLERK) as unit:
        unit.record([samples.received(serial), samples.accepted()], case_id=unit.new_id())
    return last_line(store)


def scan(store: Store, folder: Path, serial: int) -> int:
    """A page, kept before its line is written; the number of the line."""
    page = (f"page {serial} " * 4000).encode()
    digest = hashlib.sha256(page).hexdigest()
    write_whole(folder / "pages" / digest, page)
    manifest = ev.ScanAdded(sha256=digest, material_code="M1", place=1, media="image/webp", size_bytes=len(page))
    with store.write(samples.CLERK) as unit:
        unit.record([manifest], case_id=unit.new_id())
    return last_line(store)


def last_line(store: Store) -> int:
    """The number of this window's last line."""
    with store.read() as reader:
        tip = reader.ledger.tip(store.origin)
    assert tip
    return tip.seq
