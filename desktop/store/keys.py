"""The key file of a profile: who may open the database, and how often somebody tried in vain.

The key of the database never stands here in the clear. Each user has a slot, and one more belongs to the recovery
code that is shown and printed once, at set-up. Wrong tries are counted in the file before the password is looked at,
so that pulling the plug does not give free ones.
"""

import base64
import contextlib
import secrets
from pathlib import Path
from typing import Self

import msgspec

from desktop.domain.errors import DomainError, InvalidInput, NotAllowed
from desktop.problems import EnvironmentProblem, KeyFileDamaged, ProfileExists
from desktop.store.files import file_problems, write_whole
from desktop.store.key_slots import Cost, DatabaseKey, Slot, new_database_key, unwrap, wrap
from desktop.store.recovery_code import new_recovery_code, parse_recovery_code

FREE_TRIES = 5
FIRST_WAIT_S = 60
LONGEST_WAIT_S = 15 * 60
SHORTEST_PASSWORD = 8
_FORMAT = 1
_USER = "user:"
_RECOVERY = "recovery"
_NOBODY = "nobody"


class WrongPassword(DomainError):
    """The password is not the right one; `tries_left` before a wait, 0 means that the wait has begun."""


class LockedOut(DomainError):
    """Too many wrong tries; the next one is heard in `seconds`."""


class Tries(msgspec.Struct, forbid_unknown_fields=True):
    """Wrong tries since the last right one, and the wait that the last of them began.

    `since_ms` is UTC milliseconds by the clock of this machine.
    """

    wrong: int = 0
    wait_s: int = 0
    since_ms: int = 0

    def seconds_left(self, now_ms: int) -> int:
        """Seconds until the next try is heard. A clock that was set back starts the wait again; it never adds to it."""
        if now_ms < self.since_ms:
            self.since_ms = now_ms
        left_ms = self.since_ms + self.wait_s * 1000 - now_ms
        return max(0, -(-left_ms // 1000))

    def count(self, now_ms: int) -> None:
        """One more wrong try: five are free, then 1 minute, doubling up to 15."""
        self.wrong += 1
        over = self.wrong - FREE_TRIES
        self.wait_s = min(FIRST_WAIT_S * 2 ** min(over, 10), LONGEST_WAIT_S) if over >= 0 else 0
        self.since_ms = now_ms

    @property
    def left(self) -> int:
        """Tries before the next wait; 0 while waiting."""
        return max(0, FREE_TRIES - self.wrong)


class _Content(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    profile: str
    slots: dict[str, Slot]
    tries: dict[str, Tries]


class KeyFile:
    """The key file at `path`. Every change is on disk when the method returns."""

    def __init__(self, path: Path, content: _Content) -> None:
        self._path = path
        self._content = content

    def __repr__(self) -> str:
        return f"KeyFile({len(self._content.slots)} slots)"

    @classmethod
    def create(cls, path: Path, *, user: str, password: str, cost: Cost | None = None) -> tuple[Self, DatabaseKey, str]:
        """A new key, its file with a slot for the first user, and the recovery code, which is not stored anywhere.

        Raises:
            ProfileExists: there is a key file already; overwriting it would lose the database.
            InvalidInput: the password is too short.
        """
        if path.exists():
            raise ProfileExists(path=str(path))
        content = _Content(_FORMAT, secrets.token_hex(16), {}, {})
        file, key = cls(path, content), new_database_key()
        file.set_password(user, password=password, key=key, cost=cost)
        return file, key, file.renew_recovery_code(key=key, cost=cost)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The key file as it is on disk.

        Raises:
            FileMissing, FileRefused, KeyFileDamaged.
        """
        with file_problems(path):
            raw = path.read_bytes()
        try:
            content = msgspec.json.decode(raw, type=_Content)
            for slot in content.slots.values():
                for part in (slot.salt, slot.nonce, slot.wrapped):
                    base64.b64decode(part, validate=True)
        except (msgspec.DecodeError, ValueError) as error:
            raise KeyFileDamaged(path=str(path)) from error
        if content.format != _FORMAT or not content.slots:
            raise KeyFileDamaged(path=str(path))
        return cls(path, content)

    @property
    def profile(self) -> str:
        """Random name of the profile, the same in all its copies."""
        return self._content.profile

    @property
    def users(self) -> list[str]:
        """Who has a slot, by name."""
        return sorted(name.removeprefix(_USER) for name in self._content.slots if name.startswith(_USER))

    def unlock(self, user: str, password: str, *, now_ms: int) -> DatabaseKey:
        """The database key for this user; takes a noticeable fraction of a second on purpose.

        A name without a slot costs the same time and looks the same as a wrong password.

        Raises:
            WrongPassword, LockedOut.
        """
        return self._try_slot(_USER + user, password, now_ms)

    def unlock_with_recovery(self, code: str, *, now_ms: int) -> DatabaseKey:
        """The database key for the holder of the recovery sheet.

        Raises:
            InvalidInput: a slip of the hand; not counted as a try.
            WrongPassword, LockedOut.
        """
        return self._try_slot(_RECOVERY, parse_recovery_code(code), now_ms)

    def change_password(self, user: str, *, old: str, new: str, now_ms: int) -> None:
        """Give the user a new password; the old one must be right, and wrong ones are counted.

        Raises:
            WrongPassword, LockedOut, InvalidInput.
        """
        _check_password(new)
        key = self.unlock(user, old, now_ms=now_ms)
        self.set_password(user, password=new, key=key)

    def set_password(self, user: str, *, password: str, key: bytes, cost: Cost | None = None) -> None:
        """Add the user's slot or replace it; whoever holds the key may do so. Wrong tries are forgotten.

        Raises:
            InvalidInput: `password_short`, or an empty user.
        """
        _check_password(password)
        if not user.strip():
            raise InvalidInput("empty", field="user")
        self._put(_USER + user, password, key, cost)

    def remove_user(self, user: str) -> None:
        """Take the user's slot away; unknown users are ignored.

        Raises:
            NotAllowed: it is the last one, and nobody could open the store any more.
        """
        self._look_again()
        if self.users == [user]:
            raise NotAllowed(reason="last_user")
        self._content.slots.pop(_USER + user, None)
        self._content.tries.pop(_USER + user, None)
        self._save()

    def renew_recovery_code(self, *, key: bytes, cost: Cost | None = None) -> str:
        """A new recovery code, to be shown and printed now; the one before is void."""
        code = new_recovery_code()
        self._put(_RECOVERY, code, key, cost)
        return code

    def _put(self, name: str, secret: str, key: bytes, cost: Cost | None) -> None:
        self._look_again()
        used = cost or (self._content.slots[name].cost if name in self._content.slots else Cost())
        self._content.slots[name] = wrap(key, profile=self._content.profile, name=name, secret=secret, cost=used)
        self._content.tries.pop(name, None)
        self._save()

    def _try_slot(self, name: str, secret: str, now_ms: int) -> DatabaseKey:
        self._look_again()
        slot = self._content.slots.get(name)
        counted_as = name if slot else _NOBODY
        tries = self._content.tries.setdefault(counted_as, Tries())
        if seconds := tries.seconds_left(now_ms):
            self._save()
            raise LockedOut(seconds=seconds)
        tries.count(now_ms)
        self._save()
        key = unwrap(slot or self._decoy(), profile=self._content.profile, secret=secret)
        if key is None or slot is None:
            raise WrongPassword(tries_left=tries.left)
        del self._content.tries[counted_as]
        self._save()
        return key

    def _look_again(self) -> None:
        """Another program may have counted a try or set a password since: what it wrote must not be written over."""
        with contextlib.suppress(EnvironmentProblem):  # a file that is gone or spoilt is made whole by what we know
            on_disk = type(self).load(self._path)._content
            if on_disk.profile == self._content.profile:
                self._content = on_disk

    def _decoy(self) -> Slot:
        """Any slot, so that an unknown name takes as long as a wrong password."""
        return next(iter(self._content.slots.values()))

    def _save(self) -> None:
        write_whole(self._path, msgspec.json.format(msgspec.json.encode(self._content, order="sorted"), indent=1))


def _check_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise InvalidInput("password_short", field="password", least=SHORTEST_PASSWORD)
