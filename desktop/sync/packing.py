"""zstd with its two ends held: packed at the level that the line is worth, unpacked with a limit that is ours.

A frame says how large its content is, and a decompressor believes it unless it is made to count. Here it counts.
"""

import io

import zstandard

from desktop.sync import dictionary
from desktop.sync.faults import Bomb, Damaged

LEVEL = 19
LARGEST_WINDOW_BYTES = 8 * 1024 * 1024  # of level 19; a frame that asks for more memory is none of ours

_STEP_BYTES = 128 * 1024


def pack(plain: bytes, *, dictionary_number: int = 0) -> bytes:
    """One zstd frame without size, checksum or dictionary number, all of which stand elsewhere, signed."""
    parameters = zstandard.ZstdCompressionParameters.from_level(
        LEVEL, source_size=len(plain), write_content_size=0, write_checksum=0, write_dict_id=0
    )
    compressor = zstandard.ZstdCompressor(dict_data=_shipped(dictionary_number), compression_params=parameters)
    return compressor.compress(plain)


def unpack(packed: bytes, *, limit_bytes: int, dictionary_number: int = 0, name: str = "") -> bytes:
    """The content of a frame whose wholeness the caller has seen by its hash or signature.

    Raises:
        Bomb: it is more than `limit_bytes`; it was unpacked no further than that.
        Damaged: no frame.
        TooNew: made with a dictionary that is not here.
    """
    opener = zstandard.ZstdDecompressor(
        dict_data=_shipped(dictionary_number, name), max_window_size=LARGEST_WINDOW_BYTES
    ).stream_reader(io.BytesIO(packed))
    plain = bytearray()
    try:
        while step := opener.read(min(_STEP_BYTES, limit_bytes + 1 - len(plain))):
            plain += step
            if len(plain) > limit_bytes:
                raise Bomb(name=name, limit=limit_bytes)
    except zstandard.ZstdError:
        raise Damaged(name=name, reason="packing") from None
    return bytes(plain)


def _shipped(number: int, name: str = "") -> zstandard.ZstdCompressionDict | None:
    return dictionary.dictionary(number, name=name) if number else None
