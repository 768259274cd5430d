"""What a request points at, as an article to read."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.domain.article import Article, Extract, Published, PublishedFrom
from bot.domain.errors import UnusableSource
from bot.domain.request import Again, File, Link, Request, Text
from bot.services.dating import read_published
from bot.services.sources import MAX_BYTES, Sources, too_large
from bot.services.storing import Briefs


class Attachments(Protocol):
    """Where Discord keeps what people attach."""

    async def load(self, url: str) -> bytes:
        """The bytes of an attachment; UnusableSource `not_found` when it is gone."""
        ...


class Gathering:
    """Reads what requests point at: fetched, extracted, or kept from an earlier brief."""

    def __init__(self, sources: Sources, attachments: Attachments, briefs: Briefs) -> None:
        self._sources = sources
        self._attachments = attachments
        self._briefs = briefs

    async def gather(self, request: Request) -> Extract | Article:
        """Text to clean, or the article of an earlier brief; BrieferError when there is neither."""
        match request.source:
            case Again(brief_id):
                return await self._again(brief_id, request)
            case Link(url):
                extract = await self._sources.links.read(url, automatic=request.automatic)
            case File() as file:
                extract = await self._file(file)
            case Text(text):
                extract = Extract(text)
        return dated(extract, request.options.published, request.received)

    async def _file(self, file: File) -> Extract:
        if file.size > MAX_BYTES:
            raise too_large()
        data = await self._attachments.load(file.url)
        return await self._sources.files.read(data, file.name, file.content_type)

    async def _again(self, brief_id: str, request: Request) -> Extract | Article:
        kept = await self._briefs.get(brief_id)
        if kept is None:
            raise UnusableSource("This brief is no longer kept; ask for a new one.", "not_found")
        if kept.whole:
            return kept.brief.article
        if kept.source_url is None:
            raise UnusableSource("The text is kept for a day, and that is over; paste it again.", "not_found")
        extract = await self._sources.links.read(kept.source_url)
        return dated(extract, request.options.published or _given(kept.brief.article), kept.made)


def dated(extract: Extract, published: str | None, received: datetime) -> Extract:
    """With the date that a person gave, else the page's own, else the time of the message.

    A given date that can't be read gives way to the page's own, if there is one.
    """
    if published and (not extract.published or read_published(published)):
        return replace(extract, published=published, published_from=PublishedFrom.GIVEN)
    if extract.published:
        return extract
    return replace(extract, published=received.isoformat(), published_from=PublishedFrom.RECEIVED)


def _given(article: Article) -> str | None:
    published: Published = article.published
    return published.value if published.origin is PublishedFrom.GIVEN else None
