"""Choosing an intermediary from any page: reads the register, records the choice, opens the slip."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.bootstrap import Counter
from desktop.domain.bundle import item_of
from desktop.domain.errors import DomainError
from desktop.domain.events import IntermediaryChosen
from desktop.domain.intermediary import HowChosen
from desktop.messages import text as error_text
from desktop.services import intermediaries
from desktop.services.intermediaries import Made, Need
from ui import printable
from ui.pages.case_entry_presenter import Words, entry
from ui.pages.intermediary_dialog import IntermediaryDialog, ServiceView, Wish
from ui.pages.page import Page

INTERMEDIARY_KEY = "Alt+I"


@dataclass(frozen=True, slots=True)
class Needed:
    """The item and the services that it may need; none: there is nothing to choose."""

    item_code: str = ""
    item_name: str = ""
    services: tuple[ServiceView, ...] = ()


def load(
    counter: Counter,
    *,
    item_code: str,
    case_id: str | None,
    language: str,
    chosen: Sequence[IntermediaryChosen] = (),
) -> Needed:
    """What the item of the case, or of this code today, may need. Runs on the reading thread.

    Args:
        chosen: what waits in a draft, for there is no case yet.
    """
    today = counter.clock.today()
    with counter.store.read() as reader:
        case = reader.case(case_id) if case_id else None
        catalogue = reader.catalogue(case.catalogue_version) if case else reader.catalogue_in_force(today)
        item = item_of(catalogue, case.item.code if case else item_code)
        if item is None:
            return Needed()
        events = [line.event for line in reader.lines_of(case_id)] if case_id else []
        made = [*chosen, *(event for event in events if isinstance(event, IntermediaryChosen))]
        views = tuple(
            ServiceView(
                service, intermediaries.register(reader, service, today=today), _recorded(made, service, language)
            )
            for service in item.intermediary_services
        )
    return Needed(item.code, item.name, views)


def _recorded(chosen: Sequence[IntermediaryChosen], service: str, language: str) -> tuple[str, ...]:
    words = Words(language, {})
    return tuple(entry(event, words) for event in chosen if event.service == service)


class RegisterFlow(QObject):
    """The register over a page: one dialog at a time; it stays open, so that every service can be settled."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: IntermediaryDialog | None = None

    def show_register(self, needed: Needed, perform: Callable[[Wish], None]) -> None:
        """Opens it; says so where the item needs no service."""
        if not needed.services:
            self._page.say(self.tr("This item needs no intermediary service."))
            return
        if self.dialog is not None:
            return
        self.dialog = IntermediaryDialog(needed.item_name, needed.services, self._page.window())
        self.dialog.wished.connect(perform)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def refreshed(self, needed: Needed) -> None:
        """What was chosen shows in the open register."""
        if self.dialog is not None and needed.services:
            self.dialog.show_services(needed.services)

    def failed(self, error: Exception) -> None:
        """What the choice broke against, in the register while it is open."""
        if isinstance(error, DomainError) and self.dialog is not None:
            self.dialog.show_fault(error_text(error, self._page.context.language))
        else:
            self._page.failed(error)

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class IntermediaryFlow(RegisterFlow):
    """A choice for a case, or for somebody who only asks: recorded at once, with its slip."""

    def open(self, *, item_code: str, case_id: str | None) -> None:
        """Reads the register and shows it; says so where the item needs no service."""
        if self.dialog is None:
            self._page.read(self._load(item_code, case_id), lambda needed: self._have(needed, case_id))

    def _load(self, item_code: str, case_id: str | None) -> Callable[[], Needed]:
        counter, language = self._page.context.counter, self._page.context.language
        return lambda: load(counter, item_code=item_code, case_id=case_id, language=language)

    def _have(self, needed: Needed, case_id: str | None) -> None:
        self.show_register(needed, lambda wish: self._perform(wish, needed.item_code, case_id))

    def _perform(self, wish: Wish, item_code: str, case_id: str | None) -> None:
        context = self._page.context
        counter, session, today = context.counter, context.session, context.counter.clock.today()
        need = Need(item_code, wish.service, case_id)

        def job() -> Made:
            printable.load()
            with counter.store.write(session) as uow:
                if wish.how is HowChosen.LOT:
                    made = intermediaries.draw_lot(uow, session, need, today=today)
                elif wish.how is HowChosen.FREE:
                    made = intermediaries.choose(uow, session, need, code=wish.code, today=today)
                else:
                    made = intermediaries.take_none(uow, need, today=today)
                printable.require_printable_papers(uow, made.taken)
                return made

        context.tasks.run(job, lambda made: self._made(made, item_code, case_id), self.failed)

    def _made(self, made: Made, item_code: str, case_id: str | None) -> None:
        context = self._page.context
        self._page.changes_made.emit(made.taken.changes)
        said = entry(made.event, Words(context.language, {}))
        self._page.say(said, tone="good")
        if made.taken.papers and self.dialog is not None:
            self.dialog.accept()  # the slip needs the keyboard; the next service opens again with its key
            context.printer.open_papers(made.taken.papers)
        elif self.dialog is not None:
            self._page.read(self._load(item_code, case_id), self.refreshed)
