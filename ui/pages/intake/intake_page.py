"""收件: five steps and a summary that is always in view, worked by the keyboard alone.

The page lays out, hands jobs to the workers and moves between the steps; what is true it asks the presenter.
"""

from functools import partial
from uuid import uuid4

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.ports import Changes, Taken
from ui.context import Context
from ui.pages.intake.applicant_step import ApplicantStep
from ui.pages.intake.conclusion_flow import Concluded, ConclusionFlow
from ui.pages.intake.conclusion_step import ConclusionStep
from ui.pages.intake.desk import empty_desk
from ui.pages.intake.done_panel import DonePanel
from ui.pages.intake.draft_flow import DraftFlow
from ui.pages.intake.forms_flow import FormsFlow
from ui.pages.intake.intake_frame import IntakeFrame
from ui.pages.intake.intake_help import help_text
from ui.pages.intake.intake_jobs import IntakeJobs
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.intermediary_desk import IntakeIntermediaries
from ui.pages.intake.item_step import ItemStep
from ui.pages.intake.material_step import MaterialStep
from ui.pages.intake.opening_flow import OpeningFlow
from ui.pages.intake.policy_desk import IntakePolicies
from ui.pages.intake.scan_flow import ScanFlow
from ui.pages.intake.situation_step import SituationStep
from ui.pages.intake.step import Step
from ui.pages.intake.step_bar import StepBar
from ui.pages.intake.step_panel import StepPanel
from ui.pages.intake.summary_panel import SummaryPanel
from ui.pages.page import Page
from ui.problem_text import problem_text
from ui.theme import Tokens, tokens


class IntakePage(Page):
    """Visited with nothing (the form in view, or a fresh one), with a draft's id, or with `item:` and its code."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        language = context.language
        self.presenter = IntakePresenter(empty_desk(context.counter.clock.today()), new_id=lambda: str(uuid4()))
        self.jobs = IntakeJobs(context)
        self._was_away = True
        self.bar = StepBar()
        self.bar.chosen.connect(self._on_step_chosen)
        self.item_step = ItemStep(self.presenter, language=language)
        self.applicant_step = ApplicantStep(self.presenter, language=language)
        self.situation_step = SituationStep(self.presenter, language=language)
        self.material_step = MaterialStep(self.presenter, language=language)
        self.conclusion_step = ConclusionStep(self.presenter, language=language)
        self.panels: dict[Step, StepPanel] = {
            Step.ITEM: self.item_step,
            Step.APPLICANT: self.applicant_step,
            Step.SITUATION: self.situation_step,
            Step.MATERIALS: self.material_step,
            Step.CONCLUSION: self.conclusion_step,
        }
        self.done_panel = DonePanel(language=language)
        self.summary = SummaryPanel(language=language)
        self.keeper = DraftFlow(context, self.presenter, self.jobs, self)
        self.opening = OpeningFlow(context, self.presenter, self.jobs, self)
        self.flow = ConclusionFlow(context, self.presenter, self.jobs, self)
        self.forms = FormsFlow(context, self.presenter, self.jobs, self)
        self.scans = ScanFlow(context, self)
        self.material_step.use_scans(self.scans)
        self.policies = IntakePolicies(self, self.presenter, self.keeper, self.summary)
        self.intermediaries = IntakeIntermediaries(self, self.presenter, self.keeper, self.summary)
        self.frame = IntakeFrame()
        self.body.addWidget(self.frame)
        self.frame.fill((*self.panels.values(), self.done_panel), (self.item_step.facts, self.summary))
        self._bind()
        self._use_size()
        self._show()

    def _bind(self) -> None:
        for panel in self.panels.values():
            panel.edited.connect(self._on_edited)
            panel.left.connect(self.keeper.flush)
            panel.went_on.connect(self.go_on)
            panel.went_back.connect(self.go_back)
        self.frame.next_key.clicked.connect(self._on_next_clicked)
        self.frame.back_key.clicked.connect(self.go_back)
        self.frame.authority_key.clicked.connect(self.forms.give_authority)
        self.frame.truth_key.clicked.connect(self.forms.give_truth_pledge)
        self.scans.late.connect(self.changes_made)
        self.scans.failed.connect(self.failed)
        self.forms.changes_made.connect(self.changes_made)
        self.forms.failed.connect(self.failed)
        self.item_step.draft_band.wanted.connect(self.opening.open_draft)
        self.item_step.draft_band.dropped.connect(self.opening.drop_draft)
        self.applicant_step.number_complete.connect(self.opening.look_up_person)
        self.applicant_step.case_wanted.connect(partial(self.goto, "case"))
        self.conclusion_step.calendar_wanted.connect(self._open_calendar)
        self.done_panel.next_citizen.connect(self.new_form)
        self.done_panel.paper_wanted.connect(self._show_papers)
        self.done_panel.rating_wanted.connect(self.forms.give_rating)
        self.done_panel.turn_wanted.connect(self._turn)
        self.done_panel.copied.connect(partial(self.say, self.tr("The number is on the clipboard."), tone="good"))
        self.done_panel.undo_wanted.connect(self.forms.take_back)
        self.forms.taken_back.connect(self._on_taken_back)
        self.opening.refreshed.connect(self._on_refreshed)
        self.opening.form_opened.connect(self._on_form_opened)
        self.opening.draft_gone.connect(partial(self.say, self.tr("This draft is not there any more."), tone="bad"))
        self.opening.person_found.connect(self._on_person_found)
        self.opening.catalogue_moved.connect(partial(self.say, tone="bad"))
        self.opening.failed.connect(self.failed)
        self.flow.started.connect(self._on_concluding)
        self.flow.concluded.connect(self._on_concluded)
        self.flow.refused.connect(self._on_refused)
        self.flow.day_changed.connect(self._on_new_day)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self.failed)
        self.context.printer.finished.connect(self._on_paper_closed)
        self.context.settings_store.changed.connect(self._use_size)
        for step in Step:
            QShortcut(QKeySequence(f"Ctrl+{int(step)}"), self).activated.connect(partial(self.go_to, step))
        QShortcut(QKeySequence("Alt+3"), self.applicant_step).activated.connect(self.applicant_step.has_agent.toggle)

    def _tokens(self) -> Tokens:
        return tokens(self.context.settings.theme)

    def _use_size(self) -> None:
        percent = self.context.settings.percent
        self.frame.set_percent(percent)
        self.material_step.set_percent(percent)

    # --- the window asks -----------------------------------------------------------------------------------------

    def title(self) -> str:
        """The heading."""
        return self.tr("Intake")

    def head(self) -> QWidget:
        """The bar of steps stands under the title."""
        return self.bar

    def help_text(self) -> str:
        """Keys and rules of this page."""
        return help_text()

    def opened(self, argument: str) -> None:
        """A draft or item; else a new form if this page was in view already (F2), or what was left here."""
        if argument:
            self.keeper.flush()
        elif not self._was_away or self.presenter.state.taken is not None:
            self.new_form()
        self._was_away = False
        self.opening.load(argument)

    def first_focus(self) -> None:
        """Where the keyboard was."""
        self._enter_panel()

    def changed(self, changes: Changes) -> None:
        """A new catalogue or calendar holds at once; the form stays."""
        if changes.catalogue or changes.calendar or changes.hall:
            self.opening.load()

    def has_unsaved(self) -> bool:
        """Typed and not handed to the store yet."""
        return self.keeper.is_dirty

    def save_now(self) -> None:
        """Hands it to the store."""
        self.keeper.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page saves; F2 from elsewhere comes back to what was left here."""
        self._was_away = True
        self.keeper.flush()
        super().hideEvent(event)

    # --- moving --------------------------------------------------------------------------------------------------

    def new_form(self) -> None:
        """The next citizen: a fresh form. What was in view stays in its draft."""
        if self.presenter.state.is_concluding:
            return  # the answer of the store belongs to this form
        self.keeper.flush()
        self.presenter.begin()
        self.frame.saved_text.clear()
        self.opening.load()
        self._on_form_opened()

    def go_on(self) -> None:
        """The next step, or the conclusion."""
        if self.presenter.state.step is Step.CONCLUSION:
            self.flow.start()
            return
        if self.presenter.next():
            self._moved()

    def go_back(self) -> None:
        """The step before."""
        if not self.presenter.state.is_concluding and self.presenter.back():
            self._moved()

    def go_to(self, step: Step) -> None:
        """Any step that is open (Ctrl and its number)."""
        state = self.presenter.state
        if state.taken is None and not state.is_concluding and self.presenter.go(step):
            self._moved()

    def _on_step_chosen(self, step: object) -> None:
        if isinstance(step, Step):
            self.go_to(step)

    def _on_next_clicked(self) -> None:
        panel = self.panels[self.presenter.state.step]
        panel.finish()

    def _moved(self) -> None:
        self.presenter.at("")
        self.keeper.touch()
        self._show()
        self._enter_panel()
        self.keeper.flush()

    def _enter_panel(self) -> None:
        if self.presenter.state.taken is not None:
            self.done_panel.setFocus()
        else:
            self.panels[self.presenter.state.step].entered()

    def _forget_panels(self) -> None:
        self.item_step.clear()
        self.applicant_step.forget()
        self.material_step.forget()

    def _show(self) -> None:
        state = self.presenter.state
        self.scans.follow(state.form.case_id)
        is_done = state.taken is not None
        self.frame.show_step(
            self.done_panel if is_done else self.panels[state.step],
            self.item_step.facts if state.step is Step.ITEM and not is_done else self.summary,
        )
        self.presenter.at(state.field, state.cursor)  # Qt has just put the keyboard anywhere in the new step
        self.frame.foot.setVisible(not is_done)
        self.frame.back_key.setEnabled(state.step is not Step.ITEM)
        self.frame.show_next(state.step)
        self.item_step.show_drafts()
        self._show_around()

    def _show_around(self) -> None:
        self.bar.set_marks(self.presenter.steps())
        self.summary.show_summary(self.presenter.summary())
        self.policies.refresh()
        self.intermediaries.refresh()
        self.summary.outcome_card.setVisible(self.presenter.state.taken is None and self.presenter.item is not None)
        if self.presenter.state.step is Step.CONCLUSION:
            self.summary.why_not.hide()  # every reason stands in the step itself

    def _on_refreshed(self) -> None:
        self._show()
        self.panels[self.presenter.state.step].refresh()

    def _on_form_opened(self) -> None:
        self._forget_panels()
        self._show()
        self._enter_panel()

    def _on_person_found(self) -> None:
        if self.presenter.state.step is Step.APPLICANT or self.presenter.bar is not None:
            self.panels[self.presenter.state.step].refresh()

    def _on_edited(self) -> None:
        self.keeper.touch()
        self._show_around()

    def _on_saved(self, time: str) -> None:
        self.frame.saved_text.setText(self.tr("draft saved {time}").format(time=time))

    def _on_concluding(self) -> None:
        self.keeper.forget()
        self.frame.next_key.setEnabled(False)

    def _on_concluded(self, concluded: Concluded) -> None:
        self.frame.next_key.setEnabled(True)
        self.done_panel.show_taken(concluded.taken, concluded.outcome)
        self._show()
        self.done_panel.setFocus()
        self.changes_made.emit(concluded.taken.changes)
        self._show_papers()

    def _on_refused(self, error: Exception) -> None:
        self.frame.next_key.setEnabled(True)
        self.keeper.touch()
        self.conclusion_step.show_fault(problem_text(error, language=self.context.language))

    def _on_new_day(self) -> None:
        self.opening.load()
        self.say(self.tr("A new day has begun. Look at the dates again, then conclude."))

    def _show_papers(self) -> None:
        if self.presenter.state.taken is not None:
            self.context.printer.open_papers(self.presenter.state.taken.papers)  # pledges first: they are signed first

    def _on_paper_closed(self, _number: object) -> None:
        if self.isVisible():
            self._enter_panel()

    def _turn(self) -> None:
        if self.presenter.state.taken is not None:
            self.citizen_turn.emit(self.presenter.state.taken.case_id)

    def _on_taken_back(self, taken: Taken) -> None:
        self.new_form()
        self.goto("case", f"{taken.case_id}#conclude")

    def _open_calendar(self) -> None:
        self.goto("settings", "calendar")
