"""A catalogue as JSON."""

import json

import msgspec
import pytest

from desktop.catalogue_files.json_file import read_json, write_json
from tests.catalogue_files.conftest import faults_of


def test_what_is_written_is_read_back(sample):
    assert read_json(write_json(sample)) == sample


def test_the_same_catalogue_gives_the_same_bytes(sample):
    assert write_json(sample) == write_json(read_json(write_json(sample)))


def test_a_byte_order_mark_is_let_pass(small):
    assert read_json(b"\xef\xbb\xbf" + write_json(small)) == small


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"version": ', "json_syntax"),
        (b"{'version': 1}", "json_syntax"),
        (b"[" * 100_000, "json_syntax"),
        ('{"publisher": "局"}'.encode("gbk"), "json_encoding"),
        (b"[]", "json_value"),
    ],
)
def test_what_is_no_catalogue_is_refused(data, reason):
    assert [fault.reason for fault in faults_of(read_json, data)] == [reason]


def test_every_misfit_is_named_with_its_path(small):
    value = json.loads(write_json(small))
    first, second = value["items"]
    del value["publisher"]
    value["colour"] = "red"
    first["kind"] = "99"
    first["committed_limit"] = {"count": 0, "unit": "working_days"}
    first["materials"][1]["copies"] = "两份"
    second["questions"][0]["options"][0]["key"] = 5
    del second["name"]

    found = {(fault.path, fault.reason) for fault in faults_of(read_json, json.dumps(value).encode())}

    assert found == {
        ("", "json_field_missing"),
        ("", "json_field_unknown"),
        ("items[0].kind", "json_value"),
        ("items[0].committed_limit", "json_value"),
        ("items[0].materials[1].copies", "json_value"),
        ("items[1].questions[0].options[0].key", "json_value"),
        ("items[1]", "json_field_missing"),
    }


def test_the_rules_of_the_catalogue_hold_for_json_too(small):
    broken = msgspec.structs.replace(small, version="1", items=(small.items[0],) * 2)

    found = faults_of(read_json, write_json(broken))

    assert [(fault.path, fault.reason) for fault in found] == [
        ("version", "version_form"),
        ("items[1].code", "item_code_twice"),
    ]
