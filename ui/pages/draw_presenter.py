"""双随机抽查 on the screen: what may be drawn from, the newest draw, and whether it repeats. Without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain import pledge_draw
from desktop.domain.case_pledge import PledgeState
from desktop.domain.errors import InvalidInput
from desktop.domain.events_pledge import PledgesDrawn
from desktop.domain.people import ClerkRole, Session
from desktop.messages import word
from desktop.ports import CaseReader, Store
from desktop.ports_pledge import PledgeRow
from desktop.services import pledge_draws
from desktop.services.check_contents import keyed

SHARE = 10  # percent, filled in until the lead says otherwise
_TONES = {PledgeState.OPEN: "yellow", PledgeState.RECTIFYING: "yellow", PledgeState.FALSE: "red"}


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A pledge that the lot fell on, as it stands now."""

    case_id: str
    case_number: str
    item_name: str
    material: str
    officers: str
    verify_by: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class DrawView:
    """The newest draw; `number` is empty before the first. `differences`: what a repetition gives otherwise."""

    is_lead: bool
    number: str = ""
    drawn_on: str = ""
    days: str = ""
    share_percent: int = 0
    population: int = 0
    seed: str = ""
    rows: tuple[DrawnRow, ...] = ()
    differences: tuple[str, ...] = ()
    older: int = 0


def load(store: Store, *, session: Session, language: str) -> DrawView:
    """The page as the ledger has it; for a worker."""
    is_lead = session.clerk.role is ClerkRole.LEAD
    with store.read() as reader:
        draws = reader.pledge_draws()
        if not draws:
            return DrawView(is_lead)
        return _view(reader, draws[0], is_lead=is_lead, older=len(draws) - 1, language=language)


def _view(reader: CaseReader, event: PledgesDrawn, *, is_lead: bool, older: int, language: str) -> DrawView:
    names = {clerk.clerk_id: clerk.name for clerk in reader.clerks()}
    known = keyed(reader.pledges(event.begins_on, event.ends_on))
    return DrawView(
        is_lead=is_lead,
        number=event.number,
        drawn_on=event.drawn_on.isoformat(),
        days=f"{event.begins_on.isoformat()} – {event.ends_on.isoformat()}",
        share_percent=event.share_percent,
        population=len(event.population),
        seed=event.seed,
        rows=tuple(_row(known[one.key], one.officers, names, language) for one in event.drawn if one.key in known),
        differences=pledge_draw.differences(event),
        older=older,
    )


def _row(row: PledgeRow, officers: tuple[str, ...], names: Mapping[str, str], language: str) -> DrawnRow:
    return DrawnRow(
        case_id=row.case_id,
        case_number=row.case_number,
        item_name=row.item_name,
        material=row.name,
        officers="、".join(names.get(officer, officer) for officer in officers),
        verify_by=row.verify_by.isoformat(),
        state=word(row.state, language),
        tone=_TONES.get(row.state, "green"),
    )


def usual_days(today: date) -> tuple[str, str]:
    """The month so far."""
    return today.replace(day=1).isoformat(), today.isoformat()


def days_of(begins_on: str, ends_on: str) -> tuple[date, date]:
    """The days as typed. Raises InvalidInput `draw_days` with the field."""
    days = []
    for field, text in (("begins_on", begins_on), ("ends_on", ends_on)):
        try:
            days.append(date.fromisoformat(text.strip()))
        except ValueError:
            raise InvalidInput("draw_days", field=field) from None
    return days[0], days[1]


def wanted(begins_on: str, ends_on: str, share: str) -> pledge_draws.Wanted:
    """What is to be drawn, as typed. Raises InvalidInput `draw_days`, `share`."""
    first, last = days_of(begins_on, ends_on)
    text = share.strip().removesuffix("%")
    if not (text.isascii() and text.isdigit()):
        raise InvalidInput("share", field="share")
    return pledge_draws.Wanted(first, last, int(text))
