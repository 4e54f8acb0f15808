"""Puts the chosen look on the application: style sheet, palette and font, all from one place."""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.settings_store import UiSettings
from ui.theme import Tokens, stylesheet, tokens

BASE_TEXT_PX = 14


def apply(application: QApplication, settings: UiSettings) -> None:
    """Shows this theme and text size at once in every window; a change polishes every widget there is."""
    chosen = tokens(settings.theme)
    font = QFont(application.font())
    font.setPixelSize(round(BASE_TEXT_PX * settings.percent / 100))
    if application.font() != font:
        application.setFont(font)
    colours = palette(chosen)
    if application.palette() != colours:
        application.setPalette(colours)
    sheet = stylesheet(chosen, percent=settings.percent)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def palette(colours: Tokens) -> QPalette:
    """The colours for what the style sheet does not reach: text in lists, selections, links, placeholders."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.bg,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.bg,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent_soft,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made
