"""One link, from its first address to the bytes at its last: hops, statuses, sizes and time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import ClientError, ClientResponse, ClientSession
from yarl import URL

from bot.adapters.web import refusals, sniffing
from bot.adapters.web.connector import Lookup
from bot.adapters.web.decoding import ACCEPTED, decode
from bot.adapters.web.guard import Guard, blocked, check_spelling, is_public
from bot.adapters.web.hosts import Hosts
from bot.adapters.web.limits import Limits
from bot.domain.errors import UnusableSource
from bot.services import links
from bot.services.fetching import KEPT_HEADERS, Fetched, Validators

REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED = 304
NOTHING_KNOWN = Validators()
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"

ASCII = "".join(map(chr, range(128)))
"""What a Location keeps as it is; bytes beyond are percent-encoded, as browsers do."""

Consent = Callable[[str], Awaitable[None]]
"""Asked before each hop; raises where the hop may not be fetched."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`sniff`: pages and documents only, each within its own limit; else any type, up to `most` bytes.

    `known`: what to ask with whether it changed.
    """

    sniff: bool = True
    most: int = 0
    known: Validators = NOTHING_KNOWN


ARTICLE = Wanted()


@dataclass(frozen=True, slots=True)
class Ways:
    """How to reach strangers' hosts and those that the operator lifted the rules for; by a proxy if set."""

    guarded: ClientSession
    lifted: ClientSession
    look_up: Lookup
    proxy: str | None = None


class Downloader:
    """Fetches without sharing, keeping or asking robots.txt; those who use it do."""

    def __init__(self, ways: Ways, guard: Guard, hosts: Hosts, limits: Limits, agent: str) -> None:
        self._ways = ways
        self._guard = guard
        self._hosts = hosts
        self._limits = limits
        self._documents = asyncio.Semaphore(limits.documents_at_once)
        self._headers = {"User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED}

    async def get(self, url: str, wanted: Wanted = ARTICLE, consent: Consent | None = None) -> Fetched:
        """What is behind a normalised link; BrieferError when it can't or may not be had."""
        try:
            async with asyncio.timeout(self._limits.total):
                return await self._follow(url, wanted, consent)
        except TimeoutError as error:
            raise refusals.timeout(self._limits.total) from error
        except (ClientError, OSError) as error:
            raise refusals.of_failure(error) from error

    async def _follow(self, url: str, wanted: Wanted, consent: Consent | None) -> Fetched:
        here = url
        for _ in range(self._limits.redirects + 1):
            if consent is not None:
                await consent(here)
            found = await self._visit(url, here, wanted)
            if isinstance(found, Fetched):
                return found
            here = found
        raise refusals.too_many_redirects(self._limits.redirects)

    async def _visit(self, asked: str, here: str, wanted: Wanted) -> Fetched | str:
        """The page, or where a redirect leads."""
        url = _as_sent(here)
        self._guard.check(url)
        async with self._hosts.place(url.raw_host or ""):
            session, proxy = await self._way(url)
            headers = self._headers | _conditions(wanted.known)
            async with session.get(url, headers=headers, proxy=proxy, allow_redirects=False) as response:
                if response.status in REDIRECTS and (target := response.headers.get("Location")):
                    return _next(here, target)
                self._note_wait(url, response)
                return await self._read(asked, here, response, wanted)

    async def _way(self, url: URL) -> tuple[ClientSession, str | None]:
        """The session that may go there. A proxy asks for names itself; what we know of them is checked."""
        if self._guard.lifts(url):
            return self._ways.lifted, None
        if self._ways.proxy is None:
            return self._ways.guarded, None
        await self._check_name(url)
        return self._ways.lifted, self._ways.proxy

    async def _check_name(self, url: URL) -> None:
        host = url.raw_host or ""
        try:
            addresses = await self._ways.look_up(f"{host}.", url.port or 0)
        except OSError:
            return
        if not all(map(is_public, addresses)):
            raise blocked()

    def _note_wait(self, url: URL, response: ClientResponse) -> None:
        if response.status in refusals.BUSY:
            self._hosts.wait(url.raw_host or "", response.headers.get("Retry-After", ""))

    async def _read(self, asked: str, here: str, response: ClientResponse, wanted: Wanted) -> Fetched:
        if response.status == UNCHANGED and wanted.known != NOTHING_KNOWN:
            return Fetched(asked, here, "", None, b"", _kept(response), unchanged=True)
        if (error := refusals.of_status(response.status, response.headers)) is not None:
            raise error
        kind, charset = sniffing.declared(response.headers.get("Content-Type", ""))
        if wanted.sniff and not sniffing.may_be(kind):
            raise refusals.unsupported(kind)
        pieces = decode(self._counted(response), response.headers.get("Content-Encoding", ""))
        kind, body = await self._body(pieces, kind, wanted)
        return Fetched(asked, here, kind, charset, body, _kept(response))

    async def _counted(self, response: ClientResponse) -> AsyncIterator[bytes]:
        """The bytes as they came, no more than a document may have: some codings decode much to nothing."""
        seen = 0
        async for piece in response.content.iter_any():
            seen += len(piece)
            if seen > self._limits.document:
                raise refusals.too_large(self._limits.document)
            yield piece

    async def _body(self, pieces: AsyncIterator[bytes], kind: str, wanted: Wanted) -> tuple[str, bytes]:
        """The type and the bytes; the first of them settle the type, and with it the limit."""
        body, limit = bytearray(), wanted.most
        if wanted.sniff:
            await _fill(body, pieces, sniffing.SNIFFED)
            kind, limit = self._settle(kind, body)
        async with self._documents if sniffing.is_document(kind) else nullcontext():
            await _fill(body, pieces, limit + 1)
        if len(body) > limit:
            raise refusals.too_large(limit)
        return kind, bytes(body)

    def _settle(self, kind: str, body: bytearray) -> tuple[str, int]:
        found = sniffing.settled(kind, bytes(body[: sniffing.SNIFFED]))
        if found is None:
            raise refusals.unsupported(kind)
        return found, self._limits.document if sniffing.is_document(found) else self._limits.page


async def _fill(body: bytearray, pieces: AsyncIterator[bytes], size: int) -> None:
    """Adds pieces until the body has at least this size, or all of them."""
    async for piece in pieces:
        body += piece
        if len(body) >= size:
            return


def _next(here: str, target: str) -> str:
    link = links.resolve(here, quote(target, safe=ASCII, errors="surrogateescape"))
    check_spelling(f"{here} {target}", link)
    return link


def _conditions(known: Validators) -> dict[str, str]:
    """The headers that ask for a body only if it changed (RFC 9110 §13.1)."""
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in asked.items() if value}


def _kept(response: ClientResponse) -> dict[str, str]:
    """The headers that readers can use, as clean text: a site may send any bytes."""
    found = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    return {
        name: value.encode("utf8", "surrogateescape").decode("utf8", "replace")
        for name, value in found.items()
    }


def _as_sent(here: str) -> URL:
    """The address for the connector, taken over sign by sign, so that nothing is read in two ways."""
    try:
        return URL(here, encoded=True)
    except ValueError as error:
        raise UnusableSource("This link can't be read: check it.", "bad_link") from error
