"""The figures of sync in a row: what waits, how long it takes, what the day has sent, the city's last receipt."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.pages.intake.flow_row import FlowRow
from ui.pages.sync_presenter import FiguresView
from ui.widgets.card import Card
from ui.widgets.label import label

GAP_PX = 24


class SyncFigures(Card):
    """A figure with its word below it, in the order in which they are asked for on the telephone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.figures: dict[str, QLabel] = {}
        names = (
            ("cases", self.tr("cases wait")),
            ("entries", self.tr("entries")),
            ("scans", self.tr("scans")),
            ("size", self.tr("to send")),
            ("time", self.tr("at this speed")),
            ("sent_today", self.tr("sent today")),
            ("receipt", self.tr("last receipt of the city")),
        )
        row = QWidget()
        flow = FlowRow(row, gap=GAP_PX, wants_one_line=True)
        for name, text in names:
            self.figures[name] = label("—", "syncFigure")
            self.figures[name].setAccessibleName(text)
            flow.addWidget(_over(self.figures[name], label(text, "muted")))
        self.body.addWidget(row)

    def show_figures(self, view: FiguresView) -> None:
        """Other figures."""
        for name, figure in self.figures.items():
            figure.setText(getattr(view, name))


def _over(figure: QLabel, word: QLabel) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(figure)
    column.addWidget(word)
    return made
