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
        if isinstance(bot, commands.AutoShardedBot):
            self._listen_to_shards(bot)
        else:
            self._listen_to_one(bot)

    def _listen_to_one(self, bot: commands.Bot) -> None:
        async def found() -> None:
            self.found(None)

        async def lost() -> None:
            self.lost(None)

        for event, heard in {"on_connect": found, "on_resumed": found, "on_disconnect": lost}.items():
            bot.add_listener(heard, event)

    def _listen_to_shards(self, bot: commands.Bot) -> None:
        async def found(shard_id: int) -> None:
            self.found(shard_id)

        async def lost(shard_id: int) -> None:
            self.lost(shard_id)

        for event, heard in {"connect": found, "resumed": found, "disconnect": lost}.items():
            bot.add_listener(heard, f"on_shard_{event}")

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
