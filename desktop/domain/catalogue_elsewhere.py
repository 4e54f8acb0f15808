"""How an item may be handled for another place, as the city publishes it (同城通办, 跨省通办)."""

from enum import Enum

import msgspec


class Mode(Enum):
    """The three modes of 国办发〔2020〕35号."""

    ONLINE = "online"  # 全程网办: handed in by network, with help at this window
    COLLECTED = "collected"  # 异地代收代办: taken in here by form, decided there
    JOINT = "joint"  # 多地联办: accepted here, the places work it out among themselves


class Reach(Enum):
    """How far away the other place may be."""

    CITY = "city"  # 同城通办
    REGION = "region"  # 全区通办
    NATION = "nation"  # 跨省通办


class Side(Enum):
    """Which of the two places does a step of 多地联办."""

    HERE = "here"  # 收件地: it accepts and decides
    THERE = "there"  # 联办地: the other place, whose step the applicant need not go there for


class JointStep(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A step of 多地联办 and whose it is; the order is that of the list."""

    name: str
    side: Side


class ElsewhereWay(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One way. `authority` is who decides, without the name of the place; duties are printed on the receipt."""

    mode: Mode
    reach: Reach
    authority: str  # 公安派出所, 医疗保障经办机构 …
    routes: tuple[str, ...] = ()  # 网络, 邮寄
    duties_here: tuple[str, ...] = ()  # 收件地职责
    duties_there: tuple[str, ...] = ()  # 业务属地职责
    steps: tuple[JointStep, ...] = ()  # 联办步骤, of JOINT alone
    url: str = ""  # where the applicant can do it alone
