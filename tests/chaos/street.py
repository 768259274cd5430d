"""A database, a Discord, newspapers and a model, for processes that run digests, and what becomes of these."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from bot.adapters.storage import Storage, open_storage
from bot.adapters.storage.database import Database
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import digest_steps
from bot.domain.digest import Digest, RunState, Schedule
from bot.posting import DiscordNoticeboard
from tests.chaos.dying import Death
from tests.chaos.newsboy import Errand, client_of, live, now_by
from tests.chaos.reader import SlowReader
from tests.loopback.discord.remote import Remote, spawned
from tests.loopback.endpoint import loopback
from tests.loopback.papers import papers

PATIENCE = 120.0
"""Seconds that a process may take, on a busy machine."""

LATE = timedelta(minutes=3)
"""How long a digest has been due: longer than runs are spread over."""

FEEDS = re.compile(r"number (\d+)\b")


@dataclass(frozen=True)
class Outcome:
    """What became of a digest; `where` is the await at which its first process died or stopped.

    `asked` are calls to the model in all, `again` those that repeat one, and `needless` those of them whose answer
    was stored.
    """

    where: str
    messages: int
    recorded: bool
    asked: int = 0
    again: int = 0
    needless: int = 0

    @property
    def well(self) -> bool:
        """Whether there is exactly one message, which the database knows, and nothing was paid twice."""
        return self.messages == 1 and self.recorded and not self.needless


@dataclass
class Street:
    """A database, a Discord and newspapers, and processes that come and go."""

    context: ForkServerContext
    ahead: "Synchronized[float]"
    errand: Errand
    remote: Remote
    reader: SlowReader
    storage: Storage
    database: Database
    board: DiscordNoticeboard
    feeds: Iterator[int] = field(default_factory=lambda: iter(range(1, 100_000)))

    async def digest(self) -> Digest:
        """A new digest, of a feed of its own, that is due."""
        number = next(self.feeds)
        due = now_by(self.ahead) - LATE
        digest = Digest(
            id=f"k{number}",
            guild_id=int(str(self.remote.where["guild"])),
            channel_id=int(str(self.remote.where["channel"])),
            name="Chaos",
            schedule=Schedule(due.time().replace(second=0, microsecond=0), "UTC"),
            since=due - timedelta(minutes=5),
            feeds=(f"http://127.0.0.1:{self.errand.papers}/undated/{number}",),
        )
        await self.storage.digests.put(digest)
        return digest

    async def process(self, digest: Digest | None = None, death: Death | None = None) -> "Process":
        """A process that runs the digest, or all that are due, and dies or stops on its way."""
        errand = replace(self.errand, digest_id=digest.id if digest else None, death=death)
        line, far = self.context.Pipe(duplex=False)
        process = self.context.Process(target=live, args=(errand, self.ahead, far), daemon=True)
        await asyncio.to_thread(process.start)
        far.close()
        return Process(process, line)

    async def later(self, duration: timedelta) -> None:
        """Let time pass, here and in Discord."""
        with self.ahead.get_lock():
            self.ahead.value += duration.total_seconds()
        await self.remote.do("advance", seconds=duration.total_seconds())

    async def outcome(
        self, digest: Digest, where: str, before: "Paid | None" = None, in_flight: int = 0
    ) -> Outcome:
        """What became of a digest whose first process had paid for so much when it died or stopped.

        One that goes on after it had stopped makes the calls that were `in_flight`.
        """
        run = await self.storage.runs.last(digest.id)
        assert run is not None, f"never claimed: {where}"
        messages = await self.board.find(digest, run)
        recorded = run.state is RunState.SENT and [run.message_id] == list(messages)
        paid = await self.paid(digest)
        before = before or Paid({}, 0)
        owed = len(paid.asked) - before.stored + in_flight
        needless = max(0, paid.calls - before.calls - owed, max(paid.asked.values(), default=0) - 2)
        return Outcome(where, len(messages), recorded, paid.calls, paid.calls - len(paid.asked), needless)

    async def is_over(self, digest: Digest) -> bool:
        """Whether its run has come to an end."""
        run = await self.storage.runs.last(digest.id)
        return run is not None and not run.open

    async def paid(self, digest: Digest) -> "Paid":
        """What the model was asked for a digest so far, and how many answers are stored."""
        number = digest.id.removeprefix("k")
        questions = [each for each in self.reader.paid if FEEDS.findall(each[1])[:1] == [number]]
        of = digest_steps.c.digest_id == digest.id
        async with self.database.reading() as connection:
            stored = await connection.scalar(select(func.count()).where(of)) or 0
        return Paid({each: len(self.reader.paid[each]) for each in questions}, stored)


@dataclass(frozen=True)
class Paid:
    """How often each question was asked, and how many answers are stored."""

    asked: Mapping[tuple[str, str], int]
    stored: int

    @property
    def calls(self) -> int:
        return sum(self.asked.values())


@dataclass(frozen=True)
class Process:
    """A process on its way."""

    process: ForkServerProcess
    line: Connection

    async def told(self) -> str:
        """Where it dies or stops and how many awaits it has begun, or all of them when it comes to an end.

        EOFError when it fails.
        """
        there = await asyncio.to_thread(self.line.poll, PATIENCE)
        if not there:
            raise TimeoutError
        return str(self.line.recv())

    async def end(self) -> None:
        """Until it is gone."""
        await asyncio.to_thread(self.process.join, PATIENCE)
        self.line.close()

    async def stopped(self) -> None:
        """Until it stands still."""
        state = Path(f"/proc/{self.process.pid}/stat")
        async with asyncio.timeout(PATIENCE):
            while state.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "T":  # noqa: ASYNC110, ASYNC240
                await asyncio.sleep(0.01)

    def go_on(self) -> None:
        assert self.process.pid is not None
        os.kill(self.process.pid, signal.SIGCONT)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Street]:
    """A street over an empty database."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.chaos.newsboy", "tests.chaos.warm"])
    ahead = context.Value("d", 0.0)
    reader = SlowReader(Random(1), 0.11)  # noqa: S311 - a run can be repeated
    async with (
        spawned() as remote,
        loopback(reader) as model,
        open_storage(url, now=lambda: now_by(ahead)) as storage,
        open_database(url) as database,
    ):
        with papers() as newspapers:
            api, gateway, token = (str(remote.where[name]) for name in ("api", "gateway", "token"))
            errand = Errand(url, api, gateway, token, model.url, newspapers.port)
            async with client_of(errand) as client:
                board = DiscordNoticeboard(client, lambda *_: None)
                yield Street(context, ahead, errand, remote, reader, storage, database, board)
