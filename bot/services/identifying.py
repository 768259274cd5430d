"""Processes that share a token identify in turn: as many shards in 5 s as Discord allows.

Those whose ids leave the same remainder wait for each other (docs: Gateway, Sharding, Max Concurrency).
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

WINDOW = timedelta(seconds=5)
LOOK = 0.5
"""Seconds between looks whether it is this shard's turn."""


class Doors(Protocol):
    """What processes can hold for a while, one at a time."""

    async def seize(self, name: str, until: datetime) -> bool:
        """Hold something that nobody holds now; False when somebody does."""
        ...


class Identifying:
    """Waits until a shard may identify."""

    def __init__(
        self,
        doors: Doors,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._doors = doors
        self._now = now
        self._sleep = sleep

    async def turn(self, shard_id: int, concurrency: int) -> None:
        """Return when no other shard of the same remainder has identified for 5 s."""
        door = f"identify {shard_id % concurrency}"
        while not await self._doors.seize(door, self._now() + WINDOW):
            await self._sleep(LOOK)
