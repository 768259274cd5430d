"""Feeds from the web: fetched within the limits of every link, asked only for what is new, parsed apart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.adapters.confining import confine
from bot.domain.errors import UnusableSource
from bot.services.children import Children, Terms
from bot.services.digesting.feeds import NOTHING_KNOWN, FeedRead
from bot.services.fetching import Refresher, Validators

SECONDS = 10.0
"""A feed of 300 entries takes 0.3 s."""
MEMORY = 500_000_000
"""Bytes that a child may hold as data."""
JOBS = 2_000
"""Feeds that a child parses before another takes its place."""


def parse_in_child(body: bytes, url: str, content_type: str, charset: str | None, now: datetime) -> FeedRead:
    """The feed in these bytes, as `parse_feed` reads it."""
    from bot.adapters.feeds.parsing import parse_feed  # noqa: PLC0415 - the parent never loads the parser

    return parse_feed(body, url, content_type, charset, now)


def find_in_child(body: bytes, url: str) -> str | None:
    """The address of the feed that a page names."""
    from bot.adapters.feeds.advertised import advertised  # noqa: PLC0415 - as above

    return advertised(body, url)


def parsers(seconds: float = SECONDS) -> Children:
    """A child process that reads what strangers' feeds say."""
    return Children(1, Terms(partial(confine, MEMORY), seconds, JOBS))


class WebFeeds:
    """The ports `Feeds` and `FeedFinder`; feeds are parsed in a child process."""

    def __init__(self, refresher: Refresher, children: Children, now: Callable[[], datetime]) -> None:
        self._refresher = refresher
        self._children = children
        self._now = now

    async def read(self, url: str, known: Validators = NOTHING_KNOWN) -> FeedRead:
        """What the feed has now; BrieferError when it can't be had or is none."""
        fetched = await self._refresher.refresh(url, known)
        if fetched.unchanged:
            return FeedRead(validators=known, unchanged=True)
        given = (fetched.body, fetched.final_url, fetched.content_type, fetched.charset, self._now())
        try:
            read = await self._children.do(parse_in_child, *given)
        except (TimeoutError, ChildProcessError) as error:
            raise UnusableSource("This feed takes too much time or memory to read.", "too_large") from error
        return replace(read, validators=Validators.of(fetched.headers))

    async def advertised(self, url: str) -> str | None:
        """The address of the feed that a page names; None where it names none."""
        fetched = await self._refresher.refresh(url, NOTHING_KNOWN)
        try:
            return await self._children.do(find_in_child, fetched.body, fetched.final_url)
        except (TimeoutError, ChildProcessError):
            return None
