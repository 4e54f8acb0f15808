"""What can be wrong with a file that came from outside. The words are in desktop.sync_sentences.

Such a file is set aside whole, never deleted, and never stops the others: whoever can act is shown its `name`, which
is in the fields of every fault (empty where the file has no name, as for what a person opened).
"""

from desktop.problems import EnvironmentProblem


class FileFault(EnvironmentProblem):
    """A file that cannot be used as it is."""


class Damaged(FileFault):
    """Cut off, changed on its way, or none of our files at all; `reason` is the first thing that did not fit."""


class NotForUs(FileFault):
    """Sealed to others: none of our identities opens it."""


class Misplaced(FileFault):
    """The file is whole and says that it belongs elsewhere: `found` is what it says, `expected` what its name says."""


class UnknownSigner(FileFault):
    """No approved key belongs to `origin`."""


class RevokedSigner(FileFault):
    """The key of `origin` was revoked. Raised by whoever keeps the keys."""


class SignatureWrong(FileFault):
    """Signed by another key than the one that `signer` has: an origin, or `city`."""


class ChainBroken(FileFault):
    """The lines of `origin` from `seq` on do not follow from what was before; `reason` is `gap` or `hash`."""


class TooNew(FileFault):
    """Written by a newer program: version `found` of `what`, this one reads up to `known`."""


class Bomb(FileFault):
    """Larger, or unpacks to more, than the `limit` in bytes that such a file may have."""
