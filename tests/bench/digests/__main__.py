"""A thousand digests at nine: `python -m tests.bench.digests` prints how long they take, and what they take.

All are due in the same minute and share feeds, each with two new items, from a peer in a process of its own: guarded
fetch, extraction, the embedded engine in two child processes, clustering, and the database on disk; Discord is left
out. Each digest reads five feeds. Memory is that of this process and of Briefer's children, at its highest, without
the peer; this is a package, because a spawned child would import a plain module with all that it measures.
"""

import asyncio
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.adapters.extraction.pool import ExtractionPool
from bot.adapters.feeds.reading import WebFeeds, parsers
from bot.adapters.storage import Storage, open_storage
from bot.adapters.web.fetcher import Web, open_fetcher
from bot.domain.digest import Digest, Run, Schedule
from bot.domain.post import Post
from bot.engines.offline.pool import EnginePool
from bot.services.briefing import Briefing
from bot.services.digesting.due import SPREAD
from bot.services.digesting.gathering import DigestGatherer, Server, Staff
from bot.services.digesting.news import News
from bot.services.digesting.reporting import Reporting
from bot.services.digesting.running import Running
from bot.services.digesting.scheduling import Scheduler
from bot.services.sources import Links
from tests.loopback.papers import Papers, papers
from tests.services.digesting.newsroom import ForAll

DIGESTS, FEEDS, EACH = 1000, 200, 5
PATIENCE = 900.0


def now() -> datetime:
    """The time by this machine."""
    return datetime.now(UTC)


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


async def fill(storage: Storage, base: str) -> None:
    """A thousand digests that are due in this minute."""
    due = now()
    schedule = Schedule(due.time().replace(second=0, microsecond=0), "UTC")
    for number in range(DIGESTS):
        feeds = tuple(f"{base}/feed/{(number + step * 37) % FEEDS}" for step in range(EACH))
        since = due - timedelta(minutes=5)
        await storage.digests.put(Digest(f"d{number}", number, number, "Nine", schedule, since, feeds))


async def measure(peer: Papers, folder: Path) -> None:
    """Run all digests, and print what that took."""
    base, board = f"http://127.0.0.1:{peer.port}", Board()
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(f"sqlite:///{folder}/b.db", now=now))
        await fill(storage, base)
        fetcher = await stack.enter_async_context(
            open_fetcher(Web(lifted=frozenset({("127.0.0.1", peer.port)}), respect_robots=False))
        )
        briefing = Briefing(stack.enter_context(EnginePool(2)), None, now)
        links = Links(fetcher, stack.enter_context(ExtractionPool()))
        news = News(WebFeeds(fetcher, stack.enter_context(parsers()), now), storage.feeds, now)
        server = Server(
            storage.shared, storage.server_briefs, storage.guilds, storage.runs, storage.digest_steps
        )
        gatherer = DigestGatherer(Staff(news, Reporting(links, lambda _: ForAll(briefing), now)), server, now)
        running = Running(storage.digests, storage.runs, gatherer, board, now)
        scheduler = Scheduler(running, now, lambda name, error: print(name, repr(error), file=sys.stderr))
        began, most = time.monotonic(), 0
        scheduler.start()
        while len(board.sent) < DIGESTS and time.monotonic() - began < PATIENCE:
            await asyncio.sleep(1)
            most = max(most, memory(peer.pid))
        await scheduler.close()
    took = max(board.sent.values()) - began
    print(f"{len(board.sent)} of {DIGESTS} digests posted within {took:.0f} s, {board.stories} stories")
    print(f"their start is spread over {SPREAD.total_seconds():.0f} s; memory {most / 2**20:.0f} MB at most")


def memory(peer: int) -> int:
    """Bytes that this process and its children hold; pages that they share count once (Linux, PSS)."""
    return sum(_held(pid) for pid in _family(os.getpid()) if pid != peer)


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
    told: list[str] = []
    with papers(told) as peer, TemporaryDirectory(prefix="briefer-bench-") as folder:
        asyncio.run(measure(peer, Path(folder)))
    print(*told)


if __name__ == "__main__":
    main()
