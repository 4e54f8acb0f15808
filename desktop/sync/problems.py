"""What the line or the store did to us. The words are in desktop.sync_sentences; nothing is lost by any of them.

A transport problem ends the burst and is tried again later; a problem of one file goes to whoever can act, and the rest
goes on.
"""

from desktop.problems import EnvironmentProblem


def megabytes(size_bytes: int) -> str:
    """A size as people compare it with what is printed on a stick; never 0 for what is there."""
    size = size_bytes / 1_000_000
    return f"{size:.0f} MB" if size >= 10 or size_bytes == 0 else f"{max(size, 0.1):.1f} MB"


class LineProblem(EnvironmentProblem):
    """Something between this window and the store. `retry_after_s` in fields: the store named a wait."""

    is_transport = True
    """The line as a whole is in trouble: everything else would fail too."""


class LineDown(LineProblem):
    """No way to the store: no network, no such host, connection refused or cut. `reason` is the library's word."""


class LineSilent(LineProblem):
    """The store did not answer in time (`seconds`)."""


class LoginPageInTheWay(LineProblem):
    """Something between answers with a page of its own: the network wants a login first."""


class ClockWrong(LineProblem):
    """Store and PC disagree about the time by `minutes`; TLS or the store refuses."""


class CertificateRefused(LineProblem):
    """The store's TLS certificate is not one that this PC trusts; `reason` is the library's word."""


class CredentialsRefused(LineProblem):
    """The store does not know this window (401), or its password has changed."""


class StoreForbids(LineProblem):
    """The store knows this window and does not let it do this (403); `name` is the file."""

    is_transport = False


class StoreFull(LineProblem):
    """The store has no room left (507)."""


class StoreBusy(LineProblem):
    """The store asks to wait (408, 429, 503)."""


class StoreFaulty(LineProblem):
    """The store answers with an error of its own (5xx, or not what was asked for); `reason` says which."""


class NotThere(LineProblem):
    """There is no file `name`."""

    is_transport = False


class TooLarge(LineProblem):
    """The file `name` is larger than any of ours may be."""

    is_transport = False


class StickFull(LineProblem):
    """The USB stick has no room: `needed` of `free` bytes. Its fields hold them in words, in MB."""

    def __init__(self, *, needed: int, free: int) -> None:
        super().__init__(needed=megabytes(needed), free=megabytes(free))


class StickReadOnly(LineProblem):
    """The USB stick cannot be written."""


class StickGone(LineProblem):
    """The USB stick was pulled out."""


class StickUnsound(LineProblem):
    """What was written to the USB stick reads back as something else: it is worn out, or smaller than it says."""


class StickStopped(LineProblem):
    """A person stopped the writing; the stick is as it was before."""


class StoreConfigFaulty(EnvironmentProblem):
    """The enrolment describes the store so that it cannot be opened: `option` of `kind` is missing or unknown."""
