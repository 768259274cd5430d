"""What a site's robots.txt says to programs that nobody sent (RFC 9309)."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from protego import Protego

from bot.adapters.web import refusals
from bot.domain.errors import BrieferError, UnusableSource
from bot.services.sharing import Bounds, Shared

AGENT = "Briefer"
"""What sites call us, however we sign otherwise (the product token of RFC 9309 §2.2.1)."""
MOST_BYTES = 512_000
"""RFC 9309 §2.5: at least 500 KiB."""
KEPT = 3600.0
"""Seconds; RFC 9309 §2.4 allows up to a day."""
REMEMBERED = 300
"""Hosts."""
EVERYTHING = "User-agent: *\nDisallow: /"


class Robots:
    """Asks each site once an hour. `read` gives the bytes at an address."""

    def __init__(self, read: Callable[[str], Awaitable[bytes]], clock: Callable[[], float]) -> None:
        self._read = read
        self._known = Shared(self._ask, Bounds(KEPT, KEPT, REMEMBERED), clock)

    async def check(self, url: str) -> None:
        """`wall` when the site asks programs not to fetch this link."""
        if not (await self._rules(url)).can_fetch(url, AGENT):
            raise refusals.robots()

    async def gap(self, url: str) -> float:
        """Seconds that the site wants between two fetches; 0 when it does not say."""
        delay = (await self._rules(url)).crawl_delay(AGENT) or 0.0
        return delay if math.isfinite(delay) else 0.0

    async def close(self) -> None:
        """Stop what is being asked."""
        await self._known.close()

    async def _rules(self, url: str) -> Protego:
        parts = urlsplit(url)
        return await self._known.get(f"{parts.scheme}://{parts.netloc}/robots.txt")

    async def _ask(self, address: str) -> Protego:
        """Without the file everything is allowed; where the site fails, nothing (RFC 9309 §2.3.1)."""
        try:
            text = (await self._read(address)).decode("utf-8", "replace")
        except UnusableSource as error:
            text = "" if error.code in {"not_found", "wall"} else EVERYTHING
        except BrieferError:
            text = EVERYTHING
        return await asyncio.to_thread(Protego.parse, text)
