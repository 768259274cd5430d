"""What the repair and the second reader add to the checks, in claims and in tokens.

Run: `python -m tests.evals.steps`. The scripted model reads the articles of `readings/` as their editor did, with every
third statement corrupted in one way after the other; it repairs what it is asked to, and judges, without a mistake. So
the table shows the most that each step can add; a real model's errors come off it.
"""

import asyncio
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bot.adapters.tokens import count
from bot.domain.article import Article
from bot.domain.reading import StatementClaim
from bot.services.briefing import Wanted
from bot.services.checks import Known, check
from tests.bench.llm import sent
from tests.evals.corruptions import Mutant, mutants
from tests.evals.faithful import Faithful, faithful_readings
from tests.loopback.endpoint import Reply, Request, Script, answer, loopback
from tests.loopback.wiring import NOW, make_engine, make_model

EVERY = 3
STEPS = ("checks", "+ repair", "+ second reader", "+ both")
LISTED = re.compile(r"^- (.+) \[[\d, ]*\]: ", re.MULTILINE)
JUDGED = re.compile(r"^Statement (\d+): (.+)$", re.MULTILINE)


@dataclass
class Case:
    """An article, the statements that a model makes of it, and which of them are false; with the true wording."""

    article: Article
    statements: list[StatementClaim]
    truth: dict[str, StatementClaim]


@dataclass
class Sums:
    """What was shown and withheld over all articles, and what it took."""

    true_shown: int = 0
    false_shown: int = 0
    true_withheld: int = 0
    false_withheld: int = 0
    calls: int = 0
    tokens: int = 0
    mended: int = 0


def cases() -> Iterator[Case]:
    """Every reading with some of its statements corrupted, by all kinds of corruption in turn."""
    turn = itertools.count()
    for faithful in faithful_readings():
        by_claim = list(statement_mutants(faithful))
        statements, truth = [], {}
        for number, claim in enumerate(faithful.reading.statements):
            false = [
                m for m in by_claim if set(m.text.split()) & set(claim.text.split()) and shares(m, claim)
            ]
            if number % EVERY == 0 and false:
                claim_made = false[next(turn) % len(false)].reading.statements[0]
                truth[claim_made.text] = claim
                statements.append(claim_made)
            else:
                statements.append(claim)
        yield Case(faithful.article, statements, truth)


def statement_mutants(faithful: Faithful) -> Iterator[Mutant]:
    """Corruptions of a statement of the article itself."""
    return (m for m in mutants(faithful) if m.reading.statements and m.known is faithful.known)


def shares(mutant: Mutant, claim: StatementClaim) -> bool:
    """Whether a corrupted statement was made of this one: most of its words are."""
    words = set(claim.text.split())
    made = mutant.reading.statements[0]
    return made.text != claim.text and len(words & set(made.text.split())) > len(words) * 0.6


def model(case: Case, *, repairs: bool) -> Script:
    """The scripted model for one article."""

    def wire(claims: list[StatementClaim]) -> list[dict[str, object]]:
        return [{"text": claim.text, "sentences": list(claim.sentences)} for claim in claims]

    def script(request: Request) -> Reply:
        if request.prompt == "judge":
            numbered = JUDGED.findall(request.user)
            return answer(
                {
                    "verdicts": [
                        {"number": int(n), "supported": text not in case.truth} for n, text in numbered
                    ]
                }
            )
        if request.prompt == "repair":
            found = [case.truth.get(text, StatementClaim("", ())) for text in LISTED.findall(request.user)]
            return answer({"statements": wire(found if repairs else [])})
        return answer({"statements": wire(case.statements), "actors": [], "events": []})

    return script


async def measure(case: Case, step: str, sums: Sums) -> None:
    """Add one article's figures."""
    repairs, judges = step in {"+ repair", "+ both"}, step in {"+ second reader", "+ both"}
    async with loopback(model(case, repairs=repairs)) as endpoint:
        second = make_model(endpoint.url) if judges else None
        engine = make_engine(make_model(endpoint.url), second=second, limit=20)
        read = await engine.read(case.article, Wanted())
        requests = [request for request in endpoint.requests if repairs or request.prompt != "repair"]
    shown = {item.text for item in check(read.reading, Known(case.article), NOW).summary}
    made = {claim.text for claim in case.statements}
    true = made - case.truth.keys()
    sums.true_shown += len(shown - case.truth.keys())
    sums.false_shown += len(shown & case.truth.keys())
    sums.true_withheld += len(true - shown)
    sums.mended += len(shown - made)
    sums.false_withheld += len(case.truth.keys() - shown) - len(shown - made)
    sums.calls += len(requests)
    sums.tokens += sum(count(sent(request)) for request in requests)


async def main() -> None:
    """Print the table."""
    table = Table(
        "step",
        "true shown",
        "of them mended",
        "false shown",
        "true withheld",
        "false withheld",
        "calls",
        "prompt tokens",
    )
    everything = list(cases())
    for step in STEPS:
        sums = Sums()
        for case in everything:
            await measure(case, step, sums)
        table.add_row(
            step, *map(str, (sums.true_shown, sums.mended, sums.false_shown, sums.true_withheld, sums.false_withheld)),
            str(sums.calls), f"{sums.tokens:,}",
        )  # fmt: skip
    Console(width=120).print(table)


if __name__ == "__main__":
    asyncio.run(main())
