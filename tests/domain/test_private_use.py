"""GB 18030: what the editions of 2000, 2005 and 2022 changed."""

import pytest

from desktop.domain.private_use import with_standard_characters


@pytest.mark.parametrize(
    ("private", "standard"),
    [
        (0xE863, 0x4DAE),  # the name character 䶮
        # GB 18030-2022: 18 code positions swapped
        (0xE81E, 0x9FB4),
        (0xE826, 0x9FB5),
        (0xE82B, 0x9FB6),
        (0xE82C, 0x9FB7),
        (0xE832, 0x9FB8),
        (0xE843, 0x9FB9),
        (0xE854, 0x9FBA),
        (0xE864, 0x9FBB),
        (0xE78D, 0xFE10),
        (0xE78E, 0xFE12),
        (0xE78F, 0xFE11),
        (0xE790, 0xFE13),
        (0xE791, 0xFE14),
        (0xE792, 0xFE15),
        (0xE793, 0xFE16),
        (0xE794, 0xFE17),
        (0xE795, 0xFE18),
        (0xE796, 0xFE19),
        # and six double codings ended
        (0xE816, 0x20087),
        (0xE817, 0x20089),
        (0xE818, 0x200CC),
        (0xE831, 0x215D7),
        (0xE83B, 0x2298F),
        (0xE855, 0x241FE),
        # GB 18030-2005
        (0xE7C7, 0x1E3F),
        (0xE5E5, 0x3000),
    ],
)
def test_private_code_point_becomes_the_standard_one(private: int, standard: int):
    assert with_standard_characters(chr(private)) == chr(standard)


def test_the_changes_of_2000_agree_with_the_codec():
    """Python's gb18030 knows the edition of 2000; GBK numbered FE50 to FEA0 from U+E815 on without a gap."""
    trails = [trail for trail in range(0x50, 0xA1) if trail != 0x7F]
    by_codec = {chr(0xE815 + place): bytes([0xFE, trail]).decode("gb18030") for place, trail in enumerate(trails)}
    changed_in_2000 = {private: standard for private, standard in by_codec.items() if private != standard}

    assert len(changed_in_2000) == 66
    assert {private: with_standard_characters(private) for private in changed_in_2000} == changed_in_2000


def test_description_characters_agree_with_the_codec():
    codes = [bytes([0xA9, trail]).decode("gb18030") for trail in range(0x89, 0x96)]

    assert [with_standard_characters(chr(0xE7E7 + place)) for place in range(13)] == codes


@pytest.mark.parametrize("text", ["", "王𬭳", "\ue000", "\ue766", "\uf8ff", "龑䶮"])
def test_all_else_stays(text: str):
    assert with_standard_characters(text) == text
