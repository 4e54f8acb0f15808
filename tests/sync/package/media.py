"""Small real file systems to be written full, pulled out and locked: what a stick does, on a file of a few megabytes.

They are mounted by root through a loop device; where the sandbox has none, or the tool to make one is not there, the
test that needs it says so and is skipped.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

KINDS = ("fat32", "exfat", "ext4", "tmpfs")
MB = 1_000_000


@dataclass(frozen=True)
class Medium:
    """A mounted stick. `image` is None for tmpfs, which lies in memory."""

    folder: Path
    image: Path | None = None
    device: str = ""

    def pull_out(self) -> None:
        """As if the stick were drawn while it is written to: its folder is empty from now on."""
        _run("umount", "--lazy", str(self.folder))

    def lock(self) -> None:
        """As with the small switch on its side."""
        _run("mount", "-o", "remount,ro", str(self.folder))


def _run(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def _needs(*tools: str) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root on Linux")
    for tool in tools:
        if shutil.which(tool, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") is None:
            pytest.skip(f"{tool} is not installed, so there is no such stick to write to")


def _knows(file_system: str) -> bool:
    return any(line.split()[-1] == file_system for line in Path("/proc/filesystems").read_text("ascii").splitlines())


@contextlib.contextmanager
def medium(kind: str, folder: Path, *, megabytes: int = 4) -> Iterator[Medium]:
    """A stick of this kind, mounted on a new folder below `folder`."""
    place, image = folder / "stick", folder / "stick.img"
    place.mkdir()
    with contextlib.ExitStack() as stack:
        try:
            made = _made(kind, place, image, megabytes, stack)
        except OSError as error:
            pytest.skip(f"this machine mounts no {kind}: {error}")
        yield made


def _made(kind: str, place: Path, image: Path, megabytes: int, stack: contextlib.ExitStack) -> Medium:
    if kind == "tmpfs":
        _needs()
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place))
        stack.callback(_unmount, place)
        return Medium(place)
    maker = {"fat32": ("mkfs.vfat", "-F", "32", "-s", "1"), "exfat": ("mkfs.exfat",), "ext4": ("mkfs.ext4", "-q", "-F")}
    _needs(maker[kind][0], *({"exfat": ["mount.exfat-fuse"]}.get(kind, [])))
    with image.open("wb") as file:
        file.truncate(max(megabytes, 36 if kind == "fat32" else 0) * MB)
    _run(*maker[kind], str(image))
    if kind == "fat32" and not _knows("vfat"):
        _needs("fusefat")
        _run("fusefat", "-o", "rw+", str(image), str(place))
        stack.callback(_unmount, place)
        return Medium(place, image)
    device = _run("losetup", "--find", "--show", str(image))
    stack.callback(_run, "losetup", "--detach", device)
    if kind == "exfat":
        _run("mount.exfat-fuse", device, str(place))
    else:
        _run("mount", device, str(place))
    stack.callback(_unmount, place)
    return Medium(place, image, device)


def _unmount(place: Path) -> None:
    while os.path.ismount(place):
        _run("umount", "--lazy", str(place))
