"""The characters of a paper as a font file to embed: their outlines and what a reader of PDF needs, and nothing else.

PDF 32000-1, 9.9 names the tables of an embedded TrueType font. reportlab adds names, style data and PostScript names,
which no reader asks for, and pads every outline; it also takes twice the time.
"""

from collections.abc import Callable, Sequence
from struct import pack, unpack
from typing import Any

from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from printing import tounicode

_KEPT = ("cvt ", "fpgm", "prep")
"""Instructions, where a font has any."""

_HEAD_SUM, _HEAD_LOCA = 8, 50
_SHORT_LOCA = 0x1FFFF
"""Largest size of outlines that offsets of two bytes can reach."""


class LeanFont(TTFont):
    """A font of reportlab that embeds itself in fewer bytes and half the time."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the subsets that the document uses, each with its widths and its way back to text."""
        state: Any = self.state[doc]
        state.frozen = 1
        fonts = doc.idToObject["BasicFonts"].dict
        face: Any = self.face
        for number, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            base = f"{ttfonts.SUBSETN(number).decode('ascii')}+{face.name.decode('ascii')}"
            to_unicode = pdfdoc.PDFStream(
                content=tounicode.to_unicode_cmap(base, subset), filters=[pdfdoc.PDFZCompress]
            )
            entries = {
                "Type": "/Font",
                "Subtype": "/TrueType",
                "BaseFont": f"/{base}",
                "FirstChar": 0,
                "LastChar": len(subset) - 1,
                "Widths": f"[{' '.join(f'{face.getCharWidth(code):.4g}' for code in subset)}]",
                "ToUnicode": doc.Reference(to_unicode, f"toUnicode:{base}"),
                "FontDescriptor": self._descriptor(doc, base, subset),
            }
            fonts[name] = doc.Reference(pdfdoc.PDFDictionary(entries), name)
        del self.state[doc]

    def _descriptor(self, doc: Any, base: str, subset: Sequence[int]) -> Any:
        face: Any = self.face
        whole: Callable[[Sequence[int]], bytes] = face.makeSubset
        program = pdfdoc.PDFStream(content=subset_of(face, subset) or whole(subset), filters=[pdfdoc.PDFZCompress])
        program.dictionary["Length1"] = len(program.content)
        entries = {
            "Type": "/FontDescriptor",
            "FontName": f"/{base}",
            "Flags": face.flags & ~ttfonts.FF_NONSYMBOLIC | ttfonts.FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "FontFile2": doc.Reference(program, f"fontFile:{base}"),
            "MissingWidth": face.defaultWidth,
        }
        return doc.Reference(pdfdoc.PDFDictionary(entries), f"fontDescriptor:{base}")


def subset_of(face: Any, subset: Sequence[int]) -> bytes:
    """A font file with the characters of the subset in its order; empty if one is put together of others' outlines.

    Args:
        subset: code points; character code i of the page shows subset[i].
    """
    glyphs = [0]
    places = {0: 0}
    codes = []
    for code_point in subset:
        glyph = face.charToGlyph.get(code_point, 0)
        if glyph not in places:
            places[glyph] = len(glyphs)
            glyphs.append(glyph)
        codes.append(places[glyph])
    outlines = _outlines(face, glyphs)
    if any(outline[:1] >= b"\x80" for outline in outlines):  # a negative count of contours: made of parts
        return b""
    glyf, loca, is_long = _joined(outlines)
    tables = {tag: face.get_table(tag) for tag in _KEPT if tag in face.table}
    tables["glyf"], tables["loca"] = glyf, loca
    # One table (platform 1, encoding 0, at byte 12) of format 6: codes from 0 on in their order.
    tables["cmap"] = pack(f">4HL5H{len(codes)}H", 0, 1, 1, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes)
    tables["hmtx"] = b"".join(pack(">HH", int(width), bearing & 0xFFFF) for width, bearing in _metrics(face, glyphs))
    tables["hhea"] = face.get_table("hhea")[:34] + pack(">H", len(glyphs))
    maxp = face.get_table("maxp")
    tables["maxp"] = maxp[:4] + pack(">H", len(glyphs)) + maxp[6:]
    head = face.get_table("head")
    tables["head"] = head[:_HEAD_SUM] + bytes(4) + head[_HEAD_SUM + 4 : _HEAD_LOCA] + pack(">H", is_long) + head[52:]
    return _file(tables)


def _outlines(face: Any, glyphs: Sequence[int]) -> list[bytes]:
    start = face.get_table_pos("glyf")[0]
    data, offsets = face._ttf_data, face.glyphPos
    return [data[start + offsets[glyph] : start + offsets[glyph + 1]] for glyph in glyphs]


def _joined(outlines: Sequence[bytes]) -> tuple[bytes, bytes, bool]:
    """The outlines one after the other, each at an even place, and the table of their places."""
    even = [outline + bytes(len(outline) % 2) for outline in outlines]
    offsets = [0]
    for outline in even:
        offsets.append(offsets[-1] + len(outline))
    if offsets[-1] > _SHORT_LOCA:
        return b"".join(even), pack(f">{len(offsets)}L", *offsets), True
    return b"".join(even), pack(f">{len(offsets)}H", *(offset // 2 for offset in offsets)), False


def _metrics(face: Any, glyphs: Sequence[int]) -> list[tuple[float, int]]:
    """Width and left bearing of each."""
    return [face.hmetrics[glyph] for glyph in glyphs]


def _file(tables: dict[str, bytes]) -> bytes:
    """Header, directory and tables (OpenType 1.9, Font Tables)."""
    count = len(tables)
    reach = 1 << (count.bit_length() - 1)
    directory = [pack(">LHHHH", 0x00010000, count, reach * 16, reach.bit_length() - 1, (count - reach) * 16)]
    bodies = []
    offset = 12 + 16 * count
    total = 0
    for tag in sorted(tables):
        body = tables[tag] + bytes(-len(tables[tag]) % 4)
        checksum = _checksum(body)
        total += checksum
        directory.append(pack(">4sLLL", tag.encode("ascii"), checksum, offset, len(tables[tag])))
        bodies.append(body)
        offset += len(body)
    front = b"".join(directory)
    adjustment = pack(">L", (0xB1B0AFBA - total - _checksum(front)) & 0xFFFFFFFF)
    at = sorted(tables).index("head")
    bodies[at] = bodies[at][:_HEAD_SUM] + adjustment + bodies[at][_HEAD_SUM + 4 :]
    return front + b"".join(bodies)


def _checksum(data: bytes) -> int:
    """Sum of its big-endian words of four bytes."""
    words: tuple[int, ...] = unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
