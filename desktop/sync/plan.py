"""When lines become a segment, and which pages are sent next. Pure: the store and the clock are the caller's."""

from collections.abc import Iterable

from desktop.ports_outbox import ScanJob, Unsealed

LONGEST_WAIT_IN_QUIETS = 5
"""A clerk who never rests does not keep the first case of the morning from the city."""


def closes_at_ms(unsealed: Unsealed, *, quiet_s: float, most_lines: int) -> int:
    """From when on the lines may be sealed: at once if they fill a segment, else after a quiet time."""
    if unsealed.count >= most_lines:
        return unsealed.first_at_ms
    quiet_ms = int(quiet_s * 1000)
    return min(unsealed.last_at_ms + quiet_ms, unsealed.first_at_ms + LONGEST_WAIT_IN_QUIETS * quiet_ms)


def sendable(
    jobs: Iterable[ScanJob], *, stored_to: dict[str, int], left_out: set[tuple[str, int]], now_ms: int, is_forced: bool
) -> ScanJob | None:
    """The first page whose entry is in the store and whose turn it is; None: none now.

    Args:
        jobs: in the order in which they should go.
        stored_to: by origin, the last line that the store has.
        left_out: pages that have failed in this burst.
    """
    for job in jobs:
        is_due = is_forced or job.next_try_at_ms is None or job.next_try_at_ms <= now_ms
        if is_due and job.seq <= stored_to.get(job.origin, 0) and (job.origin, job.seq) not in left_out:
            return job
    return None
