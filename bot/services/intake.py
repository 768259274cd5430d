"""Where requests come in, and where they are taken back."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from bot.domain.request import Request, State
from bot.services.desk import Delivery, Desk, Jobs
from bot.services.leasing import Lease
from bot.services.storing import Requests

SOON = 1.5
"""Seconds in which a request is kept before it is acknowledged without that; Discord waits for 3."""

CALM = 1.0
"""Seconds that a request waits at most, once it is acknowledged, for others that are not yet."""

Acknowledge = Callable[[], Awaitable[int | None]]
"""Tells the person that the request has come; the id of the message that becomes the answer, if any."""


class Intake:
    """Keeps requests, has them acknowledged, then worked on."""

    def __init__(self, lease: Lease, requests: Requests, jobs: Jobs, desk: Desk, delivery: Delivery) -> None:
        self._lease = lease
        self._requests = requests
        self._jobs = jobs
        self._desk = desk
        self._delivery = delivery
        self._coming = 0
        self._calm = asyncio.Event()

    async def take(self, request: Request, acknowledge: Acknowledge) -> None:
        """Keep a request, have it acknowledged, then answered.

        What was acknowledged is kept: only a database that is busy for long is not waited for. A request that
        was taken before is not taken again; one that can't be acknowledged is not answered. An interaction is
        acknowledged even when Discord sends it twice: it takes the word only once.
        """
        request = replace(request, holder=self._lease.holder)
        with self._arriving():
            keeping = asyncio.create_task(self._requests.add(request))
            await asyncio.wait([keeping], timeout=SOON)
            if request.place.token is None and keeping.done() and not keeping.result():
                return
            try:
                message_id = await acknowledge()
            except BaseException:
                if await keeping:
                    await self._requests.close(request, State.CANCELLED)
                raise
        await self._others()
        if not await keeping:
            return
        try:
            if message_id is not None:
                await self._requests.place(request.id, replace(request.place, message_id=message_id))
        finally:
            self._jobs.start(request.job)

    @contextmanager
    def _arriving(self) -> Iterator[None]:
        """While somebody waits to be acknowledged."""
        self._coming += 1
        self._calm.clear()
        try:
            yield
        finally:
            self._coming -= 1
            if not self._coming:
                self._calm.set()

    async def _others(self) -> None:
        """Leave the event loop to those who wait to be acknowledged; work can wait for a moment."""
        with suppress(TimeoutError):
            async with asyncio.timeout(CALM):
                await self._calm.wait()

    async def cancel(self, request_id: str, user_id: int) -> bool:
        """Stop the work on this person's open request and say so; False when it is none."""
        request = await self._requests.get(request_id)
        if request is None or request.asker.user_id != user_id:
            return False
        request = await self._requests.cancel(request_id, self._lease.holder)
        if request is None:
            return False
        await self._jobs.cancel(request.id)
        if not await self._desk.restored(request):
            await self._delivery.withdraw(request)
        return True
