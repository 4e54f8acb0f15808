"""The log that a technician may send away: rotating files in which nobody can be found again.

The rule is that no caller logs a number or a secret. `mask` is the net below that rule, spread over the finished line,
so that it also catches what a library brings in. It cannot know names: those stay out, and with them the text of an
exception that nobody foresaw, of which only its type and `places` are logged.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desktop.paths import private_dir

MASK = "****"
FILE_NAME = "yichuang.log"
FILE_SIZE_BYTES = 1_000_000
FILES_KEPT = 5

# One gap may stand between the groups of a number that was read from a card or a paper.
_CITIZEN_ID = r"(?<!\d)\d{6} ?\d{4} ?\d{4} ?\d{3}[\dXx](?![\dA-Za-z])"
_CITIZEN_ID_OF_OLD = r"(?<!\d)\d{15}(?!\d)"
_MOBILE = r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
_LANDLINE = r"(?<![\d-])0\d{2,3}-?\d{7,8}(?![\d-])"
_NUMBERS = re.compile("|".join((_CITIZEN_ID, _CITIZEN_ID_OF_OLD, _MOBILE, _LANDLINE)))

# A 32-byte key as the database takes it (64 hex digits), or as base64 with its padding.
_KEYS = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{64,}|[0-9A-Za-z+/_-]{42,}={1,2})(?![0-9A-Za-z])")

_NAMED_SECRETS = re.compile(
    r"""((?:password|passwd|passphrase|pwd|secret|token|key|recovery_code|口令|密码|密钥|恢复码)["']?\s*[=:：]\s*)"""
    r"""(?:"[^"]*"|'[^']*'|[^\s"',;)}\]]+)""",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """The text with every identity number, phone number, key and named secret replaced by `****`."""
    text = _NAMED_SECRETS.sub(rf"\1{MASK}", text)
    return _NUMBERS.sub(MASK, _KEYS.sub(MASK, text))


def places(trace: TracebackType | None) -> list[str]:
    """Where an error happened, innermost first: module, function, line. No values: they may be what somebody typed."""
    found = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        found.append(f"{module}.{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[::-1]


class MaskingFormatter(logging.Formatter):
    """Formats a record and masks the result, the traceback included.

    A filter would see the record before its arguments and its exception are put in, and would miss both.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One masked entry."""
        return mask(super().format(record))


@contextmanager
def log_file(folder: Path, *, level: int = logging.INFO) -> Iterator[Path]:
    """Sends the log of the whole program to rotating files in this folder, until the block is left.

    Entered once, by whoever starts a process (desktop/cli.py). The file comes into being with the first line.

    Yields:
        The file that is written now. Older ones stand beside it, five at most, a megabyte each.
    """
    path = private_dir(folder) / FILE_NAME
    handler = RotatingFileHandler(path, maxBytes=FILE_SIZE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    level_before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield path
    finally:
        root.setLevel(level_before)
        root.removeHandler(handler)
        handler.close()
