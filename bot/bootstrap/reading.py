"""Sources in, text out: links, files, lines of a batch, and claims that somebody else made."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    contextmanager,
)
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.bootstrap.basics import now
from bot.domain.article import Extract, PublishedFrom
from bot.domain.brief import Brief, EngineInfo, Length
from bot.domain.errors import UnusableSource

if TYPE_CHECKING:
    from bot.adapters.web.fetcher import WebFetcher
    from bot.services.batch import Request
    from bot.services.briefing import Wanted
    from bot.services.fetching import Fetcher
    from bot.services.sources import Sources
    from bot.settings import Settings

LINK = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""Of any scheme: that only http and https are fetched is said by who fetches."""

PAGE = "page.html"
"""What a page that came as text is called."""

Opened = Callable[[], Awaitable["Sources"]]
"""The readers of links and files, opened with the first that needs them."""


@asynccontextmanager
async def open_sources(settings: "Settings") -> AsyncIterator["Sources"]:
    """The readers of links and files, with their connections and child processes, closed at the end."""
    async with open_web(settings) as web:
        with readers_over(web) as sources:
            yield sources


def open_web(settings: "Settings") -> "AbstractAsyncContextManager[WebFetcher]":
    """The guarded fetch, with its connections, closed at the end."""
    from bot.adapters.web.fetcher import AGENT, Web, open_fetcher
    from bot.adapters.web.guard import read_origins

    web = Web(
        lifted=read_origins(settings.allow_hosts),
        agent=settings.user_agent or AGENT,
        proxy=settings.proxy,
        respect_robots=settings.respect_robots,
    )
    return open_fetcher(web)


@contextmanager
def readers_over(fetcher: "Fetcher") -> "Iterator[Sources]":
    """The readers of links and files over a fetcher, with the child processes that read."""
    from bot.adapters.extraction.pool import ExtractionPool
    from bot.adapters.plain import PlainHere
    from bot.services.sources import Files, Links, Sources

    with ExtractionPool() as extractor:
        yield Sources(Links(fetcher, extractor), Files(PlainHere(extractor)))


@asynccontextmanager
async def sources_when_needed(settings: "Settings") -> AsyncIterator[Opened]:
    """Readers that cost nothing where every source is plain text."""
    opening = asyncio.Lock()
    opened: list[Sources] = []
    async with AsyncExitStack() as stack:

        async def sources() -> "Sources":
            async with opening:
                if not opened:
                    opened.append(await stack.enter_async_context(open_sources(settings)))
            return opened[0]

        yield sources


def is_link(source: str) -> bool:
    """Whether a SOURCE of the command line is a link, not a file."""
    return LINK.match(source) is not None


async def extract_of(request: "Request", opened: Opened) -> Extract:
    """What a line of a batch gives to brief; BrieferError when that is nothing."""
    extract = await _given(request, opened)
    extract = replace(extract, url=extract.url or request.url)
    if request.title:
        extract = replace(extract, title=request.title)
    if request.language:
        extract = replace(extract, language=request.language)
    return _published(extract, request.published)


async def read_source(source: str, published: str | None, opened: Opened) -> Extract:
    """The text behind a SOURCE of the command line; BrieferError when there is none."""
    if is_link(source):
        extract = await (await opened()).links.read(source)
    else:
        extract = await _read_file(source, opened)
    return _published(extract, published)


async def _read_file(source: str, opened: Opened) -> Extract:
    """A file's text: plain text is read here, anything else in a child that has limits."""
    from bot.adapters.files import is_plain, read_raw
    from bot.adapters.loading import load
    from bot.services.sources import MAX_BYTES, Raw

    name = source if source == "-" else Path(source).name
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == "-" else load(Path(source))
    raw = Raw(data, name)
    return read_raw(raw) if is_plain(raw) else await (await opened()).files.read(data, name)


def wanted(settings: "Settings", length: Length | None = None, language: str | None = None) -> "Wanted":
    """What was asked for, else what is set."""
    from bot.services.briefing import Wanted

    return Wanted(length or settings.length, language or settings.language)


def checked(article_json: bytes, reading_json: bytes) -> Brief:
    """A reading that somebody made, checked against an article; UnusableSource when one can't be read."""
    from bot.adapters.claims import read_article, read_reading
    from bot.services.checks import Known, check

    article = read_article(article_json)
    found = check(read_reading(reading_json), Known(article), now())
    return Brief(
        article=article,
        language=article.language,
        summary=found.summary,
        actors=found.actors,
        events=found.events,
        notes=found.notes,
        withheld=found.withheld,
        engine=EngineInfo("llm"),
    )


async def _given(request: "Request", opened: Opened) -> Extract:
    if request.text is not None:
        return Extract(_fitting(request.text))
    if request.html is not None:
        return await (await opened()).files.read(_fitting(request.html).encode(errors="replace"), PAGE)
    if request.url is not None:
        return await (await opened()).links.read(request.url)
    raise UnusableSource("There is no text, html or url to brief.", "empty")


def _fitting(text: str) -> str:
    from bot.services.sources import MAX_CHARACTERS, too_large

    if len(text) > MAX_CHARACTERS:
        raise too_large()
    return text


def _published(extract: Extract, date: str | None) -> Extract:
    """With the date that a person or a program gave; one that can't be read gives way to the page's own."""
    from bot.services.dating import read_published

    if not date or (extract.published and read_published(date) is None):
        return extract
    return replace(extract, published=date, published_from=PublishedFrom.GIVEN)
