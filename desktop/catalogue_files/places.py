"""Which cell made which part of the catalogue, so that a fault between fields is told at its cell."""

import re
from dataclasses import dataclass, field

from desktop.catalogue_files.rows import Table

_FIRST_FIELD = re.compile(r"\.?(\w+)(?:\[\d+\])?")
_OPTION_FIELDS = {"key": "option", "text": "option_text", "not_required": "effect", "other_authority": "effect"}


@dataclass(slots=True)
class Places:
    """Where each entry of the catalogue came from: path → the sheets and rows that made it."""

    rows: dict[str, list[tuple[Table, int]]] = field(default_factory=dict)

    def add(self, path: str, table: Table, row: int) -> None:
        self.rows.setdefault(path, []).append((table, row))

    def find(self, path: str) -> tuple[Table, int, str] | None:
        """Table, row and field for a path of catalogue_rules; None where no row made it."""
        known = path
        while known not in self.rows:
            if not known:
                return None
            known = known[: max(known.rfind("."), 0)] if not known.endswith("]") else known[: known.rfind("[")]
        match = _FIRST_FIELD.match(path[len(known) :])
        name = match.group(1) if match else ""
        if known.endswith("]") and ".options[" in known:
            name = _OPTION_FIELDS.get(name, name)
        for table, row in self.rows[known]:
            column = table.sheet.column_of(name) if name else None
            if column is not None:
                return table, row, column.field
        table, row = self.rows[known][0]
        return table, row, ""
