"""Kills and stops digests at each of their awaits: `python -m tests.chaos.digests --database postgresql`.

A process runs a digest of a feed of its own, read by a language model on loopback, and kills itself (kill -9) at one
of its awaits on the database, the web, the model or Discord: before, during or after it. When its lease has run out,
another process runs the same digest. Then the same with processes that stop (SIGSTOP) past their lease, and go on
(SIGCONT) when another one is done. In the end two schedulers run many digests at once. The fake Discord, which forgets
nonces after five minutes, is a process of its own. Each digest must have exactly one message, and of its calls to the
model only those may be made again whose answer was not yet stored, each once.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from signal import Signals

from rich.console import Console
from rich.table import Table

from bot.domain.digest import Digest
from bot.services.digesting.running import LEASE
from tests.chaos.dying import Death, When
from tests.chaos.kills import database
from tests.chaos.street import Outcome, Street, opened


async def undisturbed(street: Street) -> tuple[Outcome, int]:
    """A digest that nobody disturbs, and how many awaits its process has."""
    digest = await street.digest()
    process = await street.process(digest)
    passed = (await process.told()).split(",")
    await process.end()
    return await street.outcome(digest, "nowhere"), len(passed)


async def disturbed(street: Street, death: Death) -> Outcome:
    """A digest whose process dies or stops, and that another one runs after its lease."""
    digest = await street.digest()
    process = await street.process(digest, death)
    where, begun = (await process.told()).split()
    stops = death.signal is Signals.SIGSTOP
    await (process.stopped() if stops else process.end())
    before = await street.paid(digest)
    await street.later(LEASE)
    await taken_over(street, digest)
    in_flight = 0
    if stops:
        process.go_on()
        done = (await process.told()).split(",")[: int(begun)]
        in_flight = done.count("steps.recall") - done.count("steps.keep")
        await process.end()
    if not await street.is_over(digest):
        await street.later(LEASE)
        await taken_over(street, digest)
    return await street.outcome(digest, where, before, in_flight)


async def taken_over(street: Street, digest: Digest) -> None:
    """Another process runs the digest; it fails, or waits, where a stopped one holds a lock of the database."""
    process = await street.process(digest)
    try:
        await process.told()
    except (EOFError, TimeoutError):
        process.process.kill()
    await process.end()


async def raced(street: Street, number: int) -> list[Outcome]:
    """Digests that two schedulers run at once."""
    digests = [await street.digest() for _ in range(number)]
    processes = [await street.process() for _ in range(2)]
    for process in processes:
        await process.told()
        await process.end()
    return [await street.outcome(digest, "nowhere") for digest in digests]


def deaths(awaits: int, number: Signals, whens: Iterable[When], step: int) -> list[Death]:
    """One at each await, or at every so many."""
    return [Death(at, when, number) for at in range(1, awaits + 1, step) for when in whens]


async def judge(url: str, step: int, racing: int, tell: Callable[[str], None]) -> Mapping[str, list[Outcome]]:
    """Everything, by what was done to the digests."""
    async with opened(url) as street:
        first, awaits = await undisturbed(street)
        found = {"left alone": [first]}
        plans = {f"kill -9 {when} an await": deaths(awaits, Signals.SIGKILL, [when], step) for when in When}
        aside = [When.BEFORE, When.AFTER]
        plans["SIGSTOP past the lease, then SIGCONT"] = deaths(awaits, Signals.SIGSTOP, aside, step)
        for name, planned in plans.items():
            found[name] = []
            for death in planned:
                outcome = await disturbed(street, death)
                found[name].append(outcome)
                if not outcome.well:
                    tell(f"{name}: {death} {outcome}")
        found["two schedulers at once"] = await raced(street, racing)
    return found


def shown(found: Mapping[str, list[Outcome]], title: str) -> Table:
    """What a person reads."""
    columns = "digests", "one message", "calls to the model", "made again", "though stored"
    table = Table("what", *columns, title=title)
    for name, outcomes in found.items():
        well = sum(outcome.messages == 1 and outcome.recorded for outcome in outcomes)
        counts = (
            sum(getattr(outcome, field) for outcome in outcomes) for field in ("asked", "again", "needless")
        )
        table.add_row(name, *map(str, (len(outcomes), well, *counts)))
    return table


def places(found: Mapping[str, list[Outcome]]) -> str:
    """At which awaits, and how often."""
    counts = Counter(outcome.where for outcomes in found.values() for outcome in outcomes)
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()) if name != "nowhere")


def main() -> None:
    """Kill, stop, race, judge and print; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--step", type=int, default=1, help="of so many awaits, one")
    parser.add_argument("--racing", type=int, default=40, help="digests that two schedulers run")
    asked = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as folder, database(asked.database, Path(folder)) as url:
        found = asyncio.run(judge(url, asked.step, asked.racing, console.print))
    console.print(shown(found, f"Digests on {asked.database}"))
    console.print(places(found))
    sys.exit(not all(outcome.well for outcomes in found.values() for outcome in outcomes))


if __name__ == "__main__":
    main()
