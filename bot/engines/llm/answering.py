"""Asking a model a question about an article: every part at once, and the first parts' answers first."""

import asyncio
from dataclasses import dataclass

from bot.domain.article import Article
from bot.domain.brief import EngineInfo
from bot.domain.reading import StatementClaim
from bot.engines.llm.engine import Reader
from bot.engines.llm.faults import Fault
from bot.engines.llm.job import Job
from bot.engines.llm.pages import new_mark, numbered, published_of, title_of, visible
from bot.engines.llm.wire import WireStatements
from bot.services.answering import Found
from bot.services.briefing import EngineFailed, Wanted
from bot.services.fitting import Part, fit


@dataclass(frozen=True, slots=True)
class LlmAnswerer:
    """Answers questions with a language model."""

    reader: Reader

    async def answer(self, article: Article, question: str) -> Found:
        """What the parts that could be asked say; EngineFailed when none could."""
        job = self.reader.job(article, Wanted())
        parts = await asyncio.to_thread(fit, article, job.count, job.room)
        outcomes = await asyncio.gather(*(_ask(job, part, question) for part in parts))
        faults = [outcome for outcome in outcomes if isinstance(outcome, Fault)]
        usage = job.ledger.usage(self.reader.price)
        if len(faults) == len(parts):
            raise EngineFailed(str(faults[0]), usage)
        if faults:
            job.ledger.note(f"{len(faults)} of {len(parts)} parts could not be read: {faults[0]}")
        statements = tuple(claim for outcome in outcomes if isinstance(outcome, tuple) for claim in outcome)
        info = EngineInfo("llm", self.reader.model.name, job.ledger.prompts)
        return Found(statements, info, usage, tuple(job.ledger.notes))


async def _ask(job: Job, part: Part, question: str) -> tuple[StatementClaim, ...] | Fault:
    lines = await asyncio.to_thread(numbered, [(line.id, line.text) for line in part.lines])
    turn = job.turn(
        "answer",
        job.deadline,
        title=title_of(job.article),
        published=published_of(job.article),
        language=job.language,
        question=visible(question),
        mark=new_mark(),
        lines=lines,
    )
    try:
        found = (await job.model.ask(turn, WireStatements)).claims()
    except Fault as fault:
        return fault
    return tuple(claim for claim in found if claim.text)
