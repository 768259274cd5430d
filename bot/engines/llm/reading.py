"""Reading an article's parts, in parallel."""

import asyncio
import itertools
from collections.abc import Sequence

from bot.domain.reading import Reading
from bot.engines.llm.deadline import Deadline
from bot.engines.llm.faults import Fault
from bot.engines.llm.job import Job
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
    if len(parts) == 1:
        return [await _read(job, parts[0], job.words, "", job.deadline)]
    known = await asyncio.to_thread(_known, job)
    deadline = job.deadline.share(SHARE_OF_TIME)
    done = itertools.count(1)

    async def read(part: Part) -> Reading | Fault:
        outcome = await _read(job, part, PART_WORDS, known, deadline)
        if isinstance(outcome, Reading):
            await trace(job, outcome)
        job.progress(Stage.READING, next(done), len(parts))
        return outcome

    job.progress(Stage.READING, 0, len(parts))
    return list(await asyncio.gather(*map(read, parts)))


def _known(job: Job) -> str:
    names = visible(", ".join(known_names(job.article)))
    return f"\nNamed elsewhere in it: {names}" if names else ""


async def _read(job: Job, part: Part, words: int, known: str, deadline: Deadline) -> Reading | Fault:
    lines = await asyncio.to_thread(numbered, [(line.id, line.text) for line in part.lines])
    turn = job.turn(
        "read",
        deadline,
        title=title_of(job.article),
        published=published_of(job.article),
        language=job.article.language,
        words=str(words),
        known=known,
        mark=new_mark(),
        lines=lines,
    )
    try:
        return (await job.model.ask(turn, WireReading)).reading()
    except Fault as fault:
        return fault
