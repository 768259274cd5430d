"""The way of an article, end to end: clean, read, check."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.domain.article import Article, Extract
from bot.domain.brief import Brief, EngineInfo, Length, Usage, Withheld
from bot.domain.errors import BrieferError
from bot.domain.reading import Reading
from bot.services.checks import check
from bot.services.cleaning import clean


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for: how long, and in which language (ISO 639-1; None is the article's own)."""

    length: Length = Length.STANDARD
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What an engine hands over. `withheld` is what it already took back by itself; `notes` are for the person."""

    reading: Reading
    engine: EngineInfo
    usage: Usage = Usage()
    parts: int = 1
    parts_read: int = 1
    notes: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()


class Engine(Protocol):
    """Reads an article and claims things about it."""

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article; BrieferError when it can't be read."""
        ...


class Briefing:
    """Makes briefs with one engine, and with another where that one fails."""

    def __init__(self, engine: Engine, fallback: Engine | None, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._fallback = fallback
        self._now = now

    async def brief(self, extract: Extract, wanted: Wanted) -> Brief:
        """A checked brief; UnusableSource when there is nothing to brief."""
        began = time.perf_counter()
        article = clean(extract)
        read = await self._read(article, wanted)
        checked = check(read.reading, article, self._now())
        return Brief(
            article=article,
            language=article.language,
            summary=checked.summary,
            actors=checked.actors,
            events=checked.events,
            notes=(*article.notes, *read.notes, *checked.notes),
            withheld=(*read.withheld, *checked.withheld),
            engine=read.engine,
            usage=replace(read.usage, seconds=time.perf_counter() - began),
            parts=read.parts,
            parts_read=read.parts_read,
        )

    async def _read(self, article: Article, wanted: Wanted) -> Read:
        if self._fallback is None:
            return await self._engine.read(article, wanted)
        try:
            return await self._engine.read(article, wanted)
        except BrieferError as error:
            read = await self._fallback.read(article, wanted)
            return replace(read, engine=replace(read.engine, fallback=str(error)))
