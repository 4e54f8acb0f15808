"""What may be done with a case after intake: the lawful actions with their keys, the questions of each, and the doing.

Without Qt. A form is a tuple of questions; answers are texts by key, materials a set of codes.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain import course_way
from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import MaterialState
from desktop.domain.course_materials import to_supply
from desktop.domain.course_rules import Action, Offered
from desktop.domain.events import SuppliedMaterial
from desktop.domain.people import Session
from desktop.domain.regime import rules_for
from desktop.messages import LANGUAGES, sentence, word
from desktop.ports import Taken, UnitOfWork
from desktop.services import course
from ui.pages.case_action_elsewhere import ELSEWHERE_ACTIONS, elsewhere_questions, perform_elsewhere
from ui.pages.case_action_pledge import PLEDGE_ACTIONS, perform_pledge, pledge_questions
from ui.pages.case_question import Answers as Answers
from ui.pages.case_question import Question as Question

_LABELS: dict[str, tuple[str, str]] = {
    "materials": ("今天交来的材料（空格勾选）", "What came in today (space marks)"),
    "reason": ("理由（印在文书上）", "Reason (printed on the paper)"),
    "withdraw_reason": ("撤回原因（可不填）", "Why (may stay empty)"),
    "procedure": ("特别程序", "Special procedure"),
    "days": ("需要的工作日", "Working days needed"),
    "done_by": ("实施单位（可不填）", "Done by (may stay empty)"),
    "result": ("结果（可不填）", "Result (may stay empty)"),
    "workdays": ("延长的工作日（最多{most}）", "Working days more (at most {most})"),
    "approved_by": ("批准延期的负责人", "Approved by"),
    "to_unit": ("转报到", "To"),
    "opinion": ("初审意见", "Opinion of the first examination"),
    "route": ("途径", "Way"),
    "tracking_number": ("邮件号（邮寄时填写）", "Parcel number (by post)"),
    "unit": ("签收单位", "Unit that signed"),
    "person": ("签收人（可不填）", "Person (may stay empty)"),
    "is_granted": ("决定", "Decision"),
    "examiners": ("审查人员（用顿号分开）", "Examiners (with commas between)"),
    "checked_substance": ("是否核查了实质内容", "Was the substance checked?"),
    "facts": ("查明的事实（不予批准时填写）", "Facts found (where denied)"),
    "reasons": ("不予批准的理由", "Reasons for denial"),
    "certificate": ("证件名称和编号", "Certificate and number"),
    "name": ("结果名称", "Result"),
    "number": ("文号（可不填）", "Its number (may stay empty)"),
    "method": ("送达方式", "How"),
    "recipient": ("签收人", "Signed by"),
    "substitute": ("代收人（代收时填写）", "Received in their stead by"),
    "substitute_reason": ("代收原因", "Why in their stead"),
}
_CHOICES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "procedure": tuple((n, n, n) for n in ("听证", "检验", "检测", "检疫", "鉴定", "专家评审", "招标", "拍卖")),
    "route": (("专网", "专网", "network"), ("专人送达", "专人送达", "courier"), ("机要邮路", "机要邮路", "post")),
    "is_granted": (("yes", "准予", "granted"), ("no", "不予批准", "denied")),
    "checked_substance": (("no", "没有", "no"), ("yes", "核查了（两人以上）", "yes, by two or more")),
    "method": tuple((n, n, n) for n in ("窗口自取", "代理人领取", "邮寄", "代收")),
}
_PAPERS: dict[Action, str] = {
    Action.SUPPLY: "补正材料收件凭证",
    Action.DEEM: "受理通知书",
    Action.FORWARD: "转办交接单",
    Action.SEND_ELSEWHERE: "转办交接单",
    Action.SUSPEND: "特别程序告知书",
    Action.EXTEND: "延期办理通知书",
    Action.DECIDE: "决定书",
    Action.DELIVER: "送达回证",
    Action.RETURN: "退件通知书",
}
_LONG = frozenset({"reason", "opinion", "facts", "reasons", "result", "substitute_reason"})
_UNASKED = frozenset(
    {
        "why.ended",
        "why.state",
        "why.nothing_owed",
        "why.no_procedure",
        "why.never_deemed",
        "why.decided_here",
        "why.no_result",
        "why.no_pledge",
        "why.elsewhere",  # sending it there is on the list, or is done
        "why.not_elsewhere",
        "why.not_sent",
        "why.no_credit_note",
        "why.result_here",
    }
)
AGENT_COLLECTS = "代理人领取"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in words. `digit` is its key, 0 if it is not lawful; then `why_not` says what speaks against it.

    It says nothing where nobody would ask: an action of another part of a case's life.
    """

    action: Enum  # an Action here; another part of the screen has its own
    digit: int
    text: str
    paper: str
    questions: tuple[Question, ...] = ()
    why_not: str = ""


def lines(
    case: Case, item: ServiceItem, offered: tuple[Offered, ...], *, session: Session, language: str
) -> tuple[ActionLine, ...]:
    """Every action, the lawful ones first with their keys."""
    lawful = [one for one in offered if one.why_not is None]
    result = [
        ActionLine(
            one.action,
            digit,
            word(one.action, language),
            _PAPERS.get(one.action, ""),
            questions(one.action, case, item, session, language),
        )
        for digit, one in enumerate(lawful, start=1)
    ]
    result += [
        ActionLine(
            one.action,
            0,
            word(one.action, language),
            "",
            (),
            "" if one.why_not.key in _UNASKED else sentence(one.why_not.key, one.why_not.fields, language),
        )
        for one in offered
        if one.why_not is not None
    ]
    return tuple(result)


def questions(action: Action, case: Case, item: ServiceItem, session: Session, language: str) -> tuple[Question, ...]:
    """What has to be known to do the action, with what is usual already filled in."""
    if action in ELSEWHERE_ACTIONS:
        return elsewhere_questions(action, case, language=language)
    if action in PLEDGE_ACTIONS:
        return pledge_questions(action, case, item, session, language=language)

    def ask(key: str, start: str = "", label: str = "", **fields: object) -> Question:
        text = _LABELS[label or key][LANGUAGES.index(language)].format_map(fields)
        choices = tuple((value, (zh, en)[LANGUAGES.index(language)]) for value, zh, en in _CHOICES.get(key, ()))
        return Question(key, text, choices, start=start or (choices[0][0] if choices else ""), is_long=key in _LONG)

    def mark(materials: tuple[tuple[str, str], ...]) -> Question:
        return Question("materials", _LABELS["materials"][LANGUAGES.index(language)], materials=materials)

    most = rules_for(item.regime).extension_days
    usual = item.special_procedures[0] if item.special_procedures else None
    by_action: dict[Action, tuple[Question, ...]] = {
        Action.SUPPLY: (mark(tuple((row.code, row.name) for row in to_supply(case))),),
        Action.SUPPLY_DEFERRED: (mark(tuple((owed.code, owed.name) for owed in case.owed)),),
        Action.FORWARD: (ask("to_unit", item.authority), ask("opinion"), ask("route"), ask("tracking_number")),
        Action.HAND: (ask("unit", case.forwarded.to_unit if case.forwarded else ""), ask("person")),
        Action.SUSPEND: (
            ask("procedure", usual.name if usual else ""),
            ask("days", str(usual.days) if usual else "10"),
            ask("reason"),
            ask("done_by"),
        ),
        Action.RESUME: (ask("result"),),
        Action.EXTEND: (ask("workdays", str(most), most=most), ask("reason"), ask("approved_by", "本机关负责人")),
        Action.DECIDE: (
            ask("is_granted"),
            ask("checked_substance"),
            ask("examiners", session.clerk.name),
            ask("certificate", item.result_name),
            ask("facts"),
            ask("reasons"),
        ),
        Action.RESULT: (ask("name", item.result_name), ask("number")),
        Action.DELIVER: (
            ask("method"),
            ask("recipient", case.applicant.name),
            ask("tracking_number"),
            ask("substitute"),
            ask("substitute_reason"),
        ),
        Action.RETURN: (ask("reason"),),
        Action.WITHDRAW: (ask("reason", label="withdraw_reason"),),
    }
    return by_action.get(action, ())


def perform(uow: UnitOfWork, session: Session, case: Case, action: Action, answers: Answers, *, today: date) -> Taken:
    """Does it. Raises what the service raises; `field` of an InvalidInput is the key of the question."""
    say, case_id = answers.text, case.case_id
    match action:
        case Action.SUPPLY:
            return course.supply_correction(uow, session, case_id, _supplied(case, answers), today=today)
        case Action.SUPPLY_DEFERRED:
            return course.supply_deferred(uow, session, case_id, _supplied(case, answers), today=today)
        case Action.DEEM:
            return course.deem_accepted(uow, session, case_id, today=today)
        case Action.FORWARD:
            how = course_way.Forwarding(
                to_unit=say("to_unit"),
                opinion=say("opinion"),
                route=say("route"),
                tracking_number=say("tracking_number"),
            )
            return course.forward(uow, session, case_id, how, today=today)
        case Action.HAND:
            return course.receive_hand(uow, session, case_id, unit=say("unit"), person=say("person"), today=today)
        case Action.SUSPEND:
            return course.begin_procedure(
                uow,
                session,
                case_id,
                procedure=say("procedure"),
                days=_number(say("days")),
                reason=say("reason"),
                done_by=say("done_by"),
                today=today,
            )
        case Action.RESUME:
            return course.end_procedure(uow, session, case_id, result=say("result"), today=today)
        case Action.EXTEND:
            return course.extend(
                uow,
                session,
                case_id,
                workdays=_number(say("workdays")),
                reason=say("reason"),
                approved_by=say("approved_by"),
                today=today,
            )
        case Action.DECIDE:
            return course.decide_case(uow, session, case_id, _ruling(answers), today=today)
        case Action.RESULT:
            return course.result_arrived(uow, session, case_id, name=say("name"), number=say("number"), today=today)
        case Action.DELIVER:
            return course.deliver(uow, session, case_id, delivery(answers, case), today=today)
        case Action.RETURN:
            return course.return_case(uow, session, case_id, reason=say("reason"), today=today)
        case Action.WITHDRAW:
            return course.withdraw(uow, session, case_id, reason=say("reason"), today=today)
        case Action.SEND_ELSEWHERE | Action.NOTE_ELSEWHERE:
            return perform_elsewhere(uow, session, case, action, answers, today=today)
        case Action.WITHDRAW_PLEDGE | Action.VERIFY_PLEDGE | Action.REPAIR_CREDIT:
            return perform_pledge(uow, session, case, action, answers, today=today)


def _supplied(case: Case, answers: Answers) -> tuple[SuppliedMaterial, ...]:
    names = {row.code: row.name for row in (*case.rows, *to_supply(case))}
    return tuple(
        SuppliedMaterial(code=code, name=name, state=MaterialState.COMPLETE)
        for code, name in names.items()
        if code in answers.marked
    )


def _ruling(answers: Answers) -> course_way.Ruling:
    names = answers.text("examiners").replace(",", "、").replace("，", "、").split("、")
    return course_way.Ruling(
        is_granted=answers.text("is_granted") == "yes",
        examiners=tuple(name.strip() for name in names if name.strip()),
        checked_substance=answers.text("checked_substance") == "yes",
        facts=answers.text("facts"),
        reasons=answers.text("reasons"),
        certificate=answers.text("certificate"),
    )


def delivery(answers: Answers, case: Case) -> course_way.Delivery:
    """The handing out as answered. Where the agent collects the agent signs, unless another name was typed."""
    method, recipient = answers.text("method"), answers.text("recipient")
    is_agent = method == AGENT_COLLECTS
    if is_agent and case.agent is not None and recipient == case.applicant.name:
        recipient = case.agent.name
    return course_way.Delivery(
        method=method,
        recipient=recipient,
        is_agent=is_agent,
        tracking_number=answers.text("tracking_number"),
        substitute=answers.text("substitute"),
        substitute_reason=answers.text("substitute_reason"),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0
