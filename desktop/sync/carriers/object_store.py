"""OSS, OBS, COS and whatever else OpenDAL speaks, as a store. Tested on Swift's s3api only, for want of the others.

OpenDAL 0.47: its awaitables are futures; no time-out unless asked for; no common class of exceptions, so what went
wrong is read from the status, the date and the word in their text; a RetryLayer would send what was refused again, so
there is none. HTTP/1.1 only. OSS and COS are told to refuse a taken name; OBS is looked at first (its bucket should
keep versions).
"""

import asyncio
import re
from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import TypeVar

import opendal
from opendal import exceptions
from opendal.layers import TimeoutLayer

from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched, Stat
from desktop.sync.carriers.exchange import Reply
from desktop.sync.carriers.http_line import PATIENCE_S, SLOWEST_BYTES_PER_S
from desktop.sync.carriers.http_problems import clock_skew_s, problem_of_reply
from desktop.sync.carriers.names import check_name, check_prefix, is_name
from desktop.sync.problems import LineDown, LineProblem, LineSilent, NotThere, StoreFaulty, TooLarge

_FAILURES = (
    exceptions.AlreadyExists,
    exceptions.ConditionNotMatch,
    exceptions.ConfigInvalid,
    exceptions.Conflict,
    exceptions.Error,
    exceptions.IsADirectory,
    exceptions.NotADirectory,
    exceptions.NotFound,
    exceptions.PermissionDenied,
    exceptions.RangeNotSatisfied,
    exceptions.RateLimited,
    exceptions.Unexpected,
    exceptions.Unsupported,
)
_STATUS = re.compile(r"\bstatus: (\d{3})\b")
_DATE = re.compile(r'"date": "([^"]{10,40})"')
_CODE = re.compile(r'\bcode: "([A-Za-z]{1,60})"')
_CAUSE = re.compile(r"error sending request: .*?([^:\n]{1,80})$", re.MULTILINE)
_T = TypeVar("_T")


class ObjectStoreCarrier:
    """A store by OpenDAL's name for its `service` and OpenDAL's options."""

    is_shared = False

    def __init__(self, service: str, *, options: dict[str, str], patience_s: float = PATIENCE_S) -> None:
        operator = opendal.AsyncOperator(service, **options)
        longest_s = patience_s + LARGEST_FILE_BYTES / SLOWEST_BYTES_PER_S
        self._operator = operator.layer(TimeoutLayer(timeout=patience_s, io_timeout=longest_s))
        self._patience_s = patience_s
        ability = operator.capability()
        self._keeps_what_is_there = ability.write_with_if_not_exists
        self._lists_after = ability.list_with_start_after

    def expect_folder_of(self, name: str) -> None:
        """See Carrier. Nothing is asked before a put here."""

    async def put_new(self, name: str, body: bytes) -> bool:
        """See Carrier."""
        _check_size(check_name(name), body)
        if not self._keeps_what_is_there and await self.stat(name) is not None:
            return False
        try:
            await self._in_time(
                self._operator.write(name, body, if_not_exists=self._keeps_what_is_there or None), name, size=len(body)
            )
        except _Taken:
            return False
        return True

    async def replace(self, name: str, body: bytes) -> None:
        """See Carrier."""
        _check_size(check_name(name), body)
        await self._in_time(self._operator.write(name, body), name, size=len(body))

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        """See Carrier. Asks for the size first: OpenDAL reads all of it otherwise."""
        stat = await self.stat(name)
        if stat is None:
            raise NotThere(name=name)
        if stat.size_bytes > limit_bytes:
            raise TooLarge(name=name)
        return Fetched(await self._in_time(self._operator.read(name), name, size=stat.size_bytes), stat.tag)

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        """See Carrier."""
        stat = await self.stat(name)
        return None if stat is not None and tag and stat.tag == tag else await self.get(name)

    async def stat(self, name: str) -> Stat | None:
        """See Carrier."""
        try:
            found = await self._in_time(self._operator.stat(check_name(name)), name)
        except NotThere:
            return None
        return Stat(found.content_length, found.etag or "")

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        """See Carrier."""
        check_prefix(prefix)
        return sorted(await self._in_time(self._names(prefix, after), prefix, size=LARGEST_FILE_BYTES))

    async def close(self) -> None:
        """OpenDAL keeps its connections for itself."""

    async def _names(self, prefix: str, after: str) -> set[str]:
        start_after = after if after and self._lists_after else None
        entries = await self._operator.list(prefix, recursive=True, start_after=start_after)
        names = {entry.path async for entry in entries}
        return {name for name in names if name > after and is_name(name)}

    async def _in_time(self, asked: Awaitable[_T], name: str, *, size: int = 0) -> _T:
        seconds = self._patience_s + size / SLOWEST_BYTES_PER_S
        try:
            async with asyncio.timeout(seconds):
                return await asked
        except TimeoutError as error:
            raise LineSilent(seconds=round(seconds)) from error
        except (exceptions.ConditionNotMatch, exceptions.AlreadyExists) as error:
            raise _Taken from error
        except _FAILURES as error:
            raise _problem(str(error), name) from error


class _Taken(Exception):
    """There is a file of that name."""


def _check_size(name: str, body: bytes) -> None:
    if len(body) > LARGEST_FILE_BYTES:
        raise TooLarge(name=name)


def _problem(text: str, name: str) -> LineProblem:
    """What the text of an exception says."""
    status, date, code = _STATUS.search(text), _DATE.search(text), _CODE.search(text)
    if status is not None:
        headers = {"date": date[1]} if date else {}
        reply = Reply(int(status[1]), headers, bytearray(f"<Code>{code[1]}</Code>" if code else "", "ascii"))
        return problem_of_reply(reply, name=name, url="", skew_s=clock_skew_s(reply, now=datetime.now(UTC)))
    if "timeout" in text:
        return LineSilent(seconds=round(PATIENCE_S))
    if "error sending request" in text or "send http request" in text:
        cause = _CAUSE.search(text)
        return LineDown(reason=cause[1] if cause else "no connection")
    return StoreFaulty(reason=text.split("\n", 1)[0][:80])
