"""Newspapers on loopback, a process of their own: feeds of two new articles each, and their pages."""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiohttp import web

NEW = 2
"""Articles of a feed."""

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


def page(feed: int, item: int) -> tuple[str, str]:
    """Title and paragraphs of an invented article; those of one feed are about two places, things and people."""
    drawn = random.Random(feed * 10 + item)  # noqa: S311 - no secret
    places, things, people = PLACES[item::NEW], THINGS[item::NEW], PEOPLE[item::NEW]
    place, other, thing = drawn.choice(places), drawn.choice(places), drawn.choice(things)
    person, sum_ = drawn.choice(people), drawn.randrange(2, 900)
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


def feed_of(base: str, feed: int, *, dated: bool = True) -> str:
    """A feed of two entries of an hour ago, or without a date."""
    stamp = f"<pubDate>{datetime.now(UTC) - timedelta(hours=1):%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
    items = "".join(
        f"<item><title>{page(feed, item)[0]}</title><link>{base}/page/{feed}/{item}</link>"
        f"{stamp if dated else ''}</item>"
        for item in range(NEW)
    )
    return f'<rss version="2.0"><channel><title>Paper {feed}</title>{items}</channel></rss>'


async def serve() -> None:
    """Serves `/feed/N`, `/undated/N` and `/page/N/M`: prints its port, and at the end of its input what was asked."""
    asked: Counter[str] = Counter()

    async def answer(request: web.Request) -> web.Response:
        asked[request.path] += 1
        kind, *numbers = request.path.strip("/").split("/")
        if kind in {"feed", "undated"}:
            text = feed_of(f"http://{request.host}", int(numbers[0]), dated=kind == "feed")
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
    feeds = [times for path, times in asked.items() if not path.startswith("/page/")]
    pages = [times for path, times in asked.items() if path.startswith("/page/")]
    print(
        f"{len(feeds)} feeds asked at most {max(feeds, default=0)} times, {len(pages)} pages at most {max(pages, default=0)} times"
    )


@dataclass(frozen=True)
class Papers:
    """Where the newspapers are."""

    pid: int
    port: int


@contextmanager
def papers(told: list[str] | None = None) -> Iterator[Papers]:
    """The newspapers, running; what was asked of them is `told` at the end."""
    command = [sys.executable, "-m", "tests.loopback.papers"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Papers(process.pid, int(process.stdout.readline()))
        finally:
            summary, _ = process.communicate()
        if told is not None:
            told.append(summary.strip())


if __name__ == "__main__":
    asyncio.run(serve())
