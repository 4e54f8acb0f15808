"""Typing Chinese on a fresh Linux desktop: what is found, what is done about it, what is said."""

import pytest

from ui.input_method import InputMethod, Lack, advice, find_input_method, installed_plugins, running_programs

IBUS = "libibusplatforminputcontextplugin.so"
FCITX5 = "libfcitx5platforminputcontextplugin.so"
WHEEL = {"libcomposeplatforminputcontextplugin.so", IBUS}  # what PySide6 brings


def find(environment=None, *, plugins=WHEEL, running=(), platform="linux"):
    return find_input_method(environment or {}, plugins=plugins, running=running, platform=platform)


def test_ibus_works_with_the_wheel_and_is_set():
    assert find({"XMODIFIERS": "@im=ibus"}) == InputMethod("ibus", "ibus", Lack.NOTHING)


def test_what_is_set_already_is_left_alone():
    assert find({"QT_IM_MODULE": "ibus"}) == InputMethod("ibus", "", Lack.NOTHING)
    assert find({"QT_IM_MODULES": "wayland;ibus"}) == InputMethod("ibus", "", Lack.NOTHING)


@pytest.mark.parametrize("variable", ["QT_IM_MODULE", "GTK_IM_MODULE"])
@pytest.mark.parametrize("name", ["fcitx", "fcitx5"])
def test_fcitx5_without_its_plug_in_falls_back_to_the_protocol_of_ibus(variable, name):
    assert find({variable: name}, running={"fcitx5"}) == InputMethod(name, "ibus", Lack.NOTHING)


def test_fcitx5_with_its_plug_in_is_used_as_it_is():
    assert find({"QT_IM_MODULE": "fcitx"}, plugins=WHEEL | {FCITX5}) == InputMethod("fcitx", "", Lack.NOTHING)


def test_the_forerunner_of_fcitx5_does_not_speak_ibus_and_the_clerk_is_told():
    assert find({"QT_IM_MODULE": "fcitx"}, running={"fcitx"}).lack is Lack.PLUGIN


def test_without_any_plug_in_the_clerk_is_told():
    assert find({"XMODIFIERS": "@im=fcitx"}, plugins=()) == InputMethod("fcitx", "", Lack.PLUGIN)


def test_an_input_method_that_runs_without_variables_is_found():
    assert find(running={"bash", "fcitx5"}).module == "ibus"
    assert find(running={"ibus-daemon"}).module == "ibus"


def test_no_input_method_at_all_is_said():
    assert find({"DISPLAY": ":0"}).lack is Lack.INPUT_METHOD


def test_a_desktop_on_wayland_alone_talks_to_qt_itself():
    assert find({"WAYLAND_DISPLAY": "wayland-0"}) == InputMethod("", "", Lack.NOTHING)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_their_own(platform):
    assert find({"DISPLAY": ":0"}, platform=platform).lack is Lack.NOTHING


def test_the_sentence_says_what_to_install_and_nothing_is_said_if_all_is_well():
    assert advice(InputMethod("ibus", "", Lack.NOTHING)) == ""
    assert "fcitx5" in advice(InputMethod("", "", Lack.INPUT_METHOD))
    assert "fcitx " in advice(InputMethod("fcitx", "", Lack.PLUGIN))


def test_the_qt_that_runs_us_speaks_ibus():
    assert IBUS in installed_plugins()


def test_the_programs_that_run_are_known_by_name():
    assert all(name == name.strip() for name in running_programs())
