"""How soon people are acknowledged under load: `python -m tests.bench.acknowledge` prints a table.

`briefer run` and a fake Discord are processes of their own. While long articles are being read offline, many requests
arrive in the same instant; the fake Discord measures from sending each to its acknowledgement, and in the end counts
who was answered, and how often. The mark: under 1 s for 99 of 100. Long articles are parts of the book that
BRIEFER_EVAL_DATA names (`long/war-and-peace.txt`), else the sample many times over.
"""

import argparse
import asyncio
import math
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.loopback.discord.ledger import Answered
from tests.loopback.discord.remote import ROOT, Remote, spawned

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "moscow-washington.txt"
BOOK = Path("long") / "war-and-peace.txt"
LETTERS = 100_000
"""Characters of a long article."""

LONGEST_OPTION = 5_900
PATIENCE = 900.0
BEAT = 1.0
"""Seconds between two looks at what was answered."""

MARK = 1.0


@asynccontextmanager
async def briefer(remote: Remote, folder: Path) -> AsyncIterator[None]:
    """`briefer run` in the fake Discord, warm: it has answered once."""
    settings = {
        "BRIEFER_DATA_DIR": str(folder),
        "BRIEFER_ENGINE": "offline",
        "BRIEFER_REQUESTS_PER_MINUTE": "10000",
    }
    environment = os.environ | remote.environment | settings
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment
    )
    try:
        await remote.happened("ready", seconds=60)
        await remote.do("caught_up")
        await remote.burst("brief", [{"text": short(number)} for number in range(4)])
        await _all_answered(remote, 4)
        yield
    finally:
        process.terminate()
        await process.wait()


def short(number: int) -> str:
    """The sample, cut to what a text option takes, as an article of its own."""
    return f"Report {number}\n\n{SAMPLE.read_text(encoding='utf-8')}"[:LONGEST_OPTION]


def long(number: int) -> str:
    """A long article of its own."""
    folder = os.environ.get("BRIEFER_EVAL_DATA")
    book = (Path(folder) / BOOK if folder else SAMPLE).read_text(encoding="utf-8")
    book *= LETTERS * (number + 2) // len(book) + 1
    return book[LETTERS * number : LETTERS * (number + 1)]


async def measure(long_articles: int, requests: int) -> tuple[list[Answered], float]:
    """What came of the requests, and the seconds until all were answered."""
    with tempfile.TemporaryDirectory() as folder:
        async with spawned() as remote, briefer(remote, Path(folder)):
            before = len(await remote.answers())
            for number in range(long_articles):
                await remote.do("invoke", command="brief", files={"file": long(number)})
            await remote.happened("callback", before + long_articles)
            began = time.perf_counter()
            asked = set(await remote.burst("brief", [{"text": short(n)} for n in range(100, 100 + requests)]))
            await _all_answered(remote, before + long_articles + requests)
            seconds = time.perf_counter() - began
            return [one for one in await remote.answers() if one.request in asked], seconds


async def _all_answered(remote: Remote, requests: int) -> None:
    """Until every request has an answer that can be read, or was refused."""
    async with asyncio.timeout(PATIENCE):
        while sum(map(_is_over, await remote.answers())) < requests:  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(BEAT)


def _is_over(answered: Answered) -> bool:
    return answered.answers > 0 or bool(answered.refused)


def table(answered: list[Answered], seconds: float) -> Table:
    """Percentiles of the acknowledgement, and what became of the requests."""
    after = sorted(math.inf if one.after is None else one.after for one in answered)
    cuts = [after[math.ceil(len(after) * share) - 1] for share in (0.5, 0.95, 0.99)]
    shown = Table("what", "figure", title=f"{len(answered)} requests at once on {os.cpu_count()} cores")
    for name, value in zip(("median", "95th percentile", "99th percentile"), cuts, strict=True):
        shown.add_row(f"acknowledged, {name}", f"{value:.2f} s")
    shown.add_row("acknowledged, slowest", f"{after[-1]:.2f} s")
    shown.add_row("acknowledged too late", str(sum(bool(one.refused) for one in answered)))
    shown.add_row("answered exactly once", f"{sum(one.answers == 1 for one in answered)} of {len(answered)}")
    shown.add_row("all answered after", f"{seconds:.0f} s")
    shown.add_row(f"mark: {MARK:.0f} s at the 99th percentile", "reached" if cuts[-1] < MARK else "missed")
    return shown


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--long", type=int, default=20, help="long articles in work meanwhile")
    asked = parser.parse_args()
    Console().print(table(*asyncio.run(measure(asked.long, asked.requests))))


if __name__ == "__main__":
    main()
