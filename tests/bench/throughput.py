"""How many briefs a second, and how soon people are acknowledged: `python -m tests.bench.throughput`.

The bot and a fake Discord are processes of their own; the language model is on loopback and takes 2 s for each answer.
First people ask as often as the mark says, then so many requests are kept in flight, each for an article of its own.
The marks: 8 briefs a second on SQLite and 15 on PostgreSQL with two workers, and an acknowledgement within 1 s for 99
of 100. The processor's time for a brief tells what cores without other work would give.
"""

import argparse
import asyncio
import math
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.processes import Family
from tests.bench.stream import Stream
from tests.chaos.kills import database
from tests.chaos.victim import Victim, running
from tests.loopback.discord.remote import Remote, spawned
from tests.loopback.endpoint import Reply, Request, loopback
from tests.loopback.models import faithful

LATENCY = 2.0
"""Seconds that the model takes."""

COMMANDS: Mapping[str, Sequence[Sequence[str]]] = {
    "sqlite": [("run",)],
    "postgresql": [("run", "--no-work"), ("worker",), ("worker",)],
}
MARKS = {"sqlite": 8.0, "postgresql": 15.0}
WARM = 4
"""Briefs before the measuring begins."""

LOOKS = 4
"""Requests between two looks at what was answered."""

LOOK = 0.25
"""Seconds between two looks at what was answered."""

PATIENCE = 300.0


@dataclass(frozen=True)
class Phase:
    """What was seen: seconds until each acknowledgement, in order, briefs a second from the first request to the last
    answer, and processor seconds of a brief.
    """

    waits: Sequence[float]
    rate: float
    seconds: float

    def wait(self, share: float) -> float:
        """So many of all were acknowledged within these seconds."""
        return self.waits[math.ceil(len(self.waits) * share) - 1]


@dataclass(frozen=True)
class Outcome:
    """Both phases, answers that are no briefs, and the machine's load at the end."""

    steady: Phase
    full: Phase
    failed: int
    load: float


def slow(request: Request) -> Reply:
    """A careful model that takes its time."""
    return replace(faithful(request), delay=LATENCY)


async def at_rate(stream: Stream, rate: float, briefs: int) -> None:
    """So many requests, so many a second, until all are answered."""
    began = time.monotonic()
    for number in range(briefs):
        await asyncio.sleep(began + number / rate - time.monotonic())
        await stream.ask(1)
        if number % LOOKS == 0:
            await stream.look()
    await in_flight(stream, 0, 0)


async def in_flight(stream: Stream, flight: int, briefs: int) -> None:
    """Until so many more requests are answered, of which so many at a time wait."""
    goal = stream.asked + briefs
    async with asyncio.timeout(PATIENCE):
        while len(stream.answered) < goal:
            await stream.ask(min(flight - stream.waiting, goal - stream.asked))
            await asyncio.sleep(LOOK)
            await stream.look()


async def phase(stream: Stream, families: Sequence[Family], asking: Coroutine[None, None, None]) -> Phase:
    """What was seen while people asked so."""
    earlier, began = len(stream.after), time.time()
    spent = sum(family.seconds() for family in families)
    await asking
    briefs, took = len(stream.after) - earlier, max(stream.answered.values()) - began
    spent = sum(family.seconds() for family in families) - spent
    return Phase(sorted(stream.after[earlier:]), briefs / took, spent / briefs)


@asynccontextmanager
async def briefer(kind: str, remote: Remote, url: str, endpoint: str) -> AsyncIterator[list[Victim]]:
    """The processes of one bot, or of a bot without work and two workers."""
    settings = {
        "BRIEFER_DATABASE_URL": url,
        "BRIEFER_ENGINE": "llm",
        "BRIEFER_LLM_CONCURRENCY": "64",
        "BRIEFER_REQUESTS_PER_MINUTE": "10000",
        "OPENAI_BASE_URL": endpoint,
    }
    async with AsyncExitStack() as stack:
        processes = list[Victim]()
        for command in COMMANDS[kind]:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            own = {"BRIEFER_DATA_DIR": folder, "BRIEFER_SLOT": f"slot-{len(processes)}"}
            processes.append(await stack.enter_async_context(running(remote, settings | own, *command)))
        yield processes


async def measure(kind: str, flight: int, briefs: int) -> Outcome:
    """One run on one database."""
    with tempfile.TemporaryDirectory() as folder, database(kind, Path(folder)) as url:
        async with (
            spawned() as remote,
            loopback(slow) as endpoint,
            briefer(kind, remote, url, endpoint.url) as processes,
        ):
            stream, families = Stream(remote), [Family(process.pid) for process in processes]
            await in_flight(stream, WARM, WARM)
            steady = await phase(stream, families, at_rate(stream, MARKS[kind], briefs))
            full = await phase(stream, families, in_flight(stream, flight, briefs))
    return Outcome(steady, full, stream.failed, os.getloadavg()[0])


def table(kind: str, outcome: Outcome) -> Table:
    """What was seen, beside the marks."""
    mark, steady, full = MARKS[kind], outcome.steady, outcome.full
    shown = Table("what", f"{mark:.0f} asked a second", "as many as go", title=f"Briefs on {kind}")
    shown.add_row("briefs a second", f"{steady.rate:.1f}", f"{full.rate:.1f} (mark {mark:.0f})")
    for name, share in (("median", 0.5), ("99th percentile", 0.99), ("slowest", 1.0)):
        shown.add_row(f"acknowledged, {name}", f"{steady.wait(share):.2f} s", f"{full.wait(share):.2f} s")
    shown.add_row("processor for a brief", f"{steady.seconds * 1000:.0f} ms", f"{full.seconds * 1000:.0f} ms")
    shown.add_row("answers that are no briefs, load at the end", str(outcome.failed), f"{outcome.load:.1f}")
    return shown


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=tuple(MARKS), default="sqlite")
    parser.add_argument("--briefs", type=int, default=160, help="of each phase")
    parser.add_argument("--flight", type=int, default=48, help="requests in flight")
    asked = parser.parse_args()
    outcome = asyncio.run(measure(asked.database, asked.flight, asked.briefs))
    Console().print(table(asked.database, outcome))
    sys.exit(outcome.failed > 0)


if __name__ == "__main__":
    main()
