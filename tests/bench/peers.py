"""Calls, tokens and time for one article beside LangChain and LlamaIndex, on the same endpoint in one run.

Run: `python -m tests.bench.peers` with uv on the path, which fetches the two. They give a text; the time of ours has
in it the cleaning, the actors, the events and the checks. Tokens are those of the requests' messages and schema,
counted with o200k.
"""

import argparse
import asyncio
import gc
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.adapters.tokens import RANKS, count
from bot.bootstrap.basics import RARELY
from bot.domain.article import Extract
from bot.running import spare_collector
from bot.services.briefing import Wanted
from tests.bench.llm import Peer, article, briefing
from tests.loopback.endpoint import Reply, Request, completion
from tests.loopback.models import thorough

BESIDE = Path(__file__).parent / "summarisers.py"
APART = ("uv", "run", "-q", "--no-project", "--python", "3.11")
PACKAGES = (
    "langchain-classic==1.0.8",
    "langchain-openai==1.7.4",
    "llama-index-core==0.14.25",
    "llama-index-llms-openai-like==0.8.1",
)
OTHERS = ("LangChain map_reduce", "LlamaIndex TreeSummarize")

WINDOW = 128_000
LENGTHS = (1_400, 32_000, 700_000)
"""Tokens of the article."""

ROUNDS = 3

PROSE = (
    "The two sides met and agreed to meet again, one of them said, after a week in which little was said. "
) * 6
"""What those who ask for no claims are told: as long as a summary."""


def answer(request: Request) -> Reply:
    """Claims where a schema asks for them, else prose."""
    return thorough(request) if request.form else completion(PROSE)


async def ours(url: str, text: str) -> list[float]:
    """The seconds of some briefs, each from the pasted text to the checked claims."""
    brief, times = briefing(url, WINDOW), []
    for said in (article(0), *[text] * ROUNDS):
        began = time.perf_counter()
        await brief.brief(Extract(said, language="en"), Wanted())
        times.append(time.perf_counter() - began)
    return times[1:]


def theirs(name: str, url: str, text: str) -> list[float]:
    """The seconds of some summaries by one of the others, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(text, encoding="utf-8")
        fetched = [part for package in PACKAGES for part in ("--with", package)]
        done = subprocess.run(
            [*APART, *fetched, "python", str(BESIDE), name, url, str(file), str(ROUNDS)],
            env={**os.environ, "TIKTOKEN_CACHE_DIR": str(RANKS.parent)},
            check=True,
            capture_output=True,
            text=True,
        )
    return [float(line) for line in done.stdout.split()]


def row(text: str, times: list[float], requests: list[str], latency: float) -> list[str]:
    """Calls and tokens of the last round, and the median time."""
    last = requests[-(len(requests) // ROUNDS) :]
    took = statistics.median(times)
    tokens = sum(map(count, last)) / count(text)
    return [str(len(last)), f"{tokens:.2f}", f"{took:.2f}", f"{took / latency:.2f}"]


async def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--latency", type=float, default=1.0)
    options.add_argument("--data", type=Path, default=os.environ.get("BRIEFER_EVAL_DATA"))
    given = options.parse_args()
    data = Path(given.data) if given.data else None
    table = Table("tokens", "by", "calls", "tokens × article", "s", "× one call", "× ours")
    peer = Peer(given.latency, answer)
    gc.set_threshold(*RARELY)
    await spare_collector()
    for length in LENGTHS if data else LENGTHS[:1]:
        text = article(length, data if length > LENGTHS[0] else None)
        size = f"{count(text):,}"
        times = own = await ours(peer.url, text)
        table.add_row(size, "Briefer", *row(text, times, peer.requests(), given.latency), "1.00")
        for name in OTHERS:
            times = await asyncio.to_thread(theirs, name, peer.url, text)
            ratio = statistics.median(times) / statistics.median(own)
            table.add_row(size, name, *row(text, times, peer.requests(), given.latency), f"{ratio:.2f}")
    peer.stop()
    Console(width=100).print(table)


if __name__ == "__main__":
    asyncio.run(main())
