"""Joining the summaries of parts: one round where they fit the window, else a tree, checked at each level."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading import Reading, StatementClaim
from bot.engines.llm.faults import Fault
from bot.engines.llm.job import Job
from bot.engines.llm.pages import cited, new_mark, published_of, title_of
from bot.engines.llm.tracing import spread, trace
from bot.engines.llm.wire import WireStatements
from bot.services.briefing import Stage

PROMPT_TOKENS = 500
"""More than the compose prompt and its schema take."""

LINE_TOKENS = 12
"""Tokens of a line beside its statement: ids, brackets and the line break."""

NOT_JOINED = (
    "The parts' summaries could not be joined by the model ({reason}); "
    "statements of all parts stand side by side."
)
LEFT_OUT = (
    "{left} of {all} statements about parts of the article could not be traced "
    "and were left out before joining."
)


async def compose(job: Job, reading: Reading) -> Reading:
    """The reading with its statements joined into one summary of the asked length."""
    job.progress(Stage.JOINING, 0, 1)
    traced = await trace(job, reading)
    if traced.failed:
        job.ledger.note(LEFT_OUT.format(left=len(traced.failed), all=len(reading.statements)))
    try:
        statements = await _joined(job, replace(reading, statements=traced.passed))
        if traced.passed and not statements:
            raise Fault("it gave no statement")  # noqa: TRY301 - one way to what stands in for it
    except Fault as fault:
        job.ledger.note(NOT_JOINED.format(reason=str(fault).rstrip(".")))
        statements = spread(traced.passed, job.words)
    return replace(reading, statements=statements)


async def _joined(job: Job, reading: Reading) -> tuple[StatementClaim, ...]:
    statements = reading.statements
    while len(groups := _groups(job, statements)) > 1:
        joined = await asyncio.gather(*(_join(job, group) for group in groups))
        traced = await trace(
            job, replace(reading, statements=tuple(claim for group in joined for claim in group))
        )
        if len(traced.passed) >= len(statements):
            raise Fault("it did not make them shorter")
        statements = traced.passed
    return await _join(job, statements) if statements else ()


async def _join(job: Job, statements: Sequence[StatementClaim]) -> tuple[StatementClaim, ...]:
    turn = job.turn(
        "compose",
        job.deadline,
        title=title_of(job.article),
        published=published_of(job.article),
        language=job.language,
        words=str(job.words),
        mark=new_mark(),
        lines=cited((claim.text, claim.sentences) for claim in statements),
    )
    found = (await job.model.ask(turn, WireStatements)).claims()
    return tuple(claim for claim in found if claim.text)


def _groups(job: Job, statements: Sequence[StatementClaim]) -> list[list[StatementClaim]]:
    """Runs of statements that fit beside prompt and answer."""
    room = job.window - job.answer_tokens - PROMPT_TOKENS
    groups: list[list[StatementClaim]] = [[]]
    size = 0
    for claim in statements:
        tokens = job.count(claim.text) + LINE_TOKENS
        if size + tokens > room and groups[-1]:
            groups.append([])
            size = 0
        groups[-1].append(claim)
        size += tokens
    return groups
