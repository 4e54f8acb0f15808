"""What a person is told of sync: one status, and everything that waits with its reason."""

from datetime import UTC, datetime

from desktop.ports_outbox import Backlog, FrozenSegment, OutboxStore, ScanJob, Unsealed
from desktop.ports_sync import LineState, PauseReason, SyncStatus, Trouble, Waiting, WaitingKind
from desktop.sync import limits, support_code
from desktop.sync.burst import FORKED
from desktop.sync.pump import Standing
from desktop.sync.support_code import SupportFacts

_DAY_MS = 24 * 60 * 60 * 1000


def status(
    store: OutboxStore,
    standing: Standing,
    *,
    city: str,
    today: str,
    now_ms: int,
    seconds_left: int | None,
    version: tuple[int, int, int],
) -> SyncStatus:
    """The status of now; every count is made by the store this moment."""
    backlog = store.backlog()
    receipt = store.last_receipt_ms()
    problem = standing.problem or next(iter(standing.troubles), None)
    return SyncStatus(
        state=standing.state,
        since=standing.since,
        city=city,
        waiting_cases=backlog.cases,
        waiting_entries=backlog.entries,
        waiting_scans=backlog.scans,
        bytes_left=backlog.bytes_left,
        seconds_left=seconds_left,
        last_receipt=_moment(receipt) if receipt is not None else None,
        problem=problem,
        pause=standing.pause,
        next_try_at=standing.next_try_at,
        sent_today_bytes=store.sent_bytes(today),
        day_limit_bytes=limits.kept(store).day_limit_bytes,
        refused=backlog.refused,
        unread=backlog.unread,
        support_code=_code(store, standing, backlog, problem, receipt, now_ms=now_ms, version=version),
        new_origin_after=store.succeeded(),
    )


def waiting(store: OutboxStore, standing: Standing, *, limit: int) -> list[Waiting]:
    """What the city has not acknowledged, in the order in which it goes."""
    general = _general_reason(standing)
    rows: list[Waiting] = []
    line_bytes = store.backlog().line_bytes
    frozen = store.frozen()
    for origin in store.own_origins():
        forked = store.setting(FORKED + origin)
        reason = Trouble("origin_forked", {"origin": origin}) if forked else general
        rows += [_segment(segment, reason) for segment in frozen if segment.origin == origin]
        unsealed = store.unsealed(origin)
        if unsealed is not None:
            rows.append(_unsealed(unsealed, reason or Trouble("sync_waits_for_quiet"), line_bytes))
    rows += [_scan(store, job, general) for job in store.scans_unanswered()[: max(0, limit - len(rows))]]
    return rows[:limit]


def _general_reason(standing: Standing) -> Trouble | None:
    """Why nothing goes at all; None: things go."""
    if standing.problem is not None:
        return standing.problem
    if standing.pause is not None:
        keys = {
            PauseReason.BY_HAND: "sync_paused",
            PauseReason.METERED: "sync_paused_metered",
            PauseReason.DAY_LIMIT: "sync_day_limit",
        }
        return Trouble(keys[standing.pause])
    keys_of_state = {
        LineState.NOT_ENROLLED: "sync_not_enrolled",
        LineState.AWAITING_APPROVAL: "sync_waits_for_approval",
        LineState.OFFLINE: "sync_waits_for_line",
    }
    key = keys_of_state.get(standing.state)
    return Trouble(key) if key else None


def _segment(segment: FrozenSegment, reason: Trouble | None) -> Waiting:
    is_stored = segment.stored_at_ms is not None
    return Waiting(
        kind=WaitingKind.ENTRIES,
        what=_range(segment.first, segment.last),
        case_id="",
        size_bytes=segment.size_bytes,
        sent_bytes=segment.size_bytes if is_stored else 0,
        since=_moment(segment.made_at_ms),
        is_stored=is_stored,
        tries=segment.tries,
        next_try_at=_moment(segment.next_try_at_ms) if segment.next_try_at_ms else None,
        reason=_reason(segment.problem, reason, is_stored=is_stored),
    )


def _unsealed(unsealed: Unsealed, reason: Trouble, line_bytes: int) -> Waiting:
    return Waiting(
        kind=WaitingKind.ENTRIES,
        what=_range(unsealed.first, unsealed.last),
        case_id="",
        size_bytes=unsealed.count * line_bytes,
        sent_bytes=0,
        since=_moment(unsealed.first_at_ms),
        is_stored=False,
        tries=0,
        next_try_at=None,
        reason=reason,
    )


def _scan(store: OutboxStore, job: ScanJob, reason: Trouble | None) -> Waiting:
    is_stored = job.stored_at_ms is not None
    return Waiting(
        kind=WaitingKind.SCAN,
        what=store.case_number(job.case_id),
        case_id=job.case_id,
        size_bytes=job.size_bytes,
        sent_bytes=job.sent_bytes,
        since=_moment(job.added_at_ms),
        is_stored=is_stored,
        tries=job.tries,
        next_try_at=_moment(job.next_try_at_ms) if job.next_try_at_ms else None,
        reason=_reason(job.problem, reason, is_stored=is_stored),
    )


def _reason(own: Trouble | None, general: Trouble | None, *, is_stored: bool) -> Trouble:
    """Its own problem, else what lies in the store waits for the city, else what holds for all, else its turn."""
    if is_stored:
        return Trouble("sync_waits_for_city")
    return own or general or Trouble("sync_waits_its_turn")


def _code(
    store: OutboxStore,
    standing: Standing,
    backlog: Backlog,
    problem: Trouble | None,
    receipt: int | None,
    *,
    now_ms: int,
    version: tuple[int, int, int],
) -> str:
    days = support_code.NO_RECEIPT if receipt is None else max(0, (now_ms - receipt) // _DAY_MS)
    return support_code.write(
        SupportFacts(
            state=standing.state.value,
            problem=problem.key if problem else "",
            entries=backlog.entries,
            scans=backlog.scans,
            refused=backlog.refused,
            receipt_days=days,
            is_approved=standing.state in (LineState.ONLINE, LineState.WORKING),
            is_new_origin=bool(store.succeeded()),
            version=version,
            pause=standing.pause.value if standing.pause else "",
        )
    )


def _range(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)


def _moment(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)
