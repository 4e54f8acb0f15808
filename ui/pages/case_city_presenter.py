"""What the case page shows of the city and of other windows: receipt, answers in time order, a conflict. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.clock import HALL_ZONE
from desktop.domain import events as ev
from desktop.domain.calendar import WorkCalendar
from desktop.messages import LANGUAGES
from desktop.ports import CaseReader, LedgerLine
from desktop.ports_sync import AnswerKind, CityAnswer
from desktop.ports_todo import CityReceipt
from desktop.services.taking_up import sides
from ui.pages.case_entry_city import window_of
from ui.pages.case_entry_presenter import Words, entry
from ui.pages.cases_presenter import due_view
from ui.pages.todo_presenter import ANSWER_YELLOW_DAYS

_TEXTS: dict[str, tuple[str, str]] = {
    "receipt.complete": ("● 已到市里 {at}", "● at the city {at}"),
    "receipt.waiting": ("● 待市里签收", "● waits for the city"),
    "receipt.complete.whole": (
        "这件的全部记录市里都已签收（{at}）。",
        "The city has signed for everything about this case ({at}).",
    ),
    "receipt.waiting.whole": (
        "还有{count}条记录市里没有签收；签收前本机一直保留，连上后自动发送。",
        "{count} entries wait for the city's receipt; they are kept here and sent by themselves.",
    ),
    "kind.received": ("已收到", "received"),
    "kind.refused": ("退回", "refused"),
    "kind.decided": ("决定", "decided"),
    "kind.correction": ("要补正", "asked for"),
    "kind.message": ("消息", "message"),
    "done": ("已处理", "dealt with"),
    "lead": ("已交主管", "with the lead"),
    "open": ("待处理", "open"),
    "due": ("{word} {day}", "{word} {day}"),
    "conflict": (
        "{windows}号窗口互不知情都办过这件，请核对两边的经过。",
        "Windows {windows} both worked on this case unknown to each other: compare what they did.",
    ),
    "side": ("{window}号窗口", "window {window}"),
}

KIND_TONES = {
    AnswerKind.RECEIVED: "green",
    AnswerKind.REFUSED: "red",
    AnswerKind.DECIDED: "accent",
    AnswerKind.CORRECTION: "yellow",
    AnswerKind.MESSAGE: "accent",
}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer of the city, ready to be painted."""

    answer: CityAnswer
    at: str
    kind_word: str
    tone: str
    office: str
    text: str
    due: str
    state: str
    state_tone: str


@dataclass(frozen=True, slots=True)
class SideView:
    """What one window wrote, oldest first."""

    window: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityView:
    """Receipt, answers oldest first, and the conflict, empty if there is none."""

    receipt_word: str
    receipt_tone: str
    receipt: str
    answers: tuple[AnswerView, ...] = ()
    conflict: str = ""
    sides: tuple[SideView, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()  # of the sides, each with its window in words

    @property
    def open_count(self) -> int:
        """Answers that nobody has dealt with."""
        return sum(not view.answer.is_settled for view in self.answers)


def load(
    reader: CaseReader,
    case_id: str,
    lines: Sequence[LedgerLine],
    *,
    today: date,
    calendar: WorkCalendar,
    words: Words,
) -> CityView:
    """All of it. `lines` are the case's ledger lines, oldest first."""
    receipt = reader.city_receipt(case_id)
    conflict = next(iter(reader.conflicts(case_id)), None)
    word, tone, whole = _receipt(receipt, words)
    return CityView(
        receipt_word=word,
        receipt_tone=tone,
        receipt=whole,
        answers=tuple(
            _answer(answer, today=today, calendar=calendar, words=words) for answer in reader.city_answers(case_id)
        ),
        conflict=_say("conflict", words, windows=words.listed(list(conflict.windows))) if conflict else "",
        sides=_sides(conflict.windows, lines, words) if conflict else (),
        origins=_origins(reader, case_id, words) if conflict else (),
    )


def _origins(reader: CaseReader, case_id: str, words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((origin, _say("side", words, window=window_of(origin))) for origin in sides(reader, case_id))


def _receipt(receipt: CityReceipt, words: Words) -> tuple[str, str, str]:
    if receipt.is_complete and receipt.at is not None:
        at = _moment(receipt.at)
        complete = _say("receipt.complete", words, at=at)
        return complete, "green", _say("receipt.complete.whole", words, at=at)
    whole = _say("receipt.waiting.whole", words, count=receipt.waiting)
    return _say("receipt.waiting", words), "yellow", whole


def _answer(answer: CityAnswer, *, today: date, calendar: WorkCalendar, words: Words) -> AnswerView:
    due = due_view(
        answer.due_on, today=today, calendar=calendar, yellow_days=ANSWER_YELLOW_DAYS, language=words.language
    )
    word = due.word if not answer.is_settled else ""
    day = f"{answer.due_on:%m-%d}" if answer.due_on else ""
    state = "done" if answer.is_settled else "lead" if answer.is_for_lead else "open"
    return AnswerView(
        answer=answer,
        at=_moment(answer.at),
        kind_word=_say(f"kind.{answer.kind.value}", words),
        tone=KIND_TONES[answer.kind],
        office=answer.office,
        text=entry(answer.event, words) if answer.event is not None else answer.text,
        due=_say("due", words, word=word, day=day).strip() if day else "",
        state="" if answer.kind is AnswerKind.RECEIVED else _say(state, words),
        state_tone="muted" if answer.is_settled else "yellow",
    )


def _sides(windows: Sequence[str], lines: Sequence[LedgerLine], words: Words) -> tuple[SideView, ...]:
    return tuple(
        SideView(
            _say("side", words, window=window),
            tuple(
                f"{_moment(line.at)}　{words.clerk(line.clerk)}　{entry(line.event, words)}"
                for line in lines
                if window_of(line.origin) == window and not isinstance(line.event, ev.CaseTakenUp)
            ),
        )
        for window in windows
    )


def _moment(at: datetime) -> str:
    return f"{at.astimezone(HALL_ZONE):%m-%d %H:%M}"


def _say(key: str, words: Words, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(words.language)].format_map(fields)
