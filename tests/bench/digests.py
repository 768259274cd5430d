"""A thousand digests at nine: `python -m tests.bench.digests` prints how long they take, and what they take.

All are due in the same minute and share feeds, each with two new items, from a peer in a process of its own: guarded
fetch, extraction, the embedded engine in two child processes, clustering, and the database on disk; Discord is left
out. Each digest reads five feeds. Memory is that of this process and of the children, at its highest.
"""

import asyncio
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web

from bot.adapters.extraction.pool import ExtractionPool
from bot.adapters.feeds.reading import WebFeeds
from bot.adapters.storage import Storage, open_storage
from bot.adapters.web.fetcher import Web, open_fetcher
from bot.domain.digest import Digest, Item, Run, Schedule
from bot.domain.post import Post
from bot.engines.offline.pool import EnginePool
from bot.services.briefing import Briefing
from bot.services.digesting.due import SPREAD
from bot.services.digesting.gathering import DigestGatherer, Server
from bot.services.digesting.news import News
from bot.services.digesting.reporting import Reporting
from bot.services.digesting.running import Running
from bot.services.digesting.scheduling import Scheduler
from bot.services.sources import Links

DIGESTS, FEEDS, EACH, NEW = 1000, 200, 5, 2
PATIENCE = 900.0

PLACES = "Aldmoor Brevik Castrel Dunholt Eskford Farrow Gildeby Harnes Ivarsund Jorby Kelso Lindau".split()  # noqa: SIM905
THINGS = [
    "harbour bridge",
    "school",
    "tram line",
    "hospital",
    "river dam",
    "airport",
    "market hall",
    "library",
    "water plant",
]
PEOPLE = [
    "Marit Berg",
    "Tomas Lind",
    "Ana Cruz",
    "Ivo Marek",
    "Sara Holm",
    "Jan Novak",
    "Lea Brandt",
    "Omar Said",
]


def now() -> datetime:
    """The time by this machine."""
    return datetime.now(UTC)


def page(feed: int, item: int) -> tuple[str, str]:
    """Title and paragraphs of an invented article."""
    drawn = random.Random(feed * 10 + item)  # noqa: S311 - no secret
    place, other, thing = drawn.choice(PLACES), drawn.choice(PLACES), drawn.choice(THINGS)
    person, sum_ = drawn.choice(PEOPLE), drawn.randrange(2, 900)
    title = f"{place} votes on its {thing} number {feed}"
    lines = (
        f"The council of {place} said on Tuesday that its {thing} number {feed} will close for repairs in May.",
        (
            f"Mayor {person} said the work would cost {sum_} million kroner and take {item + 2} years, and that the "
            f"builders had been chosen from among {sum_ % 7 + 3} companies after a long debate in the town hall."
        ),
        (
            f"People from {other} have asked for another way while the {thing} is closed; a petition has been signed "
            f"by {sum_ * 11} of them, the newspaper of the district wrote."
        ),
        (
            f"The council will vote on 20 December 2026, said {person}, who has held the office since 2019. The "
            "opposition wants the figures to be looked at again before any contract is signed."
        ),
    )
    return title, "".join(f"<p>{line}</p>" for line in lines)


def feed_of(base: str, feed: int) -> str:
    """A feed of two entries of an hour ago."""
    stamp = f"{now() - timedelta(hours=1):%a, %d %b %Y %H:%M:%S} GMT"
    items = "".join(
        f"<item><title>{page(feed, item)[0]}</title><link>{base}/page/{feed}/{item}</link>"
        f"<pubDate>{stamp}</pubDate></item>"
        for item in range(NEW)
    )
    return f'<rss version="2.0"><channel><title>Paper {feed}</title>{items}</channel></rss>'


async def serve() -> None:
    """The peer: prints its port, and at the end of its input how often each path was asked for."""
    asked: Counter[str] = Counter()

    async def answer(request: web.Request) -> web.Response:
        asked[request.path] += 1
        kind, *numbers = request.path.strip("/").split("/")
        if kind == "feed":
            text = feed_of(f"http://{request.host}", int(numbers[0]))
            return web.Response(text=text, content_type="application/rss+xml")
        if kind == "page":
            title, text = page(int(numbers[0]), int(numbers[1]))
            head = f"<!doctype html><html lang=en><head><title>{title}</title></head>"
            whole = f"{head}<body><article><h1>{title}</h1>{text}</article></body></html>"
            return web.Response(text=whole, content_type="text/html")
        raise web.HTTPNotFound

    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    feeds = [times for path, times in asked.items() if path.startswith("/feed/")]
    pages = [times for path, times in asked.items() if path.startswith("/page/")]
    print(
        f"{len(feeds)} feeds asked at most {max(feeds)} times, {len(pages)} pages at most {max(pages)} times"
    )


class Board:
    """The channels; when each message came."""

    def __init__(self) -> None:
        self.sent: dict[str, float] = {}
        self.stories = 0

    async def find(self, _: Digest, run: Run) -> Sequence[int]:
        return [1] if run.id in self.sent else []

    async def send(self, _: Digest, run: Run, post: Post) -> int:
        assert run.id not in self.sent
        self.sent[run.id] = time.monotonic()
        self.stories += len(post.stories)
        return len(self.sent)

    async def withdraw(self, _: Digest, message_id: int) -> None:
        raise AssertionError(message_id)

    async def warn(self, _: Digest, reason: str) -> None:
        raise AssertionError(reason)


class Nothing:
    """No links that people shared."""

    async def since(self, channels: Sequence[int], moment: datetime) -> Sequence[Item]:
        del channels, moment
        return ()


async def fill(storage: Storage, base: str) -> None:
    """A thousand digests that are due in this minute."""
    due = now()
    schedule = Schedule(due.time().replace(second=0, microsecond=0), "UTC")
    for number in range(DIGESTS):
        feeds = tuple(f"{base}/feed/{(number + step * 37) % FEEDS}" for step in range(EACH))
        since = due - timedelta(minutes=5)
        await storage.digests.put(Digest(f"d{number}", number, number, "Nine", schedule, since, feeds))


async def measure(port: int, folder: Path) -> None:
    """Run all digests, and print what that took."""
    base, board = f"http://127.0.0.1:{port}", Board()
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(f"sqlite:///{folder}/b.db", now=now))
        await fill(storage, base)
        fetcher = await stack.enter_async_context(
            open_fetcher(Web(lifted=frozenset({("127.0.0.1", port)}), respect_robots=False))
        )
        briefing = Briefing(stack.enter_context(EnginePool(2)), None, now)
        links = Links(fetcher, stack.enter_context(ExtractionPool(1)))
        news = News(stack.enter_context(WebFeeds(fetcher, now)), storage.feeds, now)
        server = Server(Nothing(), storage.server_briefs, storage.guilds, storage.runs)
        gatherer = DigestGatherer(news, Reporting(links, lambda _: briefing, now), server, now)
        running = Running(storage.digests, storage.runs, gatherer, board, now)
        scheduler = Scheduler(running, now, lambda name, error: print(name, repr(error), file=sys.stderr))
        began, most = time.monotonic(), 0
        scheduler.start()
        while len(board.sent) < DIGESTS and time.monotonic() - began < PATIENCE:
            await asyncio.sleep(1)
            most = max(most, memory())
        await scheduler.close()
    took = max(board.sent.values()) - began
    print(f"{len(board.sent)} of {DIGESTS} digests posted within {took:.0f} s, {board.stories} stories")
    print(f"their start is spread over {SPREAD.total_seconds():.0f} s; memory {most / 2**20:.0f} MB at most")


def memory() -> int:
    """Bytes that this process and its children hold; pages that they share count once (Linux, PSS)."""
    return sum(map(_held, _family(os.getpid())))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def _held(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024 * int(line.split()[1])
    return 0


def main() -> None:
    """Start the peer, measure, stop it."""
    command = [sys.executable, "-m", "tests.bench.digests", "peer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:
        assert peer.stdout is not None
        port = int(peer.stdout.readline())
        with TemporaryDirectory(prefix="briefer-bench-") as folder:
            asyncio.run(measure(port, Path(folder)))
        told, _ = peer.communicate()
        print(told.strip())


if __name__ == "__main__":
    asyncio.run(serve()) if sys.argv[1:] == ["peer"] else main()
