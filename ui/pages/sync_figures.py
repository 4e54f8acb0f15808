"""The figures of sync in a row: what waits, how long it takes, what the day has sent, the city's last receipt."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.pages.sync_presenter import FiguresView
from ui.widgets.card import Card
from ui.widgets.label import label


class SyncFigures(Card):
    """A figure with its word below it, in the order in which they are asked for on the telephone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.figures: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(0)
        names = (
            ("cases", self.tr("cases wait")),
            ("entries", self.tr("entries")),
            ("scans", self.tr("scans")),
            ("size", self.tr("to send")),
            ("time", self.tr("at this speed")),
            ("sent_today", self.tr("sent today")),
            ("receipt", self.tr("last receipt of the city")),
        )
        for column, (name, text) in enumerate(names):
            figure = label("—", "syncFigure")
            figure.setAccessibleName(text)
            self.figures[name] = figure
            grid.addWidget(figure, 0, column)
            grid.addWidget(label(text, "muted"), 1, column)
        grid.setColumnStretch(len(names) - 1, 1)
        self.body.addLayout(grid)

    def show_figures(self, view: FiguresView) -> None:
        """Other figures."""
        for name, figure in self.figures.items():
            figure.setText(getattr(view, name))
