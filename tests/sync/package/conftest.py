"""A window with a morning's work, and sticks to write it to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.package import media
from tests.sync.package.media import Medium
from tests.sync.package.window import Window


@pytest.fixture
def window() -> Window:
    """Six entries in two segments, three pages: one of two chunks."""
    made = Window()
    made.add_pages(70_000, 300_000, 60_000)
    return made


@pytest.fixture(params=media.KINDS)
def stick(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Medium]:
    """A real small stick of each kind."""
    with media.medium(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def card(tmp_path: Path) -> Iterator[Medium]:
    """One real stick, of the kind that every Linux can mount; where even that is not possible, the test is skipped."""
    with media.medium("ext4", tmp_path) as made:
        yield made
