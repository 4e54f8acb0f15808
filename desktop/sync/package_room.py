"""What of a package fits a stick: small files first, then scans, the newest first. Arithmetic only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

_NAME_BYTES = 512  # in its folder: a long name takes up to nine entries of 32 bytes on FAT32, folders grow by clusters
_LISTED_BYTES = 200  # of the packed list, for each file


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Room:
    """`free_bytes` None: the file system does not say, so everything is tried."""

    free_bytes: int | None
    cluster_bytes: int

    def cost(self, sizes: Iterable[int], *, new_folders: int = 0) -> int:
        """What files of these sizes take on the medium, with their names, their places in the list, their folders."""
        whole = sum(-(-size // self.cluster_bytes) * self.cluster_bytes + _NAME_BYTES + _LISTED_BYTES for size in sizes)
        return whole + new_folders * self.cluster_bytes


def fitting(parts: Sequence[T], *, costs: Sequence[int], room_bytes: int | None) -> list[T]:
    """The parts that fit, in their order; one that is too big does not keep out a smaller one behind it."""
    if room_bytes is None:
        return list(parts)
    chosen, left = [], room_bytes
    for part, cost in zip(parts, costs, strict=True):
        if cost <= left:
            chosen.append(part)
            left -= cost
    return chosen
