"""What the case page reads at once, in one go on the reading thread."""

from dataclasses import dataclass

from desktop.bootstrap import Counter
from desktop.domain.bundle import item_of
from desktop.domain.catalogue import ServiceItem
from desktop.domain.course_rules import Offered
from desktop.domain.credit import Bar
from desktop.domain.errors import Conflict
from desktop.domain.people import Session
from desktop.domain.rating_family import Family
from desktop.ports_scans import FiledScan
from desktop.services import amendments, course
from desktop.services.calendar import work_calendar
from desktop.services.credit import bar_of
from desktop.services.elsewhere import handled_item
from desktop.services.ratings import family_of
from desktop.services.taking_over import keeper_of
from ui.pages import case_city_presenter, case_presenter
from ui.pages.case_city_presenter import CityView
from ui.pages.case_entry_presenter import Words
from ui.pages.case_presenter import CaseView


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the page reads at once: the view, and the item of the case's own catalogue version."""

    view: CaseView
    item: ServiceItem | None
    words: Words
    city: CityView
    offered: tuple[Offered, ...] = ()
    bar: Bar | None = None
    scans: tuple[FiledScan, ...] = ()
    keeper: str = ""  # login name of the clerk who has the case
    undo_barred: str | None = "why.undo_nothing"  # why the last conclusion cannot be taken back; None: it can
    family: Family | None = None  # the 一件事 that the case is or belongs to


def load(counter: Counter, case_id: str, language: str, *, session: Session) -> Loaded:
    """The case as the store has it. Runs on the reading thread. Raises Conflict: there is none of this id."""
    today = counter.clock.today()
    with counter.store.read() as reader:
        case = reader.case(case_id)
        if case is None:
            raise Conflict(case_id=case_id)
        words = Words(language, {clerk.clerk_id: clerk.name for clerk in reader.clerks()})
        calendar, lines = work_calendar(reader, today), reader.lines_of(case_id)
        city = case_city_presenter.load(reader, case_id, lines, today=today, calendar=calendar, words=words)
        catalogue = reader.catalogue(case.catalogue_version)
        item = handled_item(item_of(catalogue, case.item.code), case)
        process = item.steps if item else ()
        view = case_presenter.view(case, lines, today=today, calendar=calendar, words=words, process=process)
        offered = course.offered(reader, case, today=today) if item else ()
        person = case.applicant
        bar = bar_of(reader, id_kind=person.id_kind, id_number=person.id_number, today=today) if case.is_open else None
        scans = reader.filed_scans(case_id)
        keeper = keeper_of(reader, case_id)
        undo_barred = amendments.why_not_undo(reader, session, case, today=today)
        family = family_of(reader, case)
    return Loaded(view, item, words, city, offered, bar, scans, keeper, undo_barred, family)
