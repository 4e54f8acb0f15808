"""Short texts that several parts of the intake page say in the same words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop import messages
from desktop.domain.catalogue import Handling, Role
from desktop.domain.deadline import LimitUnit, TimeLimit
from ui.pages.intake.item_presenter import Invalidity


def limit_text(limit: TimeLimit | None, handling: Handling | None = None) -> str:
    """20个工作日, 15日; an immediate item is done at once; none where neither law nor catalogue sets one."""
    if handling is Handling.IMMEDIATE:
        return QCoreApplication.translate("intake", "on the spot")
    if limit is None:
        return QCoreApplication.translate("intake", "no limit set")
    if limit.unit is LimitUnit.WORKING_DAYS:
        return QCoreApplication.translate("intake", "{count} working days").format(count=limit.count)
    return QCoreApplication.translate("intake", "{count} calendar days").format(count=limit.count)


def authority_text(role: Role, authority: str, language: str) -> str:
    """In whose name: 代收 · 县人社局."""
    if role is Role.OWN:
        return messages.word(role, language)
    return QCoreApplication.translate("intake", "{role} · {authority}").format(
        role=messages.word(role, language), authority=authority
    )


def fee_text(fee: str) -> str:
    """What it costs."""
    return fee or QCoreApplication.translate("intake", "free of charge")


def invalidity_text(why: Invalidity) -> str:
    """Why an item cannot be chosen today."""
    day = day_text(why.day)
    return {
        "suspended": QCoreApplication.translate("intake", "suspended by the city"),
        "cancelled": QCoreApplication.translate("intake", "cancelled by the city"),
        "early": QCoreApplication.translate("intake", "valid only from {day}").format(day=day),
        "late": QCoreApplication.translate("intake", "valid only until {day}").format(day=day),
    }[why.kind]


def day_text(day: date | None) -> str:
    """2026-12-14; empty for none."""
    return day.isoformat() if day else ""
