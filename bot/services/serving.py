"""Briefs by one engine for many people: in turn, within their limits, and no article twice a day."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.article import Article, Extract, PublishedFrom
from bot.domain.brief import Brief, Usage
from bot.domain.request import Asker
from bot.services.briefing import Briefing, Wanted
from bot.services.queueing import FairQueue
from bot.services.quota import Quota
from bot.services.storing import Briefs

DAY = len("2026-11-26")


@dataclass(frozen=True, slots=True)
class Served:
    """A brief, and the likeness under which it is found again; None when it is no model for others."""

    brief: Brief
    likeness: str | None


@dataclass(frozen=True, slots=True)
class Means:
    """What briefs are made with: an engine, the queue in front of it, and the limits of what it may take.

    `signature` names all that a brief depends on beside the article: engine, model, prompts and version.
    """

    signature: str
    briefing: Briefing
    queue: FairQueue
    quota: Quota | None = None


class Serving:
    """Makes briefs, or finds that the same one was made today."""

    def __init__(self, means: Means, briefs: Briefs, now: Callable[[], datetime]) -> None:
        self._means = means
        self._briefs = briefs
        self._now = now

    @property
    def queue(self) -> FairQueue:
        """Who waits for the engine."""
        return self._means.queue

    async def brief(self, given: Extract | Article, wanted: Wanted, asker: Asker) -> Served:
        """The brief of a text or an article; NotAllowed when the asker's limit is reached."""
        briefing = self._means.briefing
        article = await briefing.article(given, wanted) if isinstance(given, Extract) else given
        likeness = likeness_of(article, wanted, self._means.signature, self._now().date())
        if earlier := await self._briefs.like(likeness):
            return Served(replace(earlier, article=article, usage=Usage()), likeness)
        async with self._means.queue.place(asker.owner):
            brief = await self._paid(article, wanted, asker)
        return Served(brief, None if brief.engine.fallback else likeness)

    async def _paid(self, article: Article, wanted: Wanted, asker: Asker) -> Brief:
        briefing, quota = self._means.briefing, self._means.quota
        if quota is None:
            return await briefing.again(article, wanted)
        async with quota.paying(asker, article) as bill:
            brief = await briefing.again(article, wanted)
            bill.took(brief.usage)
        return brief


def likeness_of(article: Article, wanted: Wanted, signature: str, today: date) -> str:
    """SHA-256 of all that makes a brief what it is; the day, because events pass and limits begin anew.

    Of a message's time only the day counts, so that the same text pasted twice is the same.
    """
    published = article.published
    value = published.value or ""
    if published.origin is PublishedFrom.RECEIVED:
        value = value[:DAY]
    parts = (
        signature,
        today.isoformat(),
        wanted.length,
        wanted.language or "",
        article.language,
        article.title or "",
        f"{published.origin}:{value}",
        *article.notes,
        article.text,
    )
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
