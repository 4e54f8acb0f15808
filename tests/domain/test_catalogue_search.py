"""How a clerk finds what somebody asks for."""

from datetime import date

import msgspec
import pytest

from desktop.domain.catalogue import Catalogue, Handling, ItemKind, ItemStatus, Referral, Role, ServiceItem
from desktop.domain.catalogue_search import find_items, is_valid_on, referrals_for
from desktop.domain.regime import Regime

TODAY = date(2026, 11, 23)


def item(code: str, name: str, *aliases: str) -> ServiceItem:
    return ServiceItem(
        code=code,
        name=name,
        aliases=aliases,
        group="",
        kind=ItemKind.PUBLIC_SERVICE,
        regime=Regime.SERVICE,
        role=Role.COLLECTS,
        authority="局",
        handling=Handling.IMMEDIATE,
    )


CARD = item("100", "社会保障卡申领", "社保卡")
CARD_AGAIN = item("101", "社会保障卡补领、换领", "补社保卡")
DESTITUTE = item("200", "特困人员认定", "五保")
PASSPORT = Referral(matter="护照、往来港澳通行证", authority="公安局", keywords=("护照", "出国"))
LOAN = Referral(matter="公积金贷款", authority="中心", keywords=("公积金",))
CATALOGUE = Catalogue(
    version="2026.11.01",
    publisher="",
    division="450000",
    issued_on=TODAY,
    in_force_on=TODAY,
    items=(CARD_AGAIN, CARD, DESTITUTE),
    referrals=(PASSPORT, LOAN),
)
INITIALS = {"100": "shbzksl sbk", "101": "shbzkblhl bsbk", "200": "tkryrd wb"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["101", "100", "200"]),
        ("社会保障卡申领", ["100"]),
        ("社保卡", ["100", "101"]),  # the alias itself stands before a part of an alias
        ("五保", ["200"]),
        ("ｗｂ", ["200"]),
        ("SBK", ["100", "101"]),
        ("社会 补领", ["101"]),
        ("认定 特困", ["200"]),
        ("200", ["200"]),
        ("人认", ["200"]),  # characters of the name in their order
        ("护照", []),
    ],
)
def test_items_are_found_best_first(text, found):
    assert [item.code for item in find_items(CATALOGUE, text, on=TODAY, initials=INITIALS)] == found


def test_an_item_is_valid_on_its_first_and_last_day_and_not_outside():
    dated = msgspec.structs.replace(CARD, valid_from=date(2026, 3, 1), valid_to=date(2026, 3, 31))

    assert [is_valid_on(dated, date(2026, *day)) for day in ((2, 28), (3, 1), (3, 31), (4, 1))] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("status", [ItemStatus.SUSPENDED, ItemStatus.CANCELLED])
def test_an_item_that_is_not_in_use_is_not_found(status):
    catalogue = msgspec.structs.replace(CATALOGUE, items=(msgspec.structs.replace(CARD, status=status),))

    assert find_items(catalogue, "社保卡", on=TODAY) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("护照", [PASSPORT]), ("我要办护照", [PASSPORT]), ("公积", [LOAN]), ("低保", []), ("  ", [])],
)
def test_people_are_sent_on_for_what_is_not_in_the_catalogue(text, found):
    assert list(referrals_for(CATALOGUE, text)) == found
