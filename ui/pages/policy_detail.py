"""One policy read aloud: what it brings, why it fits, where and how to apply, until when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.condition import Truth
from ui.pages.policy_presenter import PolicyView
from ui.theme import SPACING
from ui.widgets.chip import Chip
from ui.widgets.follow_area import FollowArea
from ui.widgets.label import label

CAPTION_WIDTH_PX = 84


class PolicyDetail(QWidget):
    """Scrolls by itself when a policy says much; the keyboard stays in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label("", "h2", wrap=True)
        self.standing = Chip("", "muted")
        inner = QWidget()
        inner.setObjectName("scrolled")  # no ground of its own
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, SPACING, 0)
        grid.setVerticalSpacing(SPACING)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, CAPTION_WIDTH_PX)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        for row, (key, caption) in enumerate(self._captions().items()):
            shown, value = label(caption, "muted"), label("", "strong" if key == "benefit" else "", wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            value.setAccessibleName(caption)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._rows[key] = (shown, value)
        grid.setRowStretch(len(self._rows), 1)
        self.area = FollowArea()
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.name)
        column.addWidget(self.standing)
        column.addWidget(self.area, 1)

    def _captions(self) -> dict[str, str]:
        return {
            "benefit": self.tr("Brings"),
            "why": self.tr("Why"),
            "undecided": self.tr("May fit if"),
            "summary": self.tr("Content"),
            "where": self.tr("Where"),
            "how": self.tr("How"),
            "materials": self.tr("To bring"),
            "until": self.tr("Until"),
            "phone": self.tr("Telephone"),
            "url": self.tr("Address"),
            "publisher": self.tr("Published by"),
            "basis": self.tr("Basis"),
        }

    def scroll_by(self, pages: int) -> None:
        """Down or up by what is in view."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def shown(self, key: str) -> str:
        """What stands beside a caption; empty where the row is left out."""
        return self._rows[key][1].text()

    def standing_text(self, standing: Truth | None) -> str:
        """How a policy stands, in a word."""
        words = {
            Truth.YES: self.tr("fits"),
            Truth.UNKNOWN: self.tr("may fit"),
            Truth.NO: self.tr("does not fit"),
        }
        return words[standing] if standing else ""

    def show_view(self, view: PolicyView) -> None:
        """Another policy, or the same after an answer."""
        policy = view.policy
        tone = {Truth.YES: "green", Truth.UNKNOWN: "yellow", Truth.NO: "muted", None: "muted"}[view.standing]
        self.name.setText(policy.name)
        self.standing.set_state(self.standing_text(view.standing), tone)
        self.standing.setVisible(view.standing is not None)
        values = {
            "benefit": policy.benefit,
            "why": "\n".join(view.why or view.against),
            "undecided": "\n".join(view.undecided),
            "summary": policy.summary,
            "where": policy.apply_at,
            "how": " → ".join(policy.apply_how),
            "materials": "、".join(policy.materials),
            "until": policy.valid_to.isoformat() if policy.valid_to else self.tr("as published"),
            "phone": policy.phone,
            "url": policy.url,
            "publisher": f"{policy.publisher} · {policy.kind}",
            "basis": "；".join(policy.basis),
        }
        for key, value in values.items():
            caption, shown = self._rows[key]
            shown.setText(value)
            caption.setVisible(bool(value))
            shown.setVisible(bool(value))
        self.area.verticalScrollBar().setValue(0)
