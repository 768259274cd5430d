"""What the LLM engine takes beside the model: calls, tokens, time, memory, and how long it holds up the event loop.

Run: `python -m tests.bench.llm`. A loopback endpoint of fixed latency, in a process of its own, stands for the model
and answers out of the material; tokens are those of the requests' messages and schema, counted with o200k.
"""

import argparse
import asyncio
import gc
import itertools
import json
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.adapters.prompts import load_prompts
from bot.adapters.tokens import count
from bot.bootstrap.basics import RARELY
from bot.domain.article import Extract
from bot.engines.llm.breaker import Breaker
from bot.engines.llm.endpoint import Endpoint, Limits, connect
from bot.engines.llm.engine import LlmEngine, Reader
from bot.engines.llm.ladder import Ladder
from bot.engines.llm.model import Model
from bot.services.briefing import Briefing, Stage, Wanted
from tests.loopback.endpoint import Reply, Request, loopback
from tests.loopback.models import thorough
from tests.loopback.wiring import KEY, NOW, free

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "moscow-washington.txt"
LONG = ("moby-dick.txt", "war-and-peace.txt")
"""Long texts of the evaluation data (`BRIEFER_EVAL_DATA`), for what is longer than the sample."""

HEAD = 3_000
"""Characters of a licence and contents at the start of those texts."""

LETTERS = 4.3
"""Characters a token, about."""

STEP = 0.001
SIZES = (
    (32_000, 128_000),
    (48_000, 24_000),
    (225_000, 24_000),
    (900_000, 24_000),
)
"""Tokens of an article and window of the model: 1, 4, 16 and 64 parts."""


def serve(latency: float, answer: Callable[[Request], Reply], pipe: Connection) -> None:
    """The endpoint's process: sends its address, then, when asked, what it was sent, until told to stop."""

    async def slow(request: Request) -> Reply:
        due = time.monotonic() + latency
        await asyncio.sleep(latency / 2)  # no request that comes with others waits until they are answered
        reply = answer(request)
        await asyncio.sleep(due - time.monotonic())
        return reply

    async def main() -> None:
        async with loopback(slow) as endpoint:
            pipe.send(endpoint.url)
            while await asyncio.to_thread(pipe.recv):
                pipe.send([sent(request) for request in endpoint.requests])
                endpoint.requests.clear()

    asyncio.run(main())


def sent(request: Request) -> str:
    """The text of a request that a model is charged for."""
    return "\n".join(
        [*(said["content"] for said in request.messages), json.dumps(request.form, separators=(",", ":"))]
    )


class Peer:
    """The endpoint, from the side of the one who calls it."""

    def __init__(self, latency: float, answer: Callable[[Request], Reply] = thorough) -> None:
        self._pipe, other = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=serve, args=(latency, answer, other), daemon=True)
        self._process.start()
        self.url = str(self._pipe.recv())

    def requests(self) -> list[str]:
        """What was sent since the last time."""
        self._pipe.send(1)
        found = self._pipe.recv()
        assert isinstance(found, list)
        return found

    def stop(self) -> None:
        """End the process."""
        self._pipe.send(0)
        self._process.join()


def briefing(url: str, window: int, concurrency: int = 256) -> Briefing:
    """The engine with room for everything at once."""
    limits = Limits(concurrency=concurrency)
    model = Model(
        "bench", Endpoint(connect(KEY, url, limits), limits, Breaker()), Ladder(), load_prompts(), count
    )
    engine = LlmEngine(Reader(model, load_prompts(), window, count, free, lambda: NOW))
    return Briefing(engine, None, lambda: NOW)


@dataclass
class Lag:
    """The longest seconds that a timer of 1 ms came late, and that the event loop's own thread worked meanwhile.

    The difference is other threads, which hold the interpreter's lock, and other processes.
    """

    late: float = 0.0
    own: float = 0.0

    def __str__(self) -> str:
        return f"{self.late * 1000:.0f} ({self.own * 1000:.0f})"


@asynccontextmanager
async def watched() -> AsyncIterator[Lag]:
    """How long the event loop was held up by what is done inside."""
    lag = Lag()

    async def watch() -> None:
        while True:
            began, worked = time.perf_counter(), time.thread_time()
            await asyncio.sleep(STEP)
            lag.late = max(lag.late, time.perf_counter() - began - STEP)
            lag.own = max(lag.own, time.thread_time() - worked)

    task = asyncio.create_task(watch())
    try:
        yield lag
    finally:
        task.cancel()


def article(tokens: int, data: Path | None = None) -> str:
    """The sample, or about so many tokens of the long texts."""
    if data is None:
        return SAMPLE.read_text(encoding="utf-8")
    text = "\n\n".join((data / "long" / name).read_text(encoding="utf-8")[HEAD:] for name in LONG)
    return text[: round(tokens * LETTERS)]


async def one(text: str, window: int, peer: Peer, latency: float) -> list[str]:
    """A row: one article at one window."""
    brief = briefing(peer.url, window)
    await brief.brief(Extract(article(0), language="en"), Wanted())
    peer.requests()
    began, worked = time.perf_counter(), time.process_time()
    stages: dict[Stage, float] = {}

    def note(stage: Stage, done: int, of: int) -> None:
        del done, of
        stages.setdefault(stage, time.perf_counter() - began)

    async with watched() as lag:
        done = await brief.brief(Extract(text, language="en"), Wanted(progress=note))
        took, own = time.perf_counter() - began, time.process_time() - worked
    cleaning = stages[Stage.READING]
    requests, size = peer.requests(), count(text)
    tokens = sum(map(count, requests))
    return [
        f"{size:,}", str(done.parts), str(len(requests)), f"{tokens:,}", f"{tokens / size:.2f}", f"{took:.2f}",
        f"{cleaning:.2f}", f"{(took - cleaning) / latency:.2f}", f"{own:.2f}", str(lag),
    ]  # fmt: skip


def crowd(number: int, data: Path | None) -> list[str]:
    """So many articles: those of the news sets (`BRIEFER_EVAL_DATA`) over and over, else the sample."""
    files = sorted((data / "news").glob("*.jsonl")) if data else []
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    texts = [json.loads(line)["text"] for line in lines] or [article(0)]
    return list(itertools.islice(itertools.cycle(texts), number))


async def many(number: int, latency: float, concurrency: int, data: Path | None) -> list[str]:
    """A row: so many briefs at once."""
    peer = Peer(latency)
    brief = briefing(peer.url, 128_000, concurrency)
    texts = crowd(number, data)
    await brief.brief(Extract(article(0), language="en"), Wanted())
    async with watched() as lag:
        began, worked = time.perf_counter(), time.process_time()
        await asyncio.gather(*(brief.brief(Extract(text, language="en"), Wanted()) for text in texts))
        took, own = time.perf_counter() - began, time.process_time() - worked
    peer.stop()
    ideal = latency * -(-number // concurrency)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        str(number), str(concurrency), f"{took:.2f}", f"{took / ideal:.2f}", f"{own:.2f}", f"{memory:.0f}",
        str(lag),
    ]  # fmt: skip


async def overhead(rounds: int = 20) -> tuple[float, float]:
    """Seconds, and those of our processor, for the sample, warm: medians of some rounds at no latency."""
    peer = Peer(0.0)
    brief = briefing(peer.url, 128_000)
    times, own = [], []
    for _ in range(rounds):
        began, worked = time.perf_counter(), time.process_time()
        await brief.brief(Extract(article(1), language="en"), Wanted())
        times.append(time.perf_counter() - began)
        own.append(time.process_time() - worked)
    peer.stop()
    return statistics.median(times), statistics.median(own)


async def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--latency", type=float, default=1.0)
    options.add_argument("--many", type=int, default=200)
    options.add_argument("--data", type=Path, default=os.environ.get("BRIEFER_EVAL_DATA"))
    given = options.parse_args()
    gc.set_threshold(*RARELY)
    console = Console(width=110)
    wall, own = await overhead()
    console.print(
        f"overhead for the sample, warm: {wall * 1000:.0f} ms, of it {own * 1000:.0f} ms our processor time"
    )

    peer = Peer(given.latency)
    parts = Table(
        "tokens",
        "parts",
        "calls",
        "prompt tokens",
        "× article",
        "s",
        "of it cleaning",
        "rest × one call",
        "own CPU s",
        "lag ms (own)",
    )
    parts.add_row(*await one(article(0), 128_000, peer, given.latency))
    for tokens, window in SIZES if given.data else ():
        parts.add_row(*await one(article(tokens, given.data), window, peer, given.latency))
    peer.stop()
    console.print(parts)

    if not given.many:
        return
    crowd = Table(
        "briefs",
        "concurrency",
        "s",
        "× ideal",
        "own CPU s",
        "MB",
        "lag ms (own)",
        title="at once, 2 s latency",
    )
    crowd.add_row(*await many(given.many, 2.0, given.many, given.data))
    crowd.add_row(*await many(given.many, 2.0, 16, given.data))
    console.print(crowd)


if __name__ == "__main__":
    asyncio.run(main())
