"""Repair of the text layer that reportlab 5.1 writes for characters above U+FFFF.

reportlab.pdfbase.ttfonts.makeToUnicodeCMap writes `<%04X>` for each character. U+20BB7 then becomes five hex digits,
where the format (PDF 32000-1, 9.10.3) wants UTF-16BE: the paper prints right, but copying and searching a rare name
gives another character. The repair goes when tests/printing/test_tounicode.py says that reportlab does it right.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import ttfonts

ENTRIES_PER_BLOCK = 100
"""A bfchar block holds at most 100 entries (Adobe Technical Note 5014)."""

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def to_unicode_cmap(_font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of one subset: entry i is the code point of character code i, 0 for none."""
    entries = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(subset) if character]
    blocks = [entries[start : start + ENTRIES_PER_BLOCK] for start in range(0, len(entries), ENTRIES_PER_BLOCK)]
    lines = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return "\n".join([_HEAD, *lines, _TAIL])


def install() -> None:
    """Make reportlab write right ToUnicode maps, in this process, from now on. Calling it again changes nothing."""
    module: Any = ttfonts
    module.makeToUnicodeCMap = to_unicode_cmap


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()
