"""Kills and stops digests at each of their awaits: `python -m tests.chaos.digests --database postgresql`.

A process runs a digest of a feed of its own, read by a language model on loopback, and kills itself (kill -9) at one
of its awaits on the database, the web, the model or Discord: before, during or after it. When its lease has run out,
another process runs the same digest. Then the same with processes that stop (SIGSTOP) past their lease, and go on
(SIGCONT) when another one is done. In the end two schedulers run many digests at once. The fake Discord, which forgets
nonces after five minutes, is a process of its own. Each digest must have exactly one message, and of its calls to the
model only those may be made again whose answer was not yet stored, each once.
"""

import argparse
import asyncio
import os
import re
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from random import Random
from signal import Signals

from rich.console import Console
from rich.table import Table
from sqlalchemy import func, select

from bot.adapters.storage import Storage, open_storage
from bot.adapters.storage.database import Database
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import digest_steps
from bot.domain.digest import Digest, RunState, Schedule
from bot.posting import DiscordNoticeboard
from bot.services.digesting.running import LEASE
from tests.chaos.dying import Death, When
from tests.chaos.kills import database
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


async def undisturbed(street: Street) -> tuple[Outcome, int]:
    """A digest that nobody disturbs, and how many awaits its process has."""
    digest = await street.digest()
    process = await street.process(digest)
    passed = (await process.told()).split(",")
    await process.end()
    return await street.outcome(digest, "nowhere"), len(passed)


async def disturbed(street: Street, death: Death) -> Outcome:
    """A digest whose process dies or stops, and that another one runs after its lease."""
    digest = await street.digest()
    process = await street.process(digest, death)
    where, begun = (await process.told()).split()
    stops = death.signal is Signals.SIGSTOP
    await (process.stopped() if stops else process.end())
    before = await street.paid(digest)
    await street.later(LEASE)
    await taken_over(street, digest)
    in_flight = 0
    if stops:
        process.go_on()
        done = (await process.told()).split(",")[: int(begun)]
        in_flight = done.count("steps.recall") - done.count("steps.keep")
        await process.end()
    if not await street.is_over(digest):
        await street.later(LEASE)
        await taken_over(street, digest)
    return await street.outcome(digest, where, before, in_flight)


async def taken_over(street: Street, digest: Digest) -> None:
    """Another process runs the digest; it fails, or waits, where a stopped one holds a lock of the database."""
    process = await street.process(digest)
    try:
        await process.told()
    except (EOFError, TimeoutError):
        process.process.kill()
    await process.end()


async def raced(street: Street, number: int) -> list[Outcome]:
    """Digests that two schedulers run at once."""
    digests = [await street.digest() for _ in range(number)]
    processes = [await street.process() for _ in range(2)]
    for process in processes:
        await process.told()
        await process.end()
    return [await street.outcome(digest, "nowhere") for digest in digests]


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


def deaths(awaits: int, number: Signals, whens: Iterable[When], step: int) -> list[Death]:
    """One at each await, or at every so many."""
    return [Death(at, when, number) for at in range(1, awaits + 1, step) for when in whens]


async def judge(url: str, step: int, racing: int, tell: Callable[[str], None]) -> Mapping[str, list[Outcome]]:
    """Everything, by what was done to the digests."""
    async with opened(url) as street:
        first, awaits = await undisturbed(street)
        found = {"left alone": [first]}
        plans = {f"kill -9 {when} an await": deaths(awaits, Signals.SIGKILL, [when], step) for when in When}
        aside = [When.BEFORE, When.AFTER]
        plans["SIGSTOP past the lease, then SIGCONT"] = deaths(awaits, Signals.SIGSTOP, aside, step)
        for name, planned in plans.items():
            found[name] = []
            for death in planned:
                outcome = await disturbed(street, death)
                found[name].append(outcome)
                if not outcome.well:
                    tell(f"{name}: {death} {outcome}")
        found["two schedulers at once"] = await raced(street, racing)
    return found


def shown(found: Mapping[str, list[Outcome]], title: str) -> Table:
    """What a person reads."""
    columns = "digests", "one message", "calls to the model", "made again", "though stored"
    table = Table("what", *columns, title=title)
    for name, outcomes in found.items():
        well = sum(outcome.messages == 1 and outcome.recorded for outcome in outcomes)
        counts = (
            sum(getattr(outcome, field) for outcome in outcomes) for field in ("asked", "again", "needless")
        )
        table.add_row(name, *map(str, (len(outcomes), well, *counts)))
    return table


def places(found: Mapping[str, list[Outcome]]) -> str:
    """At which awaits, and how often."""
    counts = Counter(outcome.where for outcomes in found.values() for outcome in outcomes)
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()) if name != "nowhere")


def main() -> None:
    """Kill, stop, race, judge and print; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--step", type=int, default=1, help="of so many awaits, one")
    parser.add_argument("--racing", type=int, default=40, help="digests that two schedulers run")
    asked = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as folder, database(asked.database, Path(folder)) as url:
        found = asyncio.run(judge(url, asked.step, asked.racing, console.print))
    console.print(shown(found, f"Digests on {asked.database}"))
    console.print(places(found))
    sys.exit(not all(outcome.well for outcomes in found.values() for outcome in outcomes))


if __name__ == "__main__":
    main()
