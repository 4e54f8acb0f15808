"""Catalogue files as they come from a mail or a stick, wrong in one place: the place is named, nothing is imported."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook

from desktop.bootstrap import Counter
from desktop.catalogue_files.excel_write import write_excel
from desktop.catalogue_files.reader import read_catalogue
from desktop.catalogue_files.sample import load_sample
from desktop.cli import cli
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import CatalogueInvalid
from desktop.messages import LANGUAGES
from tests.proof import counter_work, profiles
from tests.proof.clear_words import require_sentence

Tree = dict[str, Any]
ITEM = "items[0]"
MATERIAL = f"{ITEM}.materials[0]"


@pytest.fixture(scope="module")
def sound() -> Catalogue:
    """One item of the sample, for a later day than the one in force."""
    sample = load_sample()
    return msgspec.structs.replace(
        sample,
        division="450000",
        version="2026.12.01",
        items=sample.items[:1],
        bundles=(),
        referrals=(),
        regional_days=(),
    )


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Counter:
    opened = profiles.set_up(tmp_path_factory.mktemp("catalogue") / "window", counter_work.CATALOGUE)
    opened.close()
    return opened


def item(tree: Tree) -> Tree:
    found: Tree = tree["items"][0]
    return found


def material(tree: Tree) -> Tree:
    found: Tree = item(tree)["materials"][0]
    return found


def give(place: Callable[[Tree], Tree], **values: Any) -> Callable[[Tree], None]:
    """Sets fields of the thing at the place."""
    return lambda tree: place(tree).update(values)


def whole(tree: Tree) -> Tree:
    return tree


def twice(name: str) -> Callable[[Tree], None]:
    """The first entry of a list of the item once more."""
    return lambda tree: item(tree)[name].append(item(tree)[name][0])


HALF_A_DAY = {"count": 0.5, "unit": "working_days"}
DAY_OFF = {"day": "2026-04-20", "is_off": True, "why": "示例"}
FAULTS_IN_JSON: list[tuple[str, Callable[[Tree], None], str, str]] = [
    ("unknown field", give(item, colour="red"), ITEM, "json_field_unknown"),
    ("no name", lambda tree: item(tree).pop("name"), ITEM, "json_field_missing"),
    ("number for a name", give(item, name=5), f"{ITEM}.name", "json_value"),
    ("kind that is none", give(item, kind="99"), f"{ITEM}.kind", "json_value"),
    ("role that is none", give(item, role="king"), f"{ITEM}.role", "json_value"),
    ("day that does not exist", give(whole, issued_on="2026-02-30"), "issued_on", "json_value"),
    (
        "limit of half a day",
        give(item, committed_limit={"count": 0.5, "unit": "working_days"}),
        f"{ITEM}.committed_limit",
        "json_value",
    ),
    ("items that are no list", give(whole, items="none"), "items", "json_value"),
    ("no items", give(whole, items=[]), "items", "no_items"),
    ("version in words", give(whole, version="第一版"), "version", "version_form"),
    ("division of five digits", give(whole, division="45000"), "division", "division_code"),
    ("in force before it is issued", give(whole, in_force_on="2020-01-01"), "in_force_on", "in_force_before_issue"),
    ("item twice", lambda tree: tree["items"].append(item(tree)), "items[1]", "item_code_twice"),
    ("authority's code with a wrong check", give(item, authority_code="11450000DEM0000220"), ITEM, "credit_code"),
    ("no materials", give(item, materials=[]), ITEM, "no_materials"),
    ("material twice", twice("materials"), ITEM, "material_twice"),
    ("question twice", twice("questions"), ITEM, "question_twice"),
    ("condition on no question", give(material, when={"天气": ["晴"]}), MATERIAL, "when_question"),
    ("condition on no option", give(material, when={"办理人": ["邻居"]}), MATERIAL, "when_option"),
    ("condition without options", give(material, when={"办理人": []}), MATERIAL, "when_empty"),
    ("day twice", give(whole, regional_days=[DAY_OFF, DAY_OFF]), "regional_days", "day_twice"),
    ("blanks around a name", give(material, name=" 申请表 "), f"{MATERIAL}.name", "text_untrimmed"),
    ("control character in a name", give(material, name="申请\u0007表"), f"{MATERIAL}.name", "text_control"),
]


@pytest.mark.parametrize(
    ("spoil", "place", "reason"), [row[1:] for row in FAULTS_IN_JSON], ids=[row[0] for row in FAULTS_IN_JSON]
)
def test_a_fault_in_the_json_is_named_with_its_path(
    tmp_path: Path, sound: Catalogue, spoil: Callable[[Tree], None], place: str, reason: str
):
    tree = msgspec.json.decode(msgspec.json.encode(sound))
    spoil(tree)
    path = tmp_path / "catalogue.json"
    path.write_bytes(msgspec.json.encode(tree))

    require_fault(path, place=place, reason=reason)


def test_the_catalogue_that_the_rows_spoil_is_sound(tmp_path: Path, sound: Catalogue):
    path = tmp_path / "catalogue.json"
    path.write_bytes(msgspec.json.encode(sound))

    assert read_catalogue(path).catalogue == sound


FAULTS_IN_EXCEL: list[tuple[str, Callable[[Workbook], Any], str, str]] = [
    ("no sheet of materials", lambda book: book.remove(book["申请材料"]), "申请材料", "sheet_missing"),
    ("no column of codes", lambda book: clear(book, "基本信息", "实施编码"), "基本信息", "column_missing"),
    ("name left empty", lambda book: put(book, "基本信息", "事项名称", None), "（事项名称）", "empty"),
    ("kind that is none", lambda book: put(book, "基本信息", "事项类型", "许可证"), "（事项类型）", "not_choice"),
    ("day in words", lambda book: put(book, "目录信息", "发布日期", "明天"), "（发布日期）", "not_date"),
    ("formula", lambda book: put(book, "基本信息", "事项名称", "=1+1"), "（事项名称）", "cell_formula"),
    ("yes or no, perhaps", lambda book: put(book, "目录信息", "是否示例", "也许"), "（是否示例）", "not_yes_no"),
    ("code as a number", lambda book: put(book, "基本信息", "实施编码", 1.145e31), "（实施编码）", "code_rounded"),
    ("material of no item", lambda book: put(book, "申请材料", "实施编码", "X9"), "（实施编码）", "item_unknown"),
]


@pytest.mark.parametrize(
    ("spoil", "place", "reason"), [row[1:] for row in FAULTS_IN_EXCEL], ids=[row[0] for row in FAULTS_IN_EXCEL]
)
def test_a_fault_in_the_workbook_is_named_with_its_cell(
    tmp_path: Path, sound: Catalogue, spoil: Callable[[Workbook], None], place: str, reason: str
):
    workbook = load_workbook(io.BytesIO(write_excel(sound)))
    spoil(workbook)
    path = tmp_path / "catalogue.xlsx"
    workbook.save(path)

    require_fault(path, place=place, reason=reason)


FILES_THAT_ARE_NONE: list[tuple[str, bytes, str]] = [
    ("empty file", b"", "file_empty"),
    ("blanks only", b" \n ", "file_empty"),
    ("text", "目录".encode(), "file_not_catalogue"),
    ("page saved from a browser", b"<html><table></table></html>", "file_is_html"),
    ("workbook of the old kind", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "file_is_xls"),
    ("zip that is cut off", b"PK\x03\x04" + bytes(40), "file_damaged"),
    ("JSON that is cut off", b'{"version": "2026.12.01", "items": [', "json_syntax"),
    ("JSON in GB 18030", '{"publisher": "示例"}'.encode("gb18030"), "json_encoding"),
    ("JSON that is a list", b"[1, 2]", "json_value"),
]


@pytest.mark.parametrize(
    ("content", "reason"), [row[1:] for row in FILES_THAT_ARE_NONE], ids=[row[0] for row in FILES_THAT_ARE_NONE]
)
def test_a_file_that_is_no_catalogue_is_told_for_what_it_is(tmp_path: Path, content: bytes, reason: str):
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(content)

    require_fault(path, place="", reason=reason)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    require_fault(tmp_path / "none.xlsx", place="", reason="file_missing")


def spoilt_in_two_places(tree: Tree) -> None:
    item(tree).update(name=" ")
    material(tree).update(when={"天气": ["晴"]})


def older(tree: Tree) -> None:
    tree["version"] = "2026.01.01"


def of_another_region(tree: Tree) -> None:
    tree["division"] = "110000"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(spoilt_in_two_places, "没有导入"), (older, "2026.01.01"), (of_another_region, "110000")],
    ids=["faulty", "older", "another region"],
)
def test_what_is_refused_leaves_the_catalogue_in_force(
    tmp_path: Path, counter: Counter, sound: Catalogue, spoil: Callable[[Tree], None], said: str
):
    tree = msgspec.json.decode(msgspec.json.encode(sound))
    spoil(tree)
    path = tmp_path / "catalogue.json"
    path.write_bytes(msgspec.json.encode(tree))

    result = CliRunner().invoke(
        cli,
        ["catalogue", "import", str(path), "--profile", str(counter.profile), "--clerk", "lead", "--password-stdin"],
        input=profiles.PASSWORD + "\n",
    )

    assert result.exit_code == 1, result.output
    assert said in result.output
    with profiles.opened(counter.profile) as again, again.store.read() as reader:
        assert [version.version for version in reader.catalogue_versions()] == [counter_work.CATALOGUE.version]
        assert len(list(reader.ledger.of_kind("CatalogueAdopted"))) == 1


def require_fault(path: Path, *, place: str, reason: str) -> None:
    """Fails unless the file is refused for this reason at this place, in a clear sentence of each language."""
    with pytest.raises(CatalogueInvalid) as refusal:
        read_catalogue(path)

    faults = refusal.value.fields["faults"]
    assert [(place in fault.place, fault.reason) for fault in faults][:1] == [(True, reason)], faults
    for fault in faults:
        for language in LANGUAGES:
            require_sentence(fault.sentence(language), fault.reason, language)


def column(workbook: Workbook, sheet: str, title: str) -> tuple[int, int]:
    """Row of the titles and number of the column with this one."""
    for row in workbook[sheet].iter_rows(max_row=4):
        for cell in row:
            if str(cell.value or "").strip("*＊ ") == title:
                return int(cell.row or 0), int(cell.column or 0)
    raise AssertionError(f"no column {title} in {sheet}")


def put(workbook: Workbook, sheet: str, title: str, value: object) -> None:
    row, number = column(workbook, sheet, title)
    workbook[sheet].cell(row + 1, number).value = value  # type: ignore[assignment]


def clear(workbook: Workbook, sheet: str, title: str) -> None:
    workbook[sheet].cell(*column(workbook, sheet, title)).value = None
