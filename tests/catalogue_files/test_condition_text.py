"""Conditions as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalogue_files.condition_text import read_condition, write_condition
from desktop.catalogue_files.faults import CellFault

KEYS = st.text("低保特困甲乙abc1（）", min_size=1, max_size=6)
FACTS = {"applicant": ["person", "organisation"], "agent": ["yes", "no"], "channel": ["counter", "village"]}
ANSWERS = st.lists(KEYS, min_size=1, max_size=4, unique=True).map(tuple)
CONDITIONS = st.builds(
    lambda own, facts: own | facts,
    st.dictionaries(KEYS, ANSWERS, max_size=3),
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(values).map(lambda value: (value,)) for name, values in FACTS.items()}
    ),
)


def test_a_condition_is_written_in_words():
    when = {"人员类别": ("低保", "特困"), "agent": ("yes",), "applicant": ("person",), "channel": ("village",)}

    assert write_condition(when) == "人员类别=低保|特困；代理=是；申请人=个人；渠道=村级"


@given(CONDITIONS)
def test_what_is_written_is_read_back(when):
    assert read_condition(write_condition(when)) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("人员类别 = 低保 ｜ 特困 ; 代理＝是", {"人员类别": ("低保", "特困"), "agent": ("yes",)}),
        ("agent=yes\n类别=甲", {"agent": ("yes",), "类别": ("甲",)}),
        ("；", {}),
    ],
)
def test_what_people_type_is_understood(text, when):
    assert read_condition(text) == when


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("低保", "when_syntax"),
        ("=低保", "when_syntax"),
        ("类别=", "when_syntax"),
        ("类别=甲||乙", "when_syntax"),
        ("类别=甲；类别=乙", "when_twice"),
    ],
)
def test_what_cannot_be_understood_is_a_fault(text, reason):
    with pytest.raises(CellFault) as caught:
        read_condition(text)

    assert caught.value.reason == reason
