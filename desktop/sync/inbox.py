"""What comes in: acknowledgements, answers of the city, lines of other windows, and own lines that this PC has lost.

Lines are taken in as they are and in their order; what is wrong with one file stops its origin there, is shown, and is
tried again with the next look. Nothing that came in changes a line that is here.
"""

from collections.abc import Awaitable, Callable
from functools import partial

from desktop.domain.errors import InvalidInput
from desktop.ports_outbox import Agreement
from desktop.problems import EnvironmentProblem
from desktop.sync import city_word, layout
from desktop.sync.burst import Burst, trouble_of
from desktop.sync.city_head import CityHead
from desktop.sync.faults import ChainBroken, Misplaced
from desktop.sync.problems import LineProblem, NotThere
from desktop.sync.segment import open_segment
from desktop.sync.snapshot import unpack_catalogue

_CURSOR = "sync.cursor."
_CATALOGUE_REFUSED = "sync.catalogue_refused"


class Inbox:
    """The receiving half of a burst."""

    def __init__(self, burst: Burst) -> None:
        self._burst = burst
        self._store = burst.store
        self._troubles = burst.troubles

    async def look(self) -> CityHead | None:
        """See what the city says and take in all of it; None: it has never said anything.

        Raises:
            LineProblem: of the line as a whole. What came before that is kept.
        """
        try:
            head = await city_word.look(self._burst)
        except NotThere:
            head = city_word.known_head(self._store, self._burst.enrolment)
        self._burst.is_heard.set()
        if head is None:
            return None
        await self._guarded(head.city_origin + " keys", partial(city_word.update_keys, self._burst, head))
        await self._guarded(head.city_origin, partial(self._pull, head, head.city_origin, head.answers))
        for origin in sorted(head.acked):
            await self._guarded(origin, partial(self._agree, head, origin))
        self._acknowledge_scans(head)
        await self._guarded("catalogue", partial(self._catalogue, head))
        return head

    async def _guarded(self, what: str, step: Callable[[], Awaitable[None]]) -> None:
        """One step of a look. Its own trouble is noted and the next steps go on; trouble of the line ends the look."""
        try:
            await step()
        except (EnvironmentProblem, InvalidInput) as problem:
            if isinstance(problem, LineProblem) and problem.is_transport:
                raise
            self._troubles[what] = trouble_of(problem)
            self._burst.problems.append(problem)
        else:
            self._troubles.pop(what, None)

    # acknowledgements

    async def _agree(self, head: CityHead, origin: str) -> None:
        """Note what the city has of an origin; fetch what it has and we do not."""
        own = self._store.own_origins()
        if origin == self._store.origin:
            self._note_receipt(head, origin)
            return
        acked = head.acked[origin]
        if not self._burst.is_forked(origin):
            expected = bytes.fromhex(acked.hash)
            await self._pull(head, origin, acked.seq, expected=expected)
        if origin in own or self._store.line(origin, acked.seq) is not None:
            self._note_receipt(head, origin)

    def _note_receipt(self, head: CityHead, origin: str) -> None:
        acked = head.acked[origin]
        if self._store.acknowledged().get(origin, 0) >= acked.seq and self._holds(origin, acked.seq, acked.hash):
            return
        agreement = self._store.acknowledge(origin, acked.seq, bytes.fromhex(acked.hash), at_ms=head.at_ms)
        if agreement is Agreement.NOTED:
            self._burst.has_news = True
        elif origin in self._store.own_origins() and not self._burst.is_forked(origin):
            tip = self._store.tip(origin)
            self._burst.fork(origin, min(acked.seq, tip.seq + 1 if tip else 1))

    def _holds(self, origin: str, seq: int, digest: str) -> bool:
        line = self._store.line(origin, seq)
        return line is not None and line.hash.hex() == digest

    def _acknowledge_scans(self, head: CityHead) -> None:
        whole = [job for job in self._store.scans_unanswered() if head.has_scan(job.origin, job.seq)]
        if whole:
            self._store.scans_acknowledged(whole, at_ms=head.at_ms)
            self._burst.has_news = True

    # lines

    async def _pull(self, head: CityHead, origin: str, upto: int, *, expected: bytes | None = None) -> None:
        """Take in the lines of an origin up to this number. `expected`: the hash of the last of them."""
        while True:
            tip = self._store.tip(origin)
            wanted = (tip.seq if tip else 0) + 1
            if wanted > upto:
                return
            name, body = await self._segment_with(head, origin, wanted)
            opened, lines = open_segment(
                body,
                name=name,
                identities=[self._burst.enrolment.hall_secret_key],
                key_of=partial(self._key_of, head),
            )
            if opened.origin != origin:
                raise Misplaced(name=name, found=opened.origin, expected=origin)
            if opened.last < wanted:
                raise ChainBroken(name=name, origin=origin, seq=wanted, reason="gap")
            if expected is not None and any(line.seq == upto and line.hash != expected for line in lines):
                raise ChainBroken(name=name, origin=origin, seq=upto, reason="hash")
            if self._store.admit(lines):
                self._burst.has_news = True
            self._store.set_setting(_CURSOR + origin, name)

    async def _segment_with(self, head: CityHead, origin: str, seq: int) -> tuple[str, bytes]:
        """Name and bytes of the segment that holds this line. Raises ChainBroken if the store has none."""
        is_city = origin == head.city_origin
        guess = layout.answer(head.hall, seq, head.at_ms) if is_city else layout.segment(origin, seq, head.at_ms)
        try:
            return guess, (await self._burst.reach.get(guess)).body
        except NotThere:
            pass
        prefix = layout.answers_of(head.hall) if is_city else layout.segments_of(origin)
        cursor = self._store.setting(_CURSOR + origin)
        listed = await self._burst.reach.list(prefix, after=cursor)
        named = [(place.first_seq, name) for name in [cursor, *listed] if (place := layout.parse_segment(name))]
        begins_before = [name for first, name in named if first <= seq]
        if not begins_before:
            raise ChainBroken(name=prefix, origin=origin, seq=seq, reason="gap")
        return begins_before[-1], (await self._burst.reach.get(begins_before[-1])).body

    def _key_of(self, head: CityHead, origin: str) -> bytes | None:
        """A revoked key stays good for the lines that the city has taken with it, and only those are fetched."""
        if origin == head.city_origin:
            return bytes.fromhex(self._burst.enrolment.city_key)
        listed = city_word.known_keys(self._store, self._burst.enrolment).get(origin)
        return bytes.fromhex(listed.public_key) if listed else self._store.public_key(origin)

    # the catalogue

    async def _catalogue(self, head: CityHead) -> None:
        """Keep a catalogue that the city has published; it comes into force on its own day, drafts keep theirs."""
        published = head.catalogue
        if published is None or self._store.has_catalogue(published.version):
            return
        if self._store.setting(_CATALOGUE_REFUSED) == published.sha256 and not self._burst.is_forced:
            return
        name = layout.snapshot(published.number)
        raw = (await self._burst.reach.get(name, expected_bytes=1024 * 1024)).body
        number, catalogue, body = unpack_catalogue(
            raw, public_key=bytes.fromhex(self._burst.enrolment.city_key), name=name
        )
        if number != published.number or catalogue.version != published.version:
            raise Misplaced(name=name, found=catalogue.version, expected=published.version)
        try:
            self._store.adopt(catalogue, body)
        except InvalidInput:
            self._store.set_setting(_CATALOGUE_REFUSED, published.sha256)
            raise
        self._burst.has_news = True
