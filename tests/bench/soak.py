"""Whether memory stays where it is: `python -m tests.bench.soak --minutes 10` prints it minute by minute.

The bot and a fake Discord are processes of their own; so many times a second somebody asks for a brief of an article of
its own, by a model on loopback or by the embedded engine in its child processes.
"""

import argparse
import asyncio
import itertools
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.processes import Family
from tests.bench.stream import Stream
from tests.chaos.victim import running
from tests.loopback.discord.remote import spawned
from tests.loopback.endpoint import Reply, Request, loopback
from tests.loopback.models import faithful

LATENCY = 0.5
"""Seconds that the model takes."""

MINUTE = 60.0
MEGABYTE = 2**20


def slow(request: Request) -> Reply:
    """A careful model that takes a moment."""
    return replace(faithful(request), delay=LATENCY)


async def ask(stream: Stream, rate: float, seconds: float) -> None:
    """So many requests a second, for so long."""
    began = time.monotonic()
    for number in itertools.takewhile(lambda n: n < rate * seconds, itertools.count()):
        await asyncio.sleep(began + number / rate - time.monotonic())
        await stream.ask(1)
        await stream.look()


async def soak(engine: str, minutes: int, rate: float) -> Table:
    """Memory of the bot and of its children at the end of each minute, and what was answered by then."""
    table = Table(
        "minute", "bot", "its children", "asked", "answered", title=f"{rate:.0f} requests a second, {engine}"
    )
    with tempfile.TemporaryDirectory() as folder:
        async with spawned() as remote, loopback(slow) as endpoint:
            settings = {
                "BRIEFER_DATA_DIR": folder,
                "BRIEFER_DATABASE_URL": f"sqlite:///{Path(folder) / 'briefer.db'}",
                "BRIEFER_ENGINE": engine,
                "BRIEFER_REQUESTS_PER_MINUTE": "10000",
                "OPENAI_BASE_URL": endpoint.url,
            }
            async with running(remote, settings) as bot:
                stream, family = Stream(remote), Family(bot.pid)
                for minute in range(1, minutes + 1):
                    await ask(stream, rate, MINUTE)
                    held = family.memory()
                    own = held[bot.pid] / MEGABYTE
                    children = sum(held.values()) / MEGABYTE - own
                    counts = (str(stream.asked), str(len(stream.answered)))
                    table.add_row(
                        str(minute), f"{own:.0f} MB", f"{children:.0f} MB ({len(held) - 1})", *counts
                    )
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("llm", "offline"), default="llm")
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2.0, help="requests a second")
    asked = parser.parse_args()
    Console().print(asyncio.run(soak(asked.engine, asked.minutes, asked.rate)))


if __name__ == "__main__":
    main()
