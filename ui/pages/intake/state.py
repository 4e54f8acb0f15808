"""The one immutable state that the intake page shows, and how a draft becomes one. Qt-free."""

from dataclasses import dataclass

import msgspec

from desktop.domain.catalogue import ServiceItem
from desktop.domain.credit import Bar
from desktop.ports import PersonOnFile, Taken
from desktop.services.intake_form import IntakeForm
from ui.pages.intake.desk import Desk
from ui.pages.intake.item_presenter import invalidity
from ui.pages.intake.step import Step

_CURSOR = ":"


@dataclass(frozen=True, slots=True)
class IntakeState:
    """The form in view and what stands around it.

    `field` is the editor in use and `cursor` the place in it; `taken` is what the store gave back; `notices_given` are
    the correction notices already on this case: a further one needs a reason (行政许可法 72 (4)). `credit` is the
    number that was looked up, and what bars it.
    """

    desk: Desk
    form: IntakeForm
    field: str = ""
    cursor: int = 0
    person: PersonOnFile | None = None
    credit: tuple[str, Bar | None] = ("", None)
    notices_given: int = 0
    taken: Taken | None = None
    is_concluding: bool = False

    @property
    def item(self) -> ServiceItem | None:
        """The chosen item as published today, or None."""
        return self.desk.item_for(self.form)

    @property
    def step(self) -> Step:
        """The step in view."""
        return Step(min(max(self.form.step, Step.ITEM), Step.CONCLUSION))


def place_text(field: str, cursor: int) -> str:
    """The field in use with its cursor, as a draft keeps it: `name:3`."""
    return f"{field}{_CURSOR}{cursor}"


def place_of(text: str) -> tuple[str, int]:
    """The inverse of `place_text`; a draft of another program may hold the field alone."""
    field, _, cursor = text.partition(_CURSOR)
    return field, int(cursor) if cursor.isdecimal() else 0


def form_under(desk: Desk, form: IntakeForm) -> IntakeForm:
    """The form under the catalogue in force: a case freezes the version of the day on which it is taken in.

    An item that is gone, or not valid today, is chosen no more; everything else stays as typed.
    """
    if not form.item_code:
        return form
    item = desk.item(form.item_code)
    if item is None or invalidity(item, desk.today) is not None:
        return msgspec.structs.replace(form, item_code="", catalogue_version="", step=int(Step.ITEM))
    version = desk.catalogue.version if desk.catalogue else ""
    return msgspec.structs.replace(form, catalogue_version=version)
