"""A Swift store at the city's end of a line, with TLS before it, which Swift itself leaves to others.

    python -m tests.bench_sync.swift_child ADDRESS PORT BUCKET FILES CERTIFICATES

It runs inside the city's network: makes the bucket, puts every file below FILES into it, says `ready`, and serves until
its standard input ends. The authority to trust is `test-ca.pem` in CERTIFICATES.
"""

import asyncio
import contextlib
import ssl
import sys
from pathlib import Path
from urllib.parse import urlsplit

from desktop.sync.carriers import open_carrier
from desktop.sync.carriers.s3 import S3Carrier
from desktop.sync.store_config import StoreConfig
from tests.servers.certificates import Authority
from tests.servers.ports import HOST
from tests.servers.swift import Swift, swift

_PIECE = 65_536


async def fill(store: Swift, bucket: str, files: Path) -> None:
    """The bucket, and everything that the city has said so far."""
    carrier = open_carrier(StoreConfig("s3", store.options(bucket)))
    assert isinstance(carrier, S3Carrier)
    try:
        reply = await carrier._ask("PUT", "")
        assert reply.status == 200, reply.status
        for path in sorted(path for path in files.rglob("*") if path.is_file()):
            await carrier.replace(path.relative_to(files).as_posix(), path.read_bytes())
    finally:
        await carrier.close()


async def serve(address: str, port: int, behind: int, context: ssl.SSLContext) -> None:
    """TLS before the port `behind`, until standard input ends."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(HOST, behind)
        with contextlib.suppress(OSError):
            await asyncio.gather(_pass(reader, far_writer), _pass(far_reader, writer))
        writer.transport.abort()
        far_writer.transport.abort()

    async with await asyncio.start_server(carry, address, port, ssl=context):
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(_PIECE):
        writer.write(piece)
        await writer.drain()
    writer.close()


def main() -> None:
    """See the module."""
    address, port, bucket, files, folder = sys.argv[1:]
    certificate, key = Authority(Path(folder)).issue(host=address)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with swift() as store:
        asyncio.run(fill(store, bucket, Path(files)))
        behind = urlsplit(store.endpoint).port
        assert behind
        asyncio.run(serve(address, int(port), behind, context))


if __name__ == "__main__":
    main()
