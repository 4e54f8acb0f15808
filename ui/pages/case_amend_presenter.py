"""What may be put right on a case: a slip of the pen, the last conclusion; and letting it go first. Without Qt."""

from datetime import date
from enum import Enum

from desktop.domain.amendment import fields
from desktop.domain.case import Case
from desktop.domain.case_amend import FACTS, value_of
from desktop.domain.catalogue import ServiceItem
from desktop.domain.people import ClerkRole, Session
from desktop.messages import LANGUAGES, sentence
from desktop.ports import Taken, UnitOfWork
from desktop.services import amendments
from desktop.services.amendments import Amendment
from ui.pages.case_action_presenter import ActionLine, Answers, Question
from ui.pages.case_entry_amend import field_word

_TEXTS: dict[str, tuple[str, str]] = {
    "amend": ("更正一处笔误", "put a slip of the pen right"),
    "undo": ("撤销结论", "take the conclusion back"),
    "green": ("进入绿色通道", "let the case go first"),
    "paper": ("更正后的文书", "the papers put right"),
    "field": ("哪一处", "What"),
    "value": ("更正为", "Is to read"),
    "reason": ("更正原因（印在新文书上）", "Why (printed on the new paper)"),
    "green_reason": ("为什么优先办理（记入台账）", "Why it goes first (kept on record)"),
    "now": ("{field}：{value}", "{field}: {value}"),
    "empty": ("（空）", "(empty)"),
    "options": ("{question}（{options}）", "{question} ({options})"),
}


class AmendAction(Enum):
    """What is done on the tab."""

    AMEND = "amend"
    UNDO = "undo"
    GREEN = "green"


def lines(
    case: Case, item: ServiceItem | None, *, undo_barred: str | None, session: Session, language: str
) -> tuple[ActionLine, ...]:
    """What may be done, each with its key, and why a conclusion cannot be taken back.

    Args:
        undo_barred: key of the reason; None: it may be taken back.
    """
    may_green = session.clerk.role is ClerkRole.LEAD and case.is_open and case.green is None
    offered = [AmendAction.AMEND, *([AmendAction.UNDO] if undo_barred is None else [])]
    offered += [AmendAction.GREEN] if may_green else []
    result = [
        ActionLine(
            action,
            digit,
            _say(action.value, language),
            _say("paper", language) if action is AmendAction.AMEND and case.papers else "",
            _questions(action, case, item, language),
        )
        for digit, action in enumerate(offered, start=1)
    ]
    if undo_barred is not None and case.papers:
        why = sentence(undo_barred, {}, language)
        result.append(ActionLine(AmendAction.UNDO, 0, _say("undo", language), "", (), why))
    return tuple(result)


def perform(uow: UnitOfWork, session: Session, case: Case, asked: tuple[object, Answers], *, today: date) -> Taken:
    """Does it. Raises what the services raise; `field` of an InvalidInput is the key of the question."""
    action, answers = asked
    if action is AmendAction.UNDO:
        return amendments.undo(uow, session, case.case_id, today=today)
    if action is AmendAction.GREEN:
        changes = amendments.grant_green_channel(uow, session, case.case_id, reason=answers.text("reason"), today=today)
        return Taken(case.case_id, case.case_number, (), changes)
    field = answers.text("field")
    value = answers.text("value")
    if field.startswith(FACTS):
        catalogue = uow.catalogue(case.catalogue_version)
        value = _option(catalogue.item(case.item.code) if catalogue else None, field, value)
    what = Amendment(field, value, answers.text("reason"))
    return amendments.amend(uow, session, case.case_id, what, today=today)


def _questions(action: AmendAction, case: Case, item: ServiceItem | None, language: str) -> tuple[Question, ...]:
    if action is AmendAction.UNDO:
        return ()
    if action is AmendAction.GREEN:
        return (Question("reason", _say("green_reason", language), is_long=True),)
    choices = tuple((field, _now(case, item, field, language)) for field in fields(case, item))
    return (
        Question("field", _say("field", language), choices, start=choices[0][0], is_long=True),
        Question("value", _say("value", language)),
        Question("reason", _say("reason", language)),
    )


def _now(case: Case, item: ServiceItem | None, field: str, language: str) -> str:
    """The field and how it reads now; an answer with the numbers of its options."""
    value = value_of(case, field)
    question = next((q for q in item.questions if f"{FACTS}{q.key}" == field), None) if item else None
    name = field_word(field, language)
    if question is not None:
        options = "　".join(f"{place} {option.text}" for place, option in enumerate(question.options, start=1))
        name = _say("options", language, question=question.text, options=options)
        value = next((option.text for option in question.options if option.key == value), value)
    return _say("now", language, field=name, value=value or _say("empty", language))


def _option(item: ServiceItem | None, field: str, typed: str) -> str:
    """The key of the option that was typed as its number, its text or its key."""
    question = next((q for q in item.questions if f"{FACTS}{q.key}" == field), None) if item else None
    for place, option in enumerate(question.options if question else (), start=1):
        if typed in (str(place), option.text, option.key):
            return option.key
    return typed


def _say(key: str, language: str, **blanks: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(blanks)
