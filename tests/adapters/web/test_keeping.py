"""One fetch per link at a time, kept for a while, within bounds."""

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.web.fetcher import bounds, open_fetcher
from bot.adapters.web.limits import Limits
from bot.domain.errors import BrieferError, PeerFailed
from bot.services.fetching import Fetched
from bot.services.sharing import Shared
from tests.adapters.web.web import QUICK, lifting
from tests.loopback.peer import Visit, page, serving


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Gate:
    """A page that is answered when the gate opens."""

    def __init__(self) -> None:
        self.open = asyncio.Event()

    async def __call__(self, visit: Visit) -> None:
        await self.open.wait()
        await page()(visit)


async def test_callers_at_the_same_time_share_one_fetch() -> None:
    gate = Gate()
    async with serving({"/a": gate}) as peer, open_fetcher(lifting(peer)) as fetcher:
        links = [peer.url("/a"), peer.url("/a#top"), peer.url("/a?utm_source=x")] * 10
        callers = [asyncio.create_task(fetcher.fetch(link)) for link in links]
        await asyncio.sleep(0.05)
        gate.open.set()
        assert len({id(found) for found in await asyncio.gather(*callers)}) == 1
    assert peer.paths == ["/a"]


async def test_a_result_is_kept_for_an_hour_and_a_failure_for_five_minutes() -> None:
    clock = Clock()
    async with serving({"/a": page()}) as peer, open_fetcher(lifting(peer, clock=clock)) as fetcher:
        for passed in (0, 3500, 200):
            clock.now += passed
            await fetcher.fetch(peer.url("/a"))
        for passed in (0, 299, 2):
            clock.now += passed
            with pytest.raises(BrieferError):
                await fetcher.fetch(peer.url("/gone"))
    assert peer.paths == ["/a", "/a", "/gone", "/gone"]


async def test_a_kept_failure_says_the_same_and_holds_no_frames() -> None:
    async def fail(_key: str) -> Fetched:
        try:
            await asyncio.open_connection("127.0.0.1", 0)
        except OSError as error:
            raise PeerFailed("It failed.", "timeout") from error
        raise AssertionError

    kept = Shared(fail, bounds(QUICK), Clock())
    for turn in range(3):
        with pytest.raises(PeerFailed, match=r"It failed\.") as caught:
            await kept.get("a")
        assert caught.value.code == "timeout"
        assert caught.value.__cause__ is not None
        assert turn == 0 or caught.value.__cause__.__traceback__ is None


async def test_what_is_kept_stays_within_its_bytes_and_its_number() -> None:
    fetched: list[str] = []

    async def fetch(asked: tuple[str, int]) -> Fetched:
        name, size = asked
        fetched.append(name)
        return Fetched(name, name, "text/plain", None, bytes(size))

    kept = Shared(fetch, bounds(Limits(kept_bytes=1000, kept_least=200)), Clock())
    for name, size in (
        *(("a", 200), ("b", 200), ("a", 200), ("c", 200), ("a", 200), ("b", 200)),
        *(("huge", 700), ("huge", 700)),
    ):
        await kept.get((name, size))
    assert fetched == ["a", "b", "c", "b", "huge", "huge"]
    fetched.clear()
    for name in "tuvwxyt":
        await kept.get((name, 0))
    assert fetched == list("tuvwxyt")


async def test_closing_stops_what_is_under_way() -> None:
    async with serving({"/a": Gate()}) as peer:
        async with open_fetcher(lifting(peer, limits=replace(QUICK, total=60.0))) as fetcher:
            caller = asyncio.create_task(fetcher.fetch(peer.url("/a")))
            await asyncio.sleep(0.05)
        with pytest.raises(asyncio.CancelledError):
            await caller
