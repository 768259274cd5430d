from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.domain.digest import Run, RunState
from bot.services.digesting.storing import FeedState
from tests.adapters.storage.made import CHANNEL, DAY, GUILD, NOON, SECOND, Clock, digest, item, post

TODAY = NOON.date()
LEASE = NOON + timedelta(minutes=10)
FEED = "https://feeds.example/world"
RUN = Run("d1", TODAY, NOON, fence=1, lease=LEASE)


async def test_a_digest_comes_back_as_it_was(storage: Storage) -> None:
    await storage.digests.put(digest())
    assert await storage.digests.get("d1") == digest()
    assert await storage.digests.get("d2") is None
    changed = replace(digest(), name="Evening", feeds=(), paused="It rains.")
    await storage.digests.put(changed)
    assert await storage.digests.of_guild(GUILD) == [changed]


async def test_a_guilds_digests_are_in_the_order_of_their_names(storage: Storage) -> None:
    for name in ("b", "C", "a"):
        await storage.digests.put(replace(digest(name), name=name))
    await storage.digests.put(digest("other", GUILD + 1))
    assert [each.name for each in await storage.digests.of_guild(GUILD)] == ["a", "b", "C"]


async def test_a_digest_is_paused_once(storage: Storage) -> None:
    await storage.digests.put(digest())
    assert await storage.digests.pause("d1", "The channel is gone.")
    assert not await storage.digests.pause("d1", "Something else.")
    assert not await storage.digests.pause("d2", "No such digest.")
    assert await storage.digests.running() == []
    found = await storage.digests.get("d1")
    assert found is not None
    assert found.paused == "The channel is gone."


async def test_a_run_is_claimed_once_until_its_lease_has_run_out(storage: Storage, clock: Clock) -> None:
    await storage.digests.put(digest())
    assert await storage.runs.claim("d1", TODAY, NOON, LEASE) == RUN
    assert await storage.runs.claim("d1", TODAY, NOON, LEASE) is None
    clock.time = LEASE
    again = await storage.runs.claim("d1", TODAY, NOON, LEASE + DAY)
    assert again == replace(RUN, fence=2, lease=LEASE + DAY)
    assert await storage.runs.last("d1") == again


async def test_whoever_was_overtaken_changes_nothing(storage: Storage, clock: Clock) -> None:
    await storage.digests.put(digest())
    await storage.runs.claim("d1", TODAY, NOON, LEASE)
    clock.time = LEASE
    newer = await storage.runs.claim("d1", TODAY, NOON, LEASE + DAY)
    assert newer is not None
    assert not await storage.runs.gathered(RUN, post())
    assert not await storage.runs.close(RUN, RunState.SENT, 5)
    assert await storage.runs.gathered(newer, post())
    assert await storage.runs.close(newer, RunState.SENT, 6)
    assert not await storage.runs.close(newer, RunState.FAILED)
    last = await storage.runs.last("d1")
    assert last is not None
    assert (last.state, last.message_id) == (RunState.SENT, 6)


async def test_a_post_comes_back_with_the_cited_sentences_alone(storage: Storage) -> None:
    await storage.digests.put(digest())
    await storage.runs.claim("d1", TODAY, NOON, LEASE)
    assert await storage.runs.post("d1", TODAY) is None
    await storage.runs.gathered(RUN, post())
    assert await storage.runs.post("d1", TODAY) == post().cited()
    assert await storage.runs.told("d1", NOON) == []
    assert await storage.runs.told_until("d1") is None
    await storage.runs.close(RUN, RunState.SENT, 5, "a note")
    assert await storage.runs.told("d1", NOON) == [post().cited()]
    assert await storage.runs.told("d1", NOON + SECOND) == []
    assert await storage.runs.told_until("d1") == NOON


async def test_the_last_runs_of_all_digests_are_those_with_the_latest_dates(storage: Storage) -> None:
    for name in ("d1", "d2", "d3"):
        await storage.digests.put(digest(name))
    for name, days in (("d1", (0, 2, 1)), ("d2", (5,))):
        for day in days:
            await storage.runs.claim(name, TODAY + day * DAY, NOON, LEASE)
    lasts = await storage.runs.lasts()
    assert {name: (run.day - TODAY).days for name, run in lasts.items()} == {"d1": 2, "d2": 5}
    assert lasts["d1"] == await storage.runs.last("d1")


async def test_no_run_is_claimed_of_a_digest_that_is_gone(storage: Storage) -> None:
    await storage.digests.put(digest())
    await storage.runs.claim("d1", TODAY, NOON, LEASE)
    await storage.digests.delete("d1")
    assert await storage.runs.last("d1") is None
    assert await storage.runs.claim("d1", TODAY, NOON, LEASE) is None


async def test_what_runs_told_is_forgotten_with_the_briefs(storage: Storage) -> None:
    await storage.digests.put(digest())
    await storage.runs.claim("d1", TODAY, NOON, LEASE)
    await storage.runs.gathered(RUN, post())
    await storage.forgetting.expired(NOON + 30 * DAY - SECOND)
    assert await storage.runs.post("d1", TODAY)
    await storage.forgetting.expired(NOON + 30 * DAY)
    assert await storage.runs.post("d1", TODAY) is None


async def test_that_a_digest_has_run_is_known_for_longer_than_what_it_told(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock, keep=2 * DAY) as storage:
        await storage.digests.put(digest())
        await storage.runs.claim("d1", TODAY, NOON, LEASE)
        await storage.runs.gathered(RUN, post())
        await storage.forgetting.expired(NOON + 9 * DAY)
        assert await storage.runs.post("d1", TODAY) is None
        assert await storage.runs.last("d1")
        await storage.forgetting.expired(NOON + 10 * DAY)
        assert await storage.runs.last("d1") is None


async def test_an_item_keeps_the_moment_it_was_first_seen(storage: Storage) -> None:
    await storage.digests.put(replace(digest(), feeds=(FEED,)))
    first = FeedState("etag", "yesterday", NOON)
    await storage.feeds.read(FEED, first, [item("1"), item("2")])
    assert await storage.feeds.state(FEED) == first
    redated = replace(item("2"), published=NOON + DAY)
    await storage.feeds.read(FEED, FeedState(read=NOON + DAY), [redated, item("3")])
    assert await storage.feeds.since(FEED, NOON + DAY) == [replace(item("3"), seen=NOON + DAY)]
    assert len(await storage.feeds.since(FEED, NOON)) == 3
    assert await storage.feeds.since("https://feeds.example/other", NOON) == []


async def test_an_item_that_its_feed_still_has_is_not_new_after_a_month(storage: Storage) -> None:
    later = NOON + 31 * DAY
    await storage.feeds.read(FEED, FeedState(read=NOON), [item("1"), item("2")])
    await storage.feeds.read(FEED, FeedState(read=later), [item("1"), item("3")])
    left = await storage.feeds.since(FEED, NOON)
    assert [each.id for each in left] == ["id-3", "id-1"]


async def test_a_feed_that_no_digest_reads_is_forgotten_after_a_day(storage: Storage) -> None:
    await storage.digests.put(digest())
    for url in (FEED, digest().feeds[0]):
        await storage.feeds.read(url, FeedState(read=NOON), [item()])
    await storage.forgetting.expired(NOON + DAY)
    assert await storage.feeds.state(FEED) == FeedState()
    assert await storage.feeds.since(FEED, NOON) == []
    assert await storage.feeds.state(digest().feeds[0]) == FeedState(read=NOON)


async def test_a_digest_outlives_its_channel_and_goes_with_its_guild(storage: Storage) -> None:
    await storage.digests.put(digest())
    await storage.forgetting.channels([CHANNEL])
    assert await storage.digests.get("d1") == digest()
    await storage.forgetting.guild(GUILD)
    assert await storage.digests.get("d1") is None


async def test_a_feed_that_failed_keeps_what_it_had_and_says_why(storage: Storage) -> None:
    await storage.digests.put(replace(digest(), feeds=(FEED,)))
    had = FeedState("etag", None, NOON, "The World")
    await storage.feeds.read(FEED, had, [item("1")])
    failed = replace(had, error="It rains.")
    await storage.feeds.failed(FEED, failed, NOON + DAY)
    await storage.feeds.failed("https://feeds.example/new", FeedState(error="It snows."), NOON)
    assert await storage.feeds.states([FEED, "https://feeds.example/unknown"]) == {FEED: failed}
    assert len(await storage.feeds.since(FEED, NOON)) == 1


@pytest.mark.parametrize(
    ("state", "taken"),
    [(RunState.SENT, False), (RunState.SILENT, True), (RunState.SKIPPED, True), (RunState.FAILED, True)],
)
async def test_a_run_that_is_over_is_taken_again_where_nothing_was_posted(
    storage: Storage, state: RunState, *, taken: bool
) -> None:
    await storage.digests.put(digest())
    run = await storage.runs.claim("d1", TODAY, NOON, LEASE)
    assert run is not None
    await storage.runs.close(run, state, note="It rained.")
    assert await storage.runs.claim("d1", TODAY, NOON, LEASE) is None
    again = await storage.runs.claim("d1", TODAY, NOON, LEASE, again=True)
    assert again == (replace(RUN, fence=2) if taken else None)
    assert await storage.runs.claim("d1", TODAY, NOON, LEASE, again=True) is None


async def test_the_run_before_a_run_is_that_of_the_day_before_which_may_be_long_ago(storage: Storage) -> None:
    await storage.digests.put(digest())
    for day in (TODAY - 9 * DAY, TODAY):
        await storage.runs.claim("d1", day, NOON, LEASE)
    found = await storage.runs.before(RUN)
    assert found is not None
    assert found.day == TODAY - 9 * DAY
    assert await storage.runs.before(found) is None
