"""Two windows, one case: what was written unknown to each other is found, and ends when somebody has seen both."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain import events as ev
from desktop.domain.conflict import CaseLine, divergence

FIRST, SECOND = "450000101-02-aaaaaaaa", "450000101-03-bbbbbbbb"
NINE = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)

ACCEPTED = ev.CaseAccepted(accepted_on=NINE.date())
CHECKED = ev.MaterialsChecked(rows=())
NOT_REQUIRED = ev.CaseNotRequired(reason="不需要办理", told_on=NINE.date())
PRINTED = ev.PrintConfirmed(number="示例受〔2026〕1号", sheet_no=0)


def history(*told: tuple[str, int, ev.Event]) -> list[CaseLine]:
    """Lines in the order given, a minute apart."""
    return [CaseLine(o, seq, NINE + timedelta(minutes=m), event) for m, (o, seq, event) in enumerate(told)]


def taken_up(**seen: int) -> ev.CaseTakenUp:
    return ev.CaseTakenUp(seen={{"first": FIRST, "second": SECOND}[name]: seq for name, seq in seen.items()})


def test_one_window_alone_is_never_in_conflict() -> None:
    assert divergence(history((FIRST, 1, CHECKED), (FIRST, 2, ACCEPTED))) is None


def test_a_window_that_takes_the_case_up_and_goes_on_is_no_conflict() -> None:
    lines = history((FIRST, 5, CHECKED), (SECOND, 1, taken_up(first=5)), (SECOND, 2, ACCEPTED))

    assert divergence(lines) is None


def test_two_offline_windows_that_decide_alike_have_not_seen_each_other() -> None:
    lines = history(
        (FIRST, 5, CHECKED), (SECOND, 1, taken_up(first=5)), (SECOND, 2, ACCEPTED), (FIRST, 6, NOT_REQUIRED)
    )

    found = divergence(lines)

    assert found is not None
    assert [(line.origin, line.seq) for line in found.lines] == [(SECOND, 2), (FIRST, 6)]
    assert found.origins == (SECOND, FIRST)


@pytest.mark.parametrize("clock", [-60, 60])
def test_a_wrong_clock_neither_hides_nor_makes_a_conflict(clock: int) -> None:
    lines = history((FIRST, 5, CHECKED), (SECOND, 2, ACCEPTED))
    moved = [
        CaseLine(x.origin, x.seq, x.at + timedelta(minutes=clock if x.origin == SECOND else 0), x.event) for x in lines
    ]

    assert divergence(sorted(moved, key=lambda line: line.at)) is not None


def test_prints_of_two_windows_stand_side_by_side() -> None:
    assert divergence(history((FIRST, 5, CHECKED), (SECOND, 2, PRINTED))) is None


@pytest.mark.parametrize("who", [FIRST, SECOND, "450000101-04-cccccccc"])
def test_whoever_has_seen_both_settles_it(who: str) -> None:
    lines = history((FIRST, 5, CHECKED), (SECOND, 2, ACCEPTED), (who, 9, taken_up(first=5, second=2)))

    assert divergence(lines) is None


def test_what_is_written_unseen_after_that_is_a_new_conflict() -> None:
    lines = history(
        (FIRST, 5, CHECKED),
        (SECOND, 1, taken_up(first=5)),
        (SECOND, 2, ACCEPTED),
        (FIRST, 6, CHECKED),
        (FIRST, 9, taken_up(second=2)),
        (SECOND, 3, NOT_REQUIRED),
        (FIRST, 10, CHECKED),
    )

    found = divergence(lines)

    assert found is not None
    assert [(line.origin, line.seq) for line in found.lines] == [(FIRST, 6), (SECOND, 3), (FIRST, 10)]


def test_decisions_after_intake_are_decisions_too() -> None:
    """One window returns the case for a correction that the other one has just taken in."""
    supplied = ev.CorrectionSupplied(supplied_on=NINE.date(), supplied=())
    returned = ev.CaseReturned(returned_on=NINE.date(), reason="逾期未补正", is_overdue=True)
    lines = history((FIRST, 5, CHECKED), (SECOND, 1, taken_up(first=5)), (SECOND, 2, supplied), (FIRST, 6, returned))

    found = divergence(lines)

    assert found is not None
    assert [line.event for line in found.lines] == [supplied, returned]
