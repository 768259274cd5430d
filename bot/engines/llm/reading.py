"""Reading an article's parts, in parallel."""

import asyncio
import itertools
from collections.abc import Sequence

from bot.domain.reading import Reading
from bot.engines.llm.faults import Fault
from bot.engines.llm.job import Job
from bot.engines.llm.model import Turn
from bot.engines.llm.pages import new_mark, numbered, published_of, title_of, visible
from bot.engines.llm.tracing import trace
from bot.engines.llm.wire import WireReading
from bot.services.briefing import Stage
from bot.services.fitting import Part, known_names

PART_WORDS = 60
"""Words for the summary of one part among several; enough for what it adds to the whole."""

SHARE_OF_TIME = 2 / 3
"""Of the time left, what several parts may take; the rest is for joining them."""


async def read_parts(job: Job, parts: Sequence[Part]) -> list[Reading | Fault]:
    """What each part says, or why it could not be read; traced while others are still being read."""
    several = len(parts) > 1
    turns = await asyncio.to_thread(_turns, job, parts)
    done = itertools.count(1)

    async def read(turn: Turn) -> Reading | Fault:
        outcome = await _read(job, turn)
        if several:
            if isinstance(outcome, Reading):
                await trace(job, outcome)
            job.progress(Stage.READING, next(done), len(parts))
        return outcome

    if several:
        job.progress(Stage.READING, 0, len(parts))
    outcomes, _ = await asyncio.gather(asyncio.gather(*map(read, turns)), _prepare(job))
    return outcomes


def _turns(job: Job, parts: Sequence[Part]) -> list[Turn]:
    """The question about each part, with the names of the whole where there are several."""
    names = visible(", ".join(known_names(job.article))) if len(parts) > 1 else ""
    known = f"\nNamed elsewhere in it: {names}" if names else ""
    words = PART_WORDS if len(parts) > 1 else job.words
    deadline = job.deadline.share(SHARE_OF_TIME) if len(parts) > 1 else job.deadline
    return [
        job.turn(
            "read",
            deadline,
            title=title_of(job.article),
            published=published_of(job.article),
            language=job.language,
            words=str(words),
            known=known,
            mark=new_mark(),
            lines=numbered((line.id, line.text) for line in part.lines),
        )
        for part in parts
    ]


async def _read(job: Job, turn: Turn) -> Reading | Fault:
    try:
        return (await job.model.ask(turn, WireReading)).reading()
    except Fault as fault:
        return fault


async def _prepare(job: Job) -> None:
    """Look at the article as the checks do while the model reads; not before the questions are out."""
    await job.model.behind()
    await asyncio.to_thread(_look, job)


def _look(job: Job) -> None:
    job.known.prepare()
