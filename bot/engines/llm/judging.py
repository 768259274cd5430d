"""A second reader: one more call judges each statement by its own sentences only. Its “no” withholds."""

from bot.domain.brief import ClaimKind, Withheld
from bot.domain.reading import Reading, StatementClaim
from bot.engines.llm.faults import Fault
from bot.engines.llm.job import Job
from bot.engines.llm.model import Model
from bot.engines.llm.pages import new_mark, numbered, visible
from bot.engines.llm.tracing import trace
from bot.engines.llm.wire import WireVerdicts

NO = "a second reader did not find all of it in the sentences it cites"
NOT_JUDGED = "The second reader could not judge the statements: {reason}"


async def judge(job: Job, reader: Model, reading: Reading) -> dict[StatementClaim, Withheld]:
    """The traceable statements that the second reader does not find in their sentences."""
    statements = (await trace(job, reading)).passed
    if not statements:
        return {}
    lines = "\n\n".join(_page(job, number, claim) for number, claim in enumerate(statements, 1))
    turn = job.turn("judge", job.spare, mark=new_mark(), lines=lines)
    try:
        verdicts = (await reader.ask(turn, WireVerdicts)).verdicts
    except Fault as fault:
        job.ledger.note(NOT_JUDGED.format(reason=fault))
        return {}
    refused = {verdict.number for verdict in verdicts if not verdict.supported}
    return {
        claim: Withheld(ClaimKind.STATEMENT, claim.text, NO)
        for number, claim in enumerate(statements, 1)
        if number in refused
    }


def _page(job: Job, number: int, claim: StatementClaim) -> str:
    sentences = [job.article.sentence(cited) for cited in claim.sentences]
    return f"Statement {number}: {visible(claim.text)}\n" + numbered(
        (item.id, item.text) for item in sentences
    )
