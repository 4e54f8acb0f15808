"""An S3 bucket as a store: AWS and what speaks its language (Swift's s3api, Ceph, MinIO).

If-None-Match keeps what is there. Where a store does not know that header it says 501, and from then on we look first;
a store that silently ignores it needs the option `look_first`. AWS decides in one step; Swift looks when a PUT begins
(measured: four at once were all stored, the last stays, whole). So let the bucket keep versions: then none is lost.
"""

import re
from datetime import UTC, datetime
from html import unescape
from urllib.parse import unquote, urlsplit, urlunsplit

from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched, Stat
from desktop.sync.carriers.exchange import Reply
from desktop.sync.carriers.http_line import PATIENCE_S, HttpLine
from desktop.sync.carriers.http_problems import check_is_no_page, problem_of_reply
from desktop.sync.carriers.names import check_name, check_prefix, is_name
from desktop.sync.carriers.sigv4 import Keys, query_string, signed_headers
from desktop.sync.problems import LineProblem, StoreForbids, TooLarge

_LISTING_BYTES = 16 * 1024 * 1024
_KEY = re.compile(rb"<Key>([^<]*)</Key>")
_NEXT = re.compile(rb"<NextContinuationToken>([^<]*)</NextContinuationToken>")


class S3Carrier:
    """The bucket `bucket` at `endpoint`; with `in_host` its name is part of the host's, else of the path."""

    is_shared = False

    def __init__(
        self,
        endpoint: str,
        *,
        bucket: str,
        keys: Keys,
        in_host: bool = False,
        looks_first: bool = False,
        ca_file: str = "",
        patience_s: float = PATIENCE_S,
    ) -> None:
        parts = urlsplit(endpoint)
        if in_host:
            endpoint = urlunsplit((parts.scheme, f"{bucket}.{parts.netloc}", parts.path, "", ""))
        self._line = HttpLine(endpoint, ca_file=ca_file, patience_s=patience_s)
        top = (parts.path or "/").rstrip("/")
        self._base = f"{top}/" if in_host else f"{top}/{bucket}/"
        self._keys = keys
        self._looks_first = looks_first

    @property
    def line(self) -> HttpLine:
        """How the line and the clocks stand."""
        return self._line

    def expect_folder_of(self, name: str) -> None:
        """See Carrier. Nothing is asked before a put here."""

    async def put_new(self, name: str, body: bytes) -> bool:
        """See Carrier."""
        if not self._looks_first:
            reply = await self._put(check_name(name), body, ("if-none-match", "*"))
            if reply.status != 501:
                return await self._is_new(reply, name)
            self._looks_first = True
        if await self.stat(name) is not None:
            return False
        return await self._is_new(await self._put(name, body), name)

    async def replace(self, name: str, body: bytes) -> None:
        """See Carrier."""
        reply = await self._put(check_name(name), body)
        if reply.status != 200:
            raise self._problem(reply, name)
        check_is_no_page(reply)

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        """See Carrier."""
        return self._fetched(await self._ask("GET", check_name(name), limit_bytes=limit_bytes), name)

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
        return Stat(reply.length, reply.headers.get("etag", ""))

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        """See Carrier. A thousand names for each request."""
        query = {"list-type": "2", "prefix": check_prefix(prefix)} | ({"start-after": after} if after else {})
        names: set[str] = set()
        while True:
            reply = await self._ask("GET", "", query=query, limit_bytes=_LISTING_BYTES)
            if reply.status != 200:
                raise self._problem(reply, prefix)
            check_is_no_page(reply)
            names |= {unquote(_text(key)) for key in _KEY.findall(bytes(reply.body))}
            more = _NEXT.search(reply.body)
            if more is None:
                return sorted(name for name in names if is_name(name) and name > after)
            query["continuation-token"] = _text(more[1])

    async def close(self) -> None:
        """See Carrier."""
        await self._line.close()

    async def _put(self, name: str, body: bytes, *headers: tuple[str, str]) -> Reply:
        if len(body) > LARGEST_FILE_BYTES:
            raise TooLarge(name=name)
        return await self._ask("PUT", name, *headers, body=body)

    async def _is_new(self, reply: Reply, name: str) -> bool:
        """What the answer to a PUT says: stored, or there already."""
        if reply.status == 200:
            check_is_no_page(reply)
            return True
        if reply.status == 412:
            return False
        problem = self._problem(reply, name)
        if isinstance(problem, StoreForbids) and await self.stat(name) is not None:
            return False
        raise problem

    async def _ask(
        self,
        method: str,
        name: str,
        *headers: tuple[str, str],
        query: dict[str, str] | None = None,
        body: bytes = b"",
        limit_bytes: int = 65_536,
    ) -> Reply:
        path, asked = self._base + name, query_string(query or {})
        signed = signed_headers(
            method,
            path,
            query=asked,
            host=self._line.authority,
            extra=headers,
            body=body,
            keys=self._keys,
            now=datetime.now(UTC),
        )
        target = f"{path}?{asked}" if asked else path
        return await self._line.ask(method, target, name=name, headers=signed, body=body, limit_bytes=limit_bytes)

    def _fetched(self, reply: Reply, name: str) -> Fetched:
        if reply.status != 200:
            raise self._problem(reply, name)
        check_is_no_page(reply)
        return Fetched(bytes(reply.body), reply.headers.get("etag", ""))

    def _problem(self, reply: Reply, name: str) -> LineProblem:
        if 200 <= reply.status < 300:
            check_is_no_page(reply)
        return problem_of_reply(reply, name=name, url=self._line.url, skew_s=self._line.skew_s)


def _text(raw: bytes) -> str:
    return unescape(raw.decode("utf-8", "replace"))
