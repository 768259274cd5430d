"""The lease of this process: as long as it lasts, nobody else takes up what the process works on."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.errors import TakenOver
from bot.domain.request import Request

LEASE = timedelta(seconds=30)
"""How long a process may be silent before its requests are taken over: longer than a database is locked."""

ROOM = 2
"""What is left of a lease, as a part of it, is enough to send an answer in: 1 / ROOM."""


class Slots(Protocol):
    """The processes that share a database: each has a slot, which it keeps across restarts.

    Whoever runs in a slot now is its holder, which no other process and no other start ever was.
    """

    async def begin(self, slot: str, holder: str, until: datetime) -> None:
        """Take a slot, whoever had it before."""
        ...

    async def renew(self, slot: str, holder: str, until: datetime) -> bool:
        """Keep a slot for longer; False when it is somebody else's by now, or nobody's."""
        ...

    async def holder(self, slot: str) -> str | None:
        """Who runs in a slot; None where nobody is known to."""
        ...

    async def end(self, slot: str, holder: str) -> None:
        """Leave a slot."""
        ...

    async def silent(self) -> Sequence[str]:
        """Slots whose leases are over."""
        ...

    async def forget(self, slot: str) -> bool:
        """Forget a slot whose lease is over; False when it came back to life."""
        ...

    async def holds(self, request: Request) -> bool:
        """Whether the request's holder has it still, under a lease that is not over."""
        ...


class Superseded(TakenOver):
    """Another process runs in the slot of this one, and has all that this one had."""


class Lease:
    """What this process holds its slot by."""

    def __init__(
        self, slots: Slots, slot: str, now: Callable[[], datetime], length: timedelta = LEASE
    ) -> None:
        self._slots = slots
        self._now = now
        self._until = now()
        self._renewing = asyncio.Lock()
        self.slot = slot
        self.length = length
        self.holder = _new_holder(slot)

    @property
    def lasts(self) -> bool:
        """Whether nobody may take over what this process holds."""
        return self._now() < self._until

    @property
    def before(self) -> datetime:
        """The moment one lease ago: work on what came in before it has begun by now, or was lost."""
        return self._now() - self.length

    async def begin(self) -> None:
        """Take the slot, under a name that nobody had before."""
        self.holder = _new_holder(self.slot)
        until = self._now() + self.length
        await self._slots.begin(self.slot, self.holder, until)
        self._until = until

    async def renew(self) -> bool:
        """Keep the slot; False when it was lost and taken anew. Superseded when it is another's."""
        async with self._renewing:  # or who comes second takes its own new start for somebody else's
            until = self._now() + self.length
            if await self._slots.renew(self.slot, self.holder, until):
                self._until = until
                return True
            if await self._slots.holder(self.slot) is not None:
                raise Superseded(self.slot)
            await self.begin()
            return False

    async def check(self, request: Request) -> None:
        """TakenOver unless the request is this process's now, and for as long as it takes to send an answer.

        A process that was stopped for a while notices here, whatever it was about to do.
        """
        if self._until - self._now() < self.length / ROOM:
            await self.renew()
        if request.holder != self.holder or not await self._slots.holds(request):
            raise TakenOver

    async def end(self) -> None:
        """Leave the slot: what is open is anybody's at once."""
        await self._slots.end(self.slot, self.holder)


def _new_holder(slot: str) -> str:
    return f"{slot}#{secrets.token_hex(4)}"
