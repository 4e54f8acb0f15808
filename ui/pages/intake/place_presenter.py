"""办理地: the question where a case is decided, and what has to be typed about the other place. Qt-free."""

import msgspec

from desktop.domain.catalogue import Option, Question, Role, ServiceItem
from desktop.domain.elsewhere import FROM, HERE, WHERE, adapted, key_of, parse_place, way_of
from desktop.domain.errors import InvalidInput
from desktop.messages import word
from desktop.services.intake_form import IntakeForm

PLACE, OFFICE, EXAMINER = "place_name", "place_office", "place_examiner"


def handled(item: ServiceItem, form: IntakeForm) -> ServiceItem:
    """The item as this form handles it, with the question where; as published where there is but one place."""
    if not item.elsewhere:
        return item
    try:
        place = parse_place(form.place_name).name
    except InvalidInput:
        place = ""  # the field itself says so
    here = adapted(item, form.answers.get(WHERE, ""), place=place)
    return msgspec.structs.replace(here, questions=(_question(item), *here.questions))


def _question(item: ServiceItem) -> Question:
    options = [Option(key=HERE, text="在本地办理")]
    options += [Option(key=key_of(way), text=f"{word(way.reach)}：{word(way.mode)}") for way in item.elsewhere]
    if item.role is not Role.ADVISES:
        options.append(Option(key=FROM, text="外地窗口代收后转来，由本地办理"))
    return Question(key=WHERE, text="这件事由哪里办理？", options=tuple(options))


def fields_of(item: ServiceItem | None, form: IntakeForm) -> tuple[str, ...]:
    """The form's attributes that are asked for about the other place; none where it is decided here."""
    where = form.answers.get(WHERE, "")
    if item is None or not item.elsewhere:
        return ()
    if where == FROM:
        return (PLACE, OFFICE, EXAMINER)
    return (PLACE,) if way_of(item, where) is not None else ()
