"""Takes away what a bot and two workers stand on, while people ask: `python -m tests.chaos.outages` prints a table.

On PostgreSQL: a worker stands still for longer than its lease, the server restarts, crashes, is locked for 10 s, and a
worker is killed for good. Requests come twice a second all the while. In the end every one has exactly one answer, and
each was acknowledged within the 3 s that Discord gives.
"""

import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from os import kill
from pathlib import Path
from random import Random

import psycopg
from rich.console import Console
from rich.table import Table

from tests.bench.stream import Stream
from tests.chaos.reader import SlowReader
from tests.chaos.verdict import LIMIT, is_over
from tests.chaos.victim import Victim, running
from tests.loopback.discord.remote import Remote, spawned
from tests.loopback.endpoint import loopback
from tests.loopback.postgres import Server, postgres

LEASE = 15.0
STILL = 1.5 * LEASE
"""Seconds for which a worker stands still."""

LOCKED = 10.0
"""Seconds for which the database is locked."""

EVERY = 0.5
"""Seconds between two requests."""

BEFORE = 4.0
"""Seconds for which people ask before and after."""

HELD = "SELECT 1 FROM requests WHERE state = 'open' AND holder LIKE %s"
LOOK = 0.05
"""Seconds between two looks at who holds what."""

PATIENCE = 180.0
SLOWEST = 4.0
"""Seconds that the model takes at most."""


@dataclass(frozen=True)
class Seen:
    """What people saw of one outage; times in seconds, `served` from its end to the last answer."""

    name: str
    asked: int
    slowest: float
    served: float


@dataclass
class Cluster:
    """A bot that takes requests and two workers that answer them, and the server below them."""

    server: Server
    url: str
    remote: Remote
    workers: tuple[Victim, Victim]

    async def worker_stands_still(self) -> None:
        await self._has_work("worker-1")
        kill(self.workers[0].pid, signal.SIGSTOP)
        await asyncio.sleep(STILL)
        kill(self.workers[0].pid, signal.SIGCONT)

    async def server_restarts(self) -> None:
        await asyncio.to_thread(self.server.restart, "fast")

    async def server_crashes(self) -> None:
        await asyncio.to_thread(self.server.restart, "immediate")

    async def database_is_locked(self) -> None:
        async with await psycopg.AsyncConnection.connect(self.url) as connection:
            await connection.execute("LOCK TABLE requests, briefs, steps IN ACCESS EXCLUSIVE MODE")
            await asyncio.sleep(LOCKED)

    async def worker_is_killed(self) -> None:
        await self._has_work("worker-2")
        await self.workers[1].kill()

    async def _has_work(self, slot: str) -> None:
        async with await psycopg.AsyncConnection.connect(self.url, autocommit=True) as connection:
            while not await (await connection.execute(HELD, [f"{slot}#%"])).fetchone():  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(LOOK)

    @property
    def outages(self) -> dict[str, Callable[[], Coroutine[None, None, None]]]:
        """All that happens to it, in order."""
        return {
            f"a worker stands still for {STILL:.0f} s, its lease is {LEASE:.0f} s": self.worker_stands_still,
            "PostgreSQL is restarted": self.server_restarts,
            "PostgreSQL crashes (-m immediate)": self.server_crashes,
            f"the database is locked for {LOCKED:.0f} s": self.database_is_locked,
            "a worker is killed for good": self.worker_is_killed,
        }


@asynccontextmanager
async def cluster(folder: Path) -> AsyncIterator[Cluster]:
    """All of it, running."""
    reader = SlowReader(Random(1), SLOWEST)  # noqa: S311 - a run can be repeated
    with postgres(hurried=False) as server:
        url = server.create_database()
        async with spawned() as remote, loopback(reader) as endpoint:

            def settings(slot: str) -> dict[str, str]:
                (folder / slot).mkdir()
                return {
                    "BRIEFER_DATA_DIR": str(folder / slot),
                    "BRIEFER_DATABASE_URL": url,
                    "BRIEFER_ENGINE": "llm",
                    "BRIEFER_LEASE_SECONDS": str(LEASE),
                    "BRIEFER_PROCESSES": "1",
                    "BRIEFER_REQUESTS_PER_MINUTE": "1000",
                    "BRIEFER_SLOT": slot,
                    "OPENAI_BASE_URL": endpoint.url,
                }

            async with (
                running(remote, settings("bot"), "run", "--no-work"),
                running(remote, settings("worker-1"), "worker") as first,
                running(remote, settings("worker-2"), "worker") as second,
            ):
                yield Cluster(server, url, remote, (first, second))


async def seen(stream: Stream, name: str, outage: Callable[[], Coroutine[None, None, None]]) -> Seen:
    """What people saw while it happened, until all who had asked were served."""
    earlier, over = stream.asked, asyncio.Event()

    async def ask() -> None:
        while not over.is_set():
            await stream.ask(1)
            await asyncio.sleep(EVERY)

    asking = asyncio.create_task(ask())
    await asyncio.sleep(BEFORE)
    await outage()
    ended = time.time()
    await asyncio.sleep(BEFORE)
    over.set()
    await asking
    await _served(stream)
    asked = stream.asked - earlier
    last = max(stream.answered.values(), default=ended)
    return Seen(name, asked, max(stream.after[-asked:], default=0.0), max(0.0, last - ended))


async def _served(stream: Stream) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        await stream.look()
        if not stream.waiting:
            return
        await asyncio.sleep(EVERY)


async def judge() -> bool:
    """All outages, one after the other; whether nothing was lost, said twice or acknowledged too late."""
    table = Table("outage", "requests", "slowest acknowledgement", "all answered after", title="Outages")
    with tempfile.TemporaryDirectory() as folder:
        async with cluster(Path(folder)) as made:
            stream = Stream(made.remote)
            for name, outage in made.outages.items():
                saw = await seen(stream, name, outage)
                table.add_row(saw.name, str(saw.asked), f"{saw.slowest:.2f} s", f"{saw.served:.0f} s")
                Console(stderr=True).print(saw)
            answered, stray = await made.remote.answers(), await made.remote.unasked()
    late = sum(one.after is None or one.after > LIMIT for one in answered)
    once = sum(is_over(one) and one.answers == 1 for one in answered)
    Console().print(table)
    Console().print(f"{once} of {len(answered)} answered exactly once, {late} not acknowledged in time")
    Console().print(f"{stream.failed} told of a failure, {len(stray)} answers that nobody asked for")
    for one in answered:
        if not is_over(one) or one.answers != 1:
            Console(stderr=True).print(one)
    return once == len(answered) and not late and not stray and not stream.failed


if __name__ == "__main__":
    sys.exit(not asyncio.run(judge()))
