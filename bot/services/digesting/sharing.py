"""Work that many digests want at the same time, done once: the result is shared, and kept for a while."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.domain.errors import BrieferError

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[V]):
    outcome: V | BrieferError
    until: datetime


class Shared(Generic[K, V]):
    """One piece of work for each key at a time; `most` results are kept, each for so long.

    Whoever gives up waiting stops the work for nobody else.
    """

    def __init__(
        self, work: Callable[[K], Awaitable[V]], now: Callable[[], datetime], kept: timedelta, most: int
    ) -> None:
        self._work = work
        self._now = now
        self._for = kept
        self._most = most
        self._running: dict[K, asyncio.Task[V | BrieferError]] = {}
        self._kept: OrderedDict[K, _Kept[V]] = OrderedDict()

    async def get(self, key: K) -> V:
        """What the work gives for this key; BrieferError as it was raised."""
        kept = self._kept.get(key)
        if kept is not None and kept.until > self._now():
            outcome = kept.outcome
        else:
            outcome = await asyncio.shield(self._running.get(key) or self._start(key))
        if isinstance(outcome, BrieferError):
            raise outcome.with_traceback(None)
        return outcome

    async def close(self) -> None:
        """Stop all that is under way."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _start(self, key: K) -> "asyncio.Task[V | BrieferError]":
        task = self._running[key] = asyncio.get_running_loop().create_task(self._do(key))
        task.add_done_callback(lambda _: self._running.pop(key, None))
        return task

    async def _do(self, key: K) -> V | BrieferError:
        outcome: V | BrieferError
        try:
            outcome = await self._work(key)
        except BrieferError as error:
            outcome = error
        self._kept[key] = _Kept(outcome, self._now() + self._for)
        self._kept.move_to_end(key)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return outcome
