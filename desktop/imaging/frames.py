"""How a page travels between the program and the process that shrinks: length, head as JSON, length, bytes."""

import struct
from typing import IO, Any

import msgspec

_LENGTH = struct.Struct(">Q")


def write_frame(stream: IO[bytes], head: dict[str, Any], content: bytes = b"") -> None:
    """One head with its bytes, handed over at once."""
    text = msgspec.json.encode(head)
    stream.write(_LENGTH.pack(len(text)) + text + _LENGTH.pack(len(content)) + content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """The next one. Raises EOFError: the other side ended before or within it."""
    head: dict[str, Any] = msgspec.json.decode(_part(stream))
    return head, _part(stream)


def _part(stream: IO[bytes]) -> bytes:
    length = _LENGTH.unpack(_exactly(stream, _LENGTH.size))[0]
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], count: int) -> bytes:
    read = stream.read(count)
    if len(read) != count:
        raise EOFError
    return read
