"""A queue that serves guilds in turn, so that none waits for all that another one asked for before."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class FairQueue:
    """A number of places; who waits for one gets it in turn, owner by owner.

    An owner holds at most three quarters of them (of three and fewer all): others always find a place soon,
    however long the work of one takes.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        self._most = places - places // 4
        self._held: Counter[int] = Counter()
        self._waiting: dict[int, deque[asyncio.Future[None]]] = {}

    @property
    def waiting(self) -> int:
        """How many wait for a place."""
        return sum(not turn.done() for turns in self._waiting.values() for turn in turns)

    @property
    def held(self) -> int:
        """How many places are taken."""
        return self._held.total()

    @asynccontextmanager
    async def place(self, owner: int) -> AsyncIterator[None]:
        """A place, as soon as it is this owner's turn."""
        await self._enter(owner)
        try:
            yield
        finally:
            self._leave(owner)

    async def _enter(self, owner: int) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(owner, deque()).append(turn)
        self._let_in()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # the place came with the cancellation
                self._leave(owner)
            raise

    def _leave(self, owner: int) -> None:
        self._free += 1
        self._held[owner] -= 1
        if not self._held[owner]:
            del self._held[owner]
        self._let_in()

    def _let_in(self) -> None:
        while self._free and (owner := self._next()) is not None:
            turns = self._waiting.pop(owner)
            turn = turns.popleft()
            if turns:
                self._waiting[owner] = turns  # behind all others
            if not turn.cancelled():
                turn.set_result(None)
                self._free -= 1
                self._held[owner] += 1

    def _next(self) -> int | None:
        """The owner that has waited longest since its last turn, and may hold one place more."""
        return next((owner for owner in self._waiting if self._held[owner] < self._most), None)
