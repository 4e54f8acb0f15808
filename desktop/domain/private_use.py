"""Private-use characters of GB 18030 and their standard code points: one character, two codes.

GBK and the editions of 2000 and 2005 put characters that Unicode did not have yet into U+E78D…U+E864. Unicode has them
all by now, and GB 18030-2022 uses the standard code points; names from older systems, cards and fonts still come with
the private ones (the well-known case is 䶮: U+E863 or U+4DAE). The table is annex E of GB 18030-2005 with the changes
of 2022: 18 swapped code positions, and an end to 6 double codings. What changed in 2000 any codec can confirm.
"""

# FE50 to FEA0 without FE7F, in the order of the two-byte codes, stand at U+E815 to U+E864 in GBK.
_FIRST_OF_FE50 = 0xE815
_FE50_TO_FEA0 = (
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌"
    "龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)

_OTHERS = {
    0xE5E5: "\u3000",  # A3A0, a blank
    0xE7C7: "ḿ",  # A8BC; changed in 2005
    0xE7C8: "ǹ",  # A8BF; changed in 2000
    # A6D9 to A6DF, A6EC, A6ED, A6F3: punctuation of vertical text; changed in 2022
    0xE78D: "\ufe10",
    0xE78E: "\ufe12",
    0xE78F: "\ufe11",
    0xE790: "\ufe13",
    0xE791: "\ufe14",
    0xE792: "\ufe15",
    0xE793: "\ufe16",
    0xE794: "\ufe17",
    0xE795: "\ufe18",
    0xE796: "\ufe19",
    # A989 to A995: the ideographic description characters; changed in 2000
    0xE7E7: "〾",
} | {0xE7E8 + place: chr(0x2FF0 + place) for place in range(12)}

_STANDARD = _OTHERS | {_FIRST_OF_FE50 + place: char for place, char in enumerate(_FE50_TO_FEA0)}


def with_standard_characters(text: str) -> str:
    """The text with each private-use character of GB 18030 in its standard code point.

    Other private characters (a police or bank system's own) stay as they are: nobody else can know what they mean.
    """
    return text.translate(_STANDARD)
