"""Below the list of things to do: the whole of the line under the bar, and the keys for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.question_form import QuestionForm
from ui.pages.settle_strip import SettleStrip, Way, way_text
from ui.pages.todo_acts import ACT_KEY, Act, act_heading, act_questions, act_text
from ui.pages.todo_presenter import TodoKind, TodoLine
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


def ways_of(line: TodoLine | None, *, is_lead: bool) -> frozenset[Way]:
    """How the line can be settled: only a case can be corrected, and a lead has nobody to give it to."""
    if line is None or line.answer is None:
        return frozenset()
    ways = {Way.KNOWN}
    if line.case_id and line.kind in (TodoKind.REFUSED, TodoKind.ASKED):
        ways.add(Way.RESEND)
    if not is_lead:
        ways.add(Way.TO_LEAD)
    return frozenset(ways)


class TodoDetail(Card):
    """Emits `open_wanted`, and `way_wanted` with a Way. `strip` takes the place of the keys while it asks."""

    open_wanted = Signal()
    act_wanted = Signal()
    way_wanted = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("cardPart")
        self.body.setContentsMargins(16, 8, 16, 0)
        self.why = label(wrap=True)
        self.about = label(style="muted", wrap=True)
        self.open_key = KeyButton(self.tr("Open the case"), "Enter", primary=True)
        self.open_key.setObjectName("openTodo")
        self.way_keys = {way: KeyButton(way_text(way), way.value) for way in Way}
        self._language = language
        self.act_key = KeyButton("", ACT_KEY)
        self.act_key.setObjectName("actTodo")
        self.act_key.clicked.connect(self.act_wanted)
        self.form = QuestionForm()
        self.strip = SettleStrip(language)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(8)
        keys.addWidget(self.about, 1)
        for way, key in self.way_keys.items():
            key.setObjectName(f"settle_{way.name.lower()}")
            key.clicked.connect(lambda _=False, chosen=way: self.way_wanted.emit(chosen))
            keys.addWidget(key)
        keys.addWidget(self.act_key)
        keys.addWidget(self.open_key)
        self.body.addWidget(self.why)
        self.body.addWidget(self._keys)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.form)
        self.open_key.clicked.connect(self.open_wanted)

    def show_line(self, line: TodoLine | None, *, is_lead: bool) -> None:
        """Another line, or none."""
        self.why.setText(line.why if line is not None else "")
        about = [line.item_name, line.applicant, line.person, line.case_number] if line is not None else []
        self.about.setText("　".join(part for part in about if part))
        self.open_key.setVisible(line is not None and bool(line.case_id or line.difficulty))
        self.act_key.setVisible(line is not None and line.act is not None)
        if line is not None and line.act is not None:
            self.act_key.set_text(act_text(line.act, self._language))
        ways = ways_of(line, is_lead=is_lead)
        for way, key in self.way_keys.items():
            key.setVisible(way in ways)

    def ask(self, line: TodoLine, way: Way) -> None:
        """Asks for the note."""
        if line.answer is not None:
            self._keys.hide()
            self.strip.ask(line.answer, way)

    def ask_act(self, act: Act) -> None:
        """Asks what has to be known before the act."""
        self._keys.hide()
        language = self._language
        self.form.ask(act_heading(act, language), act_text(act, language), act_questions(act, language))

    @property
    def is_asking(self) -> bool:
        """Whether a note or the questions of an act take the place of the keys."""
        return self.strip.isVisible() or self.form.isVisible()

    def close_strip(self) -> None:
        """The keys again."""
        self.strip.hide()
        self.form.close_form()
        self._keys.show()
