"""Kills the bot again and again while people wait: `python -m tests.chaos.kills --database postgresql --kills 60`.

`briefer run` and the fake Discord are processes of their own, and the fake one outlives the bot. Thirty requests are
kept in flight, commands and mentions; kill -9 comes at a random time, or just after a step: an acknowledgement, a
message, an edit, a call to the model, its answer. In the end every request that was acknowledged has exactly one
answer, and only those calls were paid again whose answer was not stored when the kill came.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import LiteralString

import psycopg
from rich.console import Console
from rich.table import Table

from tests.bench.acknowledge import LONGEST_OPTION, SAMPLE
from tests.chaos.reader import SlowReader
from tests.chaos.verdict import Kill, Verdict, is_over, repeats, total
from tests.chaos.victim import Victim, running
from tests.loopback.discord.ledger import Answered
from tests.loopback.discord.remote import Remote, spawned
from tests.loopback.endpoint import loopback
from tests.loopback.postgres import postgres

LONGEST_MENTION = 1_900
STEPS = ("callback", "message", "edit", "model", "random")
LATEST = 5.0
"""Seconds after which a kill comes whatever has happened."""

LAST_WORDS = 0.2
"""Seconds in which a call is read that a bot sent before it was killed."""

ROUND = 10
"""Kills of a round."""

PATIENCE = 300.0


@dataclass(frozen=True)
class Plan:
    """How much is done: `flight` requests at a time, calls that take up to `slowest` seconds."""

    database: str = "sqlite"
    kills: int = 60
    flight: int = 30
    slowest: float = 1.5
    seed: int = 1
    engine: str = "llm"


class Crowd:
    """People who ask, so that so many of their requests are in flight."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._asked = 0

    async def top_up(self, flight: int) -> None:
        """Ask until so many wait."""
        waiting = sum(map(_waits, await self._remote.answers()))
        missing = range(self._asked, self._asked + max(0, flight - waiting))
        self._asked += len(missing)
        for number in missing:
            if number % 3 == 2:
                mention = f"<@{self._remote.where['bot']}> {article(number)}"
                await self._remote.do("say", content=mention[:LONGEST_MENTION])
        commands = [{"text": article(number)[:LONGEST_OPTION]} for number in missing if number % 3 != 2]
        if commands:
            await self._remote.burst("brief", commands)

    async def served(self) -> None:
        """Until nobody waits, or patience ends."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while any(map(_waits, await self._remote.answers())):  # noqa: ASYNC110 - it is another process
                    await asyncio.sleep(0.5)


def article(number: int) -> str:
    """The sample in words of its own, by which its calls to the model and their answers are told apart."""
    text = SAMPLE.read_text(encoding="utf-8").replace("Efforts to", f"Effort {number} to", 1)
    return text.replace(" the ", f" the {number}th ")


def _waits(answered: Answered) -> bool:
    return answered.after is not None and not is_over(answered)


@dataclass
class Killing:
    """One run."""

    plan: Plan
    url: str
    remote: Remote
    reader: SlowReader
    victim: Victim
    random: Random

    async def run(self) -> list[Kill]:
        """All kills."""
        crowd, kills = Crowd(self.remote), list[Kill]()
        for number in range(self.plan.kills):
            await crowd.top_up(self.plan.flight)
            await self._until(STEPS[number % len(STEPS)])
            await self.victim.kill()
            await asyncio.sleep(LAST_WORDS)
            kills.append(Kill(time.time(), steps(self.url)))
            await self.victim.start()
        await crowd.served()
        return kills

    async def _until(self, step: str) -> None:
        """Until a step has been done, and a moment more."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.random.uniform(0.1, LATEST)):
                await asyncio.sleep(self.random.uniform(0.0, LATEST / 2))
                await self._done(step)
        await asyncio.sleep(self.random.uniform(0.0, 0.05))

    async def _done(self, step: str) -> None:
        if step == "random":
            await asyncio.Event().wait()
        elif step == "model":
            await self.reader.step()
        else:
            before = sum(entry.what == step for entry in await self.remote.record())
            await self.remote.happened(step, before + self.random.randint(1, 5), seconds=LATEST)


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database."""
    with ExitStack() as stack:
        if kind == "sqlite":
            yield f"sqlite:///{folder}/briefer.db"
        else:
            yield stack.enter_context(postgres()).create_database()


def open_requests(url: str) -> int:
    """How many requests the database holds open."""
    return len(_rows(url, "SELECT id, source FROM requests WHERE state = 'open'"))


def steps(url: str) -> list[tuple[str, str]]:
    """The steps of open requests that the database holds, with their results."""
    return _rows(url, "SELECT step, result FROM steps")


def _rows(url: str, query: LiteralString) -> list[tuple[str, str]]:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            return connection.execute(query).fetchall()
    with psycopg.connect(url) as connection:
        return [(str(first), str(second)) for first, second in connection.execute(query)]


@asynccontextmanager
async def killing(plan: Plan, folder: Path, url: str) -> AsyncIterator[Killing]:
    """The bot, its Discord and its model."""
    random = Random(plan.seed)  # noqa: S311 - a run can be repeated
    reader = SlowReader(random, plan.slowest)
    async with spawned() as remote, loopback(reader) as endpoint:
        settings = {
            "BRIEFER_DATA_DIR": str(folder),
            "BRIEFER_DATABASE_URL": url,
            "BRIEFER_ENGINE": plan.engine,
            "BRIEFER_LLM_CONTEXT": "2000",
            "BRIEFER_PROCESSES": "1",
            "BRIEFER_REQUESTS_PER_MINUTE": "1000",
            "OPENAI_BASE_URL": endpoint.url,
        }
        async with running(remote, settings) as victim:
            yield Killing(plan, url, remote, reader, victim, random)


async def judge(plan: Plan) -> Verdict:
    """Do it, and see what came of it."""
    with tempfile.TemporaryDirectory() as folder, database(plan.database, Path(folder)) as url:
        async with killing(plan, Path(folder), url) as run:
            kills = await run.run()
            answered, stray = await run.remote.answers(), await run.remote.unasked()
            paid = run.reader.paid.values()
            repeated = repeats(paid, kills)
            orphans = await run.victim.end()
        calls = sum(map(len, paid))
        return Verdict(len(kills), answered, len(stray), open_requests(url), calls, repeated, orphans)


def rounds(plan: Plan) -> Iterator[Plan]:
    """The plan in rounds of a few minutes, each with a bot, a Discord and a database of its own."""
    for done in range(0, plan.kills, ROUND):
        yield replace(plan, kills=min(ROUND, plan.kills - done), seed=plan.seed + done // ROUND)


def show(verdict: Verdict, database: str) -> None:
    """The figures so far, and all that is known of what went wrong."""
    table = Table("what", "count", title=f"{verdict.kills} kills on {database}")
    for row in verdict.rows():
        table.add_row(*row)
    Console().print(table)
    for fault in (*verdict.culprits, *verdict.needless):
        Console(stderr=True).print(fault)


def main() -> None:
    """Kill, judge and print; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--engine", choices=("llm", "offline"), default="llm")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--flight", type=int, default=30, help="requests in flight")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    plan = Plan(asked.database, asked.kills, asked.flight, seed=asked.seed, engine=asked.engine)
    verdicts = list[Verdict]()
    for one in rounds(plan):
        verdicts.append(asyncio.run(judge(one)))
        show(total(verdicts), plan.database)
    sys.exit(any(total(verdicts).faults.values()))


if __name__ == "__main__":
    main()
