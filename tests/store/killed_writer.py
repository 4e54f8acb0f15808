"""The child of test_kill: takes cases one after the other and tells of each only after its commit."""

import sys
from pathlib import Path

from desktop.domain.events import Event
from desktop.ports import Draft
from desktop.store.store import Store
from tests.store import samples


def work(profile: Path) -> None:
    with Store.open(profile, samples.KEY, clock=samples.SetClock()) as store:
        while True:
            with store.write(samples.CLERK) as unit:
                serial = unit.next_serial("case")
                events: list[Event] = [samples.received(serial), samples.accepted(), samples.paper(serial)]
                unit.record(events, case_id=unit.new_id())
                unit.save_draft(Draft("d", "zhangsan", "02", b"%d" % serial, "item", samples.NOON))
            sys.stdout.write(f"{store.origin} {serial}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]))
