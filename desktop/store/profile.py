"""Setting up and opening a profile: the folder with the key file, the database and its reserve."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.paths import private_dir
from desktop.ports import Clock
from desktop.problems import ProfileExists
from desktop.store.backup import DATABASE, KEY_FILE, make_reserve
from desktop.store.installation import check_names
from desktop.store.key_slots import Cost
from desktop.store.keys import KeyFile
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class NewProfile:
    """A profile that was just set up. The recovery code is shown and printed now; it is kept nowhere."""

    store: Store
    keys: KeyFile
    recovery_code: str = field(repr=False)


def create_profile(
    folder: Path, *, hall: str, window: str, user: str, password: str, clock: Clock, cost: Cost | None = None
) -> NewProfile:
    """A new profile with its first user.

    Args:
        hall: code of letters and digits, part of the name of the origin, such as the short division code.
        window: two digits.
        user: login name of the first clerk.

    Raises:
        ProfileExists, InvalidInput, DiskFull, FileRefused.
    """
    if has_profile(folder):
        raise ProfileExists(path=str(folder))
    check_names(hall=hall, window=window)
    private_dir(folder)
    keys, key, code = KeyFile.create(folder / KEY_FILE, user=user, password=password, cost=cost)
    try:
        store = Store.create(folder, key, hall=hall, window=window, clock=clock)
    except BaseException:
        # The key of a database that never came to be opens nothing and bars the next try.
        if not (folder / DATABASE).exists():
            (folder / KEY_FILE).unlink()
        raise
    make_reserve(folder)
    return NewProfile(store, keys, code)


def has_profile(folder: Path) -> bool:
    """Whether somebody has set up a profile here."""
    return (folder / KEY_FILE).exists() or (folder / DATABASE).exists()


def load_keys(folder: Path) -> KeyFile:
    """The key file of the profile.

    Raises:
        FileMissing, FileRefused, KeyFileDamaged.
    """
    return KeyFile.load(folder / KEY_FILE)
