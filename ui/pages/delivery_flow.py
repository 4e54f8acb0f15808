"""What Enter asks and does on the page of delivery: handing out with its receipts, or registering what has arrived."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.bootstrap import Counter
from desktop.domain.course_rules import Action
from desktop.domain.people import Session
from desktop.messages import LANGUAGES
from desktop.ports import Changes
from desktop.services import handing_out
from ui import printable
from ui.pages.case_action_presenter import Answers, Question, delivery, questions
from ui.pages.delivery_presenter import DeliveryLine

_FROM: tuple[str, str] = ("送来单位（可不填）", "From (may stay empty)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which results, and what was answered. `is_coming`: they have arrived; else they are handed out."""

    lines: tuple[DeliveryLine, ...]
    answers: Answers
    is_coming: bool


def questions_of(
    lines: tuple[DeliveryLine, ...], *, is_coming: bool, session: Session, language: str
) -> tuple[Question, ...]:
    """What has to be known. The number of a result is asked where one alone arrived."""
    first = lines[0]
    if first.item is None:
        return ()
    action = Action.RESULT if is_coming else Action.DELIVER
    asked = questions(action, first.case, first.item, session, language)
    if is_coming:
        sender = Question("from_unit", _FROM[LANGUAGES.index(language)])
        return (*asked, sender) if len(lines) == 1 else (sender,)
    return asked


def job_of(wanted: Wanted, counter: Counter, session: Session) -> Callable[[], tuple[Changes, tuple[str, ...]]]:
    """One transaction for all of them, for the writing thread: what changed, and the papers to print."""
    return (
        (lambda: _arrive(wanted, counter, session))
        if wanted.is_coming
        else (lambda: _hand_out(wanted, counter, session))
    )


def _hand_out(wanted: Wanted, counter: Counter, session: Session) -> tuple[Changes, tuple[str, ...]]:
    printable.load()
    cases = [line.case for line in wanted.lines]
    how = delivery(wanted.answers, cases[0])
    with counter.store.write(session) as uow:
        taken = handing_out.hand_out(uow, session, [case.case_id for case in cases], how, today=counter.clock.today())
        taken = printable.require_printable_papers(uow, taken)
    return taken.changes, taken.papers


def _arrive(wanted: Wanted, counter: Counter, session: Session) -> tuple[Changes, tuple[str, ...]]:
    say = wanted.answers.text
    names = {line.case.case_id: line.result for line in wanted.lines}
    if len(wanted.lines) == 1:
        names = dict.fromkeys(names, say("name"))
    with counter.store.write(session) as uow:
        changes = handing_out.results_arrived(
            uow, session, names, number=say("number"), from_unit=say("from_unit"), today=counter.clock.today()
        )
    return changes, ()
