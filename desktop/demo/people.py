"""Made-up citizens. Their numbers have valid check digits in the unassigned area 450000, their phones begin 1390000."""

from dataclasses import dataclass

from desktop.domain.identity import make_check_digit


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the counter."""

    name: str
    id_number: str
    phone: str
    address: str = "右江区阳圩镇（示例）示例村1组"


def person(name: str, born: str, order: int, phone: int) -> Person:
    """A made-up person.

    Args:
        born: yyyymmdd.
        order: three digits of the id number, odd for men.
        phone: last four digits.
    """
    first17 = f"450000{born}{order:03d}"
    return Person(name, first17 + make_check_digit(first17), f"1390000{phone:04d}")


WANG = person("王𬭳", "19850307", 2, 11)  # a rare character, as in real names
LI = person("李示例", "19700101", 1, 12)
HUANG = person("黄阿妹", "19521120", 8, 13)
WEI = person("韦小山", "19881002", 5, 14)
NONG = person("农秀英", "19931215", 4, 15)
LU = person("陆建国", "19660520", 3, 16)
QIN = person("覃㼆", "19790913", 6, 17)
TAN = person("谭示范", "20010108", 9, 18)
OUYANG = person("欧阳示例", "19740630", 7, 19)
MO = person("莫老五", "19481003", 11, 20)

ALL = (WANG, LI, HUANG, WEI, NONG, LU, QIN, TAN, OUYANG, MO)
