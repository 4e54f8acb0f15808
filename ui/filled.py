"""Blanks in translated texts: %1, %2 … as Qt writes them, so that a language may put them in another order."""

import re


def filled(text: str, *values: object) -> str:
    """The text with %1 … %9 replaced; a value is never looked into for blanks of its own."""
    return re.sub(r"%([1-9])", lambda match: str(values[int(match[1]) - 1]), text)
