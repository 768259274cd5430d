"""Ends a bot that Discord has not spoken to for minutes, so that its supervisor starts it anew.

discord.py itself notices a silent socket after a minute and connects again for ever; what is caught here is
that this does not help.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from discord.ext import commands

from bot.domain.errors import PeerFailed

PATIENCE = 300.0
"""Seconds without a connection."""

SILENT = "Discord has been silent for {minutes:.0f} minutes: ending, so that a supervisor starts this again."


class Watchdog:
    """Knows since when each shard is without a connection; a bot without shards is shard None."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, patience: float = PATIENCE) -> None:
        self._clock = clock
        self._patience = patience
        self._lost: dict[int | None, float] = {None: clock()}

    def lost(self, shard: int | None) -> None:
        """A shard lost its connection, or could not make one."""
        self._lost.setdefault(shard, self._clock())

    def found(self, shard: int | None) -> None:
        """A shard is connected, so the first connection was made."""
        self._lost.pop(shard, None)
        self._lost.pop(None, None)

    @property
    def left(self) -> float:
        """Seconds of patience that are left."""
        since = min(self._lost.values(), default=self._clock())
        return since + self._patience - self._clock()

    @property
    def connected(self) -> bool:
        """Whether every shard that was seen has a connection."""
        return not self._lost

    def listen(self, bot: commands.Bot) -> None:
        """Follow the bot's connections, its shards' where it has several."""

        async def found(shard: int | None = None) -> None:
            self.found(shard)

        async def lost(shard: int | None = None) -> None:
            self.lost(shard)

        whose = "on_shard" if isinstance(bot, commands.AutoShardedBot) else "on"
        for event, heard in {"connect": found, "resumed": found, "disconnect": lost}.items():
            bot.add_listener(heard, f"{whose}_{event}")

    async def run(self) -> None:
        """Return when the patience is at its end."""
        while (left := self.left) > 0:  # noqa: ASYNC110 - what it waits for is that nothing happens
            await asyncio.sleep(left)


@asynccontextmanager
async def guarded(bot: commands.Bot, dog: Watchdog) -> AsyncIterator[None]:
    """Close the bot when Discord is silent for too long, and say so with PeerFailed."""
    dog.listen(bot)
    barked = False

    async def watch() -> None:
        nonlocal barked
        await dog.run()
        barked = True
        await bot.close()

    watching = asyncio.create_task(watch(), name="watchdog")
    try:
        yield
    finally:
        if not barked:
            watching.cancel()
        await asyncio.wait([watching])
    if barked:
        raise PeerFailed(SILENT.format(minutes=PATIENCE / 60), "unreachable")
