"""Which statements the checks would let through: asked before anything is joined, repaired or withheld.

A statement that was asked about before is not looked at again: `Known` remembers.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.reading import Reading, StatementClaim
from bot.engines.llm.job import Job
from bot.services.checks.statements import doubt


@dataclass(frozen=True, slots=True)
class Traced:
    """Statements that passed, and those that did not with the reason."""

    passed: tuple[StatementClaim, ...]
    failed: tuple[tuple[StatementClaim, str], ...]


async def trace(job: Job, reading: Reading) -> Traced:
    """The statements of a reading, held against the article in a thread."""
    return await asyncio.to_thread(_trace, job, reading.statements)


def _trace(job: Job, statements: Sequence[StatementClaim]) -> Traced:
    doubts = [(claim, doubt(claim, job.known)) for claim in statements]
    return Traced(
        tuple(claim for claim, reason in doubts if reason is None),
        tuple((claim, reason) for claim, reason in doubts if reason is not None),
    )


def spread(statements: Sequence[StatementClaim], words: int) -> tuple[StatementClaim, ...]:
    """Statements taken evenly from the whole, about so many words of them."""
    average = sum(len(claim.text.split()) for claim in statements) / max(1, len(statements))
    wanted = min(len(statements), max(1, round(words / max(1.0, average))))
    return tuple(statements[n * len(statements) // wanted] for n in range(wanted))
