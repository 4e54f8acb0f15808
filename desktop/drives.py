"""Which USB sticks are plugged in, and what room they have. Where a system hides them, a person picks the folder.

Looking asks the drives themselves: a faulty one may answer late, so this belongs on a worker.
"""

import ctypes
import os
import platform
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.ports_sync import Stick

# Where desktops mount what is plugged in; the systems of the halls (Kylin, UOS) as well.
_MEDIA = re.compile(r"/(?:run/)?media/.+|/mnt/usb.*")
_FILE_SYSTEMS = frozenset(
    {"vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "udf"}
)
LARGEST_CLUSTER_BYTES = 65_536
_DRIVE_REMOVABLE = 2  # GetDriveTypeW
_OCTAL = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of /proc/mounts that may be a stick's."""

    device: str
    folder: Path
    is_read_only: bool


def sticks() -> list[Stick]:
    """The sticks that this system shows, in the order of their folders; empty where it shows none."""
    system = platform.system()
    if system == "Linux":
        return _measured(linux_mounts(_mounts_text(), Path("/sys")))
    folders = _windows_drives() if system == "Windows" else mac_volumes(Path("/Volumes"))
    return _measured(Mount("", folder, is_read_only=not os.access(folder, os.W_OK)) for folder in folders)


def stick_at(folder: Path) -> Stick | None:
    """A folder that a person picked, as if it were a stick; None if it cannot be asked."""
    found = _measured([Mount("", folder, is_read_only=not os.access(folder, os.W_OK))])
    return found[0] if found else None


def linux_mounts(mounts: str, sysfs: Path) -> list[Mount]:
    """The mounts of removable drives, each drive's partition once.

    Args:
        mounts: the text of /proc/mounts.
        sysfs: /sys, or one made up.
    """
    found: dict[str, Mount] = {}
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 4 or not fields[0].startswith("/dev/") or fields[2] not in _FILE_SYSTEMS:
            continue
        device, folder = fields[0], _unescaped(fields[1])
        if _MEDIA.fullmatch(folder) or _is_removable(Path(device).name, sysfs):
            found.setdefault(device, Mount(device, Path(folder), "ro" in fields[3].split(",")))
    return sorted(found.values(), key=lambda mount: mount.folder)


def windows_drives(bits: int, drive_type: Callable[[str], int]) -> list[Path]:
    """The removable ones among the drives of GetLogicalDrives, by GetDriveType."""
    roots = [f"{chr(ord('A') + n)}:\\" for n in range(2, 26) if bits >> n & 1]  # A and B are floppies: asking rattles
    return [Path(root) for root in roots if drive_type(root) == _DRIVE_REMOVABLE]


def mac_volumes(volumes: Path) -> list[Path]:
    """What is mounted beside the system's own disk, which is a link there."""
    try:
        return sorted(path for path in volumes.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []


def free_bytes(folder: Path) -> int | None:
    """Room for an ordinary user; None: the file system does not say.

    Raises:
        OSError: the folder is gone.
    """
    usage = shutil.disk_usage(folder)
    return usage.free if usage.total else None


def cluster_bytes(folder: Path) -> int:
    """What a file of one byte costs there; 64 KB where the system does not say.

    Raises:
        OSError: the folder is gone.
    """
    size: int = os.statvfs(folder).f_frsize if hasattr(os, "statvfs") else 0
    return size or LARGEST_CLUSTER_BYTES


def _measured(mounts: Iterable[Mount]) -> list[Stick]:
    found = []
    for mount in mounts:
        try:
            free, size = free_bytes(mount.folder), shutil.disk_usage(mount.folder).total
        except OSError:
            continue  # pulled out just now, or an empty card reader
        name = mount.folder.name or str(mount.folder)
        found.append(Stick(mount.folder, name, free, size, is_read_only=mount.is_read_only))
    return found


def _is_removable(name: str, sysfs: Path) -> bool:
    """Whether the kernel calls the drive of this partition removable, or it hangs on USB."""
    place = (sysfs / "class/block" / name).resolve()
    drive = place.parent if (place / "partition").exists() else place
    try:
        flag = (drive / "removable").read_text("ascii").strip()
    except OSError:
        return False
    return flag == "1" or any(part.startswith("usb") for part in place.parts)


def _unescaped(text: str) -> str:
    """A path as /proc/mounts writes it: bytes that would break the line are three octal digits."""
    raw = _OCTAL.sub(lambda match: bytes([int(match[1], 8) & 0xFF]), text.encode("utf-8", "surrogateescape"))
    return os.fsdecode(raw)


def _mounts_text() -> str:
    try:
        return Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _windows_drives() -> list[Path]:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows alone
    return windows_drives(int(kernel.GetLogicalDrives()), lambda root: int(kernel.GetDriveTypeW(root)))
