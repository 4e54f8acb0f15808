"""The sheet of bundles (一件事): one row each, its items one a line."""

import msgspec

from desktop.catalogue_files.cells import CODE, LINES, TEXT, Cell, choice, plain
from desktop.catalogue_files.condition_text import read_condition, write_condition
from desktop.catalogue_files.faults import CellFault
from desktop.catalogue_files.plan import Column, Sheet
from desktop.domain.catalogue import BundlePart, ItemStatus, Question

_BAR = "｜"  # as full width, because answers of a condition are joined by |
_questions: msgspec.json.Decoder[tuple[Question, ...]] = msgspec.json.Decoder(tuple[Question, ...])


def _read_parts(value: object) -> tuple[BundlePart, ...]:
    """Lines of 实施编码, or 实施编码｜条件."""
    parts = []
    for line in filter(None, (line.strip() for line in plain(value).split("\n"))):
        code, _, when = line.partition(_BAR)
        parts.append(BundlePart(item=code.strip(), when=read_condition(when)))
    return tuple(parts)


def _write_parts(parts: tuple[BundlePart, ...]) -> str:
    written = ((part.item, write_condition(part.when)) for part in parts)
    return "\n".join(f"{code}{_BAR}{when}" if when else code for code, when in written)


def _read_questions(value: object) -> tuple[Question, ...]:
    try:
        return _questions.decode(plain(value))
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        raise CellFault("json_value", detail=error) from None


PARTS = Cell(_read_parts, _write_parts, ())
QUESTIONS = Cell(_read_questions, lambda questions: msgspec.json.encode(questions).decode(), ())
STATUS = choice(
    {ItemStatus.IN_USE: "在用", ItemStatus.SUSPENDED: "暂停", ItemStatus.CANCELLED: "取消"},
    placeholder=ItemStatus.IN_USE,
)

BUNDLES = Sheet(
    "一件事",
    (
        Column("一件事编码", "code", CODE, is_required=True, width=20),
        Column("一件事名称", "name", is_required=True, width=40),
        Column("主题分类", "group", is_required=True, width=16),
        Column(
            "包含事项",
            "parts",
            PARTS,
            is_required=True,
            width=60,
            note="每行一个实施编码；按情形办的写成：编码｜条件。",
        ),
        Column("一件事情形", "questions", QUESTIONS, width=60, note="一件事自己的问题，写法同 JSON 目录。"),
        Column("合计份数的标准材料", "summed", LINES, note="各事项各留一份的材料，每行一个标准材料编码。"),
        Column("别名", "aliases", LINES, note="每个一行，用于搜索。"),
        Column("一件事状态", "status", STATUS),
        Column("设定依据", "legal_basis", LINES, width=40),
        Column("备注", "note", TEXT, width=40),
    ),
    field="bundles",
    note="几个事项一次申请：一张表、一套材料、一个受理。",
)
