"""Manners: a few fetches of one host at a time, and none while it asks us to wait."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.adapters.web import refusals
from bot.adapters.web.limits import Limits

REMEMBERED = 1000
"""Hosts whose wishes are kept; the oldest go first."""


@dataclass(slots=True)
class _Host:
    places: asyncio.Semaphore
    users: int = 0


@dataclass
class Hosts:
    """What is going on with each host. `clock` gives seconds that never go back."""

    limits: Limits
    clock: Callable[[], float]
    _busy: dict[str, _Host] = field(default_factory=dict)
    _waits: OrderedDict[str, float] = field(default_factory=OrderedDict)
    _turns: OrderedDict[str, float] = field(default_factory=OrderedDict)

    @asynccontextmanager
    async def place(self, host: str) -> AsyncIterator[None]:
        """One of the host's places; waits for it. `unreachable` while the host asks us to stay away."""
        if self._waits.get(host, 0.0) > self.clock():
            raise refusals.busy()
        at = self._busy.setdefault(host, _Host(asyncio.Semaphore(self.limits.at_once_per_host)))
        at.users += 1
        try:
            async with at.places:
                yield
        finally:
            at.users -= 1
            if not at.users:
                del self._busy[host]

    def wait(self, host: str, retry_after: str) -> None:
        """Stay away for as long as the host said (seconds; dates are not understood), within the limit."""
        if retry_after.strip().isdecimal():
            seconds = min(float(retry_after), self.limits.longest_wait)
            _remember(self._waits, host, self.clock() + seconds)

    def turn(self, host: str, gap: float) -> float:
        """Seconds until the next automatic fetch of this host may start; takes that turn.

        `unreachable` when too many wait already.
        """
        now = self.clock()
        start = max(now, self._turns.get(host, now))
        if start - now > self.limits.longest_turn:
            raise refusals.busy()
        _remember(self._turns, host, start + gap)
        return start - now


def _remember(kept: OrderedDict[str, float], host: str, until: float) -> None:
    kept[host] = until
    kept.move_to_end(host)
    if len(kept) > REMEMBERED:
        kept.popitem(last=False)
