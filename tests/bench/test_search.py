"""From the key stroke to the rows of the list, by what is typed, against fetching one case by its primary key."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from desktop.ports import Bundles, CaseRow, Filters
from desktop.store.connection import open_database
from desktop.store.tokens import code_key, initials
from tests.bench.conftest import Filled
from tests.bench.figures import Table, interleaved, median_ms, p99_ms
from tests.bench.many_cases import KEY, Made

pytestmark = pytest.mark.bench

ROUNDS = 200
LIMIT = 50


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of query: what somebody types who looks for the case, and what is then true of every row."""

    name: str
    typed: Callable[[Made], str]
    holds: Callable[[Made, str], bool]
    filters: Callable[[Made], Filters] = field(default=lambda _case: Filters())
    is_for: Callable[[Made], bool] = field(default=lambda _case: True)


def in_name_or_item(case: Made, typed: str) -> bool:
    return typed in case.name or typed in case.item.name


def is_of(case: Made, digits: str) -> bool:
    numbers = (case.id_number, case.phone, code_key(case.number))
    return any(number.startswith(digits) or number.endswith(digits) for number in numbers)


def fragment(case: Made) -> str:
    """Two to four characters from the middle of the item's name."""
    start = case.no % (len(case.item.name) - 3)
    return case.item.name[start : start + 2 + case.no % 3]


def day_prefix(case: Made) -> str:
    """The case number as far as its day, as it is read out on the telephone."""
    return case.number.rsplit("-", 2)[0]


KINDS = (
    Kind("name of two characters", lambda c: c.name, in_name_or_item, is_for=lambda c: len(c.name) == 2),
    Kind("name of three characters", lambda c: c.name, in_name_or_item, is_for=lambda c: len(c.name) == 3),
    Kind("given name alone", lambda c: c.name[1:], in_name_or_item, is_for=lambda c: len(c.name) == 3),
    Kind("surname alone", lambda c: c.name[0], in_name_or_item),
    Kind("last 4 of the id number", lambda c: c.id_number[-4:], is_of),
    Kind("last 6 of the id number", lambda c: c.id_number[-6:], is_of),
    Kind("whole id number", lambda c: c.id_number, is_of),
    Kind("last 4 of the phone", lambda c: c.phone[-4:], is_of),
    Kind("first 4 digits, which all share", lambda c: c.id_number[:4], is_of),
    Kind("case number up to its day", day_prefix, lambda c, typed: is_of(c, code_key(typed))),
    Kind("whole case number", lambda c: c.number, lambda c, typed: c.number == typed),
    Kind(
        "part of an item's name",
        fragment,
        in_name_or_item,
        is_for=lambda c: len(c.item.name) > 6 and fragment(c).isalpha(),
    ),
    Kind("pinyin initials", lambda c: initials(c.name).split()[0], lambda c, typed: True),
    Kind("first pinyin initial", lambda c: initials(c.name)[0], lambda c, typed: True),
    Kind(
        "surname, open, at one window",
        lambda c: c.name[0],
        lambda c, typed: c.is_open and in_name_or_item(c, typed),
        filters=lambda c: Filters(is_open=True, windows=frozenset({c.window})),
        is_for=lambda c: c.is_open,
    ),
    Kind(
        "an item in a year, nothing typed",
        lambda _c: "",
        lambda _c, typed: True,
        filters=lambda c: Filters(item_codes=frozenset({c.item.code}), years=frozenset({c.received_on.year})),
    ),
    Kind("nothing typed, newest first", lambda _c: "", lambda _c, typed: True),
)
MISSES = (
    Kind("nobody of that name", lambda c: f"{c.name}龘", lambda _c, typed: False),
    Kind("no such number", lambda c: f"99{c.id_number[2:10]}", lambda _c, typed: False),
    Kind(
        "a name, in a state that no case has",
        lambda c: c.name[0],
        lambda _c, typed: False,
        filters=lambda _c: Filters(states=frozenset({"refused"})),
    ),
)


def require_right(kind: Kind, source: Made, rows: Sequence[CaseRow], made: Sequence[Made]) -> None:
    """Newest first, all as asked for, and the case is among them unless fifty newer ones stand before it."""
    numbers = [row.no for row in rows]
    assert numbers == sorted(numbers, reverse=True)
    assert len(rows) <= LIMIT
    assert all(kind.holds(made[no - 1], kind.typed(source)) for no in numbers), kind.name
    if kind in MISSES:
        assert not rows
    else:
        assert source.no in numbers or (len(rows) == LIMIT and numbers[-1] > source.no), kind.name


def test_key_stroke_to_results(filled: Filled, report: Callable[[Table], None]):
    chance = random.Random(11)
    store, made = filled.store, filled.made
    asked: dict[str, list[Made]] = {
        kind.name: [_pick(kind, made, chance) for _ in range(ROUNDS)] for kind in (*KINDS, *MISSES)
    }
    todo = {name: iter(sources) for name, sources in asked.items()}
    db = open_database(store.path, KEY)
    found: dict[str, list[tuple[Made, list[CaseRow]]]] = {name: [] for name in asked}

    def ask(kind: Kind) -> None:
        source = next(todo[kind.name])
        with store.read() as reader:
            as_the_page = replace(kind.filters(source), bundles=Bundles.AS_ONE)
            rows = reader.search(kind.typed(source), as_the_page, limit=LIMIT)
        found[kind.name].append((source, rows))

    def look_up() -> Any:
        return db.execute("SELECT * FROM cases WHERE no = ?", [chance.randint(1, len(made))]).fetchone()

    ways: dict[str, Callable[[], Any]] = {kind.name: lambda kind=kind: ask(kind) for kind in (*KINDS, *MISSES)}  # type: ignore[misc]
    taken = interleaved({"one case by primary key": look_up, **ways}, rounds=ROUNDS)

    for kind in (*KINDS, *MISSES):
        for source, rows in found[kind.name]:
            require_right(kind, source, rows, made)
    table = Table(
        f"Key stroke to results, {len(made)} cases",
        ("typed", "p50 ms", "p99 ms", "p50 ratio", "p99 ratio"),
        f"Encrypted, {LIMIT} rows at most, newest first; {ROUNDS} different queries of each kind, the first ones on a "
        "cold cache. Ratios to the median of fetching one case by its primary key in the same file.",
    )
    base = median_ms(taken["one case by primary key"])
    for name, seconds in taken.items():
        table.add(name, median_ms(seconds), p99_ms(seconds), median_ms(seconds) / base, p99_ms(seconds) / base)
    report(table)
    db.close()


def _pick(kind: Kind, made: Sequence[Made], chance: random.Random) -> Made:
    while True:
        case = chance.choice(made)
        if kind.is_for(case):
            return case
