"""A request's brief: gathered, briefed, and kept."""

import asyncio
import math
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.brief import ReadBy
from bot.domain.errors import PeerFailed
from bot.domain.kept import KeptBrief
from bot.domain.request import Again, Link, Place, Request
from bot.services.briefing import Progress, Wanted
from bot.services.gathering import Gathering
from bot.services.links import normalise
from bot.services.queueing import FairQueue
from bot.services.remembering import Steps, remembering
from bot.services.rules import Rules
from bot.services.serving import Served, Serving
from bot.services.storing import Briefs

TOO_LONG = "This took longer than Discord waits for an answer here: ask again with a shorter text."

GATHERED = 16
"""Sources fetched and read at a time: no more wait in front of the children that read them."""

JOINING = 30.0
"""Seconds of that time that are left for checking what was read, or for the embedded engine."""

FAREWELL = timedelta(seconds=10)
"""What is left of a token's life in which the person can be told."""


class Making:
    """Makes the briefs that people asked for."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a brief is made with
        self,
        rules: Rules,
        gathering: Gathering,
        serving: Callable[[ReadBy], Serving],
        briefs: Briefs,
        steps: Steps,
        now: Callable[[], datetime],
    ) -> None:
        self._rules = rules
        self._gathering = gathering
        self._serving = serving
        self._gathering_queue = FairQueue(GATHERED)
        self._briefs = briefs
        self._steps = steps
        self._now = now

    async def make(self, request: Request, progress: Progress) -> KeptBrief:
        """The brief, under the id of its request; the one that was made before, if one was.

        BrieferError when there is none.
        """
        if made := await self._briefs.get(request.id):
            return made
        if not request.automatic:
            await self._rules.admit(request.asker)
        left = _left(request.place, self._now())
        try:
            async with asyncio.timeout(left):
                served = await self._serve(request, progress, left)
        except TimeoutError as error:
            raise PeerFailed(TOO_LONG, "timeout") from error
        kept = await self._kept(request, served)
        await self._briefs.keep(kept, request)
        return kept

    async def _serve(self, request: Request, progress: Progress, left: float | None) -> Served:
        chosen = await self._rules.chosen(request.asker, request.options)
        wanted = Wanted(
            chosen.length,
            chosen.language,
            progress,
            remembering(self._steps, request.id),
            math.inf if left is None else time.monotonic() + left - JOINING,
        )
        async with self._gathering_queue.place(request.asker.owner):
            given = await self._gathering.gather(request)
        return await self._serving(chosen.read_by).brief(given, wanted, request.asker)

    async def _kept(self, request: Request, served: Served) -> KeptBrief:
        source_url, received = await self._origin(request)
        return KeptBrief(
            id=request.id,
            brief=served.brief,
            asker=request.asker,
            options=request.options,
            channel_id=request.place.channel_id,
            made=self._now(),
            source_url=source_url,
            message_id=request.place.message_id,
            received=received,
            private=request.place.private,
            likeness=served.likeness,
        )

    async def _origin(self, request: Request) -> tuple[str | None, datetime]:
        """The article's link, if it has one, and when its text came in."""
        match request.source:
            case Link(url):
                return normalise(url), request.received
            case Again(brief_id) if earlier := await self._briefs.get(brief_id):
                came = earlier.received or earlier.made
                return earlier.source_url, came if earlier.whole else request.received
            case _:
                return None, request.received


def _left(place: Place, now: datetime) -> float | None:
    """Seconds that work may take where only an interaction's token can answer; None where there is no end."""
    bound = place.private or not place.member
    return (place.until - now - FAREWELL).total_seconds() if place.until and bound else None
