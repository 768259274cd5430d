"""How many briefs a second, and how soon people are acknowledged: `python -m tests.bench.throughput`.

The bot and a fake Discord are processes of their own; the language model is on loopback and takes 2 s for each answer.
So many requests are kept in flight, each for an article of its own, until so many were asked for. The marks: 8 briefs a
second on SQLite and 15 on PostgreSQL with two workers, and an acknowledgement within 1 s for 99 of 100. The
processor's time for a brief tells what two cores without other work would give.
"""

import argparse
import asyncio
import math
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.processes import Family
from tests.bench.stream import Stream
from tests.chaos.kills import database
from tests.chaos.victim import running
from tests.loopback.discord.remote import spawned
from tests.loopback.endpoint import Reply, Request, loopback
from tests.loopback.models import faithful

LATENCY = 2.0
"""Seconds that the model takes."""

MARKS = {"sqlite": 8.0, "postgresql": 15.0}
SOON = 1.0
CORES = 2
LOOK = 0.25
"""Seconds between two looks at what was answered."""

PATIENCE = 300.0


@dataclass(frozen=True)
class Outcome:
    """What was seen: briefs a second, the waits in seconds in order, failures, and processor seconds by process."""

    rate: float
    waits: list[float]
    failed: int
    seconds: Mapping[str, float]
    load: float


def slow(request: Request) -> Reply:
    """A careful model that takes its time."""
    return replace(faithful(request), delay=LATENCY)


async def keep_asking(stream: Stream, flight: int, briefs: int) -> None:
    """Until so many requests are answered, of which so many at a time wait."""
    goal = stream.asked + briefs
    async with asyncio.timeout(PATIENCE):
        while len(stream.answered) < goal:
            await stream.ask(min(flight - stream.waiting, goal - stream.asked))
            await asyncio.sleep(LOOK)
            await stream.look()


async def measure(kind: str, flight: int, briefs: int) -> Outcome:
    """One run on one database."""
    with tempfile.TemporaryDirectory() as folder, database(kind, Path(folder)) as url:
        async with spawned() as remote, loopback(slow) as endpoint:
            settings = {
                "BRIEFER_DATA_DIR": folder,
                "BRIEFER_DATABASE_URL": url,
                "BRIEFER_ENGINE": "llm",
                "BRIEFER_LLM_CONCURRENCY": "64",
                "BRIEFER_REQUESTS_PER_MINUTE": "10000",
                "OPENAI_BASE_URL": endpoint.url,
            }
            async with running(remote, settings) as bot:
                stream, family = Stream(remote), Family(bot.pid)
                await keep_asking(stream, 4, 4)
                warm, spent = len(stream.after), family.seconds()
                await keep_asking(stream, flight, briefs)
                spent = family.seconds() - spent
    times = sorted(stream.answered.values())[warm:]
    rate = (len(times) - 1) / (times[-1] - times[0])
    return Outcome(
        rate, sorted(stream.after[warm:]), stream.failed, {"Briefer": spent / briefs}, os.getloadavg()[0]
    )


def table(kind: str, outcome: Outcome) -> Table:
    """What was seen, beside the marks."""
    shown = Table("what", "figure", title=f"{len(outcome.waits)} briefs on {kind}")
    shown.add_row("briefs a second", f"{outcome.rate:.1f} (mark {MARKS[kind]:.0f})")
    for name, share in (("median", 0.5), ("99th percentile", 0.99)):
        cut = outcome.waits[math.ceil(len(outcome.waits) * share) - 1]
        shown.add_row(f"acknowledged, {name}", f"{cut:.2f} s")
    shown.add_row("acknowledged, slowest", f"{outcome.waits[-1]:.2f} s")
    shown.add_row("answers that are no briefs", str(outcome.failed))
    for name, seconds in outcome.seconds.items():
        shown.add_row(f"processor for a brief, {name}", f"{seconds * 1000:.0f} ms")
    shown.add_row("load of the machine at the end", f"{outcome.load:.1f}")
    return shown


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=tuple(MARKS), default="sqlite")
    parser.add_argument("--briefs", type=int, default=240)
    parser.add_argument("--flight", type=int, default=48, help="requests in flight")
    asked = parser.parse_args()
    outcome = asyncio.run(measure(asked.database, asked.flight, asked.briefs))
    Console().print(table(asked.database, outcome))
    sys.exit(outcome.failed > 0)


if __name__ == "__main__":
    main()
