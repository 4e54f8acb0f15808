"""The look of the citizen's view: the same tokens as everywhere, in the large print that is read from a chair away."""

import re
from dataclasses import asdict
from string import Template

from ui.theme import Tokens, scaled

LARGE_PERCENT = 130  # for elders

_SHEET = """
#citizen { background: $bg; }
#citizen QLabel { font-size: 22px; color: $text; }
#citizen #asking { font-size: 32px; font-weight: 700; }
#citizen #said { font-size: 26px; font-weight: 700; }
#citizen #rowLabel { color: $muted; }
#citizen #rowValue { font-weight: 700; }
#citizen #aside { color: $muted; font-size: 18px; }
#citizen #trouble { color: $red; }
#citizen #sheet { background: $surface; border: 1px solid $line; border-radius: 8px; }
#citizen QPushButton { font-size: 22px; padding: 12px 22px; border-radius: 8px; }
#citizen #level { background: $surface; border: 2px solid $border; border-radius: 12px; }
#citizen #level[chosen="true"] { background: $accent_soft; border: 3px solid $accent; }
#citizen #level QLabel { font-size: 24px; font-weight: 700; }
#citizen #level #key { font-size: 20px; color: $accent; }
#citizen #option { background: $surface; color: $text; border: 1px solid $border; text-align: left; font-size: 19px;
  padding: 5px 14px; }
#citizen #option:checked { background: $accent_soft; border: 2px solid $accent; font-weight: 700; }
"""


def citizen_style(tokens: Tokens, *, is_large: bool) -> str:
    """The style sheet of the view; its size does not follow the clerk's own size of text."""
    percent = LARGE_PERCENT if is_large else 100
    sized = re.sub(r"\b(\d+)px", lambda match: f"{scaled(int(match[1]), percent=percent)}px", _SHEET)
    return Template(sized).substitute(asdict(tokens))
