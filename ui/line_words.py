"""How the line to the city stands, in a few words: the same ones in the status bar, on Today and on the page. No Qt."""

from datetime import datetime

from desktop.clock import HALL_ZONE
from desktop.messages import LANGUAGES, sentence
from desktop.ports_sync import LineState, PauseReason, SyncStatus, Trouble

MEGABYTE = 1_000_000
KILOBYTE = 1_000

_WORDS: dict[str, tuple[str, str]] = {
    "not_enrolled": ("未连接市里", "not connected"),
    "awaiting_approval": ("等待市里批准", "awaiting approval"),
    "offline": ("离线", "offline"),
    "online": ("在线", "online"),
    "working": ("正在发送", "sending"),
    "paused": ("已暂停", "paused"),
    "stopped": ("已停止", "stopped"),
    "since": ("{time}起", "since {time}"),
    "pause.by_hand": ("本窗口暂停", "by hand"),
    "pause.metered": ("按流量计费", "metered line"),
    "pause.day_limit": ("到了当日上限", "day's limit"),
    "seconds": ("不到1分钟", "under a minute"),
    "minutes": ("约{count}分钟", "about {count} min"),
    "hours": ("约{count}小时", "about {count} h"),
    "size.b": ("{count} 字节", "{count} bytes"),
    "countdown.now": ("马上", "now"),
    "countdown.seconds": ("{count}秒后", "in {count} s"),
    "countdown.minutes": ("{minutes}分{seconds:02}秒后", "in {minutes} min {seconds:02} s"),
}

# Why, in the two or four characters that the status bar has room for; the page has the sentence.
_SHORT: dict[str, tuple[str, str]] = {
    "line_down": ("网络不通", "no network"),
    "line_silent": ("对方无回应", "no answer"),
    "login_page_in_the_way": ("网络要登录", "log in first"),
    "clock_wrong": ("请校准时间", "check the clock"),
    "certificate_refused": ("证书有误", "certificate"),
    "credentials_refused": ("账号不认", "not known there"),
    "store_forbids": ("无权限", "not allowed"),
    "store_full": ("市里存储已满", "store is full"),
    "store_busy": ("市里正忙", "store is busy"),
    "store_faulty": ("市里存储故障", "store has a fault"),
    "revoked": ("登记已撤销", "revoked"),
}

TONES = {
    LineState.NOT_ENROLLED: "yellow",
    LineState.AWAITING_APPROVAL: "yellow",
    LineState.OFFLINE: "yellow",
    LineState.ONLINE: "green",
    LineState.WORKING: "green",
    LineState.PAUSED: "yellow",
    LineState.STOPPED: "red",
}


def say(key: str, language: str, **fields: object) -> str:
    """A word of this module with its blanks filled."""
    return _WORDS[key][LANGUAGES.index(language)].format_map(fields)


def state_word(status: SyncStatus, language: str) -> str:
    """离线, 在线, 正在发送 …"""
    return say(status.state.value, language)


def short_reason(status: SyncStatus, language: str) -> str:
    """Why, in a few characters; empty where there is nothing to explain, or nothing short to say."""
    if status.state is LineState.PAUSED:
        return say(f"pause.{(status.pause or PauseReason.BY_HAND).value}", language)
    if status.problem is None:
        return ""
    known = _SHORT.get(status.problem.key)
    return known[LANGUAGES.index(language)] if known else ""


def trouble_text(trouble: Trouble | None, language: str) -> str:
    """The whole sentence of a problem; empty for none."""
    return sentence(trouble.key, trouble.fields, language) if trouble is not None else ""


def size_text(size_bytes: int) -> str:
    """3.2 MB, 48 KB, 0 KB: whole kilobytes below a megabyte, never 0 for something."""
    if size_bytes >= MEGABYTE:
        return f"{size_bytes / MEGABYTE:.1f} MB"
    return f"{max(1, round(size_bytes / KILOBYTE)) if size_bytes else 0} KB"


def duration_text(seconds: int | None, language: str) -> str:
    """约7分钟; rounded up, because who waits forgives early and not late. Empty: not known, or nothing to do."""
    if seconds is None or seconds <= 0:
        return ""
    if seconds < 60:
        return say("seconds", language)
    if seconds <= 120 * 60:
        return say("minutes", language, count=-(-seconds // 60))
    return say("hours", language, count=-(-seconds // 3600))


def countdown_text(until: datetime | None, *, now: datetime, language: str) -> str:
    """23秒后, 4分05秒后, 马上; empty without a moment."""
    if until is None:
        return ""
    left = int((until - now).total_seconds())
    if left <= 0:
        return say("countdown.now", language)
    if left < 60:
        return say("countdown.seconds", language, count=left)
    return say("countdown.minutes", language, minutes=left // 60, seconds=left % 60)


def moment_text(at: datetime | None, *, now: datetime) -> str:
    """The hall's time: 08:12 of today, 11-22 17:40 of another day; empty for none."""
    if at is None:
        return ""
    here = at.astimezone(HALL_ZONE)
    return f"{here:%H:%M}" if here.date() == now.astimezone(HALL_ZONE).date() else f"{here:%m-%d %H:%M}"
