"""Where things lie on this PC: the profile of a hall, the logs, the files shipped with the program.

Nothing here makes a folder except `private_dir`; nothing here reads or writes a file.
"""

import os
import re
from importlib import resources
from pathlib import Path

import platformdirs

from desktop.domain.errors import InvalidInput

APP = "yichuang"
HOME_VARIABLE = "YICHUANG_HOME"
DEMO = "demo"
PRACTICE = "practice"


def home() -> Path:
    """The folder of all profiles: YICHUANG_HOME if it is set, else the place that the system keeps for user data."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override).expanduser().absolute() if override else platformdirs.user_data_path(APP, appauthor=False)


def profile_dir(name: str = "hall") -> Path:
    """The folder of one profile: its ledger, keys, drafts and papers. Two profiles share nothing.

    Raises:
        InvalidInput: `profile_name`: not 1 to 40 letters (of any script), digits, `_` or `-`; a path cannot be one.
    """
    if not re.fullmatch(r"[\w-]{1,40}", name):
        raise InvalidInput("profile_name", field="profile")
    return home() / "profiles" / name


def demo_dir() -> Path:
    """The profile of the demonstration, apart from every real hall."""
    return profile_dir(DEMO)


def practice_dir() -> Path:
    """The profile of practice on this PC, apart from every real hall."""
    return profile_dir(PRACTICE)


def log_dir() -> Path:
    """Where the log of this PC is kept; beside the profiles if YICHUANG_HOME is set."""
    if os.environ.get(HOME_VARIABLE):
        return home() / "logs"
    return platformdirs.user_log_path(APP, appauthor=False)


def private_dir(path: Path) -> Path:
    """Makes the folder, readable by this user alone, and gives it back. One that is there keeps its rights."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def resource(*parts: str) -> Path:
    """A file or folder under resources/, the same from a checkout and from an installed wheel.

    Raises:
        FileNotFoundError: nothing of that name is shipped.
    """
    path = Path(str(resources.files("resources").joinpath(*parts)))
    if not path.exists():
        raise FileNotFoundError(f"not shipped: resources/{'/'.join(parts)}")
    return path
