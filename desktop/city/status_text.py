"""The status of the city as lines for a terminal: halls, their windows, and under each trouble what to do."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from desktop import messages
from desktop.city.fault_book import FaultEntry
from desktop.city.origin_book import OriginState
from desktop.city.status import HallStatus, OriginStatus
from desktop.clock import HALL_ZONE

_QUIET_MS = 7 * 24 * 3600 * 1000
_STATES = {
    OriginState.UNKNOWN: "未申请",
    OriginState.PENDING: "等待批准",
    OriginState.APPROVED: "已批准",
    OriginState.REVOKED: "已停用",
}


def status_lines(halls: Sequence[HallStatus], *, now_ms: int, is_all: bool, language: str) -> Iterator[str]:
    """A paragraph for each hall; windows without trouble only if `is_all`."""
    if not halls:
        yield "还没有大厅。先运行 yichuang city enrol 登记窗口。"
    for hall in halls:
        lines_ = sum(origin.row.last_seq for origin in hall.origins)
        yield f"{hall.name}（{hall.hall}）：{len(hall.origins)} 个来源，已收 {lines_} 条，已答复 {hall.answers} 条"
        if hall.enrolments_open:
            yield f"  {hall.enrolments_open} 份登记文件还没有窗口使用"
        for origin in hall.origins:
            if is_all or _is_worth_telling(origin, now_ms):
                yield f"  {_origin(origin)}"
                if origin.row.state is OriginState.PENDING:
                    yield f"    请电话核对后批准：yichuang city approve {origin.row.origin}"
        for fault in hall.faults:
            yield f"  ! {sentence(fault, language)}"


def sentence(fault: FaultEntry, language: str = "zh") -> str:
    """What is wrong and what to do; for a file that was set aside also what is wrong with it."""
    told = messages.text(fault, language)
    reason = fault.details.get("reason")
    if not isinstance(reason, str):
        return told
    fields = {**fault.details.get("detail", {}), "name": fault.name, "origin": fault.origin}
    return f"{told}（{messages.sentence(reason, fields, language)}）"


def _is_worth_telling(origin: OriginStatus, now_ms: int) -> bool:
    row = origin.row
    is_quiet = row.state is OriginState.APPROVED and row.seen_at is not None and now_ms - row.seen_at > _QUIET_MS
    return row.state in (OriginState.PENDING, OriginState.UNKNOWN) or is_quiet or origin.pages_missing > 0


def _origin(origin: OriginStatus) -> str:
    row = origin.row
    parts = [row.origin, _STATES[row.state], f"收齐到第{row.last_seq}条"]
    parts.append(f"最近收到 {_moment(row.seen_at)}" if row.seen_at else "还没有收到内容")
    if origin.pages_missing:
        parts.append(f"缺扫描页 {origin.pages_missing} 张")
    if row.approved_by == "predecessor":
        parts.append(f"由 {row.predecessor} 签名接续，自动批准")
    return "，".join(parts)


def _moment(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(HALL_ZONE).strftime("%m-%d %H:%M")
