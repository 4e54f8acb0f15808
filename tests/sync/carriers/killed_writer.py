"""Puts files into a folder, as fast as it can, until it is killed. Run by test_folder with the folder's path."""

import asyncio
import hashlib
import itertools
import sys
from pathlib import Path

from desktop.sync.carriers.folder import FolderCarrier


async def main(root: Path) -> None:
    carrier = FolderCarrier(root)
    for number in itertools.count():
        body = bytes([number % 256]) * 200_000
        name = f"ev-A/seg/{number % 5}/{number:06d}-{hashlib.sha256(body).hexdigest()}"
        await carrier.put_new(name, body)
        await carrier.replace("city-A/HEAD.json", body)
        print(name, flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
