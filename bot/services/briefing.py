"""The way of an article, end to end: clean, read, check."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.domain.article import Article, Extract
from bot.domain.brief import Brief, EngineInfo, Length, Usage, Withheld
from bot.domain.errors import BrieferError, PeerFailed
from bot.domain.reading import Reading
from bot.services.checks import Checked, check
from bot.services.cleaning import clean
from bot.services.translating import Translator, translate

NOTHING_TRACED = "Nothing that the language model said could be traced to the article."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for: how long, and in which language (ISO 639-1; None is the article's own)."""

    length: Length = Length.STANDARD
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What an engine hands over. `withheld` is what it took back by itself; `notes` are for the person."""

    reading: Reading
    engine: EngineInfo
    usage: Usage = field(default_factory=Usage)
    parts: int = 1
    parts_read: int = 1
    notes: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()


class EngineFailed(PeerFailed):
    """An engine could not read an article; `usage` is what the attempt took all the same."""

    def __init__(self, message: str, usage: Usage) -> None:
        super().__init__(message, "llm_unavailable")
        self.usage = usage


class Engine(Protocol):
    """Reads an article and claims things about it."""

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article; BrieferError when it can't be read."""
        ...


class Briefing:
    """Makes briefs with one engine, with another where that one fails, and in another language if wanted.

    `limit` is the time for reading and translating together, seconds.
    """

    def __init__(
        self,
        engine: Engine,
        fallback: Engine | None,
        now: Callable[[], datetime],
        translator: Translator | None = None,
        limit: float = 120.0,
    ) -> None:
        self._engine = engine
        self._fallback = fallback
        self._now = now
        self._translator = translator
        self._limit = limit

    async def brief(self, extract: Extract, wanted: Wanted) -> Brief:
        """A checked brief; UnusableSource when there is nothing to brief."""
        began = time.perf_counter()
        article = await asyncio.to_thread(clean, extract)
        read, checked = await self._traced(article, wanted)
        brief = Brief(
            article=article,
            language=article.language,
            summary=checked.summary,
            actors=checked.actors,
            events=checked.events,
            notes=(*article.notes, *read.notes, *checked.notes),
            withheld=(*read.withheld, *checked.withheld),
            engine=read.engine,
            usage=read.usage,
            parts=read.parts,
            parts_read=read.parts_read,
        )
        if wanted.language and wanted.language != article.language:
            within = max(0.0, self._limit - (time.perf_counter() - began))
            brief = await translate(self._translator, brief, wanted.language, within)
        return replace(brief, usage=replace(brief.usage, seconds=time.perf_counter() - began))

    async def _traced(self, article: Article, wanted: Wanted) -> tuple[Read, Checked]:
        """What an engine read and the checks passed; the other engine's where the first gave nothing."""
        try:
            read = await self._engine.read(article, wanted)
        except BrieferError as error:
            if self._fallback is None:
                raise
            spent = error.usage if isinstance(error, EngineFailed) else Usage()
            return await self._instead(self._fallback, article, wanted, str(error), spent)
        checked = await self._check(read, article)
        if checked.summary or self._fallback is None:
            return read, checked
        return await self._instead(self._fallback, article, wanted, NOTHING_TRACED, read.usage)

    async def _instead(
        self, fallback: Engine, article: Article, wanted: Wanted, reason: str, spent: Usage
    ) -> tuple[Read, Checked]:
        read = await fallback.read(article, wanted)
        read = replace(read, engine=replace(read.engine, fallback=reason), usage=spent)
        return read, await self._check(read, article)

    async def _check(self, read: Read, article: Article) -> Checked:
        return await asyncio.to_thread(check, read.reading, article, self._now())
