"""What a site's robots.txt says to programs that nobody sent (RFC 9309)."""

import asyncio
import math
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from bot.adapters.web import refusals
from bot.domain.errors import BrieferError, UnusableSource

AGENT = "Briefer"
"""What sites call us, however we sign otherwise (the product token of RFC 9309 §2.2.1)."""
MOST_BYTES = 512_000
"""RFC 9309 §2.5: at least 500 KiB."""
KEPT = 3600.0
"""Seconds; RFC 9309 §2.4 allows up to a day."""
REMEMBERED = 300
"""Hosts."""
EVERYTHING = "User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: Protego
    until: float


class Robots:
    """Asks each site once an hour. `read` gives the bytes at an address."""

    def __init__(self, read: Callable[[str], Awaitable[bytes]], clock: Callable[[], float]) -> None:
        self._read = read
        self._clock = clock
        self._known: OrderedDict[str, _Rules] = OrderedDict()

    async def check(self, url: str) -> None:
        """`wall` when the site asks programs not to fetch this link."""
        if not (await self._rules(url)).can_fetch(url, AGENT):
            raise refusals.robots()

    async def gap(self, url: str) -> float:
        """Seconds that the site wants between two fetches; 0 when it does not say."""
        delay = (await self._rules(url)).crawl_delay(AGENT) or 0.0
        return delay if math.isfinite(delay) else 0.0

    async def _rules(self, url: str) -> Protego:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(site)
        if known is None or known.until < self._clock():
            known = _Rules(await self._ask(f"{site}/robots.txt"), self._clock() + KEPT)
            self._known[site] = known
        self._known.move_to_end(site)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return known.rules

    async def _ask(self, address: str) -> Protego:
        """Without the file everything is allowed; where the site fails, nothing (RFC 9309 §2.3.1)."""
        try:
            text = (await self._read(address)).decode("utf-8", "replace")
        except UnusableSource as error:
            text = "" if error.code in {"not_found", "wall"} else EVERYTHING
        except BrieferError:
            text = EVERYTHING
        return await asyncio.to_thread(Protego.parse, text)
