"""A carrier around a real one to which everything happens that happens on a bad line, by a script.

    line = FaultyCarrier(FolderCarrier(root), [OK, cut(100), REPLY_LOST, Fault(Kind.FULL)])

Each request takes the next fault of the script; after the last one the line is whole. Nothing here waits or draws
lots: the same script gives the same course. Hypothesis draws scripts by `scripts()`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from hypothesis import strategies as st

from desktop.sync.carrier import LARGEST_FILE_BYTES, Carrier, Fetched, Stat
from desktop.sync.problems import (
    CredentialsRefused,
    LineDown,
    LineProblem,
    LineSilent,
    LoginPageInTheWay,
    StoreBusy,
    StoreFaulty,
    StoreForbids,
    StoreFull,
)
from tests.sync.memory_carrier import tag_of

LOGIN_PAGE = b"<!DOCTYPE html><html><title>Login</title><form action=/login></form></html>"
REQUEST_SILENCE_S = 12.0

T = TypeVar("T")


class Kind(Enum):
    """What happens to one request."""

    NONE = "none"
    CUT = "cut"  # the line breaks after `after_bytes` of the body: only a body that got through whole is stored
    TORN = "torn"  # a bad store keeps the first `after_bytes` under the name, and the line breaks
    REPLY_LOST = "reply_lost"  # it was done, and nobody was told
    DUPLICATED = "duplicated"  # something between asks twice; the second answer arrives
    REORDERED = "reordered"  # it is held back, the client hears nothing; done after the next request
    SLOW = "slow"
    SILENT = "silent"  # it never arrives, nobody answers
    UNAUTHORISED = "401"
    FORBIDDEN = "403"
    REQUEST_TIMEOUT = "408"
    THERE_ALREADY = "412"  # said of a file that is not there
    TOO_MANY = "429"
    BROKEN = "500"
    FULL = "507"
    LOGIN_PAGE = "login_page"  # recognised by the carrier
    BARE_200 = "bare_200"  # a portal says 200 to everything and hands out its page
    STALE = "stale"  # reads: as it was before the last replacement
    OLD_LISTING = "old_listing"  # listings, stat: what came last is not shown yet


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and its measures; `wait_s` is how long it takes, or what the store asks for."""

    kind: Kind
    after_bytes: int = 0
    wait_s: float = 0.0


OK = Fault(Kind.NONE)
REPLY_LOST = Fault(Kind.REPLY_LOST)
SILENT = Fault(Kind.SILENT, wait_s=REQUEST_SILENCE_S)


def cut(after_bytes: int) -> Fault:
    """The line breaks after so many bytes of the body; beyond its length: when all of it was sent."""
    return Fault(Kind.CUT, after_bytes=after_bytes)


LASTING = frozenset({Kind.TORN})
"""What leaves a wrong file behind: found and named, but no retry of the client can put it right."""


def scripts(*, max_size: int = 30, without: frozenset[Kind] = LASTING) -> st.SearchStrategy[list[Fault]]:
    """Scripts of faults, half of them none, so that some requests get through between."""
    kinds = st.sampled_from([kind for kind in Kind if kind not in without])
    fault = st.builds(
        Fault,
        kind=st.one_of(st.just(Kind.NONE), kinds),
        after_bytes=st.one_of(st.integers(0, 400), st.just(LARGEST_FILE_BYTES)),
        wait_s=st.sampled_from([0.0, 1.0, 30.0]),
    )
    return st.lists(fault, max_size=max_size)


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it was made, and what happened to it."""

    verb: str
    name: str
    sent_bytes: int
    fault: Fault


async def _pass_by(_seconds: float) -> None:
    """Time passes without anybody waiting for it; others may run."""
    await asyncio.sleep(0)


class FaultyCarrier:
    """See the module. `requests` is the course so far; `waited_s` what the client would have waited.

    `touches` limits faults to some requests (verb, name); the others do not use the script up. `before` is called
    ahead of each request, for a test that stops there.
    """

    def __init__(
        self,
        real: Carrier,
        script: Iterable[Fault] = (),
        *,
        touches: Callable[[str, str], bool] = lambda _verb, _name: True,
        before: Callable[[Request], None] = lambda _request: None,
        sleep: Callable[[float], Awaitable[None]] = _pass_by,
    ) -> None:
        self.real = real
        self.requests: list[Request] = []
        self.waited_s = 0.0
        self._script: Iterator[Fault] = iter(script)
        self._touches = touches
        self._before = before
        self._sleep = sleep
        self._held: list[Callable[[], Awaitable[object]]] = []
        self._replaced: dict[str, bytes] = {}
        self._latest: list[str] = []

    @property
    def is_shared(self) -> bool:
        return self.real.is_shared

    def expect_folder_of(self, name: str) -> None:
        self.real.expect_folder_of(name)

    async def put_new(self, name: str, body: bytes) -> bool:
        fault = self._next("put_new", name, len(body))
        self._latest = [*self._latest[-1:], name]

        async def put(part: bytes = body) -> bool:
            return await self.real.put_new(name, part)

        if fault.kind is Kind.BARE_200:
            return True
        if fault.kind is Kind.THERE_ALREADY:
            return False
        return await self._write(fault, body, put, name)

    async def replace(self, name: str, body: bytes) -> None:
        fault = self._next("replace", name, len(body))
        if await self.real.stat(name) is not None:
            self._replaced[name] = (await self.real.get(name)).body

        async def put(part: bytes = body) -> bool:
            await self.real.replace(name, part)
            return True

        if fault.kind is not Kind.BARE_200:
            await self._write(fault, body, put, name)

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        fault = self._next("get", name, 0)
        page = self._page(fault, name)
        if page is not None:
            return page
        return await self._read(fault, lambda: self.real.get(name, limit_bytes=limit_bytes), name)

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        fault = self._next("get_if_changed", name, 0)
        page = self._page(fault, name)
        if page is not None:
            return None if tag and page.tag == tag else page
        return await self._read(fault, lambda: self.real.get_if_changed(name, tag), name)

    async def stat(self, name: str) -> Stat | None:
        fault = self._next("stat", name, 0)
        if fault.kind is Kind.BARE_200:
            return Stat(len(LOGIN_PAGE))
        if fault.kind is Kind.OLD_LISTING and name in self._latest:
            return None
        return await self._read(fault, lambda: self.real.stat(name), name)

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        fault = self._next("list", prefix, 0)
        if fault.kind is Kind.BARE_200:
            return []
        names = await self._read(fault, lambda: self.real.list(prefix, after=after), prefix)
        return [name for name in names if name not in self._latest] if fault.kind is Kind.OLD_LISTING else names

    async def close(self) -> None:
        await self.settle()
        await self.real.close()

    def follow(self, script: Iterable[Fault]) -> None:
        """From now on this script, whatever is left of the one before."""
        self._script = iter(script)

    async def settle(self) -> None:
        """What was held back arrives now."""
        held, self._held = self._held, []
        for request in held:
            await request()

    def _next(self, verb: str, name: str, sent_bytes: int) -> Fault:
        fault = next(self._script, OK) if self._touches(verb, name) else OK
        request = Request(verb, name, sent_bytes, fault)
        self.requests.append(request)
        self._before(request)
        return fault

    def _page(self, fault: Fault, name: str) -> Fetched | None:
        if fault.kind is Kind.BARE_200:
            return Fetched(LOGIN_PAGE, tag_of(LOGIN_PAGE))
        if fault.kind is Kind.STALE and name in self._replaced:
            return Fetched(self._replaced[name], tag_of(self._replaced[name]))
        return None

    async def _write(self, fault: Fault, body: bytes, put: Callable[..., Awaitable[bool]], name: str) -> bool:
        if fault.kind is Kind.CUT and fault.after_bytes < len(body):
            raise LineDown(reason="cut")
        if fault.kind is Kind.TORN:
            await put(body[: fault.after_bytes])
            raise LineDown(reason="cut")
        if fault.kind is Kind.REORDERED:
            self._held.append(put)
            raise LineSilent(seconds=REQUEST_SILENCE_S)
        return await self._ask(fault, put, name)

    async def _read(self, fault: Fault, ask: Callable[[], Awaitable[T]], name: str) -> T:
        if fault.kind in (Kind.TORN, Kind.REORDERED):
            raise LineDown(reason="cut")
        return await self._ask(fault, ask, name)

    async def _ask(self, fault: Fault, ask: Callable[[], Awaitable[T]], name: str) -> T:
        """What can happen to any request."""
        await self._spend(fault)
        refusal = _refusal(fault, name)
        if refusal is not None:
            raise refusal
        if fault.kind is Kind.DUPLICATED:
            await ask()
        answer = await ask()
        await self.settle()
        if fault.kind in (Kind.REPLY_LOST, Kind.CUT):
            raise LineDown(reason="reply lost")
        return answer

    async def _spend(self, fault: Fault) -> None:
        if fault.kind in (Kind.SLOW, Kind.SILENT):
            self.waited_s += fault.wait_s
            await self._sleep(fault.wait_s)
        else:
            await asyncio.sleep(0)  # a cancellation may land here, as on a real line


def _refusal(fault: Fault, name: str) -> LineProblem | None:
    """The problem that a carrier makes of this answer of the store; None if it is none."""
    refusals: dict[Kind, Callable[[], LineProblem]] = {
        Kind.SILENT: lambda: LineSilent(seconds=fault.wait_s or REQUEST_SILENCE_S),
        Kind.UNAUTHORISED: CredentialsRefused,
        Kind.FORBIDDEN: lambda: StoreForbids(name=name),
        Kind.REQUEST_TIMEOUT: StoreBusy,
        Kind.TOO_MANY: lambda: StoreBusy(retry_after_s=fault.wait_s),
        Kind.BROKEN: lambda: StoreFaulty(reason="500"),
        Kind.FULL: StoreFull,
        Kind.LOGIN_PAGE: LoginPageInTheWay,
    }
    return refusals[fault.kind]() if fault.kind in refusals else None
