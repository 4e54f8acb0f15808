"""Draws the rows of a table: chips where a column has a tone, and the accent bar that follows the keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme import DARK, LIGHT, Tokens

TONE_ROLE = Qt.ItemDataRole.UserRole + 1  # as ui.widgets.table.RowTable.TONE_ROLE
BAR_WIDTH_PX = 3
LEFT_PX = 14
CHIP_PADDING_PX = 8


class RowDelegate(QStyledItemDelegate):
    """For views of whole rows, in the colours of the theme in use."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the whole chip."""
        size = super().sizeHint(option, index)
        if index.data(TONE_ROLE) is not None:
            text = QFontMetrics(_chip_font(option)).horizontalAdvance(str(index.data()))
            size.setWidth(LEFT_PX + text + 3 * CHIP_PADDING_PX)
        return size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell, never with Qt's own frame around it."""
        plain = QStyleOptionViewItem(option)
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        tone = index.data(TONE_ROLE)
        if tone is None:
            super().paint(painter, plain, index)
        else:
            self._paint_ground(painter, plain)
            self._paint_chip(painter, plain, str(index.data()), tone)
        view = option.widget
        if isinstance(view, QAbstractItemView) and _is_first(view, index) and _is_at_keyboard(view, index):
            bar = QRectF(plain.rect.left(), plain.rect.top(), BAR_WIDTH_PX, plain.rect.height())
            painter.fillRect(bar, QColor(_tokens().accent))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
        colours = _tokens()
        font = _chip_font(option)
        metrics = QFontMetrics(font)
        room = option.rect.width() - LEFT_PX - 2 * CHIP_PADDING_PX
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        height = metrics.height() + 4
        chip = QRectF(
            option.rect.left() + LEFT_PX,
            option.rect.center().y() - height / 2 + 1,
            metrics.horizontalAdvance(text) + 2 * CHIP_PADDING_PX,
            height,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = colours.bg if tone == "muted" else getattr(colours, f"{tone}_soft")
        painter.setBrush(QColor(colours.surface if is_selected and tone == "accent" else ground))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(QColor(getattr(colours, tone)))
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def _is_first(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the cell is the one at the left; a table may have dropped the columns before it."""
    return index.column() == (view.columnAt(0) if isinstance(view, QTableView) else 0)


def _chip_font(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


def _is_at_keyboard(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> bool:
    return view.hasFocus() and view.currentIndex().row() == index.row()


def _tokens() -> Tokens:
    """The theme in use, told by the application's palette, which ui.appearance sets; a styled view has its own."""
    return DARK if QApplication.palette().window().color().name().upper() == DARK.bg else LIGHT
