"""The way of an article, end to end: clean, read, check."""

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from bot.domain.article import Article, Extract
from bot.domain.brief import Brief, EngineInfo, Length, Usage, Withheld
from bot.domain.errors import BrieferError, PeerFailed
from bot.domain.reading import Reading
from bot.services.apart import Apart
from bot.services.checks import Checked, Known, check
from bot.services.cleaning import clean
from bot.services.remembering import Remember, afresh
from bot.services.translating import Translator, translate

R = TypeVar("R")

NOTHING_TRACED = "Nothing that the language model said could be traced to the article."

LONG = 10_000
"""Characters from which a text is cleaned and checked apart: a thread keeps others waiting for 20 ms."""


AT_A_TIME = 2
"""Works in threads: they share one core's time."""


class Stage(StrEnum):
    """What is being done to an article, as people are told."""

    CLEANING = "Cleaning the text…"
    READING = "Reading…"
    JOINING = "Joining the parts…"
    CHECKING = "Tracing every claim…"
    TRANSLATING = "Translating…"


class Progress(Protocol):
    """Is told how far a brief is, on the event loop; it must neither wait nor fail."""

    def __call__(self, stage: Stage, done: int, of: int) -> None:
        """A stage began or went on: `done` of its `of` steps (parts, while reading) are finished."""
        ...


def silent(stage: Stage, done: int, of: int) -> None:
    """The progress that nobody watches."""
    del stage, done, of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for: how long, in which language (ISO 639-1; None is the article's own).

    `progress` is told how far the brief is; `remember` does the steps that were not done before. `until`, on
    the clock of `time.monotonic`, is when the brief is needed: from the parts that were read by then.
    """

    length: Length = Length.STANDARD
    language: str | None = None
    progress: Progress = field(default=silent, compare=False)
    remember: Remember = field(default=afresh, compare=False)
    until: float = field(default=math.inf, compare=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What an engine hands over. `withheld` is what it took back by itself; `notes` are for the person.

    `known` is the article as the checks see it, from an engine that looked at it so.
    """

    reading: Reading
    engine: EngineInfo
    usage: Usage = field(default_factory=Usage)
    parts: int = 1
    parts_read: int = 1
    notes: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    known: Known | None = field(default=None, compare=False, repr=False)


class InThread:
    """Does it in a thread: what is short, and all where nobody else waits, as on the command line.

    A few at a time: of many articles that come at once, the first are read while the others are cleaned.
    """

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(AT_A_TIME)

    async def do(self, work: Callable[..., R], *given: object) -> R:
        """What the work makes of what it is given."""
        async with self._room:
            return await asyncio.to_thread(work, *given)


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

    `limit` is the time for reading and translating together, seconds. `apart` cleans and checks what is long.
    """

    def __init__(  # noqa: PLR0913 - what briefs are made with
        self,
        engine: Engine,
        fallback: Engine | None,
        now: Callable[[], datetime],
        translator: Translator | None = None,
        limit: float = 120.0,
        *,
        apart: Apart | None = None,
    ) -> None:
        self._engine = engine
        self._fallback = fallback
        self._now = now
        self._translator = translator
        self._limit = limit
        self._here = InThread()
        self._apart = apart or InThread()

    async def brief(self, extract: Extract, wanted: Wanted) -> Brief:
        """A checked brief; UnusableSource when there is nothing to brief."""
        began = time.perf_counter()
        return await self._brief(await self.article(extract, wanted), wanted, began)

    async def article(self, extract: Extract, wanted: Wanted) -> Article:
        """The cleaned article in a text; UnusableSource when there is none."""
        wanted.progress(Stage.CLEANING, 0, 1)
        return await self._where(extract.text).do(clean, extract)

    async def again(self, article: Article, wanted: Wanted) -> Brief:
        """A checked brief of an article that was cleaned before."""
        return await self._brief(article, wanted, time.perf_counter())

    async def _brief(self, article: Article, wanted: Wanted, began: float) -> Brief:
        wanted.progress(Stage.READING, 0, 1)
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
            wanted.progress(Stage.TRANSLATING, 0, 1)
            left = min(self._limit - (time.perf_counter() - began), wanted.until - time.monotonic())
            within = max(0.0, left)
            brief = await translate(self._translator, brief, wanted.language, within, wanted.remember)
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
        checked = await self._check(read, article, wanted)
        if checked.summary or self._fallback is None:
            return read, checked
        return await self._instead(self._fallback, article, wanted, NOTHING_TRACED, read.usage)

    async def _instead(
        self, fallback: Engine, article: Article, wanted: Wanted, reason: str, spent: Usage
    ) -> tuple[Read, Checked]:
        read = await fallback.read(article, wanted)
        read = replace(read, engine=replace(read.engine, fallback=reason), usage=spent)
        return read, await self._check(read, article, wanted)

    async def _check(self, read: Read, article: Article, wanted: Wanted) -> Checked:
        wanted.progress(Stage.CHECKING, 0, 1)
        if read.known:
            return await asyncio.to_thread(check, read.reading, read.known, self._now())
        return await self._where(article.text).do(_checked, read.reading, article, self._now())

    def _where(self, text: str) -> Apart | InThread:
        return self._here if len(text) < LONG else self._apart


def _checked(reading: Reading, article: Article, now: datetime) -> Checked:
    """The checks of an article that nobody looked at so far; in a child process its words are not sent."""
    return check(reading, Known(article), now)
