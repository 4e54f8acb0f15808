"""The words of sync: one sentence for each state that says nothing is lost, sizes and times as a clerk says them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.ports_sync import LineState, PauseReason, SyncStatus, Trouble, Waiting, WaitingKind
from ui.line_words import countdown_text, duration_text, moment_text, size_text
from ui.pages.sync_presenter import figures, head, line
from ui.status_presenter import line_part, receipt_part, waiting_part

NOW = datetime(2026, 11, 24, 1, 41, tzinfo=UTC)  # 9:41 in the hall
OFFLINE = SyncStatus(
    state=LineState.OFFLINE,
    since=NOW - timedelta(minutes=89),
    city="示例市",
    waiting_cases=14,
    waiting_entries=122,
    bytes_left=3_210_000,
    seconds_left=401,
    last_receipt=datetime(2026, 11, 22, 9, 40, tzinfo=UTC),
    problem=Trouble("login_page_in_the_way"),
    next_try_at=NOW + timedelta(seconds=23),
)


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 KB"), (1, "1 KB"), (48_400, "48 KB"), (999_000, "999 KB"), (3_210_000, "3.2 MB")],
)
def test_a_size_is_never_nothing_where_there_is_something(size, text):
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (0, ""), (59, "不到1分钟"), (60, "约1分钟"), (401, "约7分钟"), (7200, "约120分钟"), (7201, "约3小时")],
)
def test_the_time_left_is_rounded_up(seconds, text):
    assert duration_text(seconds, "zh") == text


@pytest.mark.parametrize(("left", "text"), [(-1, "马上"), (0, "马上"), (23, "23秒后"), (245, "4分05秒后")])
def test_the_next_try_counts_down(left, text):
    assert countdown_text(NOW + timedelta(seconds=left), now=NOW, language="zh") == text


def test_a_moment_of_another_day_names_the_day_in_the_hall():
    assert moment_text(NOW, now=NOW) == "09:41"
    assert moment_text(datetime(2026, 11, 22, 16, 30, tzinfo=UTC), now=NOW) == "11-23 00:30"


def test_the_status_bar_says_it_as_the_handbook_does():
    line_shown = line_part(OFFLINE, now=NOW, language="zh", is_demo=False)

    assert (line_shown.full, line_shown.short, line_shown.tone) == ("● 离线 08:12起 网络要登录", "● 离线", "yellow")
    assert "打开浏览器" in line_shown.more
    assert waiting_part(OFFLINE, language="zh").full == "待发 14 件 3.2 MB 约7分钟"
    assert receipt_part(OFFLINE, now=NOW, language="zh").full == "市里最后回执 11-22 17:40"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("clock_wrong", "校准系统时间"),
        ("login_page_in_the_way", "网络要求先登录"),
        ("store_full", "存储空间已满"),
    ],
)
def test_the_page_says_what_to_do_in_the_words_that_were_promised(key, words):
    shown = head(replace(OFFLINE, problem=Trouble(key, {"minutes": 40})), now=NOW, language="zh")

    assert words in shown.advice
    assert "照常收件" in shown.sentence


@pytest.mark.parametrize("state", list(LineState))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_state_has_its_sentence_and_a_lamp_with_a_word(state, language):
    shown = head(replace(OFFLINE, state=state, problem=None), now=NOW, language=language)

    assert shown.word
    assert shown.sentence
    assert "{" not in shown.sentence + shown.advice
    assert shown.tone in ("green", "yellow", "red")


@pytest.mark.parametrize("pause", list(PauseReason))
def test_every_pause_says_why_and_how_it_ends(pause):
    shown = head(replace(OFFLINE, state=LineState.PAUSED, pause=pause, problem=None), now=NOW, language="zh")

    assert shown.sentence
    assert "继续" in shown.advice
    assert shown.is_paused is (pause is PauseReason.BY_HAND)


def test_uploaded_is_a_state_of_its_own_and_not_done():
    row = Waiting(
        WaitingKind.SCAN, "450000101-02-000000-20261124-0001-0", "c", 71_000, 71_000, NOW, True, 1, None, Trouble("x")
    )

    shown = line(row, now=NOW, language="zh")

    assert shown.state == "已上传，等签收"
    assert shown.what == "扫描件 20261124-0001-0"


def test_what_is_tried_again_says_how_often_and_when():
    row = Waiting(
        WaitingKind.ENTRIES,
        "120–139",
        "",
        76_000,
        42_000,
        NOW,
        False,
        6,
        NOW + timedelta(minutes=1),
        Trouble("line_silent", {"seconds": 20}),
    )

    shown = line(row, now=NOW, language="zh")

    assert (shown.state, shown.tone) == ("等重试", "yellow")
    assert (shown.size, shown.tries) == ("42 / 76 KB", "6次 · 09:42")
    assert "20秒没有回应" in shown.reason


def test_figures_that_nobody_knows_are_a_dash():
    shown = figures(replace(OFFLINE, seconds_left=None, last_receipt=None), now=NOW, language="zh")

    assert (shown.time, shown.receipt) == ("—", "—")
    assert figures(replace(OFFLINE, day_limit_bytes=50_000_000), now=NOW, language="zh").sent_today == "0 KB / 50.0 MB"


def test_a_new_origin_is_named():
    shown = head(replace(OFFLINE, new_origin_after="450000101-02-1a2b3c4d"), now=NOW, language="zh")

    assert "450000101-02-1a2b3c4d" in shown.new_origin
