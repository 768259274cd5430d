"""Who works on a request, and what a process may do that was away for longer than its lease."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.domain.errors import TakenOver
from bot.domain.request import Job, Request, State
from bot.services.leasing import LEASE, Lease, Superseded
from tests.adapters.storage.made import Clock, kept, request


@pytest.fixture
async def other(url: str, storage: Storage, clock: Clock) -> AsyncIterator[Storage]:
    """The same database, as another process sees it."""
    del storage  # it is made first
    async with open_storage(url, now=clock) as opened:
        yield opened


async def lease(storage: Storage, clock: Clock, slot: str = "a") -> Lease:
    made = Lease(storage.slots, slot, clock)
    await made.begin()
    return made


async def held(storage: Storage, by: Lease, request_id: str = "r1") -> Request:
    """An open request in the hands of a process."""
    taken = replace(request(request_id), holder=by.holder)
    await storage.requests.add(taken)
    return taken


async def test_whoever_took_a_request_may_answer_it(storage: Storage, clock: Clock) -> None:
    mine = await lease(storage, clock)
    taken = await held(storage, mine)
    await mine.check(taken)
    assert await storage.requests.take_left("b#1") == []


async def test_what_a_silent_process_held_is_taken_over_once(
    storage: Storage, other: Storage, clock: Clock
) -> None:
    gone = await lease(storage, clock)
    for number in range(9):
        await held(storage, gone, f"r{number}")
    clock.time += LEASE
    first, second = await lease(storage, clock, "b"), await lease(other, clock, "c")
    jobs = await asyncio.gather(
        storage.requests.take_left(first.holder), other.requests.take_left(second.holder)
    )
    assert sorted(job.request_id for some in jobs for job in some) == [f"r{number}" for number in range(9)]
    assert {job.fence for some in jobs for job in some} == {1}


async def test_a_process_that_wakes_past_its_lease_shows_and_keeps_nothing(
    storage: Storage, clock: Clock
) -> None:
    asleep = await lease(storage, clock)
    was = await held(storage, asleep)
    clock.time += LEASE
    awake = await lease(storage, clock, "b")
    (job,) = await storage.requests.take_left(awake.holder)
    with pytest.raises(TakenOver):
        await asleep.check(was)
    with pytest.raises(TakenOver):
        await storage.briefs.keep(kept("r1"), was)
    assert not await storage.requests.close(was, State.DONE)
    now = await storage.requests.get("r1")
    assert now is not None
    assert now.job == job
    await awake.check(now)
    await storage.briefs.keep(kept("r1"), now)
    assert await storage.requests.close(now, State.DONE)


async def test_a_process_that_nobody_missed_goes_on(storage: Storage, clock: Clock) -> None:
    late = await lease(storage, clock)
    taken = await held(storage, late)
    clock.time += 2 * LEASE
    await late.check(taken)
    assert await storage.slots.silent() == []


async def test_a_start_takes_what_an_earlier_one_left(storage: Storage, clock: Clock) -> None:
    killed = await lease(storage, clock)
    was = await held(storage, killed)
    started = await lease(storage, clock)
    assert await storage.requests.take_left(started.holder) == [Job("r1", 1)]
    with pytest.raises(Superseded):
        await killed.renew()
    clock.time += LEASE
    for process in (killed, started):
        with pytest.raises(TakenOver):
            await process.check(was)


async def test_a_slot_that_was_forgotten_is_taken_anew(storage: Storage, clock: Clock) -> None:
    asleep = await lease(storage, clock)
    before = asleep.holder
    clock.time += LEASE
    assert await storage.slots.silent() == ["a"]
    assert await storage.slots.forget("a")
    assert not await asleep.renew()
    assert asleep.holder != before
    assert await storage.slots.silent() == []


async def test_a_slot_that_was_forgotten_is_taken_anew_once_however_many_notice(
    storage: Storage, clock: Clock
) -> None:
    asleep = await lease(storage, clock)
    clock.time += LEASE
    assert await storage.slots.forget("a")
    assert await asyncio.gather(*(asleep.renew() for _ in range(3))) == [False, True, True]


async def test_a_slot_that_came_back_to_life_is_not_forgotten(storage: Storage, clock: Clock) -> None:
    late = await lease(storage, clock)
    clock.time += LEASE
    await late.renew()
    assert not await storage.slots.forget("a")


async def test_what_a_process_leaves_when_it_ends_is_anybodys_at_once(storage: Storage, clock: Clock) -> None:
    ending = await lease(storage, clock)
    await held(storage, ending)
    await ending.end()
    assert await storage.requests.take_left("b#1") == [Job("r1", 1)]


async def test_a_job_is_given_once(storage: Storage, other: Storage, clock: Clock) -> None:
    taken = await held(storage, await lease(storage, clock))
    given = await asyncio.gather(
        storage.requests.take(taken.job, "b#1"), other.requests.take(taken.job, "c#1")
    )
    (now,) = [each for each in given if each]
    assert (now.fence, now.source) == (1, taken.source)
    assert await storage.requests.get("r1") == now


async def test_who_cancels_a_request_has_it_then(storage: Storage, clock: Clock) -> None:
    worker, gateway = await lease(storage, clock), await lease(storage, clock, "b")
    was = await held(storage, worker)
    now = await storage.requests.cancel("r1", gateway.holder)
    assert now is not None
    await gateway.check(now)
    with pytest.raises(TakenOver):
        await worker.check(was)
    assert not await storage.requests.close(was, State.DONE)
    assert await storage.requests.cancel("r1", gateway.holder) is None
    assert await storage.requests.get("r1") is None
