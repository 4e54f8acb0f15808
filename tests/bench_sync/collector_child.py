"""A collector at work: `python -m tests.bench_sync.collector_child CITY DATABASE LINES`; begins when told `go`.

It polls until the database holds so many lines of windows, together with other collectors or alone.
"""

import asyncio
import sys
from pathlib import Path

import sqlalchemy as sa

from desktop.city import schema
from desktop.city.collect import collect_once
from desktop.city.folder import City

REST_S = 0.2


async def work(city: City, wanted: int) -> None:
    """Polls until all is there."""
    while await asyncio.to_thread(lines_in, city) < wanted:
        report = await collect_once(city)
        if not report.segments:  # the others have the rest in hand
            await asyncio.sleep(REST_S)


def lines_in(city: City) -> int:
    """How far the origins are, together."""
    with city.database.read() as conn:
        return int(conn.execute(sa.select(sa.func.sum(schema.origins.c.last_seq))).scalar() or 0)


def main() -> None:
    """See the module."""
    folder, address, wanted = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with City.open(folder, into=address) as city:
        print("ready", flush=True)
        sys.stdin.readline()
        asyncio.run(work(city, wanted))


if __name__ == "__main__":
    main()
