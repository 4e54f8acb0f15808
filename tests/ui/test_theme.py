"""The look: what is written can be read, in light and dark, at every size of text."""

import re
from dataclasses import fields

import pytest

from desktop.paths import resource
from ui.theme import DARK, LIGHT, TEXT_PAIRS, TONES, Tokens, contrast, scaled, stylesheet, tokens

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3 (AA)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(theme, ink, paper):
    assert contrast(getattr(theme, ink), getattr(theme, paper)) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    ("ink", "paper", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#000000", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast_is_that_of_wcag(ink, paper, expected):
    assert contrast(ink, paper) == pytest.approx(expected, abs=0.005)


def test_every_tone_has_its_ground_among_the_tokens():
    names = {f.name for f in fields(Tokens)}

    assert {tone for tone in TONES if tone != "muted"} <= {
        n.removesuffix("_soft") for n in names if n.endswith("_soft")
    }


def test_the_style_sheet_names_no_colour_of_its_own():
    source = resource("style", "window.qss").read_text("utf-8")

    assert re.findall(r":\s*[^;{}]*#[0-9A-Fa-f]{3,8}\b", source) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("percent", [90, 100, 125, 150])
def test_every_blank_of_the_style_sheet_is_filled(theme, percent):
    assert "$" not in stylesheet(theme, percent=percent)


def test_text_and_room_grow_and_hairlines_stay():
    assert [scaled(14, percent=150), scaled(20, percent=90), scaled(1, percent=150), scaled(3, percent=90)] == [
        21,
        18,
        1,
        3,
    ]
    assert "font-size: 21px" in stylesheet(LIGHT, percent=150)


def test_an_unknown_theme_is_the_light_one():
    assert tokens("dark") is DARK
    assert tokens("purple") is LIGHT


@pytest.mark.parametrize("name", ["down", "up", "check", "dot"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pictures_of_both_themes_are_shipped(name, theme):
    assert resource("style", f"{name}-{theme}.png").stat().st_size > 0
