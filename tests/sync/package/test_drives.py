"""Which drives are sticks, told from made-up systems; and the room that a real one has."""

import re
import sys
from pathlib import Path

import pytest

from desktop import drives
from desktop.drives import Mount, linux_mounts, mac_volumes, windows_drives
from tests.sync.package import media

MOUNTS = """\
proc /proc proc rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sda1 /boot/efi vfat rw,relatime 0 0
tmpfs /run/user/1000 tmpfs rw 0 0
/dev/sdb1 /media/clerk/U\\347\\233\\230\\0401 vfat rw,nosuid,uid=1000 0 0
/dev/sdc1 /data vfat ro,relatime 0 0
/dev/sdd /srv exfat rw 0 0
/dev/sdb1 /home/clerk/again vfat rw 0 0
/dev/sr0 /media/clerk/DRIVER iso9660 ro 0 0
/dev/loop3 /snap/core squashfs ro 0 0
/dev/nvme0n1p1 /home ext4 rw 0 0
short line
"""


@pytest.fixture
def sysfs(tmp_path: Path) -> Path:
    """sda is the disk, sdb an ordinary stick, sdc a locked one, sdd a USB disk that calls itself fixed."""
    drives = {
        "sda": ("devices/pci/ata1/block/sda", "0", ["sda1", "sda2"]),
        "sdb": ("devices/pci/usb1/1-2/block/sdb", "1", ["sdb1"]),
        "sdc": ("devices/pci/mmc/block/sdc", "1", ["sdc1"]),
        "sdd": ("devices/pci/usb2/2-1/block/sdd", "0", []),
    }
    (tmp_path / "class/block").mkdir(parents=True)
    for name, (place, flag, partitions) in drives.items():
        folder = tmp_path / place
        folder.mkdir(parents=True)
        (folder / "removable").write_text(f"{flag}\n", "ascii")
        (tmp_path / "class/block" / name).symlink_to(folder)
        for partition in partitions:
            (folder / partition).mkdir()
            (folder / partition / "partition").write_text("1\n", "ascii")
            (tmp_path / "class/block" / partition).symlink_to(folder / partition)
    return tmp_path


def test_on_linux_sticks_are_what_is_removable_or_lies_where_desktops_mount(sysfs):
    assert linux_mounts(MOUNTS, sysfs) == [
        Mount("/dev/sdc1", Path("/data"), is_read_only=True),
        Mount("/dev/sdb1", Path("/media/clerk/U盘 1"), is_read_only=False),
        Mount("/dev/sdd", Path("/srv"), is_read_only=False),
    ]


def test_without_sysfs_the_desktops_folders_are_enough(tmp_path):
    assert [mount.folder for mount in linux_mounts(MOUNTS, tmp_path)] == [Path("/media/clerk/U盘 1")]


def test_on_windows_sticks_are_the_removable_drives_and_floppies_are_not_asked():
    asked: list[str] = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return {"C:\\": 3, "D:\\": 5, "E:\\": 2}[root]

    assert windows_drives(0b11101, drive_type) == [Path("E:\\")]
    assert asked == ["C:\\", "D:\\", "E:\\"]


def test_on_a_mac_the_systems_own_disk_is_a_link_and_no_stick(tmp_path):
    (tmp_path / "Macintosh HD").symlink_to("/")
    (tmp_path / "USB").mkdir()

    assert mac_volumes(tmp_path) == [tmp_path / "USB"]
    assert mac_volumes(tmp_path / "none") == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/mounts")
def test_a_real_stick_is_found_with_its_room(card, monkeypatch):
    monkeypatch.setattr(drives, "_MEDIA", re.compile(".*/stick"))

    (found,) = drives.sticks()

    assert found.folder == card.folder
    assert found.free_bytes is not None
    assert found.size_bytes is not None
    assert 1 * media.MB < found.free_bytes < found.size_bytes <= 4 * media.MB
    assert not found.is_read_only
