"""One targeted repair: statements that could not be traced go back once, together, with the reasons."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.reading import Reading, StatementClaim
from bot.engines.llm.faults import Fault
from bot.engines.llm.job import Job
from bot.engines.llm.model import Turn
from bot.engines.llm.pages import new_mark, numbered, visible
from bot.engines.llm.tracing import trace
from bot.engines.llm.wire import WireStatements
from bot.services.checks.lexicon import telling
from bot.services.checks.words import words
from bot.services.instructions import is_instruction
from bot.services.merging import fold

AROUND = 1
"""Sentences shown before and after each that a statement cites."""

MATCHING = 3
"""Sentences shown that share the most words with a statement: it may only have cited the wrong ids."""

Failed = Sequence[tuple[StatementClaim, str]]


async def repair(job: Job, reading: Reading) -> Reading:
    """The reading with untraceable statements rewritten in place; unchanged where no repair came."""
    failed = (await trace(job, reading)).failed
    if not failed:
        return reading
    try:
        answer = await job.model.ask(await asyncio.to_thread(_turn, job, failed), WireStatements)
    except Fault:
        return reading
    return replace(reading, statements=_replaced(reading.statements, failed, answer.claims()))


def _turn(job: Job, failed: Failed) -> Turn:
    return job.turn(
        "repair",
        job.spare,
        language=job.language,
        mark=new_mark(),
        statements="\n".join(
            f"- {visible(claim.text)} {list(claim.sentences)}: {reason}" for claim, reason in failed
        ),
        lines=numbered((number, job.article.sentence(number).text) for number in _shown(job, failed)),
    )


def _replaced(
    statements: Sequence[StatementClaim], failed: Failed, repaired: Sequence[StatementClaim]
) -> tuple[StatementClaim, ...]:
    """A failed statement gives way to its repair; one that came back empty or twice stays, to be withheld."""
    known = {fold(claim.text) for claim in statements}
    new = dict(zip((claim for claim, _ in failed), repaired, strict=False))
    usable = {old: claim for old, claim in new.items() if claim.text and fold(claim.text) not in known}
    corrected = {old: claim for old, claim in new.items() if fold(claim.text) == fold(old.text)}
    return tuple((usable | corrected).get(claim, claim) for claim in statements)


def _shown(job: Job, failed: Failed) -> list[int]:
    near = {number for claim, _ in failed for number in _near(job, claim)}
    return [number for number in sorted(near) if not is_instruction(job.article.sentence(number).text)]


def _near(job: Job, claim: StatementClaim) -> Iterator[int]:
    for number in claim.sentences:
        yield from filter(job.article.has, range(number - AROUND, number + AROUND + 1))
    places = (job.known.places.get(word, ()) for word in {word.folded for word in telling(words(claim.text))})
    shared = Counter(at for found in places for at in found)
    yield from (job.article.sentences[at].id for at, _ in shared.most_common(MATCHING))
