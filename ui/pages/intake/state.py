"""The one immutable state that the intake page shows, and how a draft or a case becomes one. Qt-free."""

from dataclasses import dataclass

import msgspec

from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.decide import checklist_of
from desktop.ports import PersonOnFile, Taken
from desktop.services.intake_form import PERSON, IntakeForm
from ui.pages.intake.desk import Desk
from ui.pages.intake.item_presenter import invalidity
from ui.pages.intake.step import Step

_KNOWN_BY_ITSELF = ("applicant", "agent", "channel")
_CURSOR = ":"


@dataclass(frozen=True, slots=True)
class IntakeState:
    """The form in view and what stands around it.

    `field` is the editor in use and `cursor` the place in it; `taken` is what the store gave back; `received_case` is a
    case left in 已收件 that is being concluded, None for a new application.
    """

    desk: Desk
    form: IntakeForm
    field: str = ""
    cursor: int = 0
    person: PersonOnFile | None = None
    received_case: Case | None = None
    taken: Taken | None = None
    is_concluding: bool = False

    @property
    def item(self) -> ServiceItem | None:
        """The chosen item as published today, or None."""
        return self.desk.item(self.form.item_code)

    @property
    def step(self) -> Step:
        """The step in view."""
        return Step(min(max(self.form.step, Step.ITEM), Step.CONCLUSION))

    @property
    def notices_given(self) -> int:
        """Correction notices already on this case."""
        return self.received_case.notices_given if self.received_case else 0


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


def form_of_case(desk: Desk, case: Case) -> IntakeForm:
    """A case left in 已收件 as a form at its materials; who applied, and for what, is in the ledger already."""
    item = desk.item(case.item.code)
    form = IntakeForm(
        case_id=case.case_id,
        item_code=case.item.code,
        catalogue_version=case.catalogue_version,
        applicant_kind=case.applicant.kind,
        name=case.applicant.name,
        id_number=case.applicant.id_number,
        phone=case.applicant.phone,
        address=case.applicant.address,
        legal_representative=case.applicant.legal_representative,
        has_agent=case.agent is not None,
        answers={key: value for key, value in case.facts.items() if key not in _KNOWN_BY_ITSELF},
        checks=checklist_of(case, item).checks if item else {},
        delivery=case.delivery,
        step=int(Step.MATERIALS),
    )
    if case.applicant.kind == PERSON:
        form = msgspec.structs.replace(form, id_kind=case.applicant.id_kind)
    if case.agent is not None:
        form = msgspec.structs.replace(
            form,
            agent_name=case.agent.name,
            agent_id_kind=case.agent.id_kind,
            agent_id_number=case.agent.id_number,
            agent_phone=case.agent.phone,
            agent_relation=case.agent.relation,
            agent_powers=case.agent.powers,
        )
    return form
