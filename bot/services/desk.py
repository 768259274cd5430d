"""The desk: takes requests, and answers each exactly once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Protocol

from bot.domain.errors import BrieferError
from bot.domain.kept import KeptBrief
from bot.domain.request import Request, State
from bot.services.briefing import Progress, Stage, silent
from bot.services.making import Making
from bot.services.storing import Briefs, Requests, Usages

PATIENCE = 3.0
"""Seconds after which a person is told how far the brief is."""

EVERY = 4.0
"""Seconds between two such tellings."""


class Delivery(Protocol):
    """Brings answers to where they were asked for. The same answer brought twice stands there once."""

    async def report(self, request: Request, stage: Stage, done: int, of: int) -> None:
        """Show how far the brief is, in the place of the answer."""
        ...

    async def deliver(self, request: Request, kept: KeptBrief) -> int | None:
        """Show the brief; the id of the message, None where it can't be known."""
        ...

    async def explain(self, request: Request, error: Exception) -> None:
        """Say in one sentence why there is no brief."""
        ...

    async def withdraw(self, request: Request) -> None:
        """Say that the request was cancelled."""
        ...


class Jobs(Protocol):
    """Does the work on requests in the background."""

    def start(self, request_id: str) -> None:
        """Begin the work on a request, unless it is under way."""
        ...

    def cancel(self, request_id: str) -> None:
        """Stop the work on a request, if it is under way."""
        ...


class Desk:
    """Takes requests and answers them."""

    def __init__(
        self, making: Making, delivery: Delivery, requests: Requests, briefs: Briefs, usages: Usages
    ) -> None:
        self._making = making
        self._delivery = delivery
        self._requests = requests
        self._briefs = briefs
        self._usages = usages

    async def answer(self, request_id: str) -> None:
        """The whole work on an open request, from its source to its answer; nothing for any other.

        It can be done again after a crash at any point: a brief that was made is not made again, and an
        answer that was brought is brought to the same place.
        """
        request = await self._requests.get(request_id)
        if request is None:
            return
        try:
            async with self._reporting(request) as progress:
                kept = await self._making.make(request, progress)
            message_id = await self._delivery.deliver(request, kept)
        except Exception as error:  # noqa: BLE001 - the outermost edge of a job
            await self._fail(request, error)
            return
        if message_id is not None:
            await self._briefs.posted(kept.id, message_id)
        await self._usages.made(request, kept)
        await self._requests.close(request.id, State.DONE)

    async def cancel(self, request_id: str, user_id: int) -> bool:
        """Make this person's open request final; False when it is none."""
        request = await self._requests.get(request_id)
        if request is None or request.asker.user_id != user_id:
            return False
        if not await self._requests.close(request.id, State.CANCELLED):
            return False
        await self._delivery.withdraw(request)
        return True

    async def _fail(self, request: Request, error: Exception) -> None:
        code = error.code if isinstance(error, BrieferError) else "internal"
        await self._delivery.explain(request, error)
        await self._usages.failed(request, code)
        await self._requests.close(request.id, State.FAILED)

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


Acknowledge = Callable[[], Awaitable[int | None]]
"""Tells the person that the request has come; the id of the message that becomes the answer, if any."""


class Intake:
    """Where requests come in: kept, acknowledged, then worked on."""

    def __init__(self, requests: Requests, jobs: Jobs) -> None:
        self._requests = requests
        self._jobs = jobs

    async def take(self, request: Request, acknowledge: Acknowledge) -> None:
        """Keep a request while it is acknowledged, and have it answered.

        One that was taken before is not taken again; one that can't be acknowledged is not answered.
        """
        keeping = asyncio.create_task(self._requests.add(request))
        try:
            message_id = await acknowledge()
        except BaseException:
            if await keeping:
                await self._requests.close(request.id, State.CANCELLED)
            raise
        if not await keeping:
            return
        if message_id is not None:
            await self._requests.place(request.id, replace(request.place, message_id=message_id))
        self._jobs.start(request.id)

    async def resume(self) -> int:
        """Have all requests answered that an earlier process left open; how many they are."""
        left = await self._requests.open()
        for request in left:
            self._jobs.start(request.id)
        return len(left)

    def stop(self, request_id: str) -> None:
        """Stop the work on a request that was cancelled."""
        self._jobs.cancel(request_id)


Work = Callable[[str], Coroutine[None, None, None]]
"""The work on the request with this id."""
