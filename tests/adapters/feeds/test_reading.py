"""Feeds from the web: asked only for what is new, and given up where they take too much."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.adapters.feeds.reading import SECONDS, WebFeeds, parsers
from bot.adapters.web.fetcher import WebFetcher, open_fetcher
from bot.domain.errors import BrieferError, UnusableSource
from bot.services.fetching import Validators
from tests.adapters.feeds.made import NOW, item, rss
from tests.adapters.web.web import lifting
from tests.loopback.peer import Behaviour, Visit, page, redirect, serving

BODY = rss(item(title="A", link="/a", guid="1"))
MODIFIED = "Thu, 26 Nov 2026 09:00:00 GMT"


def _versioned(etag: str) -> Behaviour:
    whole = page(BODY, "application/rss+xml", headers={"ETag": etag, "Last-Modified": MODIFIED})
    same = page(b"", status="304 Not Modified", headers={"ETag": etag})

    async def answer(visit: Visit) -> None:
        await (same if visit.headers.get("if-none-match") == etag else whole)(visit)

    return answer


@contextmanager
def reading(fetcher: WebFetcher, seconds: float = SECONDS) -> Iterator[WebFeeds]:
    with parsers(seconds) as children:
        yield WebFeeds(fetcher, children, lambda: NOW)


async def test_a_feed_that_has_nothing_new_is_not_sent_again() -> None:
    async with serving({"/old": redirect("/feed"), "/feed": _versioned('"v1"')}) as peer:
        async with open_fetcher(lifting(peer)) as fetcher:
            with reading(fetcher) as feeds:
                first = await feeds.read(peer.url("/old"))
                again = await feeds.read(peer.url("/old"), first.validators)
        assert first.validators == Validators('"v1"', MODIFIED)
        assert [entry.link for entry in first.items] == [peer.url("/a")]
        assert (again.unchanged, again.items, again.validators) == (True, (), first.validators)
        assert peer.visits[-1].headers["if-modified-since"] == MODIFIED.lower()


async def test_an_answer_of_unchanged_that_nobody_asked_for_is_an_error() -> None:
    same = page(b"", status="304 Not Modified")
    async with serving({"/": same}) as peer, open_fetcher(lifting(peer)) as fetcher:
        with reading(fetcher) as feeds, pytest.raises(BrieferError) as caught:
            await feeds.read(peer.url())
    assert caught.value.code == "unreachable"


async def test_a_validator_that_cannot_be_sent_back_is_not_kept() -> None:
    async with serving({"/": _versioned('"\u00fc"')}) as peer, open_fetcher(lifting(peer)) as fetcher:
        with reading(fetcher) as feeds:
            assert (await feeds.read(peer.url())).validators == Validators(None, MODIFIED)


async def test_a_feed_that_takes_too_long_to_parse_is_given_up() -> None:
    flood = rss("<item>" * 400_000)
    async with serving({"/": page(flood)}) as peer, open_fetcher(lifting(peer)) as fetcher:
        with reading(fetcher, seconds=0.2) as feeds, pytest.raises(UnusableSource) as caught:
            await feeds.read(peer.url())
    assert caught.value.code == "too_large"
