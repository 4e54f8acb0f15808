"""Chinese is complete: every text of the screen is translated, its blanks are the same, and the shipped file has it."""

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from desktop.paths import resource

ROOT = Path(__file__).parents[2]


def load_build():
    spec = importlib.util.spec_from_file_location("build_translations", ROOT / "resources/translations/build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


build = load_build()


def messages(path):
    """(context, source, translation, is finished) of each text in a file."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield (
                context.findtext("name"),
                message.findtext("source"),
                translation.text or "",
                translation.get("type") is None,
            )


@pytest.fixture(params=build.areas())
def area(request):
    return request.param


def test_every_text_of_the_source_is_in_its_file(area, tmp_path):
    fresh = tmp_path / f"{area}.ts"

    build.gather(area, fresh)

    kept = {(context, source) for context, source, _, _ in messages(build.catalogue_file(area))}
    assert {(context, source) for context, source, _, _ in messages(fresh)} - kept == set()


def test_no_text_is_unfinished(area):
    open_ones = [
        source for _, source, text, done in messages(build.catalogue_file(area)) if not done or not text.strip()
    ]

    assert open_ones == []


def test_blanks_and_markup_of_a_translation_are_those_of_its_source(area):
    def parts(text):
        return sorted(re.findall(r"%\d|%n|\{\w*\}|</?p>|</?table>", text))

    different = [source for _, source, text, _ in messages(build.catalogue_file(area)) if parts(source) != parts(text)]

    assert different == []


def test_the_shipped_file_has_every_text(qapp, area):
    translator = QTranslator()
    assert translator.load(str(resource("translations", build.COMPILED)))

    lacking = [
        source
        for context, source, text, _ in messages(build.catalogue_file(area))
        if translator.translate(context, source) != text
    ]

    assert lacking == []


def test_every_module_belongs_to_one_area():
    assert build.area_of("ui/window.py") == "shell"
    assert build.area_of("ui/pages/intake/intake_page.py") == "intake"
    assert build.area_of("ui/pages/cases_page.py") == "cases"
    assert build.area_of("ui/pages/catalogue_page.py") == "catalogue"
    assert build.area_of("ui/pages/sync_page.py") == "sync"
