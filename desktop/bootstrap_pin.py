"""The PIN at an open counter: set with the password, used to change the clerk in two seconds."""

from desktop.bootstrap import Counter, begin_session
from desktop.domain.people import Session
from desktop.store import pins
from desktop.store.keys import FREE_TRIES, WrongPassword
from desktop.store.pins import is_pin as is_pin


def check_pin(counter: Counter, clerk_id: str, pin: str) -> Session:
    """Unlocks the screen or changes the clerk, while the counter is open. Raises WrongPassword, LockedOut."""
    if clerk_id not in counter.keys.users:
        raise WrongPassword(tries_left=FREE_TRIES)
    pins.check_pin(counter.store, clerk_id, pin, now_ms=_now(counter))
    return begin_session(counter, clerk_id)


def check_consent(counter: Counter, clerk_id: str, secret: str) -> None:
    """Returns if this is the colleague's PIN or password, who agrees with it; the session stays whose it is.

    Raises:
        WrongPassword, LockedOut.
    """
    if is_pin(secret) and clerk_id in counter.keys.users:
        pins.check_pin(counter.store, clerk_id, secret, now_ms=_now(counter))
    else:
        counter.keys.unlock(clerk_id, secret, now_ms=_now(counter))


def set_pin(counter: Counter, session: Session, *, password: str, pin: str) -> None:
    """The clerk's own PIN; the password has to be right, so that nobody sets one at a counter left open.

    Raises:
        WrongPassword, LockedOut, InvalidInput.
    """
    counter.keys.unlock(session.clerk.clerk_id, password, now_ms=_now(counter))
    pins.set_pin(counter.store, session.clerk.clerk_id, pin)


def remove_pin(counter: Counter, session: Session) -> None:
    """Only the password opens the screen for this clerk from now on."""
    pins.remove_pin(counter.store, session.clerk.clerk_id)


def has_pin(counter: Counter, session: Session) -> bool:
    """Whether the clerk has one."""
    return pins.has_pin(counter.store, session.clerk.clerk_id)


def _now(counter: Counter) -> int:
    return int(counter.clock.now().timestamp() * 1000)
