"""One fault of a catalogue file: where it stands, and the sentence for the person who has to put it right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.catalogue_files.reasons import REASONS
from desktop.domain.errors import CatalogueInvalid

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong and where.

    In a workbook: `sheet`, `row` from 1, `column` letter and `title`; row 0 means the whole sheet, an empty column the
    whole row, an empty sheet the whole file. In JSON: `path`, such as `items[3].materials[2].when`.
    """

    reason: str
    fields: Mapping[str, object] = field(default_factory=dict)
    sheet: str = ""
    row: int = 0
    column: str = ""
    title: str = ""
    path: str = ""
    item_code: str = ""

    @property
    def place(self) -> str:
        """Where, for people: 申请材料 第5行 C列（材料名称）; the path in JSON; 文件 for the file as a whole."""
        if not self.sheet:
            return self.path or "文件"
        parts = [self.sheet]
        if self.row:
            parts.append(f"第{self.row}行")
        if self.column:
            parts.append(f"{self.column}列（{self.title}）")
        elif self.title:
            parts.append(f"（{self.title}）")
        return " ".join(parts)

    def sentence(self, language: str = "zh") -> str:
        """What is wrong, and what to do about it where that is not plain."""
        words = {name: str(value) for name, value in self.fields.items()}
        return REASONS[self.reason][LANGUAGES.index(language)].format_map(words)


class CellFault(Exception):
    """What is wrong with the value of one cell; whoever reads the sheet adds the place."""

    def __init__(self, reason: str, **fields: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fields = fields


def refuse(faults: Sequence[FileFault]) -> CatalogueInvalid:
    """The error for a file with these faults; `faults` is its field, in the order of the file."""
    return CatalogueInvalid(faults=tuple(faults))


def refuse_file(reason: str, **fields: object) -> CatalogueInvalid:
    """The error for a file that cannot be read at all."""
    return refuse([FileFault(reason, fields)])
