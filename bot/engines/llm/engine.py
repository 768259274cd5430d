"""The LLM engine: read the parts, merge, compose, repair, and let a second reader judge."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.article import Article
from bot.domain.brief import EngineInfo, Withheld
from bot.domain.prompt import Prompt
from bot.domain.reading import EventClaim, Reading
from bot.domain.when import When
from bot.engines.llm.composing import compose
from bot.engines.llm.deadline import Deadline
from bot.engines.llm.faults import Fault, TooLong
from bot.engines.llm.job import SMALLEST_PART, Job
from bot.engines.llm.judging import judge
from bot.engines.llm.ledger import Ledger, Price
from bot.engines.llm.model import Model
from bot.engines.llm.naming import take_back_sentences
from bot.engines.llm.reading import read_parts
from bot.engines.llm.repairing import repair
from bot.services.briefing import EngineFailed, Read, Wanted
from bot.services.fitting import Count, Part, fit
from bot.services.instructions import without_instructions
from bot.services.merging import merge

MOST_HALVINGS = 2
"""How often an article is cut into smaller parts because the endpoint refused them as too long."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What an engine reads with. `window`: the model's, in tokens; `limit`: seconds for a whole brief."""

    model: Model
    prompts: Mapping[str, Prompt]
    window: int
    count: Count
    price: Price
    now: Callable[[], datetime]
    limit: float = 120.0
    second: Model | None = None

    @property
    def names(self) -> Sequence[str]:
        """What a reading depends on: endpoint, models, and the wording of the prompts."""
        second = self.second.key if self.second else ""
        return (self.model.key, second, *(prompt.id.hash for prompt in self.prompts.values()))

    def job(self, article: Article, wanted: Wanted) -> Job:
        """A new job on an article, its time starting now."""
        return Job(
            article,
            wanted.length,
            self.model,
            self.prompts,
            self.window,
            self.count,
            self.now(),
            Deadline.after(min(self.limit, wanted.until - time.monotonic())),
            Ledger(),
            wanted.progress,
            wanted.remember,
        )


class LlmEngine:
    """Reads articles with a language model, one call when the article fits."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def read(self, article: Article, wanted: Wanted) -> Read:
        """All claims about the article; EngineFailed, with what was used, when the model can't give any."""
        job = self._reader.job(article, wanted)
        try:
            read = await self._read(job)
        except Fault as fault:
            raise EngineFailed(str(fault), job.ledger.usage(self._reader.price)) from None
        info = EngineInfo("llm", self._reader.model.name, job.ledger.prompts)
        return replace(
            read,
            engine=info,
            usage=job.ledger.usage(self._reader.price),
            notes=(*read.notes, *job.ledger.notes),
        )

    async def _read(self, job: Job) -> Read:
        parts, outcomes = await self._outcomes(job)
        readings = [reading for reading in outcomes if isinstance(reading, Reading)]
        faults = [fault for fault in outcomes if isinstance(fault, Fault)]
        if not readings:
            raise faults[0]
        if faults:
            job.ledger.note(f"{len(faults)} of {len(parts)} parts could not be read: {faults[0]}")
        _note_unread(job, parts)
        merged = await asyncio.to_thread(merge, readings, _dating(job))
        merged, no_names = take_back_sentences(merged, job.article)
        reading = await repair(job, await compose(job, merged) if len(readings) > 1 else merged)
        if not reading.statements:
            raise Fault("The model found nothing to say about this article.")
        reading, ordered = without_instructions(reading, job.article)
        reading, withheld = await self._judged(job, reading)
        return Read(
            reading,
            EngineInfo("llm"),
            parts=len(parts),
            parts_read=len(readings),
            withheld=(*no_names, *ordered, *withheld),
            known=job.known,
        )

    async def _outcomes(self, job: Job) -> tuple[Sequence[Part], list[Reading | Fault]]:
        """Parts with what they say; smaller ones where the endpoint's window turns out to be smaller."""
        room = job.room
        for _ in range(MOST_HALVINGS + 1):
            parts = await asyncio.to_thread(fit, job.article, job.count, room)
            outcomes = await read_parts(job, parts)
            if not any(isinstance(outcome, TooLong) for outcome in outcomes):
                break
            room = await asyncio.to_thread(_largest, parts, job) // 2
            if room < SMALLEST_PART:
                break
        return parts, outcomes

    async def _judged(self, job: Job, reading: Reading) -> tuple[Reading, list[Withheld]]:
        if self._reader.second is None:
            return reading, []
        refused = await judge(job, self._reader.second, reading)
        kept = tuple(claim for claim in reading.statements if claim not in refused)
        return replace(reading, statements=kept), list(refused.values())


def _largest(parts: Sequence[Part], job: Job) -> int:
    return max(part.tokens(job.count) for part in parts)


def _note_unread(job: Job, parts: Sequence[Part]) -> None:
    unread = len(job.article.sentences) - len({line.id for part in parts for line in part.lines})
    if unread == 1:
        job.ledger.note("1 sentence is addressed to programs that summarize; it was not read.")
    elif unread:
        job.ledger.note(f"{unread} sentences are addressed to programs that summarize; they were not read.")


def _dating(job: Job) -> Callable[[EventClaim], When]:
    """What an event's phrase means in the first cited sentence that prints it."""

    def dated(claim: EventClaim) -> When:
        cited = (job.article.sentence(number) for number in claim.sentences if job.article.has(number))
        printed = next((sentence for sentence in cited if claim.phrase in sentence.text), None)
        if printed is None or not claim.phrase:
            return When(claim.phrase)
        return job.known.timeline.resolve(claim.phrase, printed).when

    return dated
