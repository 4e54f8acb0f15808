"""What is random in a ledger's texts, replaced by something of the same form that depends on its place alone."""

import hashlib
import itertools
import re

_FORMS = re.compile(
    r"(?P<code>(?<=\"YC1:)[0-9A-Z $%*+./:-]{60,})"
    r"|(?P<hash>\b[0-9a-f]{64}\b)"
    r"|(?P<id>\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b)"
    r"|(?P<tag>(?<=02-)[0-9A-Z]{6}(?=-\d))"
    r"|(?<=-)(?P<serial>\d{8}-\d{4}-)(?P<check>[0-9A-Z]\b)"  # of a case number; it depends on the tag
)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = {"code": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", "tag": _CROCKFORD}
_HEX = "0123456789abcdef"
_TIME_IN_ID = 15  # characters of a UUIDv7 that come from the clock, and its version


class Order:
    """Gives each random part its successor, the same one wherever it comes up again."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def text(self, text: str) -> str:
        """The text with its random parts settled."""
        return _FORMS.sub(self._settle, text)

    def _settle(self, found: re.Match[str]) -> str:
        form, part = str(found.lastgroup), found[0]
        if form == "check":
            return found["serial"] + _drawn(sum(found["serial"].encode()), _CROCKFORD, 1)
        if part not in self._known:
            kept = _TIME_IN_ID if form == "id" else 0
            drawn = _drawn(len(self._known), _LETTERS.get(form, _HEX), len(part))
            is_text = form == "code"
            rest = zip(part[kept:], drawn, strict=False)
            self._known[part] = part[:kept] + "".join(old if old == "-" and not is_text else new for old, new in rest)
        return self._known[part]


def _drawn(seed: int, letters: str, count: int) -> str:
    digest = hashlib.shake_256(str(seed).encode()).digest(count)
    return "".join(letters[byte % len(letters)] for byte in itertools.islice(digest, count))
