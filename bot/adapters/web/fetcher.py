"""The fetcher: what a link leads to, shared, kept, polite and within all limits."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.adapters.web.connector import (
    Lookup,
    MakeSocket,
    look_up,
    open_session,
    open_socket,
)
from bot.adapters.web.downloading import ARTICLE, Downloader, Wanted, Ways
from bot.adapters.web.guard import Guard, Origin, check_spelling
from bot.adapters.web.hosts import Hosts
from bot.adapters.web.limits import Limits
from bot.adapters.web.robots import MOST_BYTES, Robots
from bot.domain.errors import BrieferError
from bot.services.fetching import Fetched, Validators
from bot.services.links import normalise
from bot.services.sharing import Bounds, Shared

AGENT = "Briefer/0.1 (Discord bot that summarises the pages people link)"


def monotonic() -> float:
    """Seconds that never go back; in a simulated Discord its own, whenever this module was imported."""
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Web:
    """What an operator can set, and what tests put in the place of the world.

    `lifted`: origins that are fetched whatever their address and port. `proxy`: an http address; never the
    environment's. `respect_robots`: whether automatic fetches ask robots.txt.
    """

    lifted: frozenset[Origin] = frozenset()
    agent: str = AGENT
    proxy: str | None = None
    respect_robots: bool = True
    limits: Limits = field(default_factory=Limits)
    look_up: Lookup = look_up
    make_socket: MakeSocket = open_socket
    clock: Callable[[], float] = monotonic


class WebFetcher:
    """A `Fetcher` and a `Refresher` (see `bot.services.fetching`)."""

    def __init__(
        self,
        downloader: Downloader,
        robots: Robots | None,
        hosts: Hosts,
        limits: Limits,
        clock: Callable[[], float],
    ) -> None:
        self._downloader = downloader
        self._robots = robots
        self._hosts = hosts
        self._limits = limits
        self._shared = Shared(self._get, bounds(limits), clock)

    async def fetch(self, url: str, *, automatic: bool = False) -> Fetched:
        """What is behind the link; BrieferError when it can't or may not be had."""
        link = normalise(url)
        check_spelling(url, link)
        found = None if automatic else self._shared.success((link, True))
        return found or await self._shared.get((link, automatic))

    async def refresh(self, url: str, known: Validators) -> Fetched:
        """What is behind the link now, of any type, or that it is unchanged; BrieferError as for `fetch`."""
        link = normalise(url)
        check_spelling(url, link)
        return await self._downloader.get(link, Wanted(sniff=False, most=self._limits.page, known=known))

    async def close(self) -> None:
        """Stop what is under way."""
        await self._shared.close()
        if self._robots is not None:
            await self._robots.close()

    async def _get(self, asked: tuple[str, bool]) -> Fetched:
        link, automatic = asked
        return await (self._by_itself(link) if automatic else self._downloader.get(link))

    async def _by_itself(self, link: str) -> Fetched:
        """Slowly, and with the site's consent at every hop; waiting for a turn is outside the time limit."""
        if self._robots is None:
            return await self._downloader.get(link)
        await self._robots.check(link)
        gap = min(max(await self._robots.gap(link), self._limits.automatic_gap), self._limits.longest_gap)
        await asyncio.sleep(self._hosts.turn(link.split("/")[2], gap))
        return await self._downloader.get(link, ARTICLE, self._robots.check)


@asynccontextmanager
async def open_fetcher(web: Web) -> AsyncIterator[WebFetcher]:
    """A fetcher with its connections, closed at the end."""
    guard = Guard(web.lifted)
    hosts = Hosts(web.limits, web.clock)
    async with (
        open_session(web.look_up, web.make_socket, web.limits, lifted=False) as guarded,
        open_session(web.look_up, web.make_socket, web.limits, lifted=True) as lifted,
    ):
        ways = Ways(guarded, lifted, web.look_up, web.proxy)
        downloader = Downloader(ways, guard, hosts, web.limits, web.agent)
        robots = Robots(_reader(downloader), web.clock) if web.respect_robots else None
        fetcher = WebFetcher(downloader, robots, hosts, web.limits, web.clock)
        try:
            yield fetcher
        finally:
            await fetcher.close()


def bounds(limits: Limits) -> Bounds[Fetched]:
    """How long fetches are kept, and within how many bytes."""

    def size(outcome: Fetched | BrieferError) -> int:
        return limits.kept_least + (len(outcome.body) if isinstance(outcome, Fetched) else 0)

    return Bounds(limits.kept, limits.failure_kept, limits.kept_bytes, size)


def _reader(downloader: Downloader) -> Callable[[str], Awaitable[bytes]]:
    async def read(address: str) -> bytes:
        return (await downloader.get(address, Wanted(sniff=False, most=MOST_BYTES))).body

    return read
