"""Free text as typed or pasted: reasons, addresses, relations. What cannot be seen must not reach a paper."""

import unicodedata


def clean_text(text: str) -> str:
    """The text on one line, without control, bidi and zero-width characters and half surrogates.

    Line breaks, tabs and wide blanks become one blank; outer blanks go. No other character is changed.
    """
    return " ".join("".join(_visible(char) for char in text).split())


def whole_characters(text: str) -> str:
    """The text with halves of surrogate pairs joined, or left out where the other half is missing.

    An editor with a length limit may cut a character of plane 2 in two; such a half can be stored nowhere.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char
