"""What the page of sync shows: one sentence, the figures, and each thing that waits with its reason. Without Qt."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.messages import LANGUAGES
from desktop.ports_sync import LineState, PauseReason, SyncControl, SyncLimits, SyncStatus, Waiting, WaitingKind
from ui import line_words

ROWS_AT_MOST = 200
NUMBER_PARTS = 3

_TEXTS: dict[str, tuple[str, str]] = {
    "practice": ("练习", "practice"),
    "practice.sentence": (
        "练习内容不离开本机，不会送到市里。",
        "Nothing of practice leaves this PC or reaches the city.",
    ),
    "not_enrolled.empty": (
        "还没有连接市里。照常收件，办件都存在本机。",
        "Not connected to the city yet. Work goes on; everything is kept here.",
    ),
    "not_enrolled": (
        "还没有连接市里。照常收件，{count}件在本机等着。",
        "Not connected to the city yet. Work goes on; {count} cases wait here.",
    ),
    "awaiting_approval": (
        "已向{city}登记，等市里核对批准，批准后自动开始发送。",
        "Enrolled with {city}; sending begins by itself once the city has approved this window.",
    ),
    "awaiting_approval.advice": (
        "请打电话给市里，报出支持码，请对方批准本窗口。",
        "Call the city, read out the support code and ask them to approve this window.",
    ),
    "offline": (
        "连不上市里。照常收件，办件都存在本机，连上后自动发送。",
        "No way to the city. Work goes on; everything is kept here and is sent by itself later.",
    ),
    "online.nothing": ("与市里连通，没有要发的。", "The city is in reach; nothing is left to send."),
    "online.receipt": (
        "与市里连通，都已上传，等市里签收。",
        "The city is in reach; everything is uploaded and waits for the city's receipt.",
    ),
    "online.waiting": ("与市里连通，马上发送。", "The city is in reach; what waits is sent soon."),
    "working": ("正在与市里传送{left}。", "Exchanging with the city{left}."),
    "working.left": ("，还要{time}", ", {time} left"),
    "paused.by_hand": ("本窗口暂停了发送。", "Sending was paused at this window."),
    "paused.by_hand.advice": ("按 Alt+2 继续；暂停期间照常收件。", "Alt+2 goes on; work goes on meanwhile."),
    "paused.metered": ("现在的网络按流量计费，已自动暂停。", "This line is metered: sending has paused by itself."),
    "paused.metered.advice": (
        "换到其他网络后自动继续；急用可按 Alt+1 立即发送。",
        "It goes on by itself on another line; Alt+1 sends now all the same.",
    ),
    "paused.day_limit": ("今天已发{size}，到了设定的上限。", "{size} were sent today: the limit that was set."),
    "paused.day_limit.advice": (
        "明天自动继续；急用可按 Alt+1 立即发送，或在右边调高上限。",
        "It goes on tomorrow; Alt+1 sends now, or raise the limit at the right.",
    ),
    "stopped": ("已停止传送，需要有人处理。", "Nothing is exchanged until somebody acts."),
    "new_origin": (
        "本机的数据是恢复或复制来的，已改用新的编号继续（原编号 {name}）。不用做什么，请告诉市里一声。",
        "The data of this PC were restored or copied: it goes on as a new origin (before: {name}). Tell the city.",
    ),
    "row.entries": ("办件记录 {what}", "entries {what}"),
    "row.scan": ("扫描件 {what}", "scan of {what}"),
    "row.stored": ("已上传，等签收", "uploaded, no receipt yet"),
    "row.part": ("已传{percent}%", "{percent} % sent"),
    "row.again": ("等重试", "to be tried again"),
    "row.queued": ("排队中", "waiting"),
    "row.size": ("{sent} / {size}", "{sent} / {size}"),
    "row.tries": ("{count}次", "{count}×"),
    "row.tries.next": ("{count}次 · {time}", "{count}× · {time}"),
    "figure.unknown": ("—", "—"),
}


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head: a lamp with its word, one sentence, and what to do; empty texts are not shown."""

    tone: str
    word: str
    sentence: str
    since: str
    advice: str
    next_try_at: datetime | None
    is_working: bool
    is_paused: bool
    is_enrolled: bool
    new_origin: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What waits and what the day has brought, as it is written."""

    cases: str
    entries: str
    scans: str
    size: str
    time: str
    sent_today: str
    receipt: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Something that waits, ready to be painted."""

    row: Waiting
    what: str
    since: str
    size: str
    state: str
    tone: str
    reason: str
    tries: str


@dataclass(frozen=True, slots=True)
class SyncView:
    """The page."""

    status: SyncStatus
    limits: SyncLimits
    head: HeadView
    figures: FiguresView
    lines: tuple[WaitingLine, ...] = ()


def load(control: SyncControl, *, now: datetime, language: str) -> SyncView:
    """All of it, of one moment; for a worker."""
    status = control.status()
    rows = control.waiting(limit=ROWS_AT_MOST)
    return SyncView(
        status,
        control.limits(),
        head(status, now=now, language=language),
        figures(status, now=now, language=language),
        tuple(line(row, now=now, language=language) for row in rows),
    )


def without_sync(*, now: datetime, language: str) -> SyncView:
    """The page of a counter that has no way to any city, such as practice."""
    status = SyncStatus()
    said = replace(
        head(status, now=now, language=language),
        tone="muted",
        word=_say("practice", language),
        sentence=_say("practice.sentence", language),
        advice="",
    )
    return SyncView(status, SyncLimits(), said, figures(status, now=now, language=language))


def head(status: SyncStatus, *, now: datetime, language: str) -> HeadView:
    """State, sentence and advice. The sentence says that nothing is lost wherever nothing is sent."""
    is_moving = status.state in (LineState.ONLINE, LineState.WORKING)
    since = line_words.moment_text(status.since, now=now)
    advice = line_words.trouble_text(status.problem, language) or _advice(status, language)
    return HeadView(
        tone=line_words.TONES[status.state],
        word=line_words.state_word(status, language),
        sentence=_sentence(status, language),
        since=line_words.say("since", language, time=since) if since else "",
        advice=advice,
        next_try_at=None if is_moving else status.next_try_at,
        is_working=status.state is LineState.WORKING,
        is_paused=status.state is LineState.PAUSED and status.pause in (PauseReason.BY_HAND, None),
        is_enrolled=status.state is not LineState.NOT_ENROLLED,
        new_origin=_say("new_origin", language, name=status.new_origin_after) if status.new_origin_after else "",
    )


def figures(status: SyncStatus, *, now: datetime, language: str) -> FiguresView:
    """The figures as text; what is not known is a dash."""
    unknown = _say("figure.unknown", language)
    sent = line_words.size_text(status.sent_today_bytes)
    if status.day_limit_bytes:
        sent = _say("row.size", language, sent=sent, size=line_words.size_text(status.day_limit_bytes))
    return FiguresView(
        cases=str(status.waiting_cases),
        entries=str(status.waiting_entries),
        scans=str(status.waiting_scans),
        size=line_words.size_text(status.bytes_left),
        time=line_words.duration_text(status.seconds_left, language) or unknown,
        sent_today=sent,
        receipt=line_words.moment_text(status.last_receipt, now=now) or unknown,
    )


def line(row: Waiting, *, now: datetime, language: str) -> WaitingLine:
    """One waiting thing with its state and reason."""
    kind = {WaitingKind.ENTRIES: "row.entries", WaitingKind.SCAN: "row.scan"}[row.kind]
    state, tone = _state(row, language)
    size = line_words.size_text(row.size_bytes)
    if 0 < row.sent_bytes < row.size_bytes:
        sent, unit = line_words.size_text(row.sent_bytes), f" {size.split()[-1]}"
        size = _say("row.size", language, sent=sent.removesuffix(unit), size=size)
    return WaitingLine(
        row=row,
        what=_say(kind, language, what=_short_number(row.what)),
        since=line_words.moment_text(row.since, now=now),
        size=size,
        state=state,
        tone=tone,
        reason=line_words.trouble_text(row.reason, language),
        tries=_tries(row, now=now, language=language),
    )


def _tries(row: Waiting, *, now: datetime, language: str) -> str:
    if not row.tries:
        return ""
    time = line_words.moment_text(row.next_try_at, now=now)
    return _say("row.tries.next" if time else "row.tries", language, count=row.tries, time=time)


def _short_number(number: str) -> str:
    """Day and serial of a case number: its beginning is the same for every case of this window."""
    parts = number.split("-")
    return "-".join(parts[-NUMBER_PARTS:]) if len(parts) > NUMBER_PARTS + 1 else number


def _state(row: Waiting, language: str) -> tuple[str, str]:
    if row.is_stored:
        return _say("row.stored", language), "accent"
    if row.tries and row.next_try_at is not None:
        return _say("row.again", language), "yellow"
    if row.sent_bytes:
        return _say("row.part", language, percent=row.sent_bytes * 100 // row.size_bytes), "accent"
    return _say("row.queued", language), "muted"


def _sentence(status: SyncStatus, language: str) -> str:
    match status.state:
        case LineState.ONLINE:
            what = "nothing" if not status.waiting_entries and not status.waiting_scans else "receipt"
            return _say(f"online.{'waiting' if status.bytes_left else what}", language)
        case LineState.WORKING:
            time = line_words.duration_text(status.seconds_left, language)
            return _say("working", language, left=_say("working.left", language, time=time) if time else "")
        case LineState.PAUSED:
            size = line_words.size_text(status.sent_today_bytes)
            return _say(f"paused.{(status.pause or PauseReason.BY_HAND).value}", language, size=size)
        case LineState.NOT_ENROLLED if not status.waiting_cases:
            return _say("not_enrolled.empty", language)
        case _:
            return _say(status.state.value, language, city=status.city, count=status.waiting_cases)


def _advice(status: SyncStatus, language: str) -> str:
    if status.state is LineState.PAUSED:
        return _say(f"paused.{(status.pause or PauseReason.BY_HAND).value}.advice", language)
    return _say("awaiting_approval.advice", language) if status.state is LineState.AWAITING_APPROVAL else ""


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
