"""A real Apache with the configuration that the city prints for its administrator, in a folder of its own.

It runs as an ordinary user on a free port and never touches the system's own Apache.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.city.admin_text import CITY_USER, apache_config, password_line
from tests.servers.certificates import Authority
from tests.servers.ports import HOST, free_port, stop, wait_until_it_listens

MODULES = Path("/usr/lib/apache2/modules")
NEEDED = (
    "mpm_event",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_user",
    "auth_basic",
    "dav",
    "dav_fs",
    "dir",
    "ssl",
    "http2",
    "reqtimeout",
    "setenvif",
)
PASSWORD = "not-a-secret"
_ORDINARY_USER = "www-data"


@dataclass(frozen=True)
class Apache:
    """A running server: every hall that was named, and the city, enter with PASSWORD."""

    url: str
    ca: Path
    folder: Path
    process: subprocess.Popen[bytes]

    def options(self, user: str = CITY_USER) -> dict[str, str]:
        """Options of a StoreConfig of kind webdav."""
        return {"url": self.url, "user": user, "password": PASSWORD, "ca_file": str(self.ca)}


def apache_is_missing() -> str:
    """What keeps Apache from running here, in words; empty if nothing does."""
    if shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin") is None:
        return "Apache is not here (Debian: apache2-bin)"
    lacking = [name for name in NEEDED if not (MODULES / f"mod_{name}.so").exists()]
    return f"Apache has no modules {', '.join(lacking)}" if lacking else ""


@contextlib.contextmanager
def apache(*halls: str, host: str = HOST, port: int = 0, prefix: tuple[str, ...] = ()) -> Iterator[Apache]:
    """Apache over TLS for these halls; `prefix` is put before the command (`ip netns exec …`)."""
    base = Path(tempfile.mkdtemp(prefix="yichuang-apache-"))  # not tmp_path, which an ordinary user cannot enter
    try:
        port = port or free_port()
        authority = _write_configuration(base, halls, host=host, port=port)
        process = _start(base, prefix=prefix)
        try:
            if not prefix:
                wait_until_it_listens(port, process=process, within_s=20)
            yield Apache(f"https://{host}:{port}/", authority.path, base / "store", process)
        finally:
            stop(process)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _write_configuration(base: Path, halls: tuple[str, ...], *, host: str, port: int) -> Authority:
    authority = Authority(base)
    certificate, key = authority.issue(host=host)
    (base / "store").mkdir()
    (base / "passwords").write_text("".join(password_line(user, PASSWORD) for user in (CITY_USER, *halls)), "ascii")
    site = apache_config(
        "localhost",
        folder=base / "store",
        passwords=base / "passwords",
        certificate=certificate,
        certificate_key=key,
        lock_database=base / "locks",
        address=host,
        port=port,
    )
    modules = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in NEEDED)
    surroundings = f"""\
ServerRoot "{base}"
PidFile "{base}/pid"
DefaultRuntimeDir "{base}"
ErrorLog "{base}/error.log"
ServerName localhost
StartServers 1
ServerLimit 2
ThreadsPerChild 25
MaxRequestWorkers 50
"""
    (base / "httpd.conf").write_text(modules + surroundings + site, "utf-8")
    return authority


def _start(base: Path, *, prefix: tuple[str, ...]) -> subprocess.Popen[bytes]:
    command = [*prefix, *_as_ordinary_user(base), str(_program()), "-f", str(base / "httpd.conf"), "-DFOREGROUND"]
    with (base / "output.log").open("wb") as output:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)


def _program() -> Path:
    return Path(str(shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")))


def _as_ordinary_user(base: Path) -> list[str]:
    """Apache does not serve as root: what to put before the command, and the folder given to that user."""
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam(_ORDINARY_USER)
    for path in (base, *base.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid)
    base.chmod(0o755)  # the test reads the store and the certificate; it may not be root itself
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
