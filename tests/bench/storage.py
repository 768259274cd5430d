"""What the storage takes: the whole life of a request and its brief, many at a time, on both databases.

Run: `python -m tests.bench.storage`. Each life is six writes and two reads: taken, read, brief kept, read again,
posted, counted, closed, marked; the article is the sample's, about 1,100 words.
"""

import argparse
import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bot.adapters.storage import Storage, open_storage
from bot.adapters.storage.secrecy import new_key
from bot.domain.article import Extract
from bot.domain.kept import KeptBrief
from bot.domain.request import State, Text
from bot.services.cleaning import clean
from tests.adapters.storage.made import brief, kept, mark, request
from tests.loopback.postgres import postgres

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "moscow-washington.txt"
TEXT = SAMPLE.read_text(encoding="utf-8")


def now() -> datetime:
    return datetime.now(UTC)


def sample() -> KeptBrief:
    return replace(kept(made=now()), brief=brief(clean(Extract(TEXT))))


async def live(storage: Storage, life: str, made: KeptBrief, latest: list[float]) -> None:
    """One request from its arrival to its end; how long its arrival took is added to `latest`."""
    asked = request(life, source=Text(TEXT), received=now())
    began = time.perf_counter()
    await storage.requests.add(asked)
    latest.append(time.perf_counter() - began)
    await storage.requests.get(life)
    await storage.briefs.keep(replace(made, id=life))
    await storage.briefs.get(life)
    await storage.briefs.posted(life, 1)
    await storage.usages.made(asked, made)
    await storage.requests.close(asked, State.DONE)
    await storage.briefs.mark(mark(life))


async def measure(url: str, keys: str, lives: int, at_once: int) -> tuple[float, float, float]:
    """Lives a second, the 99th percentile of arrivals in milliseconds, and the seconds that forgetting all takes."""
    made, latest, room = sample(), list[float](), asyncio.Semaphore(at_once)

    async def one(number: int) -> None:
        async with room:
            await live(storage, f"life-{number}", made, latest)

    async with open_storage(url, now=now, keys=keys) as storage:
        began = time.perf_counter()
        await asyncio.gather(*(one(number) for number in range(lives)))
        took = time.perf_counter() - began
        began = time.perf_counter()
        await storage.forgetting.person(made.asker.user_id)
        forgetting = time.perf_counter() - began
    return lives / took, sorted(latest)[int(lives * 0.99)] * 1000, forgetting


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lives", type=int, default=500)
    parser.add_argument("--at-once", type=int, default=30)
    given = parser.parse_args()
    table = Table("database", "lives/s", "arrival, 99th of 100", "forgetting all")
    with postgres() as server, TemporaryDirectory() as folder:
        for name, url, keys in (
            ("SQLite", f"sqlite:///{folder}/plain.db", ""),
            ("SQLite, encrypted", f"sqlite:///{folder}/sealed.db", new_key()),
            ("PostgreSQL", server.create_database(), ""),
        ):
            rate, arrival, forgetting = asyncio.run(measure(url, keys, given.lives, given.at_once))
            table.add_row(name, f"{rate:.1f}", f"{arrival:.0f} ms", f"{forgetting:.2f} s")
    Console().print(table)


if __name__ == "__main__":
    main()
