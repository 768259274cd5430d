"""What happened, in order."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from tests.loopback.discord.shapes.wire import Clock, Json


@dataclass(frozen=True)
class Entry:
    """One happening; `number` counts from 1, `at` is in seconds since 1970."""

    number: int
    at: float
    what: str
    details: Json


class Record:
    """Everything that was sent, asked for, shown and refused."""

    def __init__(self, clock: Clock) -> None:
        self.entries: list[Entry] = []
        self._clock = clock
        self._more = asyncio.Event()

    def add(self, what: str, **details: object) -> None:
        entry = Entry(len(self.entries) + 1, self._clock.now(), what, details)
        self.entries.append(entry)
        self._more.set()

    def of(self, what: str) -> list[Json]:
        """The details of every entry of a kind, such as `message` or `identify`."""
        return [entry.details for entry in self.entries if entry.what == what]

    def count(self, what: str) -> int:
        return len(self.of(what))

    def since(self, number: int = 0) -> list[Entry]:
        """The entries after that number."""
        return self.entries[number:]

    async def until(self, reached: Callable[[], bool], seconds: float = 10.0) -> None:
        """Waits for what the entries bring about; TimeoutError when they don't."""
        async with asyncio.timeout(seconds):
            while not reached():
                self._more.clear()
                await self._more.wait()

    async def happened(self, what: str, times: int = 1, seconds: float = 10.0) -> list[Json]:
        """The entries of a kind, once there are so many."""
        await self.until(lambda: self.count(what) >= times, seconds)
        return self.of(what)
