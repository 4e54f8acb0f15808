"""The look of every window: one set of tokens for light and one for dark, and the style sheet made from them.

Green, yellow and red are lamps and nothing else; there is one accent. No widget names a colour of its own: it carries
an object name or a property, and resources/style says what that looks like.
"""

import re
from dataclasses import asdict, dataclass
from string import Template

from desktop.paths import resource

SPACING = 8
"""Distance between neighbours in pixels at 100 %; larger ones are multiples of it."""

PERCENT_LEAST, PERCENT_MOST = 90, 150
_SHEETS = ("window.qss", "intake.qss")
_HAIRLINE_PX = 3  # borders stay thin whatever the size of the text


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours by what they mean, as #RRGGBB."""

    name: str
    bg: str
    surface: str
    line: str
    border: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    accent_strong: str  # the accent under the pointer
    green: str
    green_soft: str
    yellow: str
    yellow_soft: str
    red: str
    red_soft: str
    rail: str
    rail_text: str
    rail_now: str
    rail_now_text: str
    rail_mark: str
    practice: str  # the frame around made-up data
    on_practice: str


LIGHT = Tokens(
    name="light",
    bg="#F4F5F7",
    surface="#FFFFFF",
    line="#DDE1E6",
    border="#8D97A5",
    text="#1B1F24",
    muted="#5B6470",
    accent="#1F5FBF",
    accent_soft="#E8F0FC",
    on_accent="#FFFFFF",
    accent_strong="#184E9F",
    green="#1E7B3A",
    green_soft="#E6F4EA",
    yellow="#8A5A00",
    yellow_soft="#FFF3D6",
    red="#B3261E",
    red_soft="#FCE8E6",
    rail="#17233A",
    rail_text="#C9D3E6",
    rail_now="#24375C",
    rail_now_text="#FFFFFF",
    rail_mark="#6EA2F5",
    practice="#6B3FA0",
    on_practice="#FFFFFF",
)

DARK = Tokens(
    name="dark",
    bg="#11151B",
    surface="#1A2029",
    line="#2D3642",
    border="#667386",
    text="#E6EAF0",
    muted="#A5B0BF",
    accent="#86B4FF",
    accent_soft="#203454",
    on_accent="#0E1A2E",
    accent_strong="#A6C8FF",
    green="#7FCE95",
    green_soft="#17321F",
    yellow="#E8BD63",
    yellow_soft="#3A2E12",
    red="#F59B94",
    red_soft="#45211E",
    rail="#0B1017",
    rail_text="#B7C3D4",
    rail_now="#1D2C47",
    rail_now_text="#FFFFFF",
    rail_mark="#6EA2F5",
    practice="#C9A6F2",
    on_practice="#22123A",
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, paper) for ink in ("text", "muted") for paper in ("bg", "surface", "accent_soft")),
    *((ink, paper) for ink in ("accent", "green", "yellow", "red") for paper in ("bg", "surface")),
    *((lamp, f"{lamp}_soft") for lamp in ("accent", "green", "yellow", "red")),
    *(("text", f"{lamp}_soft") for lamp in ("green", "yellow", "red")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("rail_text", "rail"),
    ("rail_text", "rail_now"),
    ("rail_now_text", "rail_now"),
    ("on_practice", "practice"),
)
"""Every ink and the paper that it is ever written on: each pair must reach 4.5 : 1."""

TONES = ("green", "yellow", "red", "accent", "muted")
"""What a chip may mean; muted is neither good nor bad."""


def tokens(name: str) -> Tokens:
    """The tokens of a theme by its name, light or dark; light for any other."""
    return DARK if name == DARK.name else LIGHT


def stylesheet(tokens: Tokens, *, percent: int = 100) -> str:
    """The style sheet of the whole application.

    Args:
        percent: size of text and of the room around it, 90 to 150; hairlines keep their width.
    """
    source = "".join(resource("style", name).read_text("utf-8") for name in _SHEETS)
    folder = resource("style").as_posix()
    sized = re.sub(r"\b(\d+)px", lambda match: f"{scaled(int(match[1]), percent=percent)}px", source)
    return Template(sized).substitute(asdict(tokens), style=folder)


def scaled(pixels: int, *, percent: int) -> int:
    """A length for this size of text; up to 3 px it is a hairline and stays."""
    return pixels if pixels <= _HAIRLINE_PX else round(pixels * percent / 100)


def contrast(ink: str, paper: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
