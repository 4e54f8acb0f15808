"""Every key that the program can raise, read from its source: what no test has run into is found as well."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("desktop", "printing", "ui")
BASES = ("DomainError", "EnvironmentProblem")


@dataclass(frozen=True, slots=True)
class Raised:
    """A key, where it is raised, and the names of the fields that go with it; None: they are not to be seen there."""

    key: str
    where: str
    fields: frozenset[str] | None = field(default=None)


@cache
def raised() -> tuple[Raised, ...]:
    """In the order of the files. A key that is put together at run time is not among them."""
    trees = list(_trees())
    classes = _error_classes([tree for _, tree in trees])
    found = []
    for path, tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (key := _key(node, classes)):
                found.append(Raised(key, f"{path.relative_to(ROOT)}:{node.lineno}", _fields(node)))
    found += [Raised(_snake(name), "class") for name in sorted(classes)]
    return tuple(found)


@cache
def put_together() -> frozenset[str]:
    """Files in which a key is put together at run time, so that reading does not show it."""
    return frozenset(
        str(path.relative_to(ROOT))
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (told := _told(node)) is not None and not _text(told)
    )


def _told(call: ast.Call) -> ast.expr | None:
    """What an error or a reason is made from; None for any other call."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in ("InvalidInput", "Reason") and call.args:
        return call.args[0]
    return next((k.value for k in call.keywords if k.arg == "reason"), None) if name == "NotAllowed" else None


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _error_classes(trees: list[ast.Module]) -> frozenset[str]:
    """Names of the classes that are raised by name: those below the two bases. InvalidInput has reasons instead."""
    parents = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = set(BASES)
    while new := {name for name, bases in parents.items() if bases & known} - known:
        known |= new
    return frozenset(known - {*BASES, "InvalidInput"})


def _key(call: ast.Call, classes: frozenset[str]) -> str:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if (told := _told(call)) is None:
        return _snake(name) if name in classes else ""
    text = _text(told)
    return f"invalid.{text}" if text and name == "InvalidInput" else text


def _fields(call: ast.Call) -> frozenset[str] | None:
    if len(call.args) > 1 and isinstance(call.args[1], ast.Dict):  # Reason("…", {…})
        return frozenset(_text(key) for key in call.args[1].keys if key)
    if len(call.args) > 1 or any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
