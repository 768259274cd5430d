"""Answers to questions about an article, from its sentences alone and checked like a summary."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.domain.article import Article
from bot.domain.brief import EngineInfo, Statement, Usage, Withheld
from bot.domain.errors import BrieferError, UnusableSource
from bot.domain.reading import Reading, StatementClaim
from bot.domain.request import Asker
from bot.services.briefing import EngineFailed
from bot.services.checks import Known, check
from bot.services.instructions import without_orders
from bot.services.quota import Quota

LONGEST_QUESTION = 500
"""Characters of a question; more is an article."""

NOT_SAID = "The article does not say."
"""What a person is told where an answer has no statements."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an article: claims with sentence ids, none where it does not say."""

    statements: tuple[StatementClaim, ...]
    engine: EngineInfo
    usage: Usage = field(default_factory=Usage)
    notes: tuple[str, ...] = ()


class Answerer(Protocol):
    """Looks for the answer to a question in an article."""

    async def answer(self, article: Article, question: str) -> Found:
        """What the article says; EngineFailed when it can't be asked."""
        ...


class Standby:
    """Two answerers in one: the other answers where the first fails."""

    def __init__(self, first: Answerer, other: Answerer) -> None:
        self._first = first
        self._other = other

    async def answer(self, article: Article, question: str) -> Found:
        """What the first says; else what the other says, with the reason and what the first took."""
        try:
            return await self._first.answer(article, question)
        except BrieferError as error:
            found = await self._other.answer(article, question)
            spent = error.usage if isinstance(error, EngineFailed) else Usage()
            return replace(found, engine=replace(found.engine, fallback=str(error)), usage=spent)


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer; without statements, the article does not say."""

    question: str
    statements: tuple[Statement, ...]
    withheld: tuple[Withheld, ...]
    engine: EngineInfo
    usage: Usage
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """Answers what people ask, within the limits of what that may take."""

    answerer: Answerer
    now: Callable[[], datetime]
    quota: Quota | None = None

    async def answer(self, asker: Asker, article: Article, question: str) -> Answer:
        """The checked answer; NotAllowed when the asker's limit is reached, UnusableSource as `answer`."""
        if self.quota is None:
            return await answer(self.answerer, article, question, self.now)
        async with self.quota.paying(asker, article) as bill:
            given = await answer(self.answerer, article, question, self.now)
            bill.took(given.usage)
        return given


async def answer(answerer: Answerer, article: Article, question: str, now: Callable[[], datetime]) -> Answer:
    """The checked answer to a question; UnusableSource `empty` or `too_large` for what is no question."""
    asked = " ".join(question.split())
    if not asked:
        raise UnusableSource("Ask a question about the article.", "empty")
    if len(asked) > LONGEST_QUESTION:
        raise UnusableSource(
            f"A question may have {LONGEST_QUESTION} characters; ask a shorter one.", "too_large"
        )
    found = await answerer.answer(article, asked)
    checked = await asyncio.to_thread(check, Reading(found.statements), Known(without_orders(article)), now())
    return Answer(asked, checked.summary, checked.withheld, found.engine, found.usage, found.notes)
