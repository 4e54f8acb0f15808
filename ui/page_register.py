"""Which pages there are, in the order of the navigation, and where each is found; imported at the first visit."""

import importlib
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.context import Context
from ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page. `where` is module:class; `key` opens it from anywhere."""

    name: str
    where: str
    key: str = ""
    is_in_rail: bool = True
    yields_key: bool = False  # a page that is shown may use the key itself, and then goes first
    rail_name: str = ""  # the entry of the rail that is marked while this page is shown; empty: its own

    def build(self, context: Context) -> Page:
        """Imports and makes the page."""
        module, _, name = self.where.partition(":")
        made = getattr(importlib.import_module(module), name)(context)
        if not isinstance(made, Page):
            raise TypeError(f"{self.where} is no page")
        return made


PAGES = (
    PageEntry("today", "ui.pages.today_page:TodayPage", "F5"),
    PageEntry("intake", "ui.pages.intake.intake_page:IntakePage", "F2"),
    PageEntry("cases", "ui.pages.cases_page:CasesPage", "F3"),
    PageEntry("todo", "ui.pages.todo_page:TodoPage", "F4", yields_key=True),
    PageEntry("delivery", "ui.pages.delivery_page:DeliveryPage", "Alt+D"),
    PageEntry("catalogue", "ui.pages.catalogue_page:CataloguePage", "F7"),
    PageEntry("policies", "ui.pages.policies_page:PoliciesPage", "Alt+P", yields_key=True),
    PageEntry("statistics", "ui.pages.statistics_page:StatisticsPage", "F11"),
    PageEntry("sync", "ui.pages.sync_page:SyncPage", "F6", yields_key=True),
    PageEntry("settings", "ui.pages.settings_page:SettingsPage", "F10"),
    PageEntry("stuck", "ui.pages.stuck_page:StuckPage", "Alt+H", is_in_rail=False, rail_name="today"),
    PageEntry("difficulties", "ui.pages.difficulty_page:DifficultyPage", "Ctrl+D", is_in_rail=False, rail_name="todo"),
    PageEntry("draws", "ui.pages.draw_page:DrawPage", "Alt+C", is_in_rail=False, rail_name="todo"),
    PageEntry("practice", "ui.pages.practice_page:PracticePage", is_in_rail=False, rail_name="settings"),
    PageEntry("case", "ui.pages.case_page:CasePage", is_in_rail=False, rail_name="cases"),
)


def page_label(name: str) -> str:
    """What a page is called in the navigation, in the language of now; its name if nobody has called it anything."""
    labels = {
        "today": QCoreApplication.translate("page_register", "Today"),
        "intake": QCoreApplication.translate("page_register", "Intake"),
        "cases": QCoreApplication.translate("page_register", "Cases"),
        "todo": QCoreApplication.translate("page_register", "To do"),
        "delivery": QCoreApplication.translate("page_register", "Delivery"),
        "stuck": QCoreApplication.translate("page_register", "Who holds what"),
        "sync": QCoreApplication.translate("page_register", "Sync"),
        "catalogue": QCoreApplication.translate("page_register", "Catalogue"),
        "policies": QCoreApplication.translate("page_register", "Policies"),
        "statistics": QCoreApplication.translate("page_register", "Statistics"),
        "settings": QCoreApplication.translate("page_register", "Settings"),
        "difficulties": QCoreApplication.translate("page_register", "Could not be done"),
        "draws": QCoreApplication.translate("page_register", "Random check"),
        "practice": QCoreApplication.translate("page_register", "Practice"),
        "case": QCoreApplication.translate("page_register", "Case"),
    }
    return labels.get(name, name)
