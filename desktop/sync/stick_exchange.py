"""A courier's stick and this window: what it takes from the store, and how the city's answers on it come in."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from desktop.ports import Clock
from desktop.ports_outbox import FrozenSegment, OutboxStore
from desktop.ports_sync import PackageResult, Report
from desktop.problems import EnvironmentProblem
from desktop.sync import city_word, joining, layout, stick
from desktop.sync.burst import FORKED, Burst
from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched
from desktop.sync.carriers.folder import StickCarrier
from desktop.sync.chunk import address_of, open_chunk, seal_chunk
from desktop.sync.enrolment import Enrolment
from desktop.sync.faults import ChainBroken
from desktop.sync.inbox import Inbox
from desktop.sync.pace import Pace
from desktop.sync.package import PackagedScan, PackagedSegment, tree_of
from desktop.sync.package_writing import write_package
from desktop.sync.problems import StickStopped
from desktop.sync.reach import Reach
from desktop.sync.segment import kind_of, name_of, seal_segment
from desktop.sync.timing import LoopTiming

_LINES_IN_A_SEGMENT = 250


class NotEnrolled(EnvironmentProblem):
    """Nobody has told this window where its city is: there is nobody to seal to."""


class StickWithoutAnswers(EnvironmentProblem):
    """Nothing of the city for hall `hall` lies in this folder."""


class StickOfAnotherHall(EnvironmentProblem):
    """The city's answers in this folder are for the halls `found`, and not for `hall`."""


class StickExchange:
    """See the module. For a worker: its methods take as long as the stick does."""

    def __init__(self, store: OutboxStore, *, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def write(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """Put what the city has not acknowledged on the stick. See desktop.sync.package_writing for what it raises."""
        source = StoreSource(self._store, self._enrolment(), clock=self._clock)
        return write_package(source, folder, at_ms=_ms(self._clock), report=report, is_cancelled=is_cancelled)

    def read(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """Take in what the city has put on the stick; twice gives the same.

        Raises:
            StickWithoutAnswers, StickOfAnotherHall, StickStopped, StickGone, FileFault: what is whole beside the file
                that is not is taken in.
        """
        enrolment = self._enrolment()
        with stick.problems(folder):
            tree = _tree_with_answers(folder, enrolment.hall)
        before = self._tips()
        carrier = _CountedStick(tree, report, is_cancelled)
        problems = asyncio.run(self._look(carrier, enrolment))
        if problems:
            raise problems[0]
        gained = {origin: seq - before.get(origin, 0) for origin, seq in self._tips().items()}
        answers = sum(count for origin, count in gained.items() if origin.split("-")[1] == "city")
        return PackageResult(
            cases=0, entries=sum(gained.values()) - answers, scans=0, size_bytes=carrier.read_bytes, answers=answers
        )

    async def _look(self, carrier: "_CountedStick", enrolment: Enrolment) -> list[EnvironmentProblem]:
        timing, chance = LoopTiming(), Random(0)  # noqa: S311 - a stick is asked once, nothing is left to chance
        pace = Pace(started_s=timing.now_s())
        burst = Burst(
            store=self._store,
            enrolment=enrolment,
            reach=Reach(carrier, pace, timing, chance),
            pace=pace,
            clock=self._clock,
            chance=chance,
        )
        await Inbox(burst).look()
        problems = [problem for problem in burst.problems if isinstance(problem, EnvironmentProblem)]
        return [problem for problem in problems if not _is_elsewhere(problem)]

    def _enrolment(self) -> Enrolment:
        enrolment = joining.kept_enrolment(self._store)
        if enrolment is None:
            raise NotEnrolled
        return enrolment

    def _tips(self) -> dict[str, int]:
        return self._store.tips()


class StoreSource:
    """The PackageSource of this window's store."""

    def __init__(self, store: OutboxStore, enrolment: Enrolment, *, clock: Clock) -> None:
        self._store, self._enrolment, self._clock = store, enrolment, clock
        self._segments: dict[str, FrozenSegment] = {}

    @property
    def origin(self) -> str:
        """Who signs the list."""
        return self._store.origin

    def documents(self) -> Sequence[tuple[str, bytes]]:
        """The request to be approved, until it is."""
        if self._store.origin in city_word.known_keys(self._store, self._enrolment):
            return ()
        request = joining.join_request(self._store, self._enrolment, at_ms=_ms(self._clock))
        return ((layout.join(self._store.origin), request),)

    def segments(self) -> Sequence[PackagedSegment]:
        """Everything that is not acknowledged, frozen; from now on net and stick carry the same files."""
        origins = self._origins()
        for origin in origins:
            while (unsealed := self._store.unsealed(origin)) is not None:
                self._freeze(origin, unsealed.first, min(unsealed.count, _LINES_IN_A_SEGMENT))
        frozen = [s for s in self._store.frozen() if s.origin in origins]
        for segment in frozen:
            self._store.segment_carried(segment)
        self._segments = {segment.name: segment for segment in frozen}
        return [PackagedSegment(s.name, s.size_bytes, s.count) for s in frozen]

    def segment(self, name: str) -> bytes:
        """The sealed bytes of one of `segments`."""
        return self._store.sealed(self._segments[name])

    def scans(self) -> Sequence[PackagedScan]:
        """Pages that the city does not have, the newest first."""
        origins = self._origins()
        secret = bytes.fromhex(self._enrolment.hall_secret)
        return [
            PackagedScan(
                origin=job.origin,
                added_at_ms=job.added_at_ms,
                address=address_of(job.sha256, hall_secret=secret),
                sha256=job.sha256,
                size_bytes=job.size_bytes,
                stored_bytes=job.sent_bytes,
            )
            for job in sorted(self._store.scans_unanswered(), key=lambda job: (-job.added_at_ms, -job.seq))
            if job.origin in origins
        ]

    def scan(self, sha256: str) -> bytes:
        """A page, not sealed."""
        return self._store.page(sha256)

    def case_count(self) -> int:
        """How many cases wait for the city."""
        return self._store.backlog().cases

    def seal_chunk(self, plain: bytes) -> bytes:
        """Sealed to city and hall."""
        return seal_chunk(plain, recipients=self._enrolment.recipients)

    def open_chunk(self, sealed: bytes) -> bytes:
        """A chunk of this hall."""
        return open_chunk(sealed, identities=[self._enrolment.hall_secret_key])

    def sign(self, message: bytes) -> bytes:
        """By the origin of now."""
        return self._store.sign(self._store.origin, message)

    def _origins(self) -> set[str]:
        """Those of this hall that are neither revoked nor written by another PC as well: as the net sends them."""
        keys = city_word.known_keys(self._store, self._enrolment)
        revoked = {origin for origin, key in keys.items() if key.revoked_at_ms is not None}
        return {
            origin
            for origin in self._store.own_origins()
            if layout.hall_of(origin) == self._enrolment.hall
            and origin not in revoked
            and not self._store.setting(FORKED + origin)
        }

    def _freeze(self, origin: str, first: int, count: int) -> None:
        lines = self._store.lines(origin, first=first, limit=count)
        sealed = seal_segment(
            lines, sign=lambda message: self._store.sign(origin, message), recipients=self._enrolment.recipients
        )
        self._store.freeze(lines, name_of(lines), sealed, at_ms=_ms(self._clock))


class _CountedStick(StickCarrier):
    """Tells how much was read, and stops where a person says so."""

    def __init__(self, root: Path, report: Report, is_cancelled: Callable[[], bool]) -> None:
        super().__init__(root)
        self._report, self._is_cancelled = report, is_cancelled
        self.read_bytes = 0
        with stick.problems(root):
            self._total = sum(path.stat().st_size for path in root.glob("city-*/**/*") if path.is_file())

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        """See Carrier. Raises StickStopped."""
        if self._is_cancelled():
            raise StickStopped
        fetched = await super().get(name, limit_bytes=limit_bytes)
        self.read_bytes += len(fetched.body)
        self._report(min(self.read_bytes, self._total), self._total)
        return fetched


def _tree_with_answers(folder: Path, hall: str) -> Path:
    tree = tree_of(folder)
    if (tree / layout.head(hall)).is_file():
        return tree
    folder.stat()  # gone, not empty
    halls = sorted(path.parent.name.removeprefix("city-") for path in tree.glob("city-*/HEAD.json"))
    raise StickOfAnotherHall(hall=hall, found=halls) if halls else StickWithoutAnswers(hall=hall)


def _is_elsewhere(problem: EnvironmentProblem) -> bool:
    """Whether lines of a window are missed that this stick does not carry: they come by another, or by net."""
    is_gap = isinstance(problem, ChainBroken) and problem.fields["reason"] == "gap"
    return is_gap and kind_of(problem.fields["origin"]) == "ev"


def _ms(clock: Clock) -> int:
    return int(clock.now().timestamp() * 1000)
