"""The zstd dictionaries that come with the program, so that one case alone is small on the line.

A segment's head names the dictionary that it was made with, so an older one stays readable beside a newer one; how
they are made is in resources/sync.
"""

from functools import cache

import zstandard

from desktop import paths
from desktop.sync.faults import TooNew

CURRENT = 1
"""The dictionary that new segments are made with."""


ZSTD_ID = 32_768
"""What a dictionary's own id is above its number: the ids below are zstd's to give. No frame of ours names one."""


def dictionary(number: int, *, name: str = "") -> zstandard.ZstdCompressionDict:
    """A shipped dictionary; `name` is the file that asks for it.

    Raises:
        TooNew: there is none of that number here.
    """
    if not 1 <= number <= CURRENT:
        raise TooNew(name=name, what="dictionary", found=number, known=CURRENT)
    return _read(number)


@cache
def _read(number: int) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(paths.resource("sync", f"events-{number}.dict").read_bytes())
