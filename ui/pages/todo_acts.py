"""What the law lets a clerk do from the list itself once a day has passed: 视为受理, 退件. Without Qt."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from desktop.domain.catalogue import Role
from desktop.domain.people import Session
from desktop.domain.regime import rules_for
from desktop.messages import LANGUAGES
from desktop.ports import CaseReader, Taken, UnitOfWork
from desktop.ports_todo import OwedTask
from desktop.services import course
from ui.pages.case_action_presenter import Answers, Question

ACT_KEY = "4"

_TEXTS: dict[str, tuple[str, str]] = {
    "deem": ("视为受理", "Deemed accepted"),
    "return": ("逾期退件", "Return: overdue"),
    "deem.ask": (
        "自收件之日起超过期限没有告知，依法自收件之日起视为受理，打印受理通知书。",
        "Nobody told the applicant in time: accepted from the day of receipt; the acceptance notice is printed.",
    ),
    "deem.why": (
        "期限内没有告知，依法自收件之日起视为受理：按4打印受理通知书",
        "nobody told the applicant in time: deemed accepted, 4 prints the acceptance notice",
    ),
    "return.why": ("补正期限已过，没有补正：按4退件", "the day for corrections has passed: 4 returns it"),
    "return.ask": (
        "补正期限已过。退件并打印退件通知书：",
        "The day for corrections has passed. Return it, with its notice:",
    ),
    "return.reason": ("退件理由（印在文书上）", "Reason (printed on the notice)"),
    "return.usual": ("逾期未补正申请材料", "the materials were not corrected in time"),
}


class Act(Enum):
    """An act of law that a passed day allows."""

    DEEM = "deem"
    RETURN = "return"


def act_of(task: OwedTask, reader: CaseReader, today: date) -> Act | None:
    """What can be done about what is owed; None: nothing from here, or its day has not passed."""
    if today <= task.due_on or task.kind not in ("notice", "correction"):
        return None
    if task.kind == "correction":
        return Act.RETURN
    case = reader.case(task.case_id)
    if case is None or case.notices_given or case.item.role not in (Role.OWN, Role.DELEGATED):
        return None
    return Act.DEEM if rules_for(case.item.regime).is_deemed_accepted else None


def act_text(act: Act, language: str) -> str:
    """What the key says."""
    return _say(act.value, language)


def act_why(act: Act, language: str) -> str:
    """Why the line stands in the list."""
    return _say(f"{act.value}.why", language)


def act_heading(act: Act, language: str) -> str:
    """What is asked before it is done."""
    return _say(f"{act.value}.ask", language)


def act_questions(act: Act, language: str) -> Sequence[Question]:
    """What has to be known: the reason of a return, with the usual one filled in."""
    if act is Act.DEEM:
        return ()
    return (Question("reason", _say("return.reason", language), start=_say("return.usual", language)),)


def perform(uow: UnitOfWork, session: Session, case_id: str, act: Act, answers: Answers, *, today: date) -> Taken:
    """Does it, with its paper. Raises what the service raises."""
    if act is Act.DEEM:
        return course.deem_accepted(uow, session, case_id, today=today)
    return course.return_case(uow, session, case_id, reason=answers.text("reason"), today=today)


def _say(key: str, language: str) -> str:
    return _TEXTS[key][LANGUAGES.index(language)]
