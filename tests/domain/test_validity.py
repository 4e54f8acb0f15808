"""How long a paper proves anything: days, months and years as the civil code counts them, and as a cell says them."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bundle_merge import merged
from desktop.domain.catalogue import MaterialRequirement
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.validity import MOST, Validity, ValidityUnit, parse

DAYS, MONTHS = ValidityUnit.DAYS, ValidityUnit.MONTHS


@pytest.mark.parametrize(
    ("count", "unit", "given_on", "through"),
    [
        (30, DAYS, date(2026, 11, 2), date(2026, 12, 2)),
        (6, MONTHS, date(2026, 11, 2), date(2027, 5, 2)),
        (1, MONTHS, date(2026, 12, 15), date(2027, 1, 15)),
        (6, MONTHS, date(2026, 8, 31), date(2027, 2, 28)),
        (12, MONTHS, date(2028, 2, 29), date(2029, 2, 28)),
        (9999, MONTHS, date(9998, 1, 1), date.max),
    ],
)
def test_the_last_day_is_that_of_the_same_number_or_the_last_of_the_month(count, unit, given_on, through) -> None:
    """民法典 201: the first day is not counted; 202: the corresponding day, or the end of the month."""
    assert Validity(count=count, unit=unit).through(given_on) == through


@pytest.mark.parametrize(
    ("text", "validity"),
    [
        ("30日", Validity(count=30, unit=DAYS)),
        (" 30 天 ", Validity(count=30, unit=DAYS)),
        ("6个月", Validity(count=6, unit=MONTHS)),
        ("6月", Validity(count=6, unit=MONTHS)),
        ("2年", Validity(count=24, unit=MONTHS)),
        ("0日", None),
        ("6", None),
        ("长期", None),
        ("半年", None),
        ("9999年", None),
    ],
)
def test_a_cell_is_read_or_refused(text: str, validity: Validity | None) -> None:
    assert parse(text) == validity


@given(st.builds(Validity, count=st.integers(1, MOST), unit=st.sampled_from(ValidityUnit)))
def test_what_is_written_is_read_again(validity: Validity) -> None:
    assert parse(str(validity)) == validity


@pytest.mark.parametrize("count", [0, -1, MOST + 1])
def test_a_count_that_is_none_is_refused_where_the_catalogue_is_read(count: int) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"count": count, "unit": "days"}, Validity)


def test_m15_one_paper_for_several_items_holds_as_long_as_the_strictest_says() -> None:
    def wanted(count: int, unit: ValidityUnit, verification: int) -> MaterialRequirement:
        limit = TimeLimit(verification, LimitUnit.CALENDAR_DAYS)
        return MaterialRequirement(
            code="m1", name="示例证明", validity=Validity(count=count, unit=unit), verification=limit
        )

    silent = MaterialRequirement(code="m1", name="示例证明")

    both = merged((wanted(7, MONTHS, 30), silent, wanted(200, DAYS, 60)), code="m1", is_summed=False)

    assert both.validity == Validity(count=200, unit=DAYS)
    assert both.verification == TimeLimit(30, LimitUnit.CALENDAR_DAYS)
    assert merged((silent,), code="m1", is_summed=False).validity is None
