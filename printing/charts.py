"""Charts of the statistics as reportlab drawings: made once, shown on the screen and printed from the same drawing.

A drawing has its lower left corner at 0, 0 and is measured in points. Shades of gray only: the printer of a counter has
no colours. What is drawn where is said by printing.picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color

from printing.fonts import Face, shipped_fonts

SHADES = (0.25, 0.66, 0.88)
"""Gray of the first, second and third series: apart also on a copy of a copy."""

TEXT_PT = 8.0
TITLE_PT = 10.0
MOST_ROWS = 8
"""Rows of a chart of named things: the table has the others."""
NAME_CHARACTERS = 12
AROUND_PT = 44.0
"""Above and below lying bars: title and axis."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one name, one for each category; None where there is none."""

    name: str
    values: tuple[int | None, ...]


def columns(
    title: str, categories: Sequence[str], series: Sequence[Series], *, width: float = 448, height: float = 150
) -> Drawing:
    """Upright bars over time; every so many a category has its name, so that no two names touch."""
    font = _font()
    every = -(-len(categories) * _widest(categories) // max(int(width - 40), 1)) or 1
    chart: Any = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 28, 18, width - 34, height - 52
    chart.categoryAxis.categoryNames = [name if n % every == 0 else "" for n, name in enumerate(categories)]
    chart.categoryAxis.labels.boxAnchor = "n"
    chart.categoryAxis.labels.dy = -2
    chart.groupSpacing = 3
    _dress(chart, list(enumerate(series)), font)
    return _drawing(title, chart, series, font, width, height)


def bars(
    title: str, names: Sequence[str], series: Sequence[Series], *, width: float = 448, most_height: float = 260
) -> Drawing:
    """Lying bars of named things, the first on top, as many of them as the height takes and never over MOST_ROWS."""
    font = _font()
    row = 6 + 6 * len(series)
    count = max(min(len(names), MOST_ROWS, int(most_height - AROUND_PT) // row), 1)
    shown = [_shortened(name) for name in names[:count]]
    height = AROUND_PT + max(len(shown), 1) * row
    room = 10 + max((_text_width(name) for name in shown), default=0)
    chart: Any = HorizontalBarChart()
    chart.x, chart.y, chart.width, chart.height = room, 18, width - room - 12, height - AROUND_PT
    chart.categoryAxis.reverseDirection = 1
    chart.categoryAxis.categoryNames = shown
    chart.categoryAxis.labels.boxAnchor = "e"
    chart.categoryAxis.labels.dx = -3
    chart.groupSpacing = 4
    cut = [Series(one.name, one.values[:count]) for one in series]
    # The axis runs from the bottom to the top, and so do the bars of one name.
    _dress(chart, list(enumerate(cut))[::-1], font)
    return _drawing(title, chart, cut, font, width, height)


def _drawing(title: str, chart: Any, series: Sequence[Series], font: str, width: float, height: float) -> Drawing:
    """Title on the left, legend on the right, the chart below; an empty one keeps its place."""
    drawing = Drawing(width, height)
    drawing.add(String(0, height - TITLE_PT, title, fontName=font, fontSize=TITLE_PT))
    _add_legend(drawing, series, font, width, height)
    if any(one.values for one in series):
        drawing.add(chart)
    return drawing


def _add_legend(drawing: Drawing, series: Sequence[Series], font: str, width: float, height: float) -> None:
    left = width
    for number, one in reversed(list(enumerate(series))):
        left -= _text_width(one.name) + 12
        box: Any = Rect(left, height - TITLE_PT + 0.5, 7, 7)
        box.fillColor, box.strokeColor, box.strokeWidth = _gray(SHADES[number]), _gray(0.3), 0.4
        drawing.add(box)
        drawing.add(String(left + 9, height - TITLE_PT + 1, one.name, fontName=font, fontSize=TEXT_PT))
        left -= 8


def _dress(chart: Any, series: Sequence[tuple[int, Series]], font: str) -> None:
    """Numbers, axes and shades; each series comes with the number of its shade."""
    chart.data = [tuple(value or 0 for value in one.values) for _, one in series]
    most = max((value for row in chart.data for value in row), default=0)
    step = _step(most)
    chart.valueAxis.valueMin = 0
    chart.valueAxis.valueMax = max(-(-most // step), 1) * step
    chart.valueAxis.valueStep = step
    chart.valueAxis.visibleGrid = 1
    chart.valueAxis.gridStrokeColor = _gray(0.85)
    chart.valueAxis.gridStrokeWidth = 0.3
    for axis in (chart.valueAxis, chart.categoryAxis):
        axis.labels.fontName, axis.labels.fontSize = font, TEXT_PT
        axis.strokeWidth, axis.strokeColor = 0.5, _gray(0.3)
        axis.visibleTicks = 0
    for number, (shade, _) in enumerate(series):
        chart.bars[number].fillColor = _gray(SHADES[shade])
        chart.bars[number].strokeColor = _gray(0.3)
        chart.bars[number].strokeWidth = 0.3


def _step(most: int) -> int:
    """1, 2 or 5 times a power of ten, so that at most five lines stand on the axis."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if factor * size * 5 >= most:
                return factor * size
        size *= 10


def _font() -> str:
    """reportlab's name of the sans serif face, which it measures labels with."""
    return shipped_fonts().chain(Face.SANS).main_font


def _gray(value: float) -> Color:
    return Color(value, value, value)


def _text_width(text: str) -> float:
    return sum(TEXT_PT if character >= "\u2e80" else TEXT_PT * 0.6 for character in text)


def _widest(texts: Sequence[str]) -> int:
    return round(max((_text_width(text) for text in texts), default=0) + TEXT_PT * 0.7)


def _shortened(name: str) -> str:
    return name if len(name) <= NAME_CHARACTERS else f"{name[: NAME_CHARACTERS - 1]}…"
