"""异地事一地办: taken in here and decided elsewhere, and the other way round (国办发〔2020〕35号, handbook 3).

同城通办 and 跨省通办 in its three modes. Where this window only collects (收受分离), it looks at the form of the
materials and at who stands before it; the place that decides judges their substance.
"""

from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.domain.area import area_name
from desktop.domain.catalogue import MaterialRequirement, Question, Role, ServiceItem
from desktop.domain.catalogue_elsewhere import ElsewhereWay as ElsewhereWay
from desktop.domain.catalogue_elsewhere import Mode as Mode
from desktop.domain.catalogue_elsewhere import Reach as Reach
from desktop.domain.errors import InvalidInput
from desktop.domain.events_elsewhere import HandledElsewhere, Place, TakenElsewhere
from desktop.domain.free_text import clean_text
from desktop.domain.identity import DivisionCode
from desktop.domain.typed_text import is_digits

WHERE = "办理地"
"""The fact that says where the case is decided; its values are HERE, FROM, or a mode with its reach."""

HERE, FROM = "本地", "外地转来"
NAME_AT_MOST = 40
_DIGITS = {Reach.CITY: 4, Reach.REGION: 2}  # of a division code (GB/T 2260): province 2, prefecture 2, county 2

_FORM_POINT = "形式审查：名称、份数、页数与清单相符，字迹清楚，签名、盖章齐全；内容由业务属地审查"
_IDENTITY_POINT = "身份核验：证件在有效期内，人、证、号码相符"
_FORM_DEFECTS = ("缺页", "份数不够", "字迹不清", "没有签名或者盖章")
_IDENTITY = frozenset({"id_card", "agent_id_card", "business_licence"})


def key_of(way: ElsewhereWay) -> str:
    """The value of WHERE for this way."""
    return f"{way.mode.value}.{way.reach.value}"


def way_of(item: ServiceItem, where: str) -> ElsewhereWay | None:
    """The way that this value of WHERE stands for; None: decided here, or no way of this item."""
    return next((way for way in item.elsewhere if key_of(way) == where), None)


@dataclass(frozen=True, slots=True)
class PlaceTyped:
    """What was typed about the other place. `office` and `examined_by` are of a case that comes in from there."""

    place: str = ""
    office: str = ""
    examined_by: str = ""


def parse_place(text: str, *, field: str = "place_name") -> Place:
    """A place as typed: `450103 南宁市青秀区`, the code or the name alone.

    Raises:
        InvalidInput: `place_missing`, `place_too_long`, `place_code`: no code is so; `place_name` where only a code was
            typed that is in no table here.
    """
    cleaned = clean_text(text)
    if not cleaned:
        raise InvalidInput("place_missing", field=field)
    first, _, rest = cleaned.partition(" ")
    if not is_digits(first):
        first, rest = "", cleaned
    if first:
        try:
            DivisionCode.parse(first)
        except InvalidInput:
            raise InvalidInput("place_code", field=field) from None
    name = rest.strip() or area_name(first[:6])
    if not name:
        raise InvalidInput("place_name", field=field)
    if len(name) > NAME_AT_MOST:
        raise InvalidInput("place_too_long", field=field)
    return Place(division=first, name=name)


def place_of(way: ElsewhereWay, text: str, *, home: str) -> Place:
    """The place as typed, which has to lie as far away as the way leads.

    Args:
        home: the hall's division; empty: it is not known yet, and nothing is compared. Nor is a place without a code.

    Raises:
        InvalidInput: as parse_place; `place_not_in_city`, `place_not_in_region`, `place_not_abroad`.
    """
    place = parse_place(text)
    if not place.division or not home:
        return place
    is_here = {reach: place.division[:digits] == home[:digits] for reach, digits in _DIGITS.items()}
    if way.reach is Reach.CITY and not is_here[Reach.CITY]:
        raise InvalidInput("place_not_in_city", field="place_name")
    if way.reach is Reach.REGION and not is_here[Reach.REGION]:
        raise InvalidInput("place_not_in_region", field="place_name")
    if way.reach is Reach.NATION and is_here[Reach.REGION]:
        raise InvalidInput("place_not_abroad", field="place_name")
    return place


def handled_elsewhere(
    item: ServiceItem, where: str, typed: PlaceTyped, *, send_by: date, home: str = ""
) -> HandledElsewhere | None:
    """Where the case goes; None: it stays here. Raises InvalidInput as place_of."""
    way = way_of(item, where)
    if way is None:
        return None
    place = place_of(way, typed.place, home=home)
    return HandledElsewhere(
        place=place,
        mode=way.mode,
        reach=way.reach,
        authority=authority_at(way, place.name),
        routes=way.routes,
        send_by=send_by,
        steps=way.steps if way.mode is Mode.JOINT else (),
    )


def taken_elsewhere(where: str, typed: PlaceTyped, *, route: str = "") -> TakenElsewhere | None:
    """From where the case came; None: from the applicant himself.

    Raises:
        InvalidInput: as parse_place; `place_office`, `place_examiner`: who took it in and who looked is not said.
    """
    if where != FROM:
        return None
    place = parse_place(typed.place)
    office, who = clean_text(typed.office), clean_text(typed.examined_by)
    if not office:
        raise InvalidInput("place_office", field="place_office")
    if not who:
        raise InvalidInput("place_examiner", field="place_examiner")
    return TakenElsewhere(place=place, office=office, examined_by=who, route=route)


def authority_at(way: ElsewhereWay, place: str) -> str:
    """Who decides there: the way's authority with the name of the place before it."""
    return f"{place}{way.authority}"


def adapted(item: ServiceItem, where: str, *, place: str) -> ServiceItem:
    """The item as this window handles it for another place; as published where it is decided here.

    Collected: in the name of nobody, by form alone, with neither pledge nor deferral, which are for who decides to
    grant. Joint (多地联办): accepted here as any other; the answers that would send the citizen away lead nowhere.
    """
    way = way_of(item, where)
    if way is None:
        return item
    questions = tuple(_without_effects(question) for question in item.questions)
    if way.mode is Mode.JOINT:
        return msgspec.structs.replace(item, questions=questions)
    return msgspec.structs.replace(
        item,
        questions=questions,
        role=Role.COLLECTS,
        authority=authority_at(way, place or "业务属地"),
        materials=tuple(_by_form(material) for material in item.materials),
        statutory_limit=None,
        committed_limit=None,
        fast_limit=None,
        special_procedures=(),
        review_authority="",
        court="",
    )


def _without_effects(question: Question) -> Question:
    options = tuple(
        msgspec.structs.replace(option, not_required=None, other_authority=None) for option in question.options
    )
    return msgspec.structs.replace(question, options=options)


def _by_form(material: MaterialRequirement) -> MaterialRequirement:
    point = _IDENTITY_POINT if material.standard in _IDENTITY else _FORM_POINT
    return msgspec.structs.replace(
        material,
        acceptance_points=(point,),
        common_defects=_FORM_DEFECTS,
        is_deferrable=False,
        is_pledgeable=False,
        is_shareable=False,
    )
