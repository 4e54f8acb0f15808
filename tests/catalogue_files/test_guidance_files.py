"""Policies and intermediaries in both kinds of file."""

import io

import msgspec
import pytest
from openpyxl import load_workbook

from desktop.catalogue_files.excel_read import read_excel
from desktop.catalogue_files.excel_write import TITLE_ROW, write_excel
from desktop.catalogue_files.json_file import read_json, write_json
from desktop.domain.catalogue import Catalogue
from tests.catalogue_files.conftest import excel_faults, faults_of


@pytest.fixture
def guidance(sample: Catalogue) -> Catalogue:
    """One item that may need a service, all policies, the whole register."""
    needy = next(item for item in sample.items if item.intermediary_services)
    return msgspec.structs.replace(sample, items=(needy,), referrals=(), regional_days=(), bundles=())


def test_policies_and_register_survive_the_workbook_and_json(guidance: Catalogue):
    assert guidance.policies
    assert guidance.intermediaries
    for back in (read_excel(write_excel(guidance))[0], read_json(write_json(guidance))):
        assert back.policies == guidance.policies
        assert back.intermediaries == guidance.intermediaries
        assert back.items == guidance.items


def test_a_condition_that_cannot_be_read_is_told_at_its_cell(guidance: Catalogue):
    workbook = load_workbook(io.BytesIO(write_excel(guidance)))
    titles = [cell.value for cell in workbook["政策"][TITLE_ROW]]
    place = workbook["政策"].cell(TITLE_ROW + 1, titles.index("适用条件*") + 1)
    place.value = "年满80周岁"

    found = excel_faults(workbook)

    assert [(f.reason, f.sheet, f.row, f.title) for f in found] == [
        ("condition_syntax", "政策", TITLE_ROW + 1, "适用条件")
    ]


@pytest.mark.parametrize(
    ("condition", "reason", "path"),
    [
        (b'{"is": "all", "parts": [{"is": "test", "fact": "age"}]}', "json_field_missing", ".condition.parts[0]"),
        (b'{"is": "unless", "parts": []}', "json_value", ".condition"),
        (b'{"is": "not", "part": {"is": "any", "parts": [], "x": 1}}', "json_field_unknown", ".condition.part"),
        (b'{"is": "test", "fact": "age", "op": "like"}', "json_value", ".condition.op"),
    ],
)
def test_a_condition_of_no_form_is_told_by_its_path(guidance: Catalogue, condition: bytes, reason: str, path: str):
    one = msgspec.structs.replace(guidance, policies=guidance.policies[:1])
    sound = msgspec.json.encode(one.policies[0].condition)
    broken = msgspec.json.encode(one).replace(sound, condition)
    assert broken != msgspec.json.encode(one)

    assert [(f.reason, f.path) for f in faults_of(read_json, broken)] == [(reason, f"policies[0]{path}")]


@pytest.mark.parametrize("depth", [25, 250, 900, 10_000])
def test_a_condition_nested_without_end_is_refused_and_nothing_falls_over(guidance: Catalogue, depth: int):
    one = msgspec.structs.replace(guidance, policies=guidance.policies[:1])
    sound = msgspec.json.encode(one.policies[0].condition)
    deep = b'{"is":"not","part":' * depth + b'{"is":"all"}' + b"}" * depth

    assert faults_of(read_json, msgspec.json.encode(one).replace(sound, deep))
