"""Set-up names everything that is missing before it does anything, and asks apt only for that."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SYSTEM = ROOT / ".setup/system.sh"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the libraries come with the system")

LIBRARIES = re.findall(r"^(?:headless|screen) +(lib\S+)", SYSTEM.read_text("utf-8"), re.MULTILINE)
SERVERS = ("apache2", "memcached", "postgres")
STICKS = ("mkfs.vfat", "fusefat", "mkfs.exfat", "mount.exfat-fuse")
TOOLS = ("bash", "env", "dirname", "sed", "uname")  # what the script itself is made of


class Machine:
    """A system in a folder: which programs it has, which libraries, and who sits in front of it."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.calls = folder / "calls"
        self.print_to_pdf = folder / "ppd/cups-pdf/CUPS-PDF_opt.ppd"
        self.bin.mkdir()
        self.calls.touch()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        self.has_libraries()
        self.user(0)
        self.program("apt-get", f'echo "$@" >>{self.calls}')

    def program(self, name: str, body: str = "exit 0") -> None:
        path = self.bin / name
        path.write_text(f"#!{shutil.which('bash')}\n{body}\n", "utf-8")
        path.chmod(0o755)

    def user(self, number: int) -> None:
        self.program("id", f"echo {number}")

    def has_libraries(self, *names: str) -> None:
        lines = "".join(rf"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in names)
        self.program("ldconfig", f"printf '{lines}'")

    def has_everything(self) -> None:
        self.has_libraries(*LIBRARIES)
        for name in ("python3", "make", "pdftotext", "zbarimg", "Xvfb", "cupsd", "lp", *SERVERS, *STICKS):
            self.program(name)
        self.print_to_pdf.parent.mkdir(parents=True)
        self.print_to_pdf.touch()

    def check(self, *args: str) -> subprocess.CompletedProcess[str]:
        # The script looks in the system's own folders as well: an empty root keeps this machine's programs out.
        text = SYSTEM.read_text("utf-8").replace(":/usr/sbin:/sbin", "")
        text = text.replace("/usr/lib/postgresql", str(self.bin.parent / "postgresql"))
        text = text.replace("/usr/share/ppd", str(self.print_to_pdf.parents[1]))
        copy = self.bin.parent / "system.sh"
        copy.write_text(text, "utf-8")
        shutil.copy(ROOT / ".setup/python.sh", self.bin.parent)
        return subprocess.run(
            [str(shutil.which("bash")), str(copy), *args],
            env={"PATH": str(self.bin), "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


@pytest.mark.parametrize("stage", ["headless", "screen", "test"])
def test_a_machine_that_has_everything_is_left_alone(machine, stage):
    machine.has_everything()

    assert machine.check(stage).returncode == 0
    assert machine.calls.read_text() == ""


def test_a_bare_machine_without_root_is_told_every_package_at_once(machine):
    machine.user(1000)

    result = machine.check("test")

    assert result.returncode == 1
    for package in ("python3-venv", "libegl1", "libcups2", "libxcb-cursor0", "poppler-utils", "zbar-tools", "xvfb"):
        assert package in result.stderr
    assert machine.calls.read_text() == ""


def test_only_what_is_missing_is_asked_for(machine):
    machine.has_everything()
    machine.has_libraries(*(name for name in LIBRARIES if name != "libEGL.so.1"))

    result = machine.check("headless", "--dry-run")

    assert (result.returncode, result.stdout) == (0, "Would install: libegl1\n")
    assert machine.calls.read_text() == ""


def test_a_library_of_another_version_does_not_count(machine):
    machine.has_everything()
    machine.has_libraries(*(name for name in LIBRARIES if name != "libEGL.so.1"), "libEGL.so.12")

    assert "libegl1" in machine.check("headless", "--dry-run").stdout


def test_the_client_without_a_display_needs_neither_screen_nor_test_packages(machine):
    machine.has_everything()
    machine.has_libraries(*(name for name in LIBRARIES if "xcb" not in name))
    (machine.bin / "zbarimg").unlink()

    assert machine.check("headless").returncode == 0


def test_a_missing_printing_system_is_said_and_does_not_stop_the_start(machine):
    machine.has_everything()
    (machine.bin / "lp").unlink()

    result = machine.check("screen")

    assert result.returncode == 0
    assert "cups-client" in result.stdout


def test_a_print_server_for_the_tests_is_installed_where_it_can_be(machine):
    machine.has_everything()
    machine.print_to_pdf.unlink()

    result = machine.check("test")

    assert result.returncode == 0  # this apt installs nothing, and the tests do without
    assert "printer-driver-cups-pdf" in machine.calls.read_text()


@pytest.mark.parametrize(
    ("server", "package"),
    [("apache2", "apache2-bin"), ("memcached", "memcached"), ("postgres", "postgresql"), ("mkfs.vfat", "dosfstools")],
)
def test_servers_to_sync_through_are_installed_where_they_can_be(machine, server, package):
    machine.has_everything()
    (machine.bin / server).unlink()

    result = machine.check("test")

    assert result.returncode == 0
    assert machine.calls.read_text().splitlines()[-1].endswith(f"--no-install-recommends {package}")


def test_debians_postgresql_is_found_off_the_path(machine):
    machine.has_everything()
    (machine.bin / "postgres").unlink()
    (machine.bin.parent / "postgresql").mkdir()

    assert machine.check("test").returncode == 0
    assert machine.calls.read_text() == ""


def test_without_a_print_server_and_without_root_the_tests_are_told_to_skip(machine):
    machine.has_everything()
    machine.user(1000)
    (machine.bin / "cupsd").unlink()

    result = machine.check("test")

    assert result.returncode == 0
    assert "skipped" in result.stdout
    assert machine.calls.read_text() == ""


def test_root_installs_through_apt(machine):
    result = machine.check("headless")

    assert "python3-venv" in machine.calls.read_text()
    assert result.returncode == 1  # this apt installs nothing, and that is noticed
    assert "Missing: python3-venv" in result.stderr


def test_a_user_with_sudo_installs_through_it(machine):
    machine.user(1000)
    machine.program("sudo", f'echo "sudo $@" >>{machine.calls}; [ "$1" = -n ] || "$@"')

    machine.check("headless")

    assert "sudo apt-get update" in machine.calls.read_text()
    assert "libegl1" in machine.calls.read_text()


def test_an_old_python_is_not_taken(machine):
    machine.has_everything()
    machine.program("python3", "exit 1")

    assert "python3-venv" in machine.check("headless", "--dry-run").stdout


def test_a_second_start_does_nothing_but_start(tmp_path):
    shutil.copytree(ROOT / ".setup", tmp_path / ".setup")
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    stamps = (".system-headless", ".system-test", ".locked", ".swift", ".ready")
    (tmp_path / ".venv").mkdir()
    for age, name in enumerate(reversed(stamps)):
        (tmp_path / ".venv" / name).touch()
        newer_than_any_source_s = time.time() + 60 - age
        os.utime(tmp_path / ".venv" / name, (newer_than_any_source_s, newer_than_any_source_s))

    commands = subprocess.run(
        ["make", "-n", "test", "run", "DISPLAY=", "WAYLAND_DISPLAY=", "MAKEFLAGS="],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()

    assert [line.split()[:2] for line in commands if not line.startswith(("make", "echo"))] == [
        [".setup/test.sh", ".venv/bin/pytest"],
        [".venv/bin/yichuang", "demo"],
    ]


def test_tests_run_with_a_folder_of_their_own_that_is_gone_afterwards_and_give_back_how_they_ended():
    ended = subprocess.run(
        [ROOT / ".setup/test.sh", "bash", "-c", 'test -w "${TMPDIR:-/tmp}" && echo "$TMPDIR"; exit 7'],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 7
    folder = ended.stdout.strip()
    assert not folder.startswith("/dev/shm/") or not Path(folder).exists()


def test_the_scripts_can_be_started():
    assert [
        name
        for name in (".setup/system.sh", ".setup/python.sh", ".setup/test.sh", ".ci/run")
        if not os.access(ROOT / name, os.X_OK)
    ] == []
