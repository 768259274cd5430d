"""What the web costs: `python -m tests.bench.fetch` prints a table of evil peers and the rate for normal pages.

The peer runs in a process of its own, so that memory and delays are the fetcher's. Limits are the real ones; attempts
that only the time limit ends run at the same time, so all takes about half a minute. Pages are those in
`extraction/mozilla` of the folder that BRIEFER_EVAL_DATA names, else one page of ours.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.adapters.web.fetcher import Web, WebFetcher, open_fetcher
from bot.adapters.web.limits import Limits
from bot.domain.errors import BrieferError
from tests.loopback.evil import BOMBS, EVIL, TIMEOUT, packed_bomb, path, routes
from tests.loopback.peer import page, serving

PAGES = 100
LIMITS = Limits(failure_kept=-1.0, kept=-1.0, at_once_per_host=50)
BEAT = 0.005
"""Seconds between two looks at the memory, and between two beats of the event loop."""


@dataclass
class Cost:
    """Seconds, the most megabytes above the start, and the longest that the event loop stood still (ms)."""

    seconds: float = 0.0
    megabytes: float = 0.0
    blocked: float = 0.0


def resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def _memory(cost: Cost) -> Iterator[None]:
    """Looks at the memory from a thread: the event loop may be the one that is busy."""
    before, done = resident(), threading.Event()

    def look() -> None:
        while not done.wait(BEAT):
            cost.megabytes = max(cost.megabytes, resident() - before)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


async def _beat(cost: Cost) -> None:
    """Counts this thread's processor time between two beats: others on the machine block nothing of ours."""
    while True:
        before = time.thread_time()
        await asyncio.sleep(BEAT)
        cost.blocked = max(cost.blocked, (time.thread_time() - before) * 1000)


@asynccontextmanager
async def measured() -> AsyncIterator[Cost]:
    """The cost of what is done inside."""
    cost = Cost()
    heart = asyncio.create_task(_beat(cost))
    with _memory(cost):
        began = time.perf_counter()
        yield cost
        cost.seconds = time.perf_counter() - began
    heart.cancel()


async def attempt(fetcher: WebFetcher, link: str) -> tuple[str, float]:
    """The code that a fetch ended with, and its seconds."""
    began = time.perf_counter()
    try:
        await fetcher.fetch(link)
    except BrieferError as error:
        return error.code, time.perf_counter() - began
    return "fetched", time.perf_counter() - began


async def evil(fetcher: WebFetcher, base: str) -> Table:
    """Every evil behaviour with the real limits, each followed by a good page."""
    table = Table("evil peer", "code", "right", "seconds", "MB", "blocked ms", "next fetch")
    slow = [name for name, what in EVIL.items() if what.codes & TIMEOUT]
    for name in [name for name in EVIL if name not in slow]:
        async with measured() as cost:
            code, seconds = await attempt(fetcher, base + path(name))
        after, _ = await attempt(fetcher, f"{base}/good")
        table.add_row(
            name,
            code,
            _right(name, code),
            f"{seconds:.2f}",
            f"{cost.megabytes:.1f}",
            f"{cost.blocked:.0f}",
            after,
        )
    async with measured() as cost:
        found = await asyncio.gather(*(attempt(fetcher, base + path(name)) for name in slow))
    after, _ = await attempt(fetcher, f"{base}/good")
    for name, (code, seconds) in zip(slow, found, strict=True):
        table.add_row(name, code, _right(name, code), f"{seconds:.2f}", "", "", after)
    table.add_row(
        f"these {len(slow)} at the same time",
        "",
        "",
        f"{cost.seconds:.2f}",
        f"{cost.megabytes:.1f}",
        f"{cost.blocked:.0f}",
        after,
    )
    return table


def _right(name: str, code: str) -> str:
    return "yes" if code in EVIL[name].codes else "NO"


async def rate(web: Web, base: str) -> Iterator[str]:
    """100 different pages, 20 at a time, through the whole guarded fetch."""
    took: list[float] = []
    places = asyncio.Semaphore(20)

    async def one(number: int) -> None:
        async with places:
            code, seconds = await attempt(fetcher, f"{base}/page/{number}")
            assert code == "fetched", code
            took.append(seconds)

    async with open_fetcher(web) as fetcher, measured() as cost:
        await asyncio.gather(*map(one, range(PAGES)))
    return iter([
        f"{PAGES} pages: {PAGES / cost.seconds:.0f} pages/s, median {statistics.median(took) * 1000:.1f} ms each with 20 at a time",
        f"  event loop blocked for {cost.blocked:.0f} ms at most, {cost.megabytes:.0f} MB more at most",
    ])  # fmt: skip


def pages() -> list[bytes]:
    """Real pages if there are any."""
    folder = os.environ.get("BRIEFER_EVAL_DATA")
    found = sorted(Path(folder, "extraction", "mozilla").glob("*/source.html")) if folder else []
    return [path.read_bytes() for path in found] or [b"<!doctype html><p>The harbour opens.</p>" * 2000]


async def serve() -> None:
    """The peer's own process: prints where it is, and serves until its input ends."""
    for bomb in set(BOMBS.values()):
        packed_bomb(*bomb)
    bodies = pages()
    normal = {f"/page/{number}": page(bodies[number % len(bodies)]) for number in range(PAGES)}
    async with serving({**routes(), **normal}) as peer:
        print(peer.host, flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def measure(host: str) -> None:
    """Print everything."""
    name, _, port = host.partition(":")
    web = Web(lifted=frozenset({(name, int(port))}), limits=LIMITS)
    console = Console(width=120)
    for _ in range(2):  # the first warms up
        lines = await rate(web, f"http://{host}")
    for line in lines:
        console.print(line)
    async with open_fetcher(replace(web, limits=LIMITS)) as fetcher:
        console.print(await evil(fetcher, f"http://{host}"))


def main() -> None:
    """Start the peer, measure, stop it."""
    if sys.argv[1:] == ["peer"]:
        asyncio.run(serve())
        return
    command = [sys.executable, "-m", "tests.bench.fetch", "peer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:
        assert peer.stdout is not None
        asyncio.run(measure(peer.stdout.readline().strip()))
        peer.communicate()


if __name__ == "__main__":
    main()
