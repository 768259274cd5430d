"""Exactly one post for each run, on both databases, wherever processes die, stop or race."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import cast

import pytest

from bot.adapters.storage import Storage
from bot.domain.digest import Digest, RunState, Silence
from bot.services.digesting.due import WINDOW, jitter
from bot.services.digesting.managing import DigestManaging
from bot.services.digesting.running import (
    DOWN,
    GIVEN_UP,
    LEASE,
    TRIES,
    UNHEARD,
    UNREAD,
    Gatherer,
    Noticeboard,
    Running,
)
from bot.services.digesting.scheduling import Scheduler
from bot.services.digesting.storing import Digests, Runs
from tests.adapters.storage.made import Clock
from tests.services.digesting.board import DUE, Channel, Killed, Mortal, Table, Through, digest

SECOND = timedelta(seconds=1)
TODAY = DUE.date()
STARTED = DUE + jitter("d1")


@dataclass
class World:
    """A database, a channel, and processes that come and go."""

    storage: Storage
    clock: Clock
    channel: Channel = field(default_factory=Channel)
    table: Table = field(default_factory=Table)

    def process(self, life: Mortal | None = None) -> Running:
        """A process that may die."""
        life = life or Mortal()
        return Running(
            cast("Digests", Through(self.storage.digests, life)),
            cast("Runs", Through(self.storage.runs, life)),
            cast("Gatherer", Through(self.table, life)),
            cast("Noticeboard", Through(self.channel, life)),
            self.clock,
        )

    async def run(self) -> None:
        await self.process().run("d1")

    async def state(self) -> RunState:
        last = await self.storage.runs.last("d1")
        assert last is not None
        return last.state


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def world(storage: Storage, clock: Clock) -> World:
    clock.time = STARTED
    await storage.digests.put(digest())
    return World(storage, clock)


async def test_a_digest_is_posted_when_it_is_due_and_only_once_a_day(world: World) -> None:
    world.clock.time = STARTED - SECOND
    await world.run()
    assert world.channel.messages == []
    for _ in range(3):
        world.clock.time = STARTED + SECOND
        await world.run()
    assert world.channel.messages == [(1, "d1-20261126")]
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert (last.state, last.message_id) == (RunState.SENT, 1)


AWAITS = 9
"""Calls that a run makes on what is outside of its process; a test holds this against a run."""


async def test_the_chaos_tests_know_how_many_awaits_a_run_has(world: World) -> None:
    life = Mortal()
    await world.process(life).run("d1")
    assert life.passed <= AWAITS


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("first", range(1, AWAITS + 1))
async def test_killed_at_any_await_and_killed_again_a_run_posts_once(
    world: World, first: int, *, after: bool
) -> None:
    for at in (first, first, 4):
        await _die(world, Mortal(at, after))
        world.clock.time += LEASE
    await world.run()
    assert len(world.channel.messages) == 1
    assert await world.state() is RunState.SENT


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(1, AWAITS + 1))
async def test_what_was_gathered_before_a_death_is_not_gathered_again(
    world: World, at: int, *, after: bool
) -> None:
    await _die(world, Mortal(at, after))
    kept = await world.storage.runs.post("d1", TODAY) is not None
    gathered = world.table.gathered
    world.clock.time += LEASE
    await world.run()
    assert world.table.gathered == (gathered if kept else gathered + 1)
    assert world.table.gathered <= 2


async def _die(world: World, life: Mortal) -> None:
    try:
        await world.process(life).run("d1")
    except Killed:
        return


async def test_two_schedulers_at_once_post_once(world: World) -> None:
    await asyncio.gather(*(world.run() for _ in range(5)))
    assert len(world.channel.messages) == 1


async def test_a_claim_holds_as_long_as_its_lease(world: World) -> None:
    await _die(world, Mortal(4, after=True))
    world.clock.time += LEASE - SECOND
    await world.run()
    assert world.channel.messages == []
    assert await world.process().next("d1") == STARTED + LEASE


async def test_a_process_that_was_stopped_past_its_lease_before_sending_takes_its_message_back(
    world: World,
) -> None:
    async def stopped() -> None:
        world.clock.time += LEASE
        await world.run()

    world.channel.before_send = stopped
    await world.run()
    assert [message for message, _ in world.channel.messages] == [1]
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert last.message_id == 1


async def test_a_process_that_was_stopped_while_another_one_is_about_to_send_leaves_one_message(
    world: World,
) -> None:
    """The first sends between the second's look and the second's message."""

    async def stopped() -> None:
        world.clock.time += LEASE
        world.channel.before_send = first_sends
        second.append(asyncio.create_task(world.run()))
        await held.wait()
        asyncio.get_running_loop().call_later(0.2, sent.set)

    async def first_sends() -> None:
        held.set()
        await sent.wait()

    held, sent, second = asyncio.Event(), asyncio.Event(), list[asyncio.Task[None]]()
    world.channel.before_send = stopped
    await world.run()
    await second[0]
    assert len(world.channel.messages) == 1
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert last.message_id == world.channel.messages[0][0]


async def test_what_was_missed_within_six_hours_is_made_up_for(world: World) -> None:
    world.clock.time = DUE + WINDOW
    await world.run()
    assert len(world.channel.messages) == 1


async def test_what_was_missed_for_longer_is_skipped_with_a_note(world: World) -> None:
    world.clock.time = DUE + WINDOW + SECOND
    await world.run()
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert (last.state, last.note, world.channel.messages) == (RunState.SKIPPED, DOWN, [])


async def test_after_three_days_of_outage_only_the_latest_run_is_made_up_for(world: World) -> None:
    await world.run()
    world.clock.time = DUE + timedelta(days=3, hours=5)
    for _ in range(4):
        await world.run()
    assert [owner for _, owner in world.channel.messages] == ["d1-20261126", "d1-20261129"]


async def test_what_dies_every_time_is_given_up_with_a_note(world: World) -> None:
    for _ in range(TRIES + 1):
        await _die(world, Mortal(6, after=False))
        world.clock.time += LEASE
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert last.fence == TRIES + 1
    assert (last.state, last.note) == (RunState.FAILED, GIVEN_UP)


async def test_a_channel_that_refuses_pauses_the_digest_and_its_managers_are_told_once(world: World) -> None:
    world.channel.refusal = "I may not write in the channel any more."
    for _ in range(3):
        await world.run()
        world.clock.time += LEASE
    found = await world.storage.digests.get("d1")
    assert found is not None
    assert found.paused == world.channel.refusal
    assert world.channel.warned == [world.channel.refusal]
    assert await world.process().plan() == {}
    assert await world.process().next("d1") is None


@pytest.mark.parametrize(("silence", "messages"), [(Silence.NOTHING, 0), (Silence.LINE, 1)])
async def test_a_day_without_news_is_silent_or_has_one_line(
    world: World, silence: Silence, messages: int
) -> None:
    world.table.quiet = True
    await world.storage.digests.put(digest(silence=silence))
    await world.run()
    await world.run()
    assert len(world.channel.messages) == messages


async def test_days_on_which_nothing_can_be_read_are_told_to_managers_once_until_something_is(
    world: World,
) -> None:
    await world.storage.digests.put(digest(feeds=("https://news.example/feed",)))
    for unheard in (True, True, False, True):
        world.table.unheard = unheard
        await world.run()
        world.clock.time += timedelta(days=1)
    assert world.channel.warned == [UNHEARD, UNHEARD]
    assert len(world.channel.messages) == 1
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert (last.state, last.note) == (RunState.FAILED, UNHEARD)


async def test_a_day_on_which_no_article_can_be_read_is_made_up_for_and_noted(world: World) -> None:
    world.table.unheard = True
    await world.run()
    last = await world.storage.runs.last("d1")
    assert last is not None
    assert (last.state, last.note) == (RunState.FAILED, UNREAD)
    assert world.channel.warned == []
    assert await world.storage.runs.told_until("d1") is None


async def test_a_run_with_nothing_to_say_can_be_asked_for_again_until_it_has_something(world: World) -> None:
    world.table.quiet = True
    for _ in range(TRIES + 1):
        assert await world.process().run_now(digest())
    assert await world.state() is RunState.SILENT
    world.table.quiet = False
    assert await world.process().run_now(digest())
    assert not await world.process().run_now(digest())
    assert [owner for _, owner in world.channel.messages] == ["d1-20261126"]


async def test_todays_run_can_be_had_now_and_is_not_repeated_when_it_is_due(world: World) -> None:
    world.clock.time = DUE - timedelta(hours=2)
    assert await world.process().run_now(digest())
    assert not await world.process().run_now(digest())
    world.clock.time = STARTED
    await world.run()
    assert [owner for _, owner in world.channel.messages] == ["d1-20261126"]
    assert await world.process().next("d1") == STARTED + timedelta(days=1)


async def test_a_time_that_an_edit_has_just_passed_by_is_made_up_for(world: World) -> None:
    world.clock.time = DUE - timedelta(minutes=3)
    running = world.process()
    scheduler = Scheduler(running, world.clock, lambda *_: None)
    managing = DigestManaging(world.storage.digests, world.storage.runs, running, scheduler, world.clock)
    earlier = replace(digest().schedule, at=(DUE - timedelta(minutes=9)).time())
    await managing.change(digest(), lambda known: replace(known, schedule=earlier))
    await world.run()
    assert [owner for _, owner in world.channel.messages] == ["d1-20261126"]


class Planner(Running):
    """Notes what is planned: all digests, or which one."""

    def __init__(self, world: World) -> None:
        super().__init__(world.storage.digests, world.storage.runs, world.table, world.channel, world.clock)
        self.planned: asyncio.Queue[str] = asyncio.Queue()

    async def plan(self) -> Mapping[str, datetime]:
        self.planned.put_nowait("all")
        return await super().plan()

    async def next(self, digest_id: str) -> datetime | None:
        self.planned.put_nowait(digest_id)
        return await super().next(digest_id)


async def test_a_change_has_its_digest_planned_anew_and_no_other(world: World) -> None:
    world.clock.time = DUE - timedelta(hours=2)
    for name in ("d1", "d2"):
        await world.storage.digests.put(digest(name, since=world.clock.time))
    planner = Planner(world)
    scheduler = Scheduler(planner, world.clock, lambda *_: None)
    managing = DigestManaging(world.storage.digests, world.storage.runs, planner, scheduler, world.clock)
    scheduler.start()
    async with asyncio.timeout(30):
        assert await planner.planned.get() == "all"
        sooner = replace(digest().schedule, at=(world.clock.time + timedelta(minutes=30)).time())
        await managing.change(digest(), lambda known: replace(known, schedule=sooner))
        assert await planner.planned.get() == "d1"
        world.clock.time += timedelta(minutes=45)
        await managing.delete(digest("d2"))
        assert [await planner.planned.get() for _ in range(2)] == ["d2", "d1"]
    await scheduler.close()
    assert [owner for _, owner in world.channel.messages] == ["d1-20261126"]


async def test_all_digests_are_planned_in_one_go_as_one_by_one(world: World) -> None:
    await world.storage.digests.put(digest("d2"))
    await world.run()
    plan = await world.process().plan()
    assert plan == {name: await world.process().next(name) for name in ("d1", "d2")}


async def test_a_digest_that_was_deleted_meanwhile_does_nothing(world: World) -> None:
    await world.storage.digests.delete("d1")
    await world.run()
    assert await world.process().next("d1") is None
    assert world.channel.messages == []
    gone: Digest = digest("gone")
    assert await world.process().run_now(gone) is None
