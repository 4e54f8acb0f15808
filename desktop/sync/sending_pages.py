"""Scanned pages go out in chunks, and take up where they were cut: after a cut or a restart the store is asked.

What is noted as sent lies in the store from the page's first byte on without a gap. Chunks need not be alike: where
the next one begins follows from what is there, so their size may change with the line.
"""

import hashlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field

from desktop.ports_outbox import ScanJob
from desktop.ports_sync import Trouble
from desktop.problems import EnvironmentProblem
from desktop.sync import layout, plan
from desktop.sync.burst import Burst, trouble_of
from desktop.sync.chunk import address_of, can_hold, open_chunk, plain_size, seal_chunk
from desktop.sync.faults import Damaged, FileFault
from desktop.sync.flight import Room, in_flight
from desktop.sync.problems import LineProblem
from desktop.sync.reach import Put
from desktop.sync.sending import DOUBT_AFTER_MS

_BEGUN = 8
"""Chunks that are begun: while some ask after a cut what became of them, the line brings the next ones."""


class _OtherPieces(Exception):
    """The store has a chunk of another size where ours should go: the rest of the page is planned anew."""


@dataclass(slots=True)
class _Page:
    """A page under way: `done` are the chunks in the store, size by offset."""

    job: ScanJob
    body: bytes
    address: str
    sent: int
    done: dict[int, int] = field(default_factory=dict)
    is_given_up: bool = False

    def name(self, offset: int) -> str:
        return layout.chunk(self.job.origin, self.job.added_at_ms, self.address, offset)

    def note(self, offset: int, size: int) -> None:
        """A chunk lies in the store; `sent` moves as far as there is no gap."""
        self.done[offset] = size
        while self.sent in self.done:
            self.sent += self.done.pop(self.sent)


@dataclass(frozen=True, slots=True)
class _Chunk:
    page: _Page
    offset: int
    size: int


class SendingPages:
    """The part of a burst that sends scanned pages. `between` is awaited before each chunk: small things go first."""

    def __init__(self, burst: Burst, *, between: Callable[[], Awaitable[None]]) -> None:
        self._burst = burst
        self._store = burst.store
        self._between = between
        self._secret = bytes.fromhex(burst.enrolment.hall_secret)
        self._left_out: set[tuple[str, int]] = set()
        self._touched: set[tuple[str, int]] = set()
        self._room = Room(self._chunks_in_flight)

    async def push(self) -> None:
        """Send every page whose entry is in the store.

        Raises:
            LineProblem: of the line as a whole; what was stored before is noted.
        """
        self._doubt()
        while True:
            try:
                await in_flight(self._chunks(), self._send, width=lambda: _BEGUN)
            except _OtherPieces:
                continue
            return

    def _chunks_in_flight(self) -> int:
        pace = self._burst.pace
        return pace.chunks_in_flight(self._chunk_bytes()) if self._burst.reach.carrier.is_shared else pace.flight()

    def _chunk_bytes(self) -> int:
        return self._burst.pace.chunk_bytes(self._burst.reach.timing.now_s())

    def _doubt(self) -> None:
        """A page that the city misses although the store took it is walked through again."""
        for job in self._store.scans_unanswered():
            if job.stored_at_ms is None or job.seq > self._store.acknowledged().get(job.origin, 0):
                continue
            if self._burst.is_forced or self._burst.now_ms() - job.stored_at_ms >= DOUBT_AFTER_MS:
                self._store.scan_progress(job, sent_bytes=0, stored_at_ms=None)
                self._touched.add((job.origin, job.seq))

    async def _chunks(self) -> AsyncGenerator[_Chunk, None]:
        while (page := await self._next_page()) is not None:
            offset = page.sent
            while offset < page.job.size_bytes and not page.is_given_up:
                await self._between()
                size = min(self._chunk_bytes(), len(page.body) - offset)
                yield _Chunk(page, offset, size)
                offset += size

    async def _next_page(self) -> _Page | None:
        """The page whose turn it is, as far as the store has it; pages that cannot go are marked and passed over."""
        stored_to = self._stored_to()
        while True:
            job = plan.sendable(
                self._store.scan_jobs(),
                stored_to=stored_to,
                left_out=self._left_out,
                now_ms=self._burst.now_ms(),
                is_forced=self._burst.is_forced,
            )
            if job is None:
                return None
            self._left_out.add((job.origin, job.seq))
            body = self._body(job)
            if body is None:
                continue
            page = _Page(job, body, address_of(job.sha256, hall_secret=self._secret), job.sent_bytes)
            if (job.tries or job.sent_bytes or (job.origin, job.seq) in self._touched) and not await self._walk(page):
                continue
            self._touched.add((job.origin, job.seq))
            if page.sent < job.size_bytes:
                return page

    def _body(self, job: ScanJob) -> bytes | None:
        """The page as it was added; None: it is not here or not whole any more, which is noted."""
        try:
            body = self._store.page(job.sha256)
        except EnvironmentProblem as problem:
            self._fail(job, trouble_of(problem))
            return None
        if len(body) != job.size_bytes or hashlib.sha256(body).hexdigest() != job.sha256:
            self._fail(job, Trouble("scan_damaged", {"sha256": job.sha256[:8]}))
            return None
        return body

    def _stored_to(self) -> dict[str, int]:
        """By origin, the line up to which all entries are in the store."""
        stored = dict(self._store.acknowledged())
        for segment in self._store.unanswered():
            if segment.first <= stored.get(segment.origin, 0) + 1:
                stored[segment.origin] = max(segment.last, stored.get(segment.origin, 0))
        own = {origin for origin in self._store.own_origins() if self._may_send(origin)}
        return {origin: seq for origin, seq in stored.items() if origin in own}

    def _may_send(self, origin: str) -> bool:
        return self._burst.is_own_hall(origin) and not self._burst.is_forked(origin)

    async def _walk(self, page: _Page) -> bool:
        """Ask the store, chunk by chunk, how far it has the page; False: something else lies in its place."""
        try:
            while page.sent < page.job.size_bytes:
                found = await self._burst.reach.stat(page.name(page.sent))
                if found is None:
                    break
                page.note(page.sent, await self._size_of(page, found.size_bytes))
        except FileFault as fault:
            self._note(page)
            self._fail(page.job, trouble_of(fault))
            return False
        except LineProblem:
            self._note(page)
            raise
        self._note(page)
        return True

    async def _size_of(self, page: _Page, file_bytes: int) -> int:
        """Plain bytes of the chunk that lies at `sent`. Raises Damaged: it is none of ours."""
        name = page.name(page.sent)
        rest, size = page.job.size_bytes - page.sent, plain_size(file_bytes)
        is_step = 0 < size < rest and can_hold(file_bytes, plain=size)
        is_last = can_hold(file_bytes, plain=rest)
        if is_step and is_last:  # their sizes overlap by the sealing's filler: only looking tells
            body = (await self._burst.reach.get(name, expected_bytes=file_bytes)).body
            return len(open_chunk(body, identities=[self._burst.enrolment.hall_secret_key], name=name))
        if not is_step and not is_last:
            raise Damaged(name=name, reason="chunk")
        return rest if is_last else size

    def _fail(self, job: ScanJob, trouble: Trouble) -> None:
        self._store.scan_failed(job, trouble, next_try_at_ms=self._burst.next_try_ms(job.tries))

    async def _send(self, chunk: _Chunk) -> None:
        page = chunk.page
        name = page.name(chunk.offset)
        plain = page.body[chunk.offset : chunk.offset + chunk.size]
        try:
            sealed = seal_chunk(plain, recipients=self._burst.enrolment.recipients)
            put = await self._burst.reach.put(name, sealed, is_asked_first=False, place=self._room.place)
            if put is Put.THERE:
                found = await self._burst.reach.stat(name)
                if found is not None and not can_hold(found.size_bytes, plain=chunk.size):
                    self._left_out.discard((page.job.origin, page.job.seq))
                    raise _OtherPieces
        except (LineProblem, FileFault) as problem:
            is_transport = isinstance(problem, LineProblem) and problem.is_transport
            next_try = None if is_transport else self._burst.next_try_ms(page.job.tries)
            self._store.scan_failed(page.job, trouble_of(problem), next_try_at_ms=next_try)
            if is_transport:
                raise
            page.is_given_up = True
            return
        page.note(chunk.offset, chunk.size)
        if not page.is_given_up:  # its reason would be wiped out
            self._note(page)

    def _note(self, page: _Page) -> None:
        is_whole = page.sent >= page.job.size_bytes
        stored_at = self._burst.now_ms() if is_whole else None
        self._store.scan_progress(page.job, sent_bytes=page.sent, stored_at_ms=stored_at)
        if is_whole:
            self._burst.owed.add(page.job.origin)
            self._burst.has_news = True
