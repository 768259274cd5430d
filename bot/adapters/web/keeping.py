"""One fetch per link at a time, and its result kept for a while, within bounds of memory."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.adapters.web.limits import Limits
from bot.domain.errors import BrieferError
from bot.services.fetching import Fetched

Key = tuple[str, bool]
Outcome = Fetched | BrieferError


@dataclass(frozen=True, slots=True)
class _Kept:
    outcome: Outcome
    until: float

    @property
    def size(self) -> int:
        return len(self.outcome.body) if isinstance(self.outcome, Fetched) else 0


class Keeper:
    """Shares fetches among those who ask at the same time, and answers those who ask soon after.

    `clock` gives seconds that never go back.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._running: dict[Key, asyncio.Task[Outcome]] = {}
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._bytes = 0

    async def get(self, key: Key, fetch: Callable[[], Awaitable[Fetched]]) -> Fetched:
        """The kept result, that of the fetch under way, or a new one. Cancelling stops no one else's."""
        outcome = self._still_good(key)
        if outcome is None:
            outcome = await asyncio.shield(self._running.get(key) or self._start(key, fetch))
        if isinstance(outcome, BrieferError):
            raise _fresh(outcome)
        return outcome

    def success(self, key: Key) -> Fetched | None:
        """The kept result of a fetch that went well."""
        outcome = self._still_good(key)
        return outcome if isinstance(outcome, Fetched) else None

    async def close(self) -> None:
        """Stop what is under way."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _start(self, key: Key, fetch: Callable[[], Awaitable[Fetched]]) -> asyncio.Task[Outcome]:
        task = asyncio.create_task(self._run(key, fetch))
        self._running[key] = task
        task.add_done_callback(lambda _: self._running.pop(key, None))
        return task

    async def _run(self, key: Key, fetch: Callable[[], Awaitable[Fetched]]) -> Outcome:
        try:
            outcome: Outcome = await fetch()
        except BrieferError as error:
            outcome = error
        self._keep(key, outcome)
        return outcome

    def _still_good(self, key: Key) -> Outcome | None:
        kept = self._kept.get(key)
        if kept is None or kept.until < self._clock():
            return None
        self._kept.move_to_end(key)
        return kept.outcome

    def _keep(self, key: Key, outcome: Outcome) -> None:
        self._forget(key)
        failed = isinstance(outcome, BrieferError)
        seconds = self._limits.failure_kept if failed else self._limits.kept
        kept = _Kept(
            _fresh(outcome) if isinstance(outcome, BrieferError) else outcome, self._clock() + seconds
        )
        if kept.size > self._limits.kept_bytes // 2:
            return
        self._kept[key] = kept
        self._bytes += kept.size
        while self._bytes > self._limits.kept_bytes or len(self._kept) > self._limits.kept_results:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: Key) -> None:
        kept = self._kept.pop(key, None)
        self._bytes -= kept.size if kept else 0


def _fresh(error: BrieferError) -> BrieferError:
    """The same error without the frames that it went through, which would keep their buffers alive."""
    fresh = error.__class__.__new__(error.__class__, str(error))
    fresh.code = error.code
    fresh.__cause__ = _bare(error.__cause__)
    return fresh


def _bare(cause: BaseException | None) -> BaseException | None:
    if cause is None or cause.__traceback__ is None:
        return cause
    return RuntimeError(f"{type(cause).__name__}: {cause}")
