"""The shipped fonts, opened once."""

import pytest

from printing.fonts import FontBook, shipped_fonts


@pytest.fixture(scope="session")
def book() -> FontBook:
    return shipped_fonts()
