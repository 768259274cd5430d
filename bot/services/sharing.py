"""Work that many want at the same time, done once: the result is shared, and kept for a while."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from copy import copy
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.errors import BrieferError

K = TypeVar("K")
V = TypeVar("V")


def one(_outcome: object) -> int:
    """The size of a result where results are counted."""
    return 1


@dataclass(frozen=True, slots=True)
class Bounds(Generic[V]):
    """Seconds that results and failures are good for, and the `room` that all together have by their `size`.

    A result that takes more than half of the room is not kept.
    """

    kept: float
    failure_kept: float
    room: int
    size: Callable[[V | BrieferError], int] = one


@dataclass(frozen=True, slots=True)
class _Kept(Generic[V]):
    outcome: V | BrieferError
    size: int
    until: float


class Shared(Generic[K, V]):
    """One piece of work for each key at a time; who asks soon after has its result, also where it failed.

    Whoever gives up waiting stops the work for nobody else. `clock` gives seconds.
    """

    def __init__(
        self, work: Callable[[K], Awaitable[V]], bounds: Bounds[V], clock: Callable[[], float]
    ) -> None:
        self._work = work
        self._bounds = bounds
        self._clock = clock
        self._running: dict[K, asyncio.Task[V | BrieferError]] = {}
        self._kept: OrderedDict[K, _Kept[V]] = OrderedDict()
        self._used = 0

    async def get(self, key: K) -> V:
        """What the work gives for this key; BrieferError as it was raised."""
        outcome = self._still_good(key)
        if outcome is None:
            outcome = await asyncio.shield(self._running.get(key) or self._start(key))
        if isinstance(outcome, BrieferError):
            raise _fresh(outcome)
        return outcome

    def success(self, key: K) -> V | None:
        """The kept result of work that went well."""
        outcome = self._still_good(key)
        return None if isinstance(outcome, BrieferError) else outcome

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
        bounds, outcome = self._bounds, await self._outcome(key)
        seconds = bounds.failure_kept if isinstance(outcome, BrieferError) else bounds.kept
        self._keep(key, _Kept(outcome, bounds.size(outcome), self._clock() + seconds))
        return outcome

    async def _outcome(self, key: K) -> V | BrieferError:
        try:
            return await self._work(key)
        except BrieferError as error:
            return _fresh(error)

    def _still_good(self, key: K) -> V | BrieferError | None:
        kept = self._kept.get(key)
        if kept is None or kept.until <= self._clock():
            return None
        self._kept.move_to_end(key)
        return kept.outcome

    def _keep(self, key: K, kept: _Kept[V]) -> None:
        self._forget(key)
        if kept.size <= self._bounds.room // 2:
            self._kept[key] = kept
            self._used += kept.size
        while self._used > self._bounds.room:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: K) -> None:
        if kept := self._kept.pop(key, None):
            self._used -= kept.size


def _fresh(error: BrieferError) -> BrieferError:
    """The same error without the frames that it and its cause went through: they would keep all they hold."""
    fresh, cause = copy(error), error.__cause__
    bare = cause is None or cause.__traceback__ is None
    fresh.__cause__ = cause if bare else RuntimeError(f"{type(cause).__name__}: {cause}")
    return fresh
