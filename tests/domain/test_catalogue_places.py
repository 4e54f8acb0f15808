"""Ways to other places and the credit list are checked before a catalogue is put in force (M9, M10)."""

import pytest

from desktop.domain.catalogue_elsewhere import ElsewhereWay, JointStep, Mode, Reach, Side
from desktop.domain.catalogue_places import place_wrongs
from desktop.domain.credit import CreditMark, CreditMarkKind
from tests.builders import PERSON_ID, catalogue, item

WAY = ElsewhereWay(mode=Mode.COLLECTED, reach=Reach.CITY, authority="公安派出所", routes=("网络",))
MARK = CreditMark(digest="ab" * 32, kind=CreditMarkKind.SERIOUS, basis="名单（示例）")
SALT = "5a" * 16


def test_m9_a_sound_way_and_m10_a_sound_list_have_no_fault() -> None:
    assert list(place_wrongs(catalogue(item(elsewhere=(WAY,)), credit=(MARK,), credit_salt=SALT))) == []


@pytest.mark.parametrize(
    ("ways", "reason"),
    [
        ((WAY, WAY), "way_twice"),
        ((ElsewhereWay(mode=Mode.COLLECTED, reach=Reach.CITY, authority="公安派出所"),), "way_routes"),
        ((ElsewhereWay(mode=Mode.ONLINE, reach=Reach.CITY, authority=" "),), "empty"),
    ],
)
def test_m9_a_way_that_cannot_be_gone_is_a_fault(ways: tuple[ElsewhereWay, ...], reason: str) -> None:
    assert [wrong.reason for _, wrong in place_wrongs(catalogue(item(elsewhere=ways)))] == [reason]


def test_m10_a_plain_number_is_no_digest() -> None:
    plain = CreditMark(digest=PERSON_ID, kind=CreditMarkKind.SERIOUS, basis="名单（示例）")

    found = [wrong.reason for _, wrong in place_wrongs(catalogue(item(), credit=(plain,), credit_salt=SALT))]

    assert found == ["credit_digest"]


def test_m10_a_list_without_salt_is_a_fault() -> None:
    found = [wrong.reason for _, wrong in place_wrongs(catalogue(item(), credit=(MARK,)))]

    assert found == ["credit_salt"]


@pytest.mark.parametrize(
    ("mode", "steps", "reason"),
    [
        (Mode.COLLECTED, (JointStep(name="核发", side=Side.THERE),), "steps_not_joint"),
        (Mode.JOINT, (JointStep(name="受理", side=Side.HERE),), "steps_nothing_there"),
        (Mode.JOINT, (JointStep(name=" ", side=Side.THERE),), "empty"),
        (Mode.JOINT, (JointStep(name="受理", side=Side.HERE), JointStep(name="核发", side=Side.THERE)), None),
    ],
)
def test_m9_steps_are_those_of_two_places_that_do_it_together(
    mode: Mode, steps: tuple[JointStep, ...], reason: str | None
) -> None:
    way = ElsewhereWay(mode=mode, reach=Reach.REGION, authority="公安派出所", routes=("网络",), steps=steps)

    found = [wrong.reason for _, wrong in place_wrongs(catalogue(item(elsewhere=(way,))))]

    assert found == ([reason] if reason else [])
