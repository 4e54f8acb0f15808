"""Every fault can be told, and no sentence is left without its fault."""

import re
from pathlib import Path

import pytest

from desktop.catalogue_files.faults import FileFault
from desktop.catalogue_files.reasons import REASONS

DESKTOP = Path(__file__).parents[2] / "desktop"
SOURCES = [
    *(path for path in (DESKTOP / "catalogue_files").glob("*.py") if path.name != "reasons.py"),
    *(
        DESKTOP / "domain" / f"{name}.py"
        for name in ("catalogue_rules", "catalogue_guidance", "catalogue_places", "condition")
    ),
]
RAISED = re.compile(r'(?:CellFault|FileFault|refuse_file|\.fault)\(\s*"(\w+)"|Fault\(\s*[^,()]+, "(\w+)"')


def test_every_reason_that_is_given_has_a_sentence():
    given = {first or second for path in SOURCES for first, second in RAISED.findall(path.read_text("utf-8"))}

    assert {"empty", "code_rounded", "json_syntax", "committed_longer"} <= given
    assert given <= REASONS.keys()


def test_every_sentence_has_a_reason_that_is_given():
    source = "".join(path.read_text("utf-8") for path in SOURCES)

    assert [reason for reason in REASONS if f'"{reason}"' not in source] == []


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        (FileFault("file_empty"), "文件"),
        (FileFault("empty", path="items[3].name"), "items[3].name"),
        (FileFault("sheet_missing", {"sheet": "申请材料"}, sheet="申请材料"), "申请材料"),
        (FileFault("row_extra", sheet="目录信息", row=4), "目录信息 第4行"),
        (FileFault("empty", sheet="申请材料", row=5, column="C", title="材料名称"), "申请材料 第5行 C列（材料名称）"),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(fault, place):
    assert fault.place == place
