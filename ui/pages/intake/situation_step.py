"""Step 3: one question at a time, a number key for each answer; the materials follow at the right."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.filled import filled
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.place_panel import PlacePanel
from ui.pages.intake.situation_presenter import Choice, Effect, MaterialPreview, SituationView
from ui.pages.intake.step_panel import ENTER_KEYS, StepPanel, digit_of
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.label import label

_ANSWERED_SHOWN = 6


class SituationStep(StepPanel):
    """The panel itself has the keyboard; buttons are for the mouse."""

    def __init__(self, presenter: IntakePresenter, *, language: str) -> None:
        super().__init__(presenter, language=language)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("situation")
        self.setAccessibleName(self.tr("Questions of the situation"))
        card = Card(self.tr("Which situation?"))
        card.title_row.insertWidget(1, label(self.tr("Number key answers · Backspace takes back"), "small"))
        self.answered = label("", "muted", wrap=True)
        self.question = label("", "asked", wrap=True)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(SPACING)
        self.place_panel = PlacePanel(self._on_place_typed, language=language)
        for editor in self.place_panel.edits.values():
            self.watch(editor)
        self.effect = QFrame()
        self.effect.setObjectName("told")
        told = QVBoxLayout(self.effect)
        told.setContentsMargins(14, 10, 14, 10)
        self.effect_title = label("", "strong", wrap=True)
        self.effect_text = label("", "", wrap=True)
        told.addWidget(self.effect_title)
        told.addWidget(self.effect_text)
        card.body.addWidget(self.answered)
        card.body.addSpacing(SPACING)
        card.body.addWidget(self.question)
        card.body.addLayout(self._choices)
        card.body.addWidget(self.place_panel)
        card.body.addWidget(self.effect)
        card.body.addStretch()
        self.materials_card = Card("")
        self.materials = label("", "", wrap=True)
        self.materials.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.materials_card.body.addWidget(self.materials)
        self.materials_card.body.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(card, 3)
        row.addWidget(self.materials_card, 2)
        self.choice_buttons: list[QPushButton] = []

    def refresh(self) -> None:
        """The open question, or what the answers mean."""
        view = self.presenter.situation()
        if view is None:
            return
        self.answered.setText(
            "\n".join(
                self.tr("✓ {question} {answer}").format(question=line.question, answer=line.answer)
                for line in view.answered[-_ANSWERED_SHOWN:]
            )
        )
        self.answered.setVisible(bool(view.answered))
        self.question.setText(self._question_text(view))
        self.question.setVisible(bool(self.question.text()))
        self._show_choices(view.choices)
        self._show_effect(view.effect, view.sent_away)
        self._show_materials(view.materials, view.effect)
        self.place_panel.show_form(self.presenter.form, self.presenter.place_fields())

    def _question_text(self, view: SituationView) -> str:
        if view.asked:
            return self.tr("{number}. {question}").format(number=view.number, question=view.question)
        return "" if view.effect else self.tr("Every question is answered. Enter goes to the materials.")

    def _show_choices(self, choices: tuple[Choice, ...]) -> None:
        for button in self.choice_buttons:
            self._choices.removeWidget(button)
            button.deleteLater()
        self.choice_buttons = []
        for choice in choices:
            button = QPushButton(self.tr("{digit}   {answer}").format(digit=choice.digit, answer=choice.text))
            button.setObjectName("choice")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(choice.text)
            button.clicked.connect(partial(self._answer, choice.digit))
            self._choices.addWidget(button)
            self.choice_buttons.append(button)

    def _show_effect(self, effect: Effect | None, away: tuple[Effect, ...]) -> None:
        self.effect.setVisible(effect is not None or bool(away))
        if effect is None:
            title = self.tr("Not handled here: %1 · the other items go on, each with its own limit")
            self.effect_title.setText(filled(title, "、".join(one.item_name for one in away)))
            self.effect_text.setText("\n".join(self._away_text(one) for one in away))
            return
        if effect.is_not_required:
            self.effect_title.setText(self.tr("Not required by law. Enter leads to the conclusion."))
            lines = [effect.reason, effect.basis]
        else:
            self.effect_title.setText(self.tr("Another authority is competent. Enter leads to the conclusion."))
            lines = [effect.reason, self.tr("Apply to: {authority}").format(authority=effect.authority), effect.where]
        self.effect_text.setText("\n".join(line for line in lines if line))

    def _away_text(self, one: Effect) -> str:
        """Why this item of a bundle does not go on, and where the citizen is to go with it."""
        if one.is_not_required:
            return filled(self.tr("%1: %2 (%3)"), one.item_name, one.reason, one.basis)
        return filled(self.tr("%1: %2; apply to %3 %4"), one.item_name, one.reason, one.authority, one.where).rstrip()

    def _show_materials(self, materials: tuple[MaterialPreview, ...], effect: Effect | None) -> None:
        self.materials_card.setVisible(effect is None)
        self.materials_card.set_title(self.tr("Materials to check: {count}").format(count=len(materials)))
        self.materials.setText("\n".join(self._material_text(material) for material in materials))

    def _material_text(self, material: MaterialPreview) -> str:
        text = material.name
        if not material.is_required:
            text = self.tr("{name} (optional)").format(name=text)
        if material.is_saved:
            text = self.tr("{name} (may be saved)").format(name=text)
        mark = "＋" if material.is_new else "·"
        return f"{mark} {text}"

    def focus_field(self, field: str, cursor: int = 0) -> None:
        """The panel has the keyboard, or the field of the other place that was in use."""
        if field in self.presenter.place_fields():
            self.place_panel.edits[field].setFocus()
            return
        self.setFocus()
        self.presenter.at("situation")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys answer, Backspace and Esc take back, Enter goes on when all is answered."""
        digit = digit_of(event)
        if digit:
            self._answer(digit)
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif event.key() == Qt.Key.Key_Escape:
            if not self._take_back():
                self.went_back.emit()
        elif event.key() in ENTER_KEYS:
            self.finish()
        else:
            super().keyPressEvent(event)

    def finish(self) -> None:
        """The next step; a place that is missing is asked for first."""
        faults = self.presenter.place_faults()
        self.place_panel.show_faults(faults)
        if not faults:
            self.went_on.emit()

    def enter_pressed(self, editor: QWidget) -> None:
        """The next field about the other place, at the end the next step."""
        following = self.place_panel.next_of(editor, self.presenter.place_fields())
        if following is not None:
            following.setFocus()
        elif (view := self.presenter.situation()) is not None and not view.is_done:
            self.setFocus()
        else:
            self.finish()

    def escape_pressed(self, editor: QWidget) -> None:
        """Back to the questions."""
        self.setFocus()

    def _on_place_typed(self, name: str, text: str) -> None:
        self.presenter.type_text(name, text)
        self.place_panel.fields[name].clear_error()
        self.edited.emit()

    def _answer(self, digit: int, _is_checked: bool = False) -> None:
        if not self.presenter.answer(digit):
            return
        self.edited.emit()
        self.left.emit()
        view = self.presenter.situation()
        self.refresh()
        # What ends the matter is read first; a last ordinary answer goes straight on.
        if view is not None and view.is_done and view.effect is None:
            if self.presenter.place_faults():
                self.place_panel.edits[self.presenter.place_fields()[0]].setFocus()
            else:
                self.went_on.emit()

    def _take_back(self) -> bool:
        if not self.presenter.take_back_answer():
            return False
        self.refresh()
        self.edited.emit()
        return True
