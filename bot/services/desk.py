"""The desk: answers each request exactly once."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Protocol

from bot.domain.errors import BrieferError, StorageAway, TakenOver
from bot.domain.kept import KeptBrief
from bot.domain.request import Again, Job, Request, State
from bot.services.briefing import Progress, Stage, silent
from bot.services.leasing import Lease
from bot.services.making import Making
from bot.services.storing import Briefs, Requests, Usages

PATIENCE = 3.0
"""Seconds after which a person is told how far the brief is."""

EVERY = 4.0
"""Seconds between two such tellings."""


class Delivery(Protocol):
    """Brings answers to where they were asked for. The same answer brought twice stands there once.

    Nothing is brought for a request that is somebody else's by now: TakenOver says so.
    """

    async def report(self, request: Request, stage: Stage, done: int, of: int) -> None:
        """Show how far the brief is, in the place of the answer."""
        ...

    async def deliver(self, request: Request, kept: KeptBrief) -> int | None:
        """Show the brief; the id of the message, None where it can't be known."""
        ...

    async def explain(self, request: Request, error: Exception, *, beside: bool = False) -> None:
        """Say in one sentence why there is no brief; `beside` what stands in the place of the answer."""
        ...

    async def withdraw(self, request: Request) -> None:
        """Say that the request was cancelled."""
        ...


class Jobs(Protocol):
    """Does the work on requests in the background."""

    def start(self, job: Job) -> None:
        """Begin the work on a request, here or wherever there are workers, unless it is under way."""
        ...

    async def idle(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Those of these jobs that this process should be doing and is not."""
        ...

    async def recover(self, slot: str) -> None:
        """Have the work done that a process, gone by now, was given and had not begun."""
        ...

    async def tidy(self) -> None:
        """Forget work that was done."""
        ...

    async def cancel(self, request_id: str) -> None:
        """Stop the work on a request, if it is under way here."""
        ...

    async def drop(self) -> None:
        """Stop all work that is under way here: it was taken over."""
        ...

    async def close(self) -> None:
        """Stop all work, and begin no more; what is open stays so, for the next start."""
        ...


class Desk:
    """Answers requests."""

    def __init__(  # noqa: PLR0913, PLR0917 - what answering takes
        self,
        lease: Lease,
        making: Making,
        delivery: Delivery,
        requests: Requests,
        briefs: Briefs,
        usages: Usages,
    ) -> None:
        self._lease = lease
        self._making = making
        self._delivery = delivery
        self._requests = requests
        self._briefs = briefs
        self._usages = usages

    async def answer(self, job: Job) -> None:
        """The whole work on an open request, from its source to its answer; nothing for any other.

        It can be done again after a crash at any point: a brief that was made is not made again, and an
        answer that was brought is brought to the same place. However it ends, the request is final then,
        unless it was taken over: then it ends without a trace. StorageAway: it is to be done again.
        """
        request = await self._taken(job)
        if request is not None:
            with suppress(TakenOver):
                await self._answer(request)

    async def _taken(self, job: Job) -> Request | None:
        """The request, which is this process's now; None where it is final or has changed hands."""
        request = await self._requests.get(job.request_id)
        if request is None or request.job != job:
            return None
        if request.holder == self._lease.holder:
            return request
        return await self._requests.take(job, self._lease.holder)

    async def _answer(self, request: Request) -> None:
        try:
            async with self._reporting(request) as progress:
                kept = await self._making.make(request, progress)
            await self._deliver(request, kept)
        except (TakenOver, StorageAway):
            raise
        except Exception as error:  # noqa: BLE001 - the outermost edge of a job
            await self._fail(request, error)
            return
        if await self._requests.close(request, State.DONE):
            await self._usages.made(request, kept)

    async def restored(self, request: Request) -> bool:
        """Show once more the brief in whose place another one was wanted; False where there was none."""
        if not isinstance(request.source, Again) or request.place.message_id is None:
            return False
        earlier = await self._briefs.get(request.source.brief_id)
        if earlier is None or earlier.message_id != request.place.message_id:
            return False
        await self._delivery.deliver(request, earlier)
        return True

    async def _deliver(self, request: Request, kept: KeptBrief) -> None:
        if request.place.message_id is None and kept.message_id is not None:
            return  # a message of its own, sent before a crash
        message_id = await self._delivery.deliver(request, kept)
        if message_id is not None:
            await self._briefs.posted(kept.id, message_id)

    async def _fail(self, request: Request, error: Exception) -> None:
        code = error.code if isinstance(error, BrieferError) else "internal"
        try:
            beside = await self.restored(request)
            await self._delivery.explain(request, error, beside=beside)
        except (TakenOver, StorageAway):
            raise
        except Exception:
            await self._close_failed(request, code)
            raise
        await self._close_failed(request, code)

    async def _close_failed(self, request: Request, code: str) -> None:
        if await self._requests.close(request, State.FAILED):
            await self._usages.failed(request, code)

    @asynccontextmanager
    async def _reporting(self, request: Request) -> AsyncIterator[Progress]:
        """Tells the person how far the brief is once it takes long; automatic briefs come without a word."""
        if request.automatic:
            yield silent
            return
        board = _Board()
        telling = asyncio.create_task(self._tell(request, board))
        try:
            yield board
        finally:
            telling.cancel()
            await asyncio.wait([telling])

    async def _tell(self, request: Request, board: "_Board") -> None:
        await asyncio.sleep(PATIENCE)
        told = None
        while True:
            if board.state != told:
                told = board.state
                await self._delivery.report(request, *told)
            await asyncio.sleep(EVERY)


class _Board:
    """The latest that is known of a brief in the making."""

    def __init__(self) -> None:
        self.state = (Stage.CLEANING, 0, 1)

    def __call__(self, stage: Stage, done: int, of: int) -> None:
        self.state = (stage, done, of)


Work = Callable[[Job], Coroutine[None, None, None]]
"""The work on a request."""
