"""The payload of a segment: ledger lines as lines of JSON and back; the form is told in desktop.sync.segment."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated

import msgspec

from desktop.store.line import Line, hash_of
from desktop.sync.faults import Damaged

_encoder = msgspec.json.Encoder()
_Fields = list[msgspec.Raw]


class _Tagged(msgspec.Struct):
    kind: str = ""


_tag = msgspec.json.Decoder(_Tagged)
_whole = msgspec.json.Decoder()
_fields = msgspec.json.Decoder(_Fields)
_text = msgspec.json.Decoder(str)
_number = msgspec.json.Decoder(Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)])


def encode(lines: Iterable[Line]) -> bytes:
    """The lines, each closed by a line feed; the same lines give the same bytes."""
    return b"".join(_encoder.encode(_parts(line)) + b"\n" for line in lines)


def decode(plain: bytes, *, origin: str, first: int, name: str = "") -> list[Line]:
    """The lines of `origin` from number `first` on, still without prev and hash.

    Raises:
        Damaged: a line does not have the form.
    """
    if not plain.endswith(b"\n"):
        raise Damaged(name=name, reason="lines")
    try:
        return [_line(raw, origin, first + place) for place, raw in enumerate(plain[:-1].split(b"\n"))]
    except (msgspec.DecodeError, ValueError, RecursionError):  # a field too few or many, no base64, no such number
        raise Damaged(name=name, reason="lines") from None


def chained(lines: Sequence[Line], prev: bytes) -> Iterator[Line]:
    """The lines with prev and hash, computed from the first on; `prev` is the hash of the line before."""
    for bare in lines:
        linked = replace(bare, prev=prev)
        prev = hash_of(linked)
        yield replace(linked, hash=prev)


def _parts(line: Line) -> list[object]:
    start: list[object] = [line.id, line.case_id or "", line.at, line.clerk]
    tag = _tag_of(line.body)
    if tag is None:
        return [*start, base64.b64encode(line.body).decode(), line.kind]
    return [*start, msgspec.Raw(line.body), *([] if tag == line.kind else [line.kind])]


def _tag_of(body: bytes) -> str | None:
    """The field `kind` of a body, empty without one; None if the body cannot stand in a line as it is."""
    if body[:1] != b"{" or body[-1:] != b"}" or b"\n" in body:
        return None
    try:
        _whole.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    try:
        return _tag.decode(body).kind
    except msgspec.ValidationError:  # there is one, and it is no text
        return ""


def _line(raw: bytes, origin: str, seq: int) -> Line:
    line_id, case_id, at, clerk, body, *kind = _fields.decode(raw)
    if len(kind) > 1:
        raise ValueError("too many fields")
    is_text = bytes(body)[:1] == b'"'
    plain = base64.b64decode(_text.decode(body), validate=True) if is_text else bytes(body)
    return Line(
        arrival=0,
        origin=origin,
        seq=seq,
        id=_text.decode(line_id),
        kind=_text.decode(kind[0]) if kind else _tag.decode(plain).kind,
        case_id=_text.decode(case_id) or None,
        at=_number.decode(at),
        clerk=_text.decode(clerk),
        body=plain,
        prev=b"",
        hash=b"",
    )
