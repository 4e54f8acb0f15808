"""The door of a profile: what login, first set-up and recovery ask of the store.

Everything here is called on a worker. Store and keys are imported at the first call, after the window is painted.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import SystemClock
from desktop.paths import PRACTICE

if TYPE_CHECKING:
    from desktop.bootstrap import Counter
    from desktop.domain.catalogue import Catalogue
    from desktop.domain.people import Clerk, Hall, Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A counter that is open, and who sits at it. `recovery_code` is shown once, after a first set-up."""

    counter: "Counter"
    session: "Session"
    recovery_code: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """One profile on this PC."""

    profile: Path
    clock: SystemClock
    is_demo: bool = False

    def exists(self) -> bool:
        """Whether the window has been set up."""
        from desktop import bootstrap

        return bootstrap.profile_exists(self.profile)

    def clerk_ids(self) -> list[str]:
        """Login names, in order; empty before the first set-up."""
        from desktop import bootstrap

        return bootstrap.clerk_ids(self.profile) if bootstrap.profile_exists(self.profile) else []

    def open(self, clerk_id: str, password: str) -> Opened:
        """Raises what desktop.bootstrap.open_profile raises."""
        from desktop import bootstrap

        return Opened(*bootstrap.open_profile(self.profile, clerk_id, password, clock=self.clock, is_demo=self.is_demo))

    def recover(self, code: str, clerk_id: str, new_password: str) -> Opened:
        """Raises what desktop.bootstrap.open_with_recovery raises."""
        from desktop import bootstrap

        return Opened(*bootstrap.open_with_recovery(self.profile, code, clerk_id, new_password, clock=self.clock))

    def prove_recovery_sheet(self, opened: Opened) -> None:
        """The recovery code is on paper."""
        from desktop import bootstrap

        bootstrap.prove_recovery_sheet(opened.counter, opened.session)

    def restore(self, backup: Path) -> None:
        """Puts a backup where the data file was. Raises what desktop.bootstrap.restore raises."""
        from desktop import bootstrap

        bootstrap.restore(backup, self.profile)

    def create(self, hall: "Hall", lead: "Clerk", password: str, catalogue: "Catalogue | None") -> Opened:
        """Sets the window up and seats its first clerk. Raises what desktop.bootstrap.create_profile raises."""
        from desktop import bootstrap

        counter, code = bootstrap.create_profile(
            self.profile,
            hall=hall,
            lead=lead,
            password=password,
            clock=self.clock,
            catalogue=catalogue,
            is_demo=self.is_demo,
        )
        return Opened(counter, bootstrap.begin_session(counter, lead.clerk_id), code)

    def practise(self, clerk_id: str, name: str) -> Opened:
        """Opens practice, which lies beside this profile and knows nothing of it. Nobody is asked for a password."""
        from desktop import practice
        from desktop.domain.people import Clerk

        clerk = Clerk(clerk_id=clerk_id, name=name)
        return Opened(*practice.open_practice(self.practice_folder, clerk, clock=self.clock))

    def delete_practice(self) -> None:
        """Throws practice away; it must be closed."""
        from desktop import practice

        practice.delete_practice(self.practice_folder)

    @property
    def practice_folder(self) -> Path:
        """The profile of practice on this PC."""
        return self.profile.with_name(PRACTICE)
