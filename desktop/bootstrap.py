"""Builds everything below the screen: keys, store, clock. Tests, the command line and the screen start from here.

One profile folder is one window: `keys.json` (who may open it), `yichuang.db` (the encrypted store).
"""

import base64
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from desktop.bootstrap_sync import build_sync
from desktop.clock import HALL_ZONE
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import InvalidInput
from desktop.domain.key_sheet import KeySheet, PublicKey
from desktop.domain.numbers import is_practice_origin
from desktop.domain.people import Clerk, Hall, Session
from desktop.paths import private_dir
from desktop.ports import Clock
from desktop.ports_sync import SyncControl
from desktop.problems import DatabaseSetAside, DiskFull, ProfileExists
from desktop.services import catalogue as catalogue_service
from desktop.services import hall as hall_service
from desktop.store import backup as store_backup
from desktop.store import profile as store_profile
from desktop.store import rescue
from desktop.store.installation import window_of
from desktop.store.key_slots import Cost, DatabaseKey
from desktop.store.keys import KeyFile
from desktop.store.line import Line
from desktop.store.profile import has_profile, load_keys
from desktop.store.store import Store

_UNFINISHED = "setup-unfinished"


@dataclass(frozen=True, slots=True)
class Counter:
    """An open profile; `keys` is the file that says who may open it. Practice has no `sync`: it never leaves the PC."""

    store: Store
    clock: Clock
    profile: Path
    keys: KeyFile
    is_demo: bool = False
    is_practice: bool = False
    sync: SyncControl | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_practice", self.is_practice or is_practice_origin(self.store.origin))
        if self.sync is None and not self.is_practice:
            object.__setattr__(self, "sync", build_sync(self.store, clock=self.clock))

    def close(self) -> None:
        """Ends sync and closes the store; another program may open it then."""
        if self.sync is not None:
            self.sync.close()
        self.store.close()


def profile_exists(profile: Path) -> bool:
    """Whether this window has been set up; a set-up that the power cut off does not count."""
    return has_profile(profile) and not (profile / _UNFINISHED).exists()


def clerk_ids(profile: Path) -> list[str]:
    """Who can log in, by login name; readable before anybody has."""
    return load_keys(profile).users


def create_profile(
    profile: Path,
    *,
    hall: Hall,
    lead: Clerk,
    password: str,
    clock: Clock,
    catalogue: Catalogue | None = None,
    is_demo: bool = False,
    cost: Cost | None = None,
    fill: Callable[[Counter], None] = lambda _counter: None,
) -> tuple[Counter, str]:
    """Sets a window up: keys, encrypted store, hall, first clerk, catalogue.

    A set-up that broke off half way is put aside and begun again; a finished one is never touched.
    Args:
        fill: what else belongs to a finished set-up, such as the cases of a sample hall.

    Returns the open counter and the recovery code, which is stored nowhere and has to be shown now.

    Raises:
        InvalidInput: hall, clerk or password; nothing was made.
        ProfileExists: there is a window in this folder already.
    """
    for error in hall_service.hall_errors(hall):
        raise error
    if (profile / _UNFINISHED).exists():
        profile.rename(_aside(profile))
    if profile_exists(profile):
        raise ProfileExists(path=str(profile))
    private_dir(profile)
    (profile / _UNFINISHED).touch()
    made = store_profile.create_profile(
        profile,
        hall=hall.division,
        window=hall.window,
        user=lead.clerk_id,
        password=password,
        clock=clock,
        cost=cost,
    )
    counter = Counter(made.store, clock, profile, made.keys, is_demo=is_demo)
    try:
        _found(made.store, hall, lead, catalogue)
        fill(counter)
        if not is_demo:
            with made.store.write(Session(clerk=lead, window=hall.window)) as uow:
                hall_service.recovery_code_shown(uow)
    except BaseException:
        counter.close()
        raise
    (profile / _UNFINISHED).unlink()
    return counter, made.recovery_code


def _found(store: Store, hall: Hall, lead: Clerk, catalogue: Catalogue | None) -> None:
    with store.write(Session(clerk=lead, window=hall.window)) as uow:
        hall_service.change_hall(uow, hall)
        hall_service.set_clerk(uow, lead)
        if catalogue is not None:
            catalogue_service.adopt(uow, catalogue, msgspec.json.encode(catalogue, order="deterministic"))


def open_profile(
    profile: Path, clerk_id: str, password: str, *, clock: Clock, is_demo: bool = False
) -> tuple[Counter, Session]:
    """Opens the store for a clerk and notes the login.

    Raises:
        WrongPassword, LockedOut: not opened.
        DatabaseSetAside: the file was damaged and has been moved aside whole; a backup can be restored.
        EnvironmentProblem: the store cannot be opened; its words say why and what to do.
    """
    with _reserve_freed_when_full(profile):
        keys = load_keys(profile)
        key = keys.unlock(clerk_id, password, now_ms=_ms(clock))
        counter = Counter(_open_store(profile, key, clock), clock, profile, keys, is_demo=is_demo)
    return counter, begin_session(counter, clerk_id)


@contextlib.contextmanager
def _reserve_freed_when_full(profile: Path) -> Iterator[None]:
    """A full disk must not shut the counter: even the count of tries finds no room. The next try has the reserve."""
    try:
        yield
    except DiskFull as problem:
        raise DiskFull(**{**problem.fields, "reserve_freed": store_backup.free_reserve(profile)}) from problem


def _open_store(profile: Path, key: DatabaseKey, clock: Clock) -> Store:
    opened = rescue.open_or_set_aside(profile, key, clock=clock)
    if isinstance(opened, rescue.Rescue):
        raise DatabaseSetAside(folder=str(opened.folder), lines=opened.readable_lines)
    return opened


def open_with_recovery(
    profile: Path, code: str, clerk_id: str, new_password: str, *, clock: Clock
) -> tuple[Counter, Session]:
    """Opens the store with the code on the recovery sheet and gives the clerk a new password.

    Raises:
        InvalidInput: `unknown_clerk` for a name that nobody at this counter has; nothing was changed.
    """
    keys = load_keys(profile)
    key = keys.unlock_with_recovery(code, now_ms=_ms(clock))
    counter = Counter(_open_store(profile, key, clock), clock, profile, keys)
    try:
        with counter.store.read() as reader:
            known = {clerk.clerk_id for clerk in reader.clerks() if clerk.is_active}
        if clerk_id not in known:
            raise InvalidInput("unknown_clerk", field="clerk_id")
        keys.set_password(clerk_id, password=new_password, key=key)
        return counter, begin_session(counter, clerk_id)
    except BaseException:
        counter.close()
        raise


def check_password(counter: Counter, clerk_id: str, password: str) -> Session:
    """Unlocks the screen or changes the clerk. Raises WrongPassword, LockedOut."""
    counter.keys.unlock(clerk_id, password, now_ms=_ms(counter.clock))
    return begin_session(counter, clerk_id)


def begin_session(counter: Counter, clerk_id: str) -> Session:
    """Notes that the clerk sat down and says who acts from now on."""
    with counter.store.read() as reader:
        clerk = next((c for c in reader.clerks() if c.clerk_id == clerk_id), None) or Clerk(
            clerk_id=clerk_id, name=clerk_id
        )
        hall = reader.hall()
    session = Session(clerk=clerk, window=hall.window if hall else counter.store.installation.window)
    with counter.store.write(session) as uow:
        hall_service.logged_in(uow, clerk_id)
    return session


def renew_recovery_code(counter: Counter, session: Session) -> str:
    """A new recovery code, to be shown and printed now; the one before is void."""
    with counter.store.write(session) as uow:
        hall_service.recovery_code_shown(uow)
    return counter.store.new_recovery_code(counter.keys)


def prove_recovery_sheet(counter: Counter, session: Session) -> None:
    """Somebody has typed parts of the newest recovery code from paper."""
    with counter.store.write(session) as uow:
        hall_service.recovery_sheet_proved(uow)


def add_clerk(counter: Counter, session: Session, clerk: Clerk, password: str) -> None:
    """A new clerk with a password. Raises InvalidInput; `clerk_exists` for a login name that is taken."""
    if clerk.clerk_id in counter.keys.users:
        raise InvalidInput("clerk_exists", field="clerk_id")
    with counter.store.write(session) as uow:
        hall_service.set_clerk(uow, clerk)
        counter.store.let_in(counter.keys, clerk.clerk_id, password=password)


def retire_clerk(counter: Counter, session: Session, clerk: Clerk) -> None:
    """The clerk can log in no more; the ledger keeps what was done."""
    with counter.store.write(session) as uow:
        hall_service.set_clerk(uow, msgspec.structs.replace(clerk, is_active=False))
        counter.keys.remove_user(clerk.clerk_id)


def change_password(counter: Counter, clerk_id: str, *, old: str, new: str) -> None:
    """Raises WrongPassword, LockedOut, InvalidInput."""
    counter.keys.change_password(clerk_id, old=old, new=new, now_ms=_ms(counter.clock))


def adopt_catalogue(counter: Counter, session: Session, catalogue: Catalogue) -> bool:
    """Puts a sound catalogue in force from its day on; False if this very one is here already.

    Raises:
        InvalidInput: older than the newest one, or of another region.
    """
    body = msgspec.json.encode(catalogue, order="deterministic")
    with counter.store.write(session) as uow:
        return catalogue_service.adopt(uow, catalogue, body).catalogue


def back_up(counter: Counter, target: Path) -> Path:
    """Writes a checked, encrypted copy into a new folder of `target`, while work goes on. Returns that folder.

    Raises:
        EnvironmentProblem: nothing is left in `target`.
    """
    return counter.store.back_up(target)


def restore(backup: Path, profile: Path) -> None:
    """Puts a backup into a folder that has no profile yet; its next opening goes on as a new origin."""
    store_backup.restore(backup, profile)


def salvage(folder: Path, keys: KeyFile, clerk_id: str, password: str, *, clock: Clock) -> Iterator[Line]:
    """Ledger lines that can be read from a store that was set aside, opened for reading only, oldest first.

    Raises:
        WrongPassword, LockedOut.
    """
    key = keys.unlock(clerk_id, password, now_ms=_ms(clock))
    return rescue.readable_lines(folder, key)


def key_sheet(counter: Counter) -> KeySheet:
    """The public keys of this window, old and new, with which any office can check its papers offline.

    A key holds from the day of its origin's first line, if there is one; the window is the one in the origin's name.
    """
    with counter.store.read() as reader:
        hall = reader.hall()
        keys = [(origin, key, reader.ledger.line(origin, 1)) for origin, key in reader.public_keys()]
    return KeySheet(
        keys=tuple(
            PublicKey(
                origin=origin,
                hall=hall.name if hall else "",
                window=window_of(origin),
                public_key=base64.b64encode(key).decode(),
                valid_from=_day_of(first) if first else None,
            )
            for origin, key, first in keys
        )
    )


def change_hall(counter: Counter, session: Session, hall: Hall) -> None:
    """Sets the hall; a new division or window number makes this PC a new origin, so that no number can repeat."""
    with counter.store.write(session) as uow:
        hall_service.change_hall(uow, hall)
    counter.store.move(hall=hall.division, window=hall.window)


def _ms(clock: Clock) -> int:
    return int(clock.now().timestamp() * 1000)


def _day_of(line: Line) -> date:
    return datetime.fromtimestamp(line.at / 1000, UTC).astimezone(HALL_ZONE).date()


def _aside(path: Path) -> Path:
    return next(p for n in range(1, 1000) if not (p := path.with_name(f"{path.name}.old{n}")).exists())
