"""What is new in feeds: each read once for all, each entry news once, whatever becomes of its date."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.digest import Item
from bot.domain.errors import BrieferError
from bot.services.fetching import Validators
from tests.services.digesting.made import LAST, NOW
from tests.services.digesting.newsroom import Newsroom, feed_of

HOUR = timedelta(hours=1)
FEED = feed_of("post")


def _item(name: str, published: datetime | None = NOW - HOUR) -> Item:
    return Item(name, f"https://post.example/{name}", name, published=published)


async def _new(room: Newsroom, since: datetime = LAST) -> list[str]:
    return [item.id for item in await room.news.since(FEED, since)]


async def test_a_feed_is_read_once_for_all_digests_of_an_hour() -> None:
    room = Newsroom()
    room.web.feeds[FEED] = (_item("a"),)
    found = await asyncio.gather(*(_new(room) for _ in range(30)))
    room.time += timedelta(minutes=9)
    assert [*found, await _new(room)] == [["a"]] * 31
    assert room.web.asked == [FEED]


async def test_a_feed_is_asked_again_only_for_what_changed() -> None:
    room = Newsroom()
    room.web.feeds[FEED] = (_item("a"),)
    await _new(room)
    room.time += HOUR
    assert await _new(room) == ["a"]
    assert room.web.known == [Validators(), Validators("1")]


async def test_a_feed_that_failed_is_left_alone_for_a_while() -> None:
    room = Newsroom()
    for _ in range(2):
        with pytest.raises(BrieferError):
            await _new(room)
    assert room.web.asked == [FEED]


async def test_of_a_feed_that_was_never_read_only_what_is_dated_since_then_is_news() -> None:
    room = Newsroom()
    room.web.feeds[FEED] = (_item("new"), _item("undated", None), _item("old", LAST - HOUR))
    assert set(await _new(room)) == {"new", "undated"}


@pytest.mark.parametrize(("late", "news"), [(timedelta(hours=30), True), (timedelta(days=3), False)])
async def test_an_entry_that_comes_late_is_news_for_two_days(late: timedelta, *, news: bool) -> None:
    room = Newsroom()
    room.web.feeds[FEED] = (_item("a"),)
    await _new(room)
    room.time += timedelta(days=1)
    room.web.feeds[FEED] = (_item("late", room.time - late), _item("a"))
    assert await _new(room, NOW + HOUR) == (["late"] if news else [])


@pytest.mark.parametrize("published", [NOW + timedelta(hours=20), None])
async def test_an_entry_whose_date_changes_is_not_news_again(published: datetime | None) -> None:
    room = Newsroom()
    room.web.feeds[FEED] = (_item("a"),)
    assert await _new(room) == ["a"]
    room.time += timedelta(days=1)
    room.web.feeds[FEED] = (replace(_item("a"), published=published), _item("b", room.time))
    assert await _new(room, NOW + HOUR) == ["b"]


async def test_a_digest_that_runs_later_has_what_an_earlier_one_found() -> None:
    room = Newsroom()
    room.web.feeds[FEED] = (_item("a"),)
    await _new(room)
    room.time += timedelta(hours=9)
    assert await _new(room, LAST) == ["a"]
