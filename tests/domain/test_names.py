"""Names as they really arrive: rare characters, minority names, copies from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.domain.names import Name, OrganisationName, clean_name, match_key

parts_of_names = st.text(st.sampled_from("王张阿依古丽𬭳䶮\ue863·•・．. \u3000\u200bＡaB\ufb01é方⽅'-"), max_size=20)


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  张三 ", "张三"),
        ("张\u3000三", "张 三"),
        ("张 \t\r\n 三", "张 三"),
        ("张\u200b三\ufeff", "张三"),
        ("\u202e张三\u202c", "张三"),
        ("张三\x00\x07", "张三"),
        ("张三\ud800", "张三"),
        ("阿依•古丽", "阿依·古丽"),
        ("阿依・古丽", "阿依·古丽"),
        ("阿依．古丽", "阿依·古丽"),
        ("阿依.古丽", "阿依·古丽"),
        ("阿依 · 古丽", "阿依·古丽"),
        ("J. Smith", "J. Smith"),
        ("王𬭳", "王𬭳"),
        ("王\ue863", "王\ue863"),
        ("⽅示例", "⽅示例"),
        ("", ""),
        ("\u3000\u200b", ""),
    ],
)
def test_what_cannot_be_seen_goes_and_the_rest_stays_as_typed(typed: str, cleaned: str):
    assert clean_name(typed) == cleaned


@given(st.text(max_size=40) | parts_of_names)
def test_cleaning_twice_is_cleaning_once(text: str):
    assert clean_name(clean_name(text)) == clean_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "张三",
        "王𬭳",  # plane 2, U+2CB73
        "𰻝示例",  # plane 3
        "示例\U0002ebf0",  # extension I, newer than Python's own tables
        "示例\ue863",
        "㐂〇",
        "阿依·古丽",
        "Zhang San",
        "O'Brien-Smith",
        "José",
        "Ňguyễn",
        "⿰氵示",
        "张示例" * 20,
    ],
)
def test_names_of_real_kinds_are_taken_as_they_are(text: str):
    assert Name.parse(f" {text} ").text == text


@pytest.mark.parametrize(
    ("typed", "reason", "characters"),
    [
        ("", "name_empty", None),
        (" \u3000\u200b ", "name_empty", None),
        ("·", "name_empty", None),
        ("\u3164", "name_characters", "\u3164"),
        ("张" * 61, "name_too_long", None),
        ("张3", "name_characters", "3"),
        ("张３", "name_characters", "３"),
        ("<b>张三</b>", "name_characters", "<>/"),
        ("张三😀", "name_characters", "😀"),
        ("张?", "name_characters", "?"),
        ("张□", "name_characters", "□"),
        ("张\ufffd", "name_characters", "\ufffd"),
        ("张三、李四", "name_characters", "、"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused_with_its_reason(typed: str, reason: str, characters: str | None):
    with pytest.raises(InvalidInput) as caught:
        Name.parse(typed)

    assert (caught.value.reason, caught.value.field) == (reason, "name")
    assert caught.value.fields.get("characters") == characters


def test_length_is_counted_in_characters_and_not_in_utf_16():
    assert Name.parse("𬭳" * 60).text == "𬭳" * 60


def test_organisations_may_have_digits_and_brackets():
    text = "示例（百色）第3农民专业合作社"

    assert OrganisationName.parse(text).text == text
    with pytest.raises(InvalidInput) as caught:
        OrganisationName.parse("示例<1>")
    assert (caught.value.reason, caught.value.field) == ("name_characters", "organisation")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王\ue863", "王\u4dae"),
        ("李\ue81e", "李\u9fb4"),
        ("李\ue816", "李\U00020087"),
        ("⽅示例", "方示例"),  # Kangxi radical, as PDF copies have it
        ("\uf9b4示例", "領示例"),  # CJK compatibility ideograph
        ("\U0002f800示例", "丽示例"),
        ("阿依•古丽", "阿依·古丽"),
        ("阿依·古丽", "阿依古丽"),
        ("阿依 古丽", "阿依古丽"),
        ("ZHANG SAN", "zhang san"),
        ("ＺＨＡＮＧ　ＳＡＮ", "Zhang San"),
        ("José", "Jose\u0301"),
        ("O’Brien", "O'BRIEN"),
        ("葛\U000e0100", "葛"),
        ("张三\u200b", "张三"),
    ],
)
def test_codings_of_one_name_have_one_key(one: str, other: str):
    assert match_key(one) == match_key(other)
    assert Name.parse(one).key == Name.parse(other).key


@pytest.mark.parametrize(
    ("one", "other"), [("张三", "张叁"), ("龙", "龍"), ("王𬭳", "王𬭶"), ("\ue000", "\ue001"), ("José", "Jose")]
)
def test_different_names_keep_different_keys(one: str, other: str):
    assert match_key(one) != match_key(other)


@given(parts_of_names)
def test_the_key_of_a_key_is_the_key(text: str):
    assert match_key(match_key(text)) == match_key(text)


@given(parts_of_names, parts_of_names)
def test_a_part_of_a_name_is_found_in_its_key(part: str, rest: str):
    """Search looks for the key of what was typed within the key of the name."""
    assert match_key(part) in match_key(f"{rest} {part}")
