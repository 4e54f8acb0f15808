"""How much is risked at a time: segment size, chunk size, how many in flight, how long to wait. Learnt from the line.

Nothing here asks a clock or waits. Moments are seconds of a clock that never goes back.
"""

from dataclasses import dataclass, field

FEWEST_LINES, FIRST_LINES, MOST_LINES = 25, 500, 2000
SMALL_CHUNK, USUAL_CHUNK, LAN_CHUNK = 16 * 1024, 64 * 1024, 256 * 1024

STABLE_AFTER_S = 600.0
LAN_BYTES_PER_S = 400_000.0
SLOWEST_BYTES_PER_S = 2_500.0
MOST_CHUNKS, SOON_S = 4, 14.0
PATIENCE_S = 12.0
QUIET_S, QUIET_ON_STABLE_LINE_S = 60.0, 5.0

_WORTH_MEASURING = 2_048
_WEIGHT = 0.3  # of the newest measurement


def timeout_s(size_bytes: int) -> float:
    """How long a request of this size may take before the connection counts as dead."""
    return PATIENCE_S + size_bytes / SLOWEST_BYTES_PER_S


@dataclass(slots=True)
class Pace:
    """What the line has shown since `started_s`. It begins as one that breaks often."""

    started_s: float
    segment_lines: int = FIRST_LINES
    bytes_per_s: float | None = None
    _cut_s: float | None = None
    _passed_since_cut: int = field(default=1)
    _fastest: float = 0.0

    def passed(self, size_bytes: int, seconds: float, *, in_flight: int = 1) -> None:
        """A body has gone through, beside `in_flight` - 1 others."""
        self._passed_since_cut += 1
        if size_bytes >= _WORTH_MEASURING and seconds > 0:
            rate = size_bytes * in_flight / seconds
            self._fastest = rate
            before = self.bytes_per_s
            self.bytes_per_s = rate if before is None else before + _WEIGHT * (rate - before)

    def segment_passed(self, lines: int) -> None:
        """A segment is stored: the next may be twice as long, if this one was as long as it might be."""
        if lines >= self.segment_lines:
            self.segment_lines = min(MOST_LINES, self.segment_lines * 2)

    def cut(self, now_s: float) -> None:
        """The connection broke or went silent in the middle of something."""
        self._cut_s = now_s
        self._passed_since_cut = 0
        self.segment_lines = max(FEWEST_LINES, self.segment_lines // 2)

    def is_stable(self, now_s: float) -> bool:
        """Ten minutes without a cut."""
        return now_s - (self.started_s if self._cut_s is None else self._cut_s) >= STABLE_AFTER_S

    def flight(self) -> int:
        """How many bodies at a time: one right after a cut, else two."""
        return 2 if self._passed_since_cut else 1

    def chunks_in_flight(self, chunk_bytes: int) -> int:
        """How many chunks of that size at a time: so many that no reply is ever waited for, if they are soon through.

        They go one after the other, so that a cut spoils one of them, however many are on their way.
        """
        is_soon = self.bytes_per_s is not None and MOST_CHUNKS * chunk_bytes <= SOON_S * self.bytes_per_s
        return MOST_CHUNKS if is_soon else self.flight()

    def chunk_bytes(self, now_s: float) -> int:
        """Plain bytes of the next chunk; a multiple of chunk.STEP_BYTES."""
        is_whole = self._cut_s is None or self.is_stable(now_s)
        if is_whole and self._fastest >= LAN_BYTES_PER_S:
            return LAN_CHUNK
        return USUAL_CHUNK if self.is_stable(now_s) else SMALL_CHUNK

    def quiet_s(self, now_s: float) -> float:
        """How long nothing must have been written before a short segment is closed."""
        return QUIET_ON_STABLE_LINE_S if self.is_stable(now_s) else QUIET_S

    def seconds_for(self, size_bytes: int) -> int | None:
        """How long this many bytes will take; None before anything was measured."""
        return round(size_bytes / self.bytes_per_s) if self.bytes_per_s else None
