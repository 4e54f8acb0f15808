"""Sentences of what happens to a case after intake. Without Qt; part of case_entry_presenter, as case_entry_city is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

COURSE_SENTENCES: dict[str, tuple[str, str]] = {
    "CorrectionSupplied": ("收到补正材料：{names}{rest}", "corrections came in: {names}{rest}"),
    "CorrectionSupplied.rest": ("，还缺{count}份", ", {count} still owed"),
    "CaseDeemedAccepted": (
        "逾期未告知，自收件之日{day}起视为受理",
        "no notice in time: deemed accepted from the day of receipt, {day}",
    ),
    "CaseReturned": ("退件：{reason}", "returned: {reason}"),
    "CaseWithdrawn": ("申请人撤回{reason}", "withdrawn by the applicant{reason}"),
    "ProcedureBegun": ("启动特别程序“{name}”，需{days}个工作日{by}", "special procedure “{name}”, {days} days{by}"),
    "ProcedureBegun.by": ("，由{unit}实施", ", by {unit}"),
    "ProcedureEnded": (
        "特别程序结束{result}，期限顺延至{day}",
        "procedure over{result}; the limit is now {day}",
    ),
    "LimitExtended": (
        "经{who}批准延期{days}个工作日至{day}：{reason}",
        "extended by {days} working days to {day}, approved by {who}: {reason}",
    ),
    "DeferredSupplied": ("收到容缺材料：{names}", "owed materials came in: {names}"),
    "CaseForwarded": ("转报{unit}{route}{opinion}", "forwarded to {unit}{route}{opinion}"),
    "CaseForwarded.route": ("（{route}）", " ({route})"),
    "CaseForwarded.opinion": ("，初审意见：{opinion}", ", opinion: {opinion}"),
    "HandReceived": ("{unit}{person}已签收", "{unit}{person} has signed for it"),
    "CaseDecided.granted": ("准予，审查人{names}{paper}", "granted; examined by {names}{paper}"),
    "CaseDecided.denied": ("不予批准：{reasons}，审查人{names}", "denied: {reasons}; examined by {names}"),
    "ResultArrived": ("结果已到窗口：{name}{number}", "the result is here: {name}{number}"),
    "CaseDelivered": ("{method}，{name}签收{number}", "{method}, signed by {name}{number}"),
    "because": ("：{text}", ": {text}"),
    "after": ("，{text}", ", {text}"),
}


def _supplied(event: ev.CorrectionSupplied, words: "Words") -> str:
    rest = words.say("CorrectionSupplied.rest", count=len(event.outstanding)) if event.outstanding else ""
    return words.say("CorrectionSupplied", names=words.listed([m.name for m in event.supplied]), rest=rest)


def _deemed(event: ev.CaseDeemedAccepted, words: "Words") -> str:
    return words.say("CaseDeemedAccepted", day=event.accepted_on.isoformat())


def _returned(event: ev.CaseReturned, words: "Words") -> str:
    return words.say("CaseReturned", reason=event.reason)


def _withdrawn(event: ev.CaseWithdrawn, words: "Words") -> str:
    return words.say("CaseWithdrawn", reason=_because(event.reason, words))


def _begun(event: ev.ProcedureBegun, words: "Words") -> str:
    by = words.say("ProcedureBegun.by", unit=event.done_by) if event.done_by else ""
    return words.say("ProcedureBegun", name=event.procedure, days=event.days, by=by)


def _ended(event: ev.ProcedureEnded, words: "Words") -> str:
    day = event.committed_due_on or event.statutory_due_on
    return words.say("ProcedureEnded", result=_because(event.result, words), day=day.isoformat() if day else "—")


def _extended(event: ev.LimitExtended, words: "Words") -> str:
    day = event.committed_due_on or event.statutory_due_on
    return words.say(
        "LimitExtended",
        who=event.approved_by,
        days=event.workdays,
        day=day.isoformat() if day else "—",
        reason=event.reason,
    )


def _deferred(event: ev.DeferredSupplied, words: "Words") -> str:
    return words.say("DeferredSupplied", names=words.listed([m.name for m in event.supplied]))


def _forwarded(event: ev.CaseForwarded, words: "Words") -> str:
    route = " ".join(part for part in (event.route, event.tracking_number) if part)
    return words.say(
        "CaseForwarded",
        unit=event.to_unit,
        route=words.say("CaseForwarded.route", route=route) if route else "",
        opinion=words.say("CaseForwarded.opinion", opinion=event.opinion) if event.opinion else "",
    )


def _hand(event: ev.HandReceived, words: "Words") -> str:
    return words.say("HandReceived", unit=event.unit, person=event.person)


def _decided(event: ev.CaseDecided, words: "Words") -> str:
    names = words.listed(list(event.examiners))
    if event.is_granted:
        return words.say("CaseDecided.granted", names=names, paper=_after(event.certificate, words))
    return words.say("CaseDecided.denied", names=names, reasons=event.reasons)


def _arrived(event: ev.ResultArrived, words: "Words") -> str:
    return words.say("ResultArrived", name=event.name, number=_after(event.number, words))


def _delivered(event: ev.CaseDelivered, words: "Words") -> str:
    return words.say(
        "CaseDelivered",
        method=event.method,
        name=event.substitute or event.recipient,
        number=_after(event.tracking_number, words),
    )


def _because(text: str, words: "Words") -> str:
    return words.say("because", text=text) if text else ""


def _after(text: str, words: "Words") -> str:
    return words.say("after", text=text) if text else ""


COURSE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.CorrectionSupplied: _supplied,
    ev.CaseDeemedAccepted: _deemed,
    ev.CaseReturned: _returned,
    ev.CaseWithdrawn: _withdrawn,
    ev.ProcedureBegun: _begun,
    ev.ProcedureEnded: _ended,
    ev.LimitExtended: _extended,
    ev.DeferredSupplied: _deferred,
    ev.CaseForwarded: _forwarded,
    ev.HandReceived: _hand,
    ev.CaseDecided: _decided,
    ev.ResultArrived: _arrived,
    ev.CaseDelivered: _delivered,
}
