"""One run of a digest, from its claim to its message: exactly one post, whenever the process dies.

claim (lease, fence) → gather → keep the post → send with the run's id as nonce → keep the message id. Whoever
takes a run over looks for its message before sending again; whoever was overtaken while it was sending takes
its own message back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.digest import Digest, Run, RunState, Silence
from bot.domain.errors import NotAllowed
from bot.domain.post import Post
from bot.services.digesting.due import Due, jitter, missed, too_late, upcoming
from bot.services.digesting.storing import Digests, Runs

LEASE = timedelta(minutes=10)
"""How long a claim holds; a run that takes longer is taken to be dead."""

TRIES = 5
"""Claims of one run; what fails as often is given up, until a person asks for it."""

DAY, WEEK = timedelta(days=1), timedelta(days=7)
"""How far back the first run of a digest looks for news, and how far back any run does."""

DOWN = "I was not running when this was due."
UNHEARD = "None of its feeds could be read."
UNREAD = "None of the new articles could be read."
GIVEN_UP = "This could not be put together; the operator of this bot finds the reason in its log."


class Gatherer(Protocol):
    """Puts together what a digest tells."""

    async def gather(self, digest: Digest, day: date, since: datetime) -> Post:
        """What is new in the digest's sources since then; sources that can't be had are named as missing."""
        ...


class Noticeboard(Protocol):
    """The channels that digests are posted in.

    What Discord refuses for good is raised as NotAllowed, in a sentence for the people who can change it.
    """

    async def find(self, digest: Digest, run: Run) -> Sequence[int]:
        """The ids of the run's messages in the channel, the first first: one at most, unless two raced."""
        ...

    async def send(self, digest: Digest, run: Run, post: Post) -> int:
        """Post, with the run's id as nonce; the id of the message."""
        ...

    async def withdraw(self, digest: Digest, message_id: int) -> None:
        """Take a message back that another one says as well."""
        ...

    async def warn(self, digest: Digest, reason: str) -> None:
        """Tell those who manage the server why a digest is paused or, where it is not, was not posted."""
        ...


class Running:
    """Runs digests that are due."""

    def __init__(
        self,
        digests: Digests,
        runs: Runs,
        gatherer: Gatherer,
        board: Noticeboard,
        now: Callable[[], datetime],
    ) -> None:
        self._digests = digests
        self._runs = runs
        self._gatherer = gatherer
        self._board = board
        self._now = now

    async def plan(self) -> Mapping[str, datetime]:
        """When to look at each digest next."""
        lasts, now = await self._runs.lasts(), self._now()
        return {
            digest.id: _next(digest, lasts.get(digest.id), now) for digest in await self._digests.running()
        }

    async def next(self, digest_id: str) -> datetime | None:
        """When to look at this digest next; None where it is paused or gone."""
        digest = await self._digests.get(digest_id)
        if digest is None or digest.paused:
            return None
        return _next(digest, await self._runs.last(digest_id), self._now())

    async def run(self, digest_id: str) -> None:
        """Do what is due of a digest, if anything is, and if nobody else does it."""
        digest = await self._digests.get(digest_id)
        if digest is None or digest.paused:
            return
        last = await self._runs.last(digest_id)
        due = _due(digest, last, self._now())
        if due is not None and due.at + jitter(digest_id) <= self._now():
            await self._run(digest, due)

    async def preview(self, digest: Digest) -> Post:
        """What the digest would tell if it were due now; nothing of it is kept."""
        since = await self._runs.told_until(digest.id)
        now = self._now()
        day = now.astimezone(ZoneInfo(digest.schedule.zone)).date()
        return await self._gatherer.gather(digest, day, max(since or now - DAY, now - WEEK))

    async def run_now(self, digest: Digest) -> Run | None:
        """Today's run before its time, or again if it posted nothing; None if it is under way or posted."""
        today = self._now().astimezone(ZoneInfo(digest.schedule.zone)).date()
        last = await self._runs.last(digest.id)
        if last is not None and (last.day > today or (last.day == today and not last.repeatable)):
            return None
        return await self._run(digest, Due(today, self._now()), again=True)

    async def _run(self, digest: Digest, due: Due, *, again: bool = False) -> Run | None:
        run = await self._runs.claim(digest.id, due.day, due.at, self._now() + LEASE, again=again)
        if run is None:
            return None
        if too_late(due, self._now()):
            await self._runs.close(run, RunState.SKIPPED, note=DOWN)
        elif run.fence > TRIES and not again:
            await self._runs.close(run, RunState.FAILED, note=GIVEN_UP)
        else:
            await self._tell(digest, run)
        return run

    async def _tell(self, digest: Digest, run: Run) -> None:
        post = await self._gathered(digest, run)
        if post is None:
            return
        if post.quiet and digest.silence is Silence.NOTHING:
            await self._keep_silent(digest, run, post)
            return
        try:
            await self._post(digest, run, post)
        except NotAllowed as refused:
            await self._pause(digest, run, str(refused))

    async def _keep_silent(self, digest: Digest, run: Run, post: Post) -> None:
        """Where that is because no feed could be read, managers are told, once until one can be."""
        unheard = post.unheard(len(digest.feeds))
        if not unheard and not post.unread:
            await self._runs.close(run, RunState.SILENT)
            return
        before = await self._runs.before(run)
        closed = await self._runs.close(run, RunState.FAILED, note=UNHEARD if unheard else UNREAD)
        if closed and unheard and not (before and before.note == UNHEARD):
            await self._board.warn(digest, UNHEARD)

    async def _gathered(self, digest: Digest, run: Run) -> Post | None:
        """What the run tells, as it was kept before a crash or put together now; None where it was lost."""
        if run.state is RunState.GATHERED:
            return await self._runs.post(run.digest_id, run.day)
        since = await self._runs.told_until(digest.id)
        post = await self._gatherer.gather(digest, run.day, max(since or run.due - DAY, run.due - WEEK))
        return post if await self._runs.gathered(run, post) else None

    async def _post(self, digest: Digest, run: Run, post: Post) -> None:
        """Send unless it was sent before; of two messages sent at the same time one is taken back."""
        found = await self._board.find(digest, run) if run.fence > 1 else ()
        message_id = found[0] if found else await self._board.send(digest, run, post)
        if run.fence > 1:
            await self._withdraw_others(digest, run, message_id)
        if not await self._runs.close(run, RunState.SENT, message_id) and not found:
            await self._yield(digest, run, message_id)

    async def _withdraw_others(self, digest: Digest, run: Run, message_id: int) -> None:
        for other in await self._board.find(digest, run):
            if other != message_id:
                await self._board.withdraw(digest, other)

    async def _yield(self, digest: Digest, run: Run, message_id: int) -> None:
        """Whoever took the run over decides: another message that is there is theirs, and stays."""
        if any(other != message_id for other in await self._board.find(digest, run)):
            await self._board.withdraw(digest, message_id)

    async def _pause(self, digest: Digest, run: Run, reason: str) -> None:
        await self._runs.close(run, RunState.FAILED, note=reason)
        if await self._digests.pause(digest.id, reason):
            await self._board.warn(replace(digest, paused=reason), reason)


def _due(digest: Digest, last: Run | None, now: datetime) -> Due | None:
    """The open run, else the one that was missed."""
    if last is not None and last.open:
        return Due(last.day, last.due)
    return missed(digest.schedule, digest.since, now, last.day if last else None)


def _next(digest: Digest, last: Run | None, now: datetime) -> datetime:
    if last is not None and last.open:
        return last.lease or now
    day = last.day if last else None
    due = missed(digest.schedule, digest.since, now, day)
    due = due or upcoming(digest.schedule, max(now, digest.since), day)
    return due.at + jitter(digest.id)
