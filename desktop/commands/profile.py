"""Opening a profile from the command line. Passwords are asked for, never taken from arguments or the environment:
those are in the process list and in the shell's history.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import SystemClock
from desktop.domain.people import Session
from desktop.paths import profile_dir
from desktop.store.keys import KeyFile
from desktop.store.profile import load_keys


@contextmanager
def opened(profile: str, clerk: str, password: str) -> Iterator[tuple[Counter, Session]]:
    """The profile, open for the clerk; closed again in any case."""
    counter, session = bootstrap.open_profile(_folder(profile), clerk, password, clock=SystemClock())
    try:
        yield counter, session
    finally:
        counter.close()


def key_file(profile: str) -> KeyFile:
    """Who may open the profile."""
    return load_keys(_folder(profile))


def with_profile(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say which profile, who, and with which password (asked for, not shown)."""

    @click.option("--profile", default="hall", show_default=True, help="Name of the profile, or its folder.")
    @click.option("--clerk", prompt="Clerk 登录名", help="Login name.")
    @click.option("--password-stdin", is_flag=True, help="Read the password from standard input, for scripts.")
    @wraps(command)
    def wrapped(*args: Any, profile: str, clerk: str, password_stdin: bool, **options: Any) -> Any:
        password = ask_password(from_stdin=password_stdin)
        return command(*args, profile=profile, clerk=clerk, password=password, **options)

    return wrapped


def ask_password(*, from_stdin: bool) -> str:
    """The password as typed, not shown; or the first line of standard input."""
    return sys.stdin.readline().rstrip("\n") if from_stdin else str(click.prompt("Password 密码", hide_input=True))


def _folder(profile: str) -> Path:
    path = Path(profile)
    return path if path.is_absolute() or len(path.parts) > 1 else profile_dir(profile)
