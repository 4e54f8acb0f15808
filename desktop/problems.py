"""What the surroundings did to us: disk, file, another program. The words are in desktop.messages.

A DomainError is answered by the clerk, an EnvironmentProblem by trying again or calling help. In each of them what was
acknowledged before is kept: the transaction that met the problem was rolled back as a whole.
"""

import re
from typing import Any


class EnvironmentProblem(Exception):
    """Something outside the program is in the way; nothing that was saved is lost.

    `key` names the sentence in desktop.messages, `fields` fill its blanks. Fields hold paths, sizes, versions and the
    library's short reason, never what a clerk typed.
    """

    def __init__(self, **fields: Any) -> None:
        super().__init__(fields)
        self.fields = fields

    @property
    def key(self) -> str:
        """Snake-case class name: DiskFull → disk_full."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def __str__(self) -> str:
        return f"{self.key} {self.fields}" if self.fields else self.key


class DiskFull(EnvironmentProblem):
    """No room left on the disk that holds `path`."""


class FileMissing(EnvironmentProblem):
    """There is no file at `path`."""


class FileRefused(EnvironmentProblem):
    """The system does not let us read or write `path`, or the disk reports a fault; `reason` is the system's word."""


class DatabaseDamaged(EnvironmentProblem):
    """The file at `path` is not whole; `reason` is the library's word. It is never deleted."""


class DatabaseSetAside(EnvironmentProblem):
    """The damaged file was moved whole into `folder`; `lines` of its ledger can be read. Nothing was deleted."""


class WrongKey(EnvironmentProblem):
    """The key does not belong to the file at `path`."""


class DatabaseBusy(EnvironmentProblem):
    """Another program has held the file at `path` for more than five seconds."""


class SchemaTooNew(EnvironmentProblem):
    """The data were written by a newer program: schema `found`, this program knows `known`."""


class KeyFileDamaged(EnvironmentProblem):
    """The key file at `path` cannot be read; take it from a backup."""


class ProfileInUse(EnvironmentProblem):
    """The profile at `path` is open in another window of this program."""


class ProfileExists(EnvironmentProblem):
    """There is a profile at `path` already; it is not overwritten."""


class BackupFaulty(EnvironmentProblem):
    """The backup at `path` was read back and is not the same as the store; `reason` says where. It was not kept."""


class ScanMissing(EnvironmentProblem):
    """There is no file of the page whose hash begins with `sha256`: not taken over at a restore, or deleted by hand."""


class ScanDamaged(EnvironmentProblem):
    """The file of the page whose hash begins with `sha256` is not what was kept. It is never deleted."""
