"""Questions and doing of the actions on pledges: part of case_action_presenter. Without Qt."""

from datetime import date

from desktop.domain import course_pledge
from desktop.domain import events_pledge as ep
from desktop.domain.case import Case
from desktop.domain.case_pledge import PledgeState
from desktop.domain.catalogue import ServiceItem
from desktop.domain.course_rules import Action
from desktop.domain.errors import InvalidInput
from desktop.domain.people import Session
from desktop.messages import LANGUAGES, word
from desktop.ports import Taken, UnitOfWork
from desktop.services import course_pledge as pledge_services
from ui.pages.case_question import Answers, Question

PLEDGE_ACTIONS = frozenset({Action.WITHDRAW_PLEDGE, Action.VERIFY_PLEDGE, Action.REPAIR_CREDIT})

_LABELS: dict[str, tuple[str, str]] = {
    "materials": ("承诺的材料（空格勾选）", "Pledged materials (space marks)"),
    "finding": ("核查结果", "What was found"),
    "how": ("核查方式", "How it was verified"),
    "examiners": ("核查人员（用顿号分开，现场核查两人以上）", "By whom (two or more on site)"),
    "facts": ("查明的事实（不实时写明，印在通知书上）", "Facts found (where false: printed on the notice)"),
    "consequence": ("不实的处理", "What follows where false"),
    "rectify_by": ("整改期限（限期整改时填写，如 2027-01-15）", "To be put right by (as 2027-01-15)"),
    "withdraw_pledge_reason": ("撤回原因（可不填）", "Why (may stay empty)"),
    "repair_reason": ("修复情况", "How it was put right"),
}
_FOUND = {"true": ("属实", "true"), "false": ("不实", "false")}


def pledge_questions(
    action: Action, case: Case, item: ServiceItem, session: Session, *, language: str
) -> tuple[Question, ...]:
    """The form of an action on pledges."""
    place = LANGUAGES.index(language)

    def ask(key: str, label: str = "", start: str = "", *, is_long: bool = False) -> Question:
        return Question(key, _LABELS[label or key][place], start=start, is_long=is_long)

    def choose(key: str, choices: tuple[tuple[str, str], ...]) -> Question:
        return Question(key, _LABELS[key][place], choices, start=choices[0][0])

    if action is Action.REPAIR_CREDIT:
        return (ask("reason", "repair_reason", is_long=True),)
    if action is Action.WITHDRAW_PLEDGE:
        standing = [p for p in case.pledges if p.state is PledgeState.OPEN]
        marks = Question("materials", _LABELS["materials"][place], materials=tuple((p.code, p.name) for p in standing))
        return (marks, ask("reason", "withdraw_pledge_reason", is_long=True))
    lawful = course_pledge.consequences(case, item)
    return (
        Question(
            "materials",
            _LABELS["materials"][place],
            materials=tuple((p.code, p.name) for p in course_pledge.open_pledges(case)),
        ),
        choose("finding", tuple((key, words[place]) for key, words in _FOUND.items())),
        choose("how", tuple((how.value, word(how, language)) for how in ep.Verification)),
        ask("examiners", start=session.clerk.name),
        choose("consequence", tuple((one.value, word(one, language)) for one in lawful)),
        ask("facts", is_long=True),
        *(
            (
                ask(
                    "rectify_by",
                ),
            )
            if ep.Consequence.RECTIFY in lawful
            else ()
        ),
    )


def perform_pledge(
    uow: UnitOfWork, session: Session, case: Case, action: Action, answers: Answers, *, today: date
) -> Taken:
    """Does it. Raises what the service raises."""
    case_id, codes = case.case_id, tuple(answers.marked)
    if action is Action.WITHDRAW_PLEDGE:
        return pledge_services.withdraw_pledges(
            uow, session, case_id, codes, reason=answers.text("reason"), today=today
        )
    if action is Action.REPAIR_CREDIT:
        return pledge_services.repair_credit(uow, session, case_id, reason=answers.text("reason"), today=today)
    return pledge_services.verify_pledges(uow, session, case_id, _finding(answers), today=today)


def _finding(answers: Answers) -> course_pledge.Finding:
    names = answers.text("examiners").replace(",", "、").replace("，", "、").split("、")
    consequence = ep.Consequence(answers.text("consequence"))
    is_true = answers.text("finding") == "true"
    is_dated = not is_true and consequence is ep.Consequence.RECTIFY
    return course_pledge.Finding(
        codes=tuple(answers.marked),
        is_true=is_true,
        how=ep.Verification(answers.text("how")),
        verified_by=tuple(names),
        facts=answers.text("facts"),
        consequence=consequence,
        rectify_by=_day(answers.text("rectify_by")) if is_dated else None,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInput("rectify_by", field="rectify_by") from None
