"""The heartbeat of a process: what it takes over, what it lets go, and when it gives up."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.domain.request import Job
from bot.services.leasing import Lease
from bot.services.watching import Watch
from tests.adapters.storage.made import request

PATIENCE = 30.0
SOON = timedelta(seconds=0.6)
"""A lease whose heartbeats come ten times a second."""

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Notes:
    """Jobs that are noted and not done."""

    started: list[Job] = field(default_factory=list)
    recovered: list[str] = field(default_factory=list)
    dropped: int = 0
    happened: asyncio.Event = field(default_factory=asyncio.Event)

    def start(self, job: Job) -> None:
        self.started.append(job)
        self.happened.set()

    async def idle(self, jobs: Sequence[Job]) -> Sequence[Job]:
        return [job for job in jobs if job not in self.started]

    async def recover(self, slot: str) -> None:
        self.recovered.append(slot)

    async def tidy(self) -> None:
        """Nothing is done, so nothing is forgotten."""

    async def cancel(self, request_id: str) -> None:
        raise AssertionError(request_id)

    async def drop(self) -> None:
        self.dropped += 1
        self.happened.set()

    async def close(self) -> None:
        """Nothing is under way."""


@dataclass
class Process:
    """A process that shares the database with others."""

    lease: Lease
    jobs: Notes
    watch: Watch
    given_up: asyncio.Event


@pytest.fixture
async def storage(sqlite_url: str) -> AsyncIterator[Storage]:
    async with open_storage(sqlite_url, now=_now) as opened:
        yield opened


def process(storage: Storage, slot: str, length: timedelta = SOON) -> Process:
    lease, jobs, given_up = Lease(storage.slots, slot, _now, length), Notes(), asyncio.Event()
    watch = Watch(lease, storage.slots, storage.requests, jobs, lambda *_: None, given_up.set)
    return Process(lease, jobs, watch, given_up)


def _now() -> datetime:
    return datetime.now(UTC)


async def test_what_a_process_left_that_is_gone_is_begun_by_another(storage: Storage) -> None:
    gone, other = process(storage, "a", timedelta()), process(storage, "b")
    await gone.lease.begin()
    await storage.requests.add(replace(request("r1"), holder=gone.lease.holder))
    await other.watch.start()
    await other.watch.close()
    assert (other.jobs.started, other.jobs.recovered) == ([Job("r1", 1)], ["a"])
    assert await storage.slots.silent() == []


async def test_what_was_kept_and_never_begun_is_begun_later(storage: Storage) -> None:
    busy = process(storage, "a")
    await busy.watch.start()
    kept = replace(request("r1"), holder=busy.lease.holder, received=LONG_AGO)
    await storage.requests.add(kept)
    await asyncio.wait_for(busy.jobs.happened.wait(), PATIENCE)
    await busy.watch.close()
    assert busy.jobs.started == [Job("r1", 1)]


async def test_a_process_that_was_forgotten_meanwhile_drops_its_work_and_begins_anew(
    storage: Storage,
) -> None:
    woken = process(storage, "a")
    await woken.watch.start()
    await storage.slots.end("a", woken.lease.holder)
    await asyncio.wait_for(woken.jobs.happened.wait(), PATIENCE)
    assert (woken.jobs.dropped, woken.lease.lasts) == (1, True)
    await woken.watch.close()


async def test_of_two_processes_in_a_slot_the_earlier_gives_up(storage: Storage) -> None:
    earlier, later = process(storage, "a"), process(storage, "a")
    await earlier.watch.start()
    await later.watch.start()
    await asyncio.wait_for(earlier.given_up.wait(), PATIENCE)
    await earlier.watch.close()
    assert await storage.slots.holder("a") == later.lease.holder
    await later.watch.close()
