"""What limits take: reservations and settlements a second, all on the row of everybody, on both databases.

Run: `python -m tests.bench.limits`. Each is a guild's and a person's of its own; two connections' pools, as two
processes would have.
"""

import argparse
import asyncio
import time
from datetime import UTC, datetime
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bot.adapters.storage import Storage, open_storage
from bot.services.quota import Account, Take
from tests.loopback.postgres import postgres

EVERYBODY = Account(tokens=10**12, usd=1e9)


def now() -> datetime:
    return datetime.now(UTC)


async def pay(storage: Storage, number: int) -> None:
    """One reservation, and its settlement."""
    accounts = [EVERYBODY, Account(guild_id=number, tokens=10**9), Account(user_id=number, tokens=10**9)]
    day = now().date()
    await storage.spendings.reserve(day, accounts, Take(3_000, 0.001))
    await storage.spendings.settle(day, accounts, Take(-500, -0.0002))


async def measure(url: str, bills: int, at_once: int) -> float:
    """Bills a second."""
    room = asyncio.Semaphore(at_once)
    async with open_storage(url, now=now) as first, open_storage(url, now=now) as second:

        async def bill(number: int) -> None:
            async with room:
                await pay((first, second)[number % 2], number + 1)

        began = time.perf_counter()
        await asyncio.gather(*(bill(number) for number in range(bills)))
        return bills / (time.perf_counter() - began)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bills", type=int, default=500)
    parser.add_argument("--at-once", type=int, default=30)
    given = parser.parse_args()
    table = Table("database", "bills/s")
    with postgres() as server, TemporaryDirectory() as folder:
        for name, url in (("SQLite", f"sqlite:///{folder}/b.db"), ("PostgreSQL", server.create_database())):
            table.add_row(name, f"{asyncio.run(measure(url, given.bills, given.at_once)):.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
