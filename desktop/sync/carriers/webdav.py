"""WebDAV on Apache or nginx as a store, with the append-only configuration of desktop.city.admin_text.

Apache looks whether a file is there when a PUT begins and names the new file when it is whole: of two that put one name
in the same moment both may be told 201, and the later stays, whole. That takes two PCs with one origin, which the
acknowledged hash in HEAD.json and the city's audit tell (fork).
"""

import asyncio
import base64
import re
from html import unescape
from urllib.parse import unquote, urlsplit

from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched, Stat
from desktop.sync.carriers.exchange import Reply
from desktop.sync.carriers.http_line import PATIENCE_S, HttpLine
from desktop.sync.carriers.http_problems import check_is_no_page, problem_of_reply
from desktop.sync.carriers.names import check_name, check_prefix, is_name, may_hold
from desktop.sync.problems import LineProblem, StoreFaulty, TooLarge

_LISTING_BYTES = 64 * 1024 * 1024
# To send so much in vain costs more than the round trip that makes sure of the folder; and what is empty is a pointer,
# whose folder is of this minute: to ask for it first is one round trip less than to be refused.
_DEAR_BYTES = 8_192
_MOST_LEVELS = 8
_HREF = re.compile(rb"<(?:[\w.\-]+:)?href(?:\s[^>]*)?>\s*([^<]*?)\s*</")
_WHAT_KIND = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'


class WebDavCarrier:
    """A folder of a WebDAV server at `url`, which ends in `/`."""

    is_shared = True

    def __init__(
        self, url: str, *, user: str, password: str, ca_file: str = "", patience_s: float = PATIENCE_S
    ) -> None:
        self._line = HttpLine(url, ca_file=ca_file, patience_s=patience_s)
        self._base = urlsplit(url).path or "/"
        token = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
        self._credentials = ("authorization", f"Basic {token}")
        self._made: set[str] = set()
        self._making: dict[str, asyncio.Lock] = {}

    @property
    def line(self) -> HttpLine:
        """How the line and the clocks stand."""
        return self._line

    def expect_folder_of(self, name: str) -> None:
        """See Carrier. If it is not so the put is refused early, and asks then."""
        self._made.add(name.rpartition("/")[0])

    async def put_new(self, name: str, body: bytes) -> bool:
        """See Carrier, and above for two at the same moment."""
        reply = await self._put(check_name(name), body, ("if-none-match", "*"))
        if reply.status == 201:
            return True
        if reply.status == 412:
            return False
        if reply.status == 403 and await self.stat(name) is not None:
            return False
        if reply.status == 204:
            raise StoreFaulty(reason="the store overwrites files")
        raise self._problem(reply, name)

    async def replace(self, name: str, body: bytes) -> None:
        """See Carrier."""
        reply = await self._put(check_name(name), body)
        if reply.status not in (201, 204):
            raise self._problem(reply, name)

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        """See Carrier."""
        reply = await self._ask("GET", check_name(name), limit_bytes=limit_bytes)
        return self._fetched(reply, name)

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        """See Carrier."""
        condition = (("if-none-match", tag),) if tag else ()
        reply = await self._ask("GET", check_name(name), *condition, limit_bytes=LARGEST_FILE_BYTES)
        return None if reply.status == 304 and tag else self._fetched(reply, name)

    async def stat(self, name: str) -> Stat | None:
        """See Carrier."""
        reply = await self._ask("HEAD", check_name(name))
        if reply.status == 404:
            return None
        if reply.status != 200:
            raise self._problem(reply, name)
        check_is_no_page(reply)
        return Stat(reply.length, _tag_of(reply))

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        """See Carrier. One request for each folder: dear over a weak link, so windows read HEAD.json instead."""
        found: set[str] = set()
        folders = [check_prefix(prefix)]
        while folders:
            for name in await self._entries(folders.pop()):
                if not name.endswith("/"):
                    found.add(name)
                elif may_hold(name, after=after):
                    folders.append(name)
        return sorted(name for name in found if name > after)

    async def close(self) -> None:
        """See Carrier."""
        await self._line.close()

    async def _put(self, name: str, body: bytes, *headers: tuple[str, str]) -> Reply:
        if len(body) > LARGEST_FILE_BYTES:
            raise TooLarge(name=name)
        folder = name.rpartition("/")[0]
        if not 0 < len(body) <= _DEAR_BYTES:
            await self._make_folder(folder)
        reply = await self._ask("PUT", name, *headers, body=body)
        if reply.status in (404, 409) and folder:
            self._made.clear()
            await self._make_folder(folder)
            reply = await self._ask("PUT", name, *headers, body=body)
        elif reply.status in (201, 204):
            self._made.add(folder)
        return reply

    async def _make_folder(self, folder: str) -> None:
        """Make the folder and those above it, unless it is known to be there.

        One of several puts makes it, the others wait for it: two that make one at once confuse Apache.
        """
        async with self._making.setdefault(folder, asyncio.Lock()):
            if folder and folder not in self._made:
                await self._make_folder_now(folder)
        self._making.pop(folder, None)

    async def _make_folder_now(self, folder: str) -> None:
        """Alone, since most often all above it is there; else all of them at once, again while that makes another one.

        Of those that are asked for at once some come before the folder that they lie in, and Apache says 409; it says
        403 to the later of two PCs that make the same one.
        """
        missing = [folder]
        for _ in range(_MOST_LEVELS):
            replies = await asyncio.gather(*(self._ask("MKCOL", f"{each}/") for each in missing))
            made = {each for each, reply in zip(missing, replies, strict=True) if reply.status in (201, 405)}
            self._made |= made  # 405: it is there
            if folder in made:
                return
            hopeless = [reply for reply in replies if reply.status not in (201, 405, 403, 404, 409)]
            if hopeless:
                raise self._problem(hopeless[0], folder)
            missing = [each for each in _with_those_above(folder) if each not in self._made]
        raise self._problem(replies[-1], folder)

    async def _entries(self, folder: str) -> set[str]:
        """Names in one folder, folders with `/` at their end; empty if it is not there."""
        reply = await self._ask("PROPFIND", folder, ("depth", "1"), body=_WHAT_KIND, limit_bytes=_LISTING_BYTES)
        if reply.status == 404:
            return set()
        if reply.status != 207:
            raise self._problem(reply, folder)
        names = {self._name_of(href) for href in _HREF.findall(bytes(reply.body))} - {folder}
        return {name for name in names if name.startswith(folder) and is_name(name.removesuffix("/"))}

    def _name_of(self, href: bytes) -> str:
        path = unquote(urlsplit(unescape(href.decode("utf-8", "replace"))).path)
        return path.removeprefix(self._base) if path.startswith(self._base) else ""

    async def _ask(
        self, method: str, name: str, *headers: tuple[str, str], body: bytes = b"", limit_bytes: int = 65_536
    ) -> Reply:
        return await self._line.ask(
            method,
            self._base + name,
            name=name,
            headers=(self._credentials, *headers),
            body=body,
            limit_bytes=limit_bytes,
        )

    def _fetched(self, reply: Reply, name: str) -> Fetched:
        if reply.status != 200:
            raise self._problem(reply, name)
        check_is_no_page(reply)
        return Fetched(bytes(reply.body), _tag_of(reply))

    def _problem(self, reply: Reply, name: str) -> LineProblem:
        if 200 <= reply.status < 300:
            check_is_no_page(reply)
        return problem_of_reply(reply, name=name, url=self._line.url, skew_s=self._line.skew_s)


def _with_those_above(folder: str) -> list[str]:
    """The folder and all that it lies in, the topmost first."""
    parts = folder.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _tag_of(reply: Reply) -> str:
    """Apache calls a tag weak (W/) for a second after the change, and then no more."""
    return reply.headers.get("etag", "").removeprefix("W/")
