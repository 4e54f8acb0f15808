"""A store on an encrypted file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.store import Store
from tests.store.samples import KEY, SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


@pytest.fixture
def store(profile: Path, clock: SetClock) -> Iterator[Store]:
    with Store.create(profile, KEY, hall="yangxu", window="02", clock=clock) as opened:
        yield opened
