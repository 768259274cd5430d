"""How fast links are read: `python -m tests.bench.links` prints pages a second, beside trafilatura alone.

Each page goes the whole way, guarded fetch from a peer in a process of its own and extraction in two children. Best of
several rounds, as a bench tells what a machine can do when nobody else uses it; its load is printed. Pages are those in
`extraction/mozilla` of the folder that BRIEFER_EVAL_DATA names, else one page of ours.
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import time

import trafilatura

from bot.adapters.extraction.pool import ExtractionPool
from bot.adapters.web.fetcher import Web, open_fetcher
from bot.domain.errors import BrieferError
from bot.services.sources import Links
from tests.bench.fetch import LIMITS, PAGES, pages

ROUNDS = 5
AT_ONCE = 4
"""Links in work at a time, for the rate; the time of one page is measured alone."""


async def once(links: Links, base: str, at_once: int) -> tuple[float, float]:
    """Pages a second, and the median of one page in milliseconds."""
    took: list[float] = []
    places = asyncio.Semaphore(at_once)

    async def one(number: int) -> None:
        async with places:
            began = time.perf_counter()
            try:
                await links.read(f"{base}/page/{number}")
            except BrieferError as error:
                print(number, error, file=sys.stderr)
            took.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*map(one, range(PAGES)))
    return PAGES / (time.perf_counter() - began), 1000 * statistics.median(took)


async def measure(host: str) -> None:
    """Print the best of all rounds, and their spread."""
    name, _, port = host.partition(":")
    web = Web(lifted=frozenset({(name, int(port))}), limits=LIMITS)
    async with open_fetcher(web) as fetcher:
        with ExtractionPool(2) as pool:
            await pool.warm()
            links = Links(fetcher, pool)
            wide = [(await once(links, f"http://{host}", AT_ONCE))[0] for _ in range(ROUNDS)]
            alone = [(await once(links, f"http://{host}", 1))[1] for _ in range(ROUNDS)]
    cost = 1000 * _busy() / (2 * ROUNDS * PAGES)  # the children have ended, and their time is known
    print(f"{PAGES} links: {max(wide):.0f} pages/s at best ({min(wide):.0f} at worst)", end=", ")
    print(f"median {min(alone):.0f} ms alone at best ({max(alone):.0f} at worst)")
    print(f"{cost:.0f} ms of processor time a page: {2000 / cost:.0f} pages/s when two cores do nothing else")


def _busy() -> float:
    """Seconds of processor time that this process and the children that have ended took, the peer's left out."""
    ours, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return ours.ru_utime + ours.ru_stime + theirs.ru_utime + theirs.ru_stime


def trafilatura_alone() -> None:
    """Print its pages a second in this process, without a fetch."""
    bodies, found = pages(), []
    busy = time.process_time()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for body in bodies:
            trafilatura.extract(body, favor_precision=True, include_comments=False)
        found.append(len(bodies) / (time.perf_counter() - began))
    cost = 1000 * (time.process_time() - busy) / (ROUNDS * len(bodies))
    print(f"trafilatura alone, in process: {max(found):.0f} pages/s, {cost:.0f} ms of processor time a page")
    print(f"load {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Start the peer, measure, stop it."""
    command = [sys.executable, "-m", "tests.bench.fetch", "peer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:
        assert peer.stdout is not None
        asyncio.run(measure(peer.stdout.readline().strip()))
        peer.communicate()
    trafilatura_alone()


if __name__ == "__main__":
    main()
