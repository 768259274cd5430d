"""The heartbeat: renews this process's lease, and takes over what processes that are gone left open."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count

from bot.domain.errors import BadSettings
from bot.services.desk import Jobs
from bot.services.leasing import Lease, Slots, Superseded
from bot.services.storing import Requests

BEATS = 6
"""How often a lease is renewed before it would be over."""

TIDY_AFTER = 720
"""Beats after which jobs that are done are forgotten: an hour."""

SAME_SLOT = "Another process runs in the slot “{slot}”: give each a BRIEFER_SLOT of its own."


class Watch:
    """The heartbeat of this process, and its look at those of the others; `lost` says why it has ended."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a process holds and hands over
        self,
        lease: Lease,
        slots: Slots,
        requests: Requests,
        jobs: Jobs,
        log: Callable[[str, Exception], None],
        give_up: Callable[[], object],
    ) -> None:
        self._lease = lease
        self._slots = slots
        self._requests = requests
        self._jobs = jobs
        self._log = log
        self._give_up = give_up
        self._beating: asyncio.Task[None] | None = None
        self.lost: BadSettings | None = None

    @property
    def slot(self) -> str:
        """The name of this process for the others."""
        return self._lease.slot

    async def trouble(self) -> str | None:
        """Why this process does nothing now; None when it works."""
        return None if self._lease.lasts else "the database has not been heard of for a while"

    async def start(self) -> None:
        """Take the slot and all that was left open, then go on doing so."""
        await self._lease.begin()
        await self._attempt(self._take_over)
        self._beating = asyncio.get_running_loop().create_task(self._beat(), name="heartbeat")

    async def close(self) -> None:
        """Stop all work and leave the slot: what is open is taken over by whoever is there."""
        if self._beating is None:
            return
        self._beating.cancel()
        await asyncio.wait([self._beating])
        await self._jobs.close()
        await self._attempt(self._lease.end)

    async def _beat(self) -> None:
        for beat in count():
            if beat % TIDY_AFTER == 0:
                await self._attempt(self._jobs.tidy)
            await asyncio.sleep(self._lease.length.total_seconds() / BEATS)
            try:
                await self._attempt(self._round)
            except Superseded:
                self.lost = BadSettings(SAME_SLOT.format(slot=self._lease.slot))
                self._log("slot", self.lost)
                # before Discord is gone: what fails for want of it would count as answered
                await self._jobs.close()
                self._give_up()
                return

    async def _attempt(self, do: Callable[[], Awaitable[object]]) -> None:
        """What does not succeed now is done at the next beat: the database may be away."""
        try:
            await do()
        except Superseded:
            raise
        except Exception as error:  # noqa: BLE001 - nothing ends the heartbeat
            self._log("heartbeat", error)

    async def _round(self) -> None:
        if not await self._lease.renew():
            await self._jobs.drop()  # all of it was taken over
        await self._take_over()
        await self._begin_idle()

    async def _begin_idle(self) -> None:
        """Requests of this process that nobody works on: a database broke off before their job was begun."""
        held = await self._requests.held(self._lease.holder, self._lease.before)
        for job in await self._jobs.idle(held) if held else ():
            if taken := await self._requests.take(job, self._lease.holder):
                self._jobs.start(taken.job)

    async def _take_over(self) -> None:
        """Requests whose holders are gone, and jobs that DBOS gave to slots that are gone."""
        for job in await self._requests.take_left(self._lease.holder):
            self._jobs.start(job)
        for slot in await self._slots.silent():
            await self._jobs.recover(slot)
            await self._slots.forget(slot)
