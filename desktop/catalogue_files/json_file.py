"""A catalogue as JSON: written for people to read, read with every fault at once."""

import types
from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from desktop.catalogue_files.faults import FileFault, refuse
from desktop.domain import catalogue_rules
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import InvalidInput

T = TypeVar("T", bound=msgspec.Struct)


def write_json(catalogue: Catalogue) -> bytes:
    """UTF-8, two blanks a level, fields in the order of the types; the same catalogue gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(catalogue), indent=2) + b"\n"


def read_json(data: bytes) -> Catalogue:
    """The catalogue in `data`, sound by desktop.domain.catalogue_rules.

    Raises:
        CatalogueInvalid: `faults` holds every FileFault, with its path.
    """
    catalogue = typed(parsed(data), Catalogue)
    found = [
        FileFault(f.reason, f.fields, path=f.where, item_code=f.item_code) for f in catalogue_rules.faults(catalogue)
    ]
    if found:
        raise refuse(found)
    return catalogue


def parsed(data: bytes) -> object:
    """Any JSON value; a byte order mark is let pass. Raises CatalogueInvalid."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse([FileFault("json_encoding")]) from None
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise refuse([FileFault("json_syntax", {"detail": error})]) from None


def typed(value: object, kind: type[T], path: str = "") -> T:
    """The value as that type. Raises CatalogueInvalid with a fault for each field that does not fit."""
    try:
        return msgspec.convert(value, kind)
    except (msgspec.ValidationError, InvalidInput):
        raise refuse(list(_misfits(value, kind, path))) from None


def _misfits(value: object, kind: Any, path: str) -> Iterator[FileFault]:
    """msgspec stops at the first misfit, so the value is taken apart until each misfit stands alone."""
    try:
        msgspec.convert(value, kind)
        return
    except msgspec.ValidationError as error:
        detail = str(error).partition(" - at ")[0]
    except InvalidInput as error:  # a TimeLimit below 1
        detail = str(error)
    inner = _inner(value, kind)
    if _is_struct(kind) and isinstance(value, dict):
        yield from _misfits_of_fields(value, kind, path)
    elif get_origin(kind) is tuple and inner is not None and isinstance(value, list):
        for n, part in enumerate(value):
            yield from _misfits(part, inner, f"{path}[{n}]")
    elif get_origin(kind) is types.UnionType and inner is not None and isinstance(value, dict):
        yield from _misfits(value, inner, path)
    else:
        yield FileFault("json_value", {"detail": detail}, path=path)


def _misfits_of_fields(value: dict[str, object], kind: type[msgspec.Struct], path: str) -> Iterator[FileFault]:
    known = {field.name: field for field in msgspec.structs.fields(kind)}
    for name in value:
        if name not in known and name != kind.__struct_config__.tag_field:
            yield FileFault("json_field_unknown", {"name": name}, path=path)
    for name, field in known.items():
        at = f"{path}.{name}".lstrip(".")
        if name in value:
            yield from _misfits(value[name], field.type, at)
        elif field.required:
            yield FileFault("json_field_missing", {"name": name}, path=path)


def _inner(value: object, kind: Any) -> Any:
    """What a tuple holds, or which of several types is meant; None where that is no type with fields."""
    if get_origin(kind) is tuple:
        held = get_args(kind)[0]
        return held if _is_struct(held) or any(_is_struct(part) for part in get_args(held)) else None
    return next((part for part in get_args(kind) if _is_struct(part) and _is_meant(value, part)), None)


def _is_meant(value: object, kind: type[msgspec.Struct]) -> bool:
    """Whether the value says that it is this one of several types; without a tag there is no other."""
    config = kind.__struct_config__
    return config.tag_field is None or (isinstance(value, dict) and value.get(config.tag_field) == config.tag)


def _is_struct(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
