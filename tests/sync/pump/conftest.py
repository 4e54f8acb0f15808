"""A hall with its windows and its city for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.proof.halls import HallWindow, World, world


@pytest.fixture
def at(tmp_path: Path) -> Iterator[World]:
    """One approved window and its city."""
    with world(tmp_path) as made:
        yield made


@pytest.fixture
def window(at: World) -> HallWindow:
    """The window of `at`; what it has asked so far is forgotten."""
    at.windows[0].line.requests.clear()
    return at.windows[0]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[World]:
    """Two approved windows of one hall."""
    with world(tmp_path, ("01", "02")) as made:
        for each in made.windows:
            each.line.requests.clear()
        yield made
