"""The line to one HTTP store: a time-out by size, and every failure as a LineProblem.

Nothing is retried and no redirect is followed: the pump asks before it sends again.
"""

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

from desktop.sync.carriers.connections import Connections
from desktop.sync.carriers.exchange import BodyTooLong, Reply, Request
from desktop.sync.carriers.http_problems import (
    CLOCK_TOLERANCE_S,
    clock_skew_s,
    clock_wrong,
    is_out_of_its_time,
    is_page,
    problem_of_line,
)
from desktop.sync.problems import LineProblem, LineSilent, TooLarge

PATIENCE_S = 12.0
SLOWEST_BYTES_PER_S = 2_500
"""A request may take PATIENCE_S and what its bytes take at this speed, the connecting included."""
AT_ONCE = 16
"""Requests under way; more wait. With HTTP/1.1 each has a connection of its own."""
_SHORT_ANSWER_BYTES = 65_536


class HttpLine:
    """Asks one store. `skew_s`: how far this PC's clock was ahead of the store's at the last reply; None before."""

    def __init__(self, url: str, *, ca_file: str = "", patience_s: float = PATIENCE_S) -> None:
        parts = urlsplit(url)
        self.url = url
        self.authority = parts.netloc
        self.skew_s: float | None = None
        self._scheme = parts.scheme
        self._patience_s = patience_s
        self._room = asyncio.Semaphore(AT_ONCE)
        self.connections = Connections(url, ca_file=ca_file)

    async def ask(
        self,
        method: str,
        path: str,
        *,
        name: str,
        headers: tuple[tuple[str, str], ...] = (),
        body: bytes = b"",
        limit_bytes: int = _SHORT_ANSWER_BYTES,
    ) -> Reply:
        """The reply, whatever its status; the body of an error or of a web page may be cut.

        Raises:
            TooLarge: its body is longer than `limit_bytes`; `name` says whose.
            LineProblem: there was no reply.
        """
        request = Request(method, path, self._scheme, self.authority, headers, body)
        try:
            async with self._room:  # to wait for others of ours is no silence of the store
                reply = await self._ask_in_time(request, limit_bytes)
        except BodyTooLong as error:
            reply = error.reply
            if reply.status in (200, 207) and not is_page(reply):
                raise TooLarge(name=name) from None
        except TimeoutError as error:
            seconds = self._patience_s + (len(body) + limit_bytes * (method == "GET")) / SLOWEST_BYTES_PER_S
            raise LineSilent(seconds=round(seconds)) from error
        except OSError as error:
            raise await self._problem(error) from error
        self._compare_clocks(reply)
        return reply

    async def close(self) -> None:
        """Let connections go."""
        await self.connections.close()

    async def _ask_in_time(self, request: Request, limit_bytes: int) -> Reply:
        async with asyncio.timeout(self._patience_s + len(request.body) / SLOWEST_BYTES_PER_S) as limit:

            def grant_body(reply: Reply) -> None:
                end_s = limit.when()
                if end_s is not None:
                    limit.reschedule(end_s + min(reply.length, limit_bytes) / SLOWEST_BYTES_PER_S)

            async with self.connections.borrowed() as connection:
                return await connection.ask(request, limit_bytes=limit_bytes, on_headers=grant_body)

    def _compare_clocks(self, reply: Reply) -> None:
        skew_s = clock_skew_s(reply, now=datetime.now(UTC))
        self.skew_s = self.skew_s if skew_s is None else skew_s

    async def _problem(self, error: OSError) -> LineProblem:
        if is_out_of_its_time(error):
            await self._ask_for_the_time()
            if self.skew_s is not None and abs(self.skew_s) > CLOCK_TOLERANCE_S:
                return clock_wrong(self.skew_s)
        return problem_of_line(error)

    async def _ask_for_the_time(self) -> None:
        """Compare clocks with a server that could not prove who it is: without a name, a password or a path of ours."""
        try:
            async with asyncio.timeout(self._patience_s):
                connection = await self.connections.probe()
                try:
                    request = Request("HEAD", "/", self._scheme, self.authority)
                    reply = await connection.ask(request, limit_bytes=0, on_headers=lambda _: None)
                finally:
                    await connection.close()
        except (OSError, BodyTooLong):
            return
        self._compare_clocks(reply)
