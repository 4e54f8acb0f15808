"""What a new catalogue version changes for a draft: told by name, and only where it is felt."""

import msgspec

from desktop.domain.catalogue import MaterialRequirement
from desktop.domain.catalogue_change import change_of
from desktop.domain.deadline import LimitUnit, TimeLimit
from tests.builders import FACTS, FORM, ID_CARD, item

NEW_PAPER = MaterialRequirement(code="m9", name="四邻意见", originals=1)


def change(**new):
    return change_of(item(), item(**new), old_version="2026.10.01", new_version="2026.12.01", facts=FACTS)


def test_a_version_that_changes_nothing_for_this_applicant_is_not_felt():
    assert not change(note="改了备注").is_felt


def test_m2_materials_that_come_and_go_are_named():
    found = change(materials=(FORM, ID_CARD, NEW_PAPER))

    assert found.is_felt
    assert found.added == ("四邻意见",)
    assert found.dropped == ("困难证明", "照片", "其他佐证")


def test_a_material_of_another_situation_is_not_told():
    elsewhere = msgspec.structs.replace(NEW_PAPER, when={"place": ("2",)})

    assert not change(materials=(*item().materials, elsewhere)).is_felt


def test_another_promise_or_fee_is_told():
    assert change(committed_limit=TimeLimit(3, LimitUnit.WORKING_DAYS)).has_new_limit
    assert change(fee="10元").has_new_fee


def test_m2_an_item_that_is_gone_is_told():
    found = change_of(item(), None, old_version="2026.10.01", new_version="2026.12.01", facts=FACTS)

    assert found.is_gone
    assert found.is_felt
