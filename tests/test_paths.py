"""Profiles share nothing, a name is never a path, and what is shipped is found."""

from pathlib import Path

import pytest

from desktop import paths
from desktop.domain.errors import InvalidInput


def test_yichuang_home_moves_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("YICHUANG_HOME", str(tmp_path))

    assert paths.profile_dir() == tmp_path / "profiles" / "hall"
    assert paths.demo_dir() == tmp_path / "profiles" / "demo"
    assert paths.log_dir() == tmp_path / "logs"


def test_without_it_the_system_says_where(monkeypatch):
    monkeypatch.delenv("YICHUANG_HOME")

    assert paths.profile_dir().parts[-3:] == ("yichuang", "profiles", "hall")
    assert "yichuang" in paths.log_dir().parts


def test_a_relative_home_does_not_move_with_the_working_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("YICHUANG_HOME", "stick")
    monkeypatch.chdir(tmp_path)

    assert paths.home() == tmp_path / "stick"


@pytest.mark.parametrize("name", ["hall", "demo", "阳圩镇", "window-2", "a" * 40])
def test_a_profile_lies_directly_under_the_profiles(name):
    assert paths.profile_dir(name).parent == paths.home() / "profiles"


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "../hall", "/etc", "C:", "a b", "hall\n", "a" * 41])
def test_a_name_that_could_be_a_path_is_refused(name):
    with pytest.raises(InvalidInput) as refused:
        paths.profile_dir(name)
    assert refused.value.reason == "profile_name"


def test_asking_for_a_path_makes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("YICHUANG_HOME", str(tmp_path / "new"))

    paths.profile_dir()
    paths.log_dir()

    assert not (tmp_path / "new").exists()


def test_a_private_folder_is_for_its_user_alone(tmp_path):
    made = paths.private_dir(tmp_path / "a" / "b")

    assert made.is_dir()
    assert made.stat().st_mode & 0o077 == 0


def test_what_is_shipped_is_found():
    assert paths.resource("__init__.py").is_file()
    assert paths.resource() == Path(__file__).parents[1] / "resources"


def test_what_is_not_shipped_is_named():
    with pytest.raises(FileNotFoundError, match=r"resources/fonts/none\.ttf"):
        paths.resource("fonts", "none.ttf")
