"""The actions on a case that another place decides: their questions and doing; part of case_action_presenter."""

from datetime import date

from desktop.domain import course_elsewhere
from desktop.domain.case import Case
from desktop.domain.catalogue_elsewhere import JointStep, Side
from desktop.domain.course_elsewhere import NETWORK, News
from desktop.domain.course_rules import Action
from desktop.domain.events_elsewhere import Stage
from desktop.domain.joint import Settled
from desktop.domain.joint_steps import is_joint, may_be_settled
from desktop.domain.people import Session
from desktop.messages import LANGUAGES, word
from desktop.ports import Taken, UnitOfWork
from desktop.services import course_elsewhere as services
from ui.pages.case_question import Answers, Question

ELSEWHERE_ACTIONS = frozenset({Action.SEND_ELSEWHERE, Action.NOTE_ELSEWHERE})

_LABELS: dict[str, tuple[str, str]] = {
    "route": ("转出方式", "How it goes"),
    "tracking_number": ("邮件号（邮寄时填写）", "Parcel number (by post)"),
    "stage": ("办理地的进度", "How far the other place is"),
    "is_granted": ("办结的结果", "Decided how"),
    "joint_step": ("联办步骤", "Which step"),
    "is_done": ("办理情况", "What became of it"),
    "by": ("办理单位或者人员（联办地必填）", "Which office or person (needed of the other place)"),
    "joint_note": ("情况（不予办理时写理由）", "What they said (where not done: why)"),
    "note": ("办理地告知的情况（不予批准时写理由）", "What they said (where denied: why)"),
}
_DONE = {"yes": ("已办完", "done"), "no": ("不予办理", "will not be done")}
_GRANTED = {"yes": ("准予", "granted"), "no": ("不予批准", "denied")}


def elsewhere_questions(action: Action, case: Case, *, language: str) -> tuple[Question, ...]:
    """The form of an action on a case of another place."""
    place = LANGUAGES.index(language)

    def ask(key: str, *, is_long: bool = False) -> Question:
        return Question(key, _LABELS[key][place], is_long=is_long)

    def choose(key: str, choices: tuple[tuple[str, str], ...]) -> Question:
        return Question(key, _LABELS[key][place], choices, start=choices[0][0] if choices else "")

    if action is Action.SEND_ELSEWHERE:
        routes = (case.elsewhere.routes if case.elsewhere else ()) or (NETWORK,)
        return (choose("route", tuple((route, route) for route in routes)), ask("tracking_number"))
    if is_joint(case):
        steps = tuple((str(number), f"{number} {_step(case, step)}") for number, step in may_be_settled(case))
        return (
            choose("joint_step", steps),
            choose("is_done", tuple((key, words[place]) for key, words in _DONE.items())),
            ask("by"),
            ask("joint_note", is_long=True),
        )
    stages = course_elsewhere.stages_ahead(case)
    return (
        choose("stage", tuple((stage.value, word(stage, language)) for stage in stages)),
        choose("is_granted", tuple((key, words[place]) for key, words in _GRANTED.items())),
        ask("note", is_long=True),
        ask("tracking_number"),
    )


def perform_elsewhere(
    uow: UnitOfWork, session: Session, case: Case, action: Action, answers: Answers, *, today: date
) -> Taken:
    """Does it. Raises what the service raises."""
    say, case_id = answers.text, case.case_id
    if action is Action.SEND_ELSEWHERE:
        number = say("tracking_number")
        return services.send_elsewhere(uow, session, case_id, route=say("route"), tracking_number=number, today=today)
    if is_joint(case):
        what = Settled(int(say("joint_step")), say("is_done") != "no", say("by"), say("joint_note"))
        return services.settle_joint_step(uow, session, case_id, what, today=today)
    news = News(
        stage=Stage(say("stage")),
        is_granted=say("is_granted") != "no",
        note=say("note"),
        tracking_number=say("tracking_number"),
    )
    return services.note_elsewhere(uow, session, case_id, news, today=today)


def _step(case: Case, step: JointStep) -> str:
    """The step with whose it is."""
    where = case.elsewhere.place.name if case.elsewhere and step.side is Side.THERE else "本地"
    return f"{step.name}（{where}）"
