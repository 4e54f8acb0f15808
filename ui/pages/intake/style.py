"""The look of the parts that only the intake page has, from the same tokens as everything else."""

import re
from dataclasses import asdict
from string import Template

from ui.theme import Tokens, scaled

_SHEET = """
#offer { background: transparent; border: 1px solid $line; border-radius: 4px; }
#offerNow { background: $accent_soft; border: 1px solid $accent; border-left: 3px solid $accent; border-radius: 4px; }
#keyCap { color: $accent; background: $accent_soft; border: 1px solid $accent; border-radius: 4px; font-weight: 700;
  padding: 2px 8px; }
#keyCapDim { color: $muted; background: transparent; border: 1px solid $line; border-radius: 4px; padding: 2px 8px; }
#stateKey { background: transparent; border: 1px solid transparent; border-radius: 4px; color: $text; font-size: 13px;
  padding: 3px 7px; }
#stateKey:hover { background: $accent_soft; }
#stateKey:disabled, #stateKey[dim="true"] { color: $muted; background: transparent; border: 1px solid transparent;
  padding: 3px 7px; text-decoration: line-through; }
#told { background: $yellow_soft; border: 1px solid $yellow; border-radius: 4px; }
#told QLabel { color: $text; }
#known { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 4px; }
#choice { background: $surface; border: 1px solid $border; border-radius: 4px; text-align: left; padding: 9px 14px;
  font-size: 15px; }
#choice:hover { background: $accent_soft; border-color: $accent; }
#kind { background: $surface; border: 1px solid $border; border-radius: 4px; padding: 4px 12px; font-size: 13px; }
#kind:checked { background: $accent_soft; color: $accent; border: 1px solid $accent; font-weight: 700; }
#kind:focus { border: 2px solid $accent; padding: 3px 11px; }
#id_number, #agent_id_number { min-width: 148px; }
#asked { font-size: 17px; font-weight: 700; }
"""


def intake_style(tokens: Tokens, *, percent: int) -> str:
    """The style sheet of the page for a theme and a size of text, 90 to 150 %."""
    sized = re.sub(r"\b(\d+)px", lambda match: f"{scaled(int(match[1]), percent=percent)}px", _SHEET)
    return Template(sized).substitute(asdict(tokens))
