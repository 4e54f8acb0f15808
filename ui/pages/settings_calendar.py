"""Settings: the work calendar. A year is entered from the public notice; the region's days come on top."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit

from desktop.domain.calendar import OverlayDay, WorkCalendar, year_from_notice
from desktop.domain.errors import InvalidInput
from desktop.ports import Changes, UnitOfWork
from desktop.services import calendar as calendar_service
from ui.context import Context
from ui.filled import filled
from ui.pages.calendar_notice import Notice, parse_notice
from ui.pages.settings_section import SettingsSection
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.spin_entry import DayEntry, NumberEntry
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

NOTICE_HEIGHT_PX = 96


class CalendarSection(SettingsSection):
    """Years known, a year's notice pasted as text, and the region's own days."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        self.years = label("", "muted", wrap=True)
        self.body.addWidget(self._year_card())
        self.body.addWidget(self._region_card(), 1)
        for widget in (self.enter, self.set_day, self.notice_edit):
            widget.setEnabled(self.may_change)
        self.setFocusProxy(self.notice_edit)

    def opened(self) -> None:
        """Reads the calendar."""
        store, today = self.context.counter.store, self.context.counter.clock.today()

        def job() -> WorkCalendar:
            with store.read() as reader:
                return calendar_service.work_calendar(reader, today)

        self.read(job, self._show)

    def changed(self, changes: Changes) -> None:
        """Reads again if a day or the catalogue was changed."""
        if changes.calendar or changes.catalogue:
            self.opened()

    def _year_card(self) -> Card:
        self.year = NumberEntry("year", self.tr("Year"), least=2020, most=2099)
        self.year.setValue(self.context.counter.clock.today().year + 1)
        self.notice_edit = QPlainTextEdit()
        self.notice_edit.setObjectName("notice")
        self.notice_edit.setTabChangesFocus(True)
        self.notice_edit.setMaximumHeight(NOTICE_HEIGHT_PX)
        self.notice_edit.setPlaceholderText(
            self.tr("Paste the notice, or days: 2027-01-01~2027-01-03 休；2027-02-06 班")
        )
        self.notice_field = Field(
            self.tr("Holiday notice of the State Council"),
            self.notice_edit,
            self.tr("Each sentence says its days and 放假 (休) or 上班 (班)"),
        )
        self.enter = KeyButton(self.tr("Enter this year"), primary=True)
        self.enter.setObjectName("enterYear")
        self.enter.clicked.connect(self._enter)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Year")))
        row.addWidget(self.year)
        row.addWidget(self.years, 1)
        row.addWidget(self.enter)
        card = Card(self.tr("Work calendar"))
        card.body.addWidget(self.notice_field)
        card.body.addLayout(row)
        return card

    def _region_card(self) -> Card:
        self.model: RowTable[OverlayDay] = RowTable(
            (
                Column(self.tr("Day"), lambda day: f"{day.day:%Y-%m-%d}"),
                Column(
                    self.tr("Counter"),
                    lambda day: self.tr("closed") if day.is_off else self.tr("open"),
                    tone=lambda day: "muted" if day.is_off else "accent",
                ),
                Column(self.tr("Why"), lambda day: day.why),
            ),
            self,
        )
        self.table = TableView("regionalDays", self.tr("Days of the region"))
        self.table.set_model(self.model, widths=[150, 110, 0])
        today = self.context.counter.clock.today()
        self.day = DayEntry("day", self.tr("Day"), day=QDate(today.year, today.month, today.day))
        self.is_off = QComboBox()
        self.is_off.setObjectName("isOff")
        self.is_off.setAccessibleName(self.tr("Counter"))
        self.is_off.addItem(self.tr("closed"), True)
        self.is_off.addItem(self.tr("open"), False)
        self.why = QLineEdit()
        self.why.setObjectName("why")
        self.why.setAccessibleName(self.tr("Why"))
        self.why.setPlaceholderText(self.tr("Why, such as 壮族三月三"))
        self.set_day = KeyButton(self.tr("Set day"))
        self.set_day.setObjectName("setDay")
        row = QHBoxLayout()
        row.addWidget(self.day)
        row.addWidget(self.is_off)
        row.addWidget(self.why, 1)
        row.addWidget(self.set_day)
        self.day_fault = label("", "fault", wrap=True)
        card = Card(self.tr("Days of the region, they win over the national ones"))
        card.body.addWidget(self.table, 1)
        card.body.addLayout(row)
        card.body.addWidget(self.day_fault)
        self.set_day.clicked.connect(self._set_day)
        self.why.returnPressed.connect(self._set_day)
        self.table.row_chosen.connect(self._take)
        return card

    def _show(self, calendar: WorkCalendar) -> None:
        self.years.setText(filled(self.tr("Known: %1"), "、".join(str(year) for year in calendar.years[-6:])))
        today = self.context.counter.clock.today()
        newest_first = sorted(calendar.overlay, key=lambda special: special.day, reverse=True)
        self.model.set_rows([special for special in newest_first if special.day.year >= today.year - 1])

    def _enter(self) -> None:
        self.notice_field.clear_error()
        year = self.year.value()
        try:
            notice = parse_notice(self.notice_edit.toPlainText(), year=year)
            year_from_notice(year, days_off=notice.days_off, make_up_workdays=notice.make_up_workdays)
        except InvalidInput as error:
            self.notice_field.set_error(problem_text(error, language=self.context.language))
            self.notice_field.setFocus()
            return
        self._write(
            lambda uow: calendar_service.enter_year(
                uow, year, days_off=notice.days_off, make_up_workdays=notice.make_up_workdays
            ),
            lambda: self._entered(year, notice),
        )

    def _entered(self, year: int, notice: Notice) -> None:
        self.notice_edit.clear()
        text = self.tr("%1 is entered: %2 days off, %3 weekend days worked.")
        self.say(filled(text, year, len(notice.days_off), len(notice.make_up_workdays)))

    def _take(self, special: OverlayDay) -> None:
        self.day.setDate(QDate(special.day.year, special.day.month, special.day.day))
        self.is_off.setCurrentIndex(0 if special.is_off else 1)
        self.why.setText(special.why)
        self.is_off.setFocus()

    def _set_day(self) -> None:
        typed = self.day.date()
        day = date(typed.year(), typed.month(), typed.day())
        is_off, why = bool(self.is_off.currentData()), self.why.text()
        self.day_fault.setText("")
        if not why.strip():
            self.day_fault.setText(self.tr("Say why: the clerks see it beside the day."))
            self.why.setFocus()
            return
        self._write(
            lambda uow: calendar_service.set_regional_day(uow, day, is_off=is_off, why=why), lambda: self._set(day)
        )

    def _set(self, day: date) -> None:
        self.why.clear()
        self.say(filled(self.tr("%1 is set."), day.isoformat()))

    def _write(self, action: Callable[[UnitOfWork], Changes], then: Callable[[], None]) -> None:
        store, session = self.context.counter.store, self.context.session

        def job() -> Changes:
            with store.write(session) as uow:
                return action(uow)

        def done(changes: Changes) -> None:
            then()
            self.changes_made.emit(changes)

        self.run(job, done)
