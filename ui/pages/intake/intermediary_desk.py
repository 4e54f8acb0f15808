"""中介事一站办 at intake: Alt+I opens the register of what the item may need; the choice waits in the draft."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from desktop.services import intermediary_draft
from desktop.services.intake_form import IntakeForm
from desktop.services.intermediaries import Wanted
from ui.pages.case_entry_presenter import Words, entry
from ui.pages.intake.draft_flow import DraftFlow
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.intermediary_card import IntermediaryCard
from ui.pages.intake.summary_panel import SummaryPanel
from ui.pages.intermediary_dialog import Wish
from ui.pages.intermediary_flow import INTERMEDIARY_KEY, IntermediaryFlow, Needed, RegisterFlow, load
from ui.pages.page import Page


class IntakeIntermediaries(RegisterFlow):
    """Before the conclusion the draft keeps the choice; after it the case does, with its slip."""

    def __init__(self, page: Page, presenter: IntakePresenter, keeper: DraftFlow, summary: SummaryPanel) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._keeper = keeper
        self.after = IntermediaryFlow(page)
        self.card = IntermediaryCard()
        summary.add_item_line(self.card)
        self.card.clicked.connect(self.open)
        QShortcut(QKeySequence(INTERMEDIARY_KEY), page).activated.connect(self.open)

    def refresh(self) -> None:
        """The line in the summary: how many services the item may need, and what was chosen."""
        item = self._presenter.item
        services = item.intermediary_services if item is not None else ()
        chosen = [event for event in intermediary_draft.current(self._presenter.form) if event.service in services]
        words = Words(self._page.context.language, {})
        self.card.show_services(len(services), [entry(event, words) for event in chosen])

    def open(self) -> None:
        """The register over the page; says so where there is nothing to choose."""
        state, form = self._presenter.state, self._presenter.form
        if state.is_concluding or self.dialog is not None:
            return
        if state.taken is not None:
            self.after.open(item_code=form.item_code, case_id=state.taken.case_id or None)
        elif self._presenter.item is None:
            self._page.say(self.tr("Choose the item first: it says which services may be needed."))
        else:
            self._page.read(self._load(form), self._have)

    def _load(self, form: IntakeForm) -> Callable[[], Needed]:
        context = self._page.context
        return lambda: load(
            context.counter,
            item_code=form.item_code,
            case_id=None,
            language=context.language,
            chosen=form.intermediaries,
        )

    def _have(self, needed: Needed) -> None:
        self.show_register(needed, self._perform)

    def _perform(self, wish: Wish) -> None:
        """Drawn and saved in one transaction: a power cut cannot lose a lot that somebody has seen."""
        context, form, field = self._page.context, self._presenter.form, self._presenter.field_name
        counter, session = context.counter, context.session
        now, today = counter.clock.now(), counter.clock.today()

        def job() -> IntakeForm:
            with counter.store.write(session) as uow:
                return intermediary_draft.choose(
                    uow, session, form, wish.service, Wanted(wish.how, wish.code), field=field, at=now, today=today
                )

        context.tasks.run(job, self._chosen, self.failed)

    def _chosen(self, form: IntakeForm) -> None:
        if form.case_id != self._presenter.form.case_id:
            return  # the next citizen is here already; the draft has it
        self._presenter.intermediaries_chosen(form.intermediaries)
        self._keeper.touch()
        self.refresh()
        self._page.say(entry(form.intermediaries[-1], Words(self._page.context.language, {})), tone="good")
        if self.dialog is not None:
            self._page.read(self._load(self._presenter.form), self.refreshed)
