import asyncio
from dataclasses import replace
from datetime import datetime

import pytest

from bot.adapters.storage import Storage
from bot.domain.request import Again, File, Link, Place, Source, State, Text
from tests.adapters.storage.made import NOON, SECOND, request

SOURCES = (
    Link("https://example.org"),
    Text("Ann Lee spoke."),
    Text('{"url": "https://example.org"}'),
    File("news.pdf", "https://cdn.example.org/news.pdf", 4_000, "application/pdf"),
    File("news.txt", "https://cdn.example.org/news.txt", 5),
    Again("b1"),
)


@pytest.mark.parametrize("source", SOURCES)
async def test_an_open_request_comes_back_as_it_was(storage: Storage, source: Source) -> None:
    given = request(source=source)
    assert await storage.requests.add(given)
    assert await storage.requests.get("r1") == given
    assert await storage.requests.open() == [given]


async def test_a_request_is_taken_once(storage: Storage) -> None:
    assert await storage.requests.add(request())
    assert not await storage.requests.add(request(source=Text("another")))
    assert await storage.requests.get("r1") == request()


async def test_a_closed_request_is_final_and_still_known(storage: Storage) -> None:
    await storage.requests.add(request())
    assert await storage.requests.close(request("r1"), State.DONE)
    assert not await storage.requests.close(request("r1"), State.CANCELLED)
    assert await storage.requests.get("r1") is None
    assert await storage.requests.open() == []
    assert not await storage.requests.add(request())


async def test_closing_what_is_not_there_changes_nothing(storage: Storage) -> None:
    assert not await storage.requests.close(request("nothing"), State.DONE)


async def test_a_better_place_is_kept(storage: Storage) -> None:
    await storage.requests.add(request())
    better = Place(7, message_id=8)
    await storage.requests.place("r1", better)
    assert await storage.requests.get("r1") == replace(request(), place=better)


async def test_open_requests_come_oldest_first(storage: Storage) -> None:
    for number, later in enumerate([2, 0, 1]):
        await storage.requests.add(request(f"r{number}", received=NOON + later * SECOND))
    assert [each.id for each in await storage.requests.open()] == ["r1", "r2", "r0"]


async def test_of_many_that_come_at_once_each_is_told_whether_it_is_new(storage: Storage) -> None:
    await storage.requests.add(request("r3"))
    numbers = [*range(50), 7]
    new = await asyncio.gather(*(storage.requests.add(request(f"r{number}")) for number in numbers))
    assert [number for number, each in zip(numbers, new, strict=True) if not each] == [3, 7]
    assert len(await storage.requests.open()) == 50


async def test_what_can_not_be_kept_is_told_to_whoever_waits(storage: Storage) -> None:
    broken = request("r1", received=datetime(2026, 11, 26))  # noqa: DTZ001 - what has no zone can't be kept
    outcomes = await asyncio.gather(storage.requests.add(broken), return_exceptions=True)
    assert isinstance(outcomes[0], Exception)
    assert await storage.requests.add(request("r2"))
