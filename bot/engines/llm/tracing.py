"""Which statements the checks would let through: asked before anything is joined, repaired or withheld."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.brief import ClaimKind
from bot.domain.reading import Reading, StatementClaim
from bot.engines.llm.job import Job
from bot.services.checks import check


@dataclass(frozen=True, slots=True)
class Traced:
    """Statements that passed, and those that did not with the reason."""

    passed: tuple[StatementClaim, ...]
    failed: tuple[tuple[StatementClaim, str], ...]


async def trace(job: Job, reading: Reading) -> Traced:
    """The statements of a reading, held against the article in a thread."""
    checked = await asyncio.to_thread(check, replace(reading, events=()), job.article, job.now)
    reasons = {item.text: item.reason for item in checked.withheld if item.kind is ClaimKind.STATEMENT}
    failed = tuple((claim, reasons[claim.text]) for claim in reading.statements if claim.text in reasons)
    return Traced(tuple(claim for claim in reading.statements if claim.text not in reasons), failed)


def spread(statements: Sequence[StatementClaim], words: int) -> tuple[StatementClaim, ...]:
    """Statements taken evenly from the whole, about so many words of them."""
    average = sum(len(claim.text.split()) for claim in statements) / max(1, len(statements))
    wanted = min(len(statements), max(1, round(words / max(1.0, average))))
    return tuple(statements[n * len(statements) // wanted] for n in range(wanted))
