"""What a person sees for every fault of an endpoint: `python -m tests.evals.faults`."""

import asyncio

from rich.console import Console
from rich.table import Table

from bot.services.briefing import Wanted
from tests.engines.llm.test_faults import CASES
from tests.loopback.endpoint import loopback
from tests.loopback.wiring import extract, make_briefing, make_engine, make_model


async def main() -> None:
    """Print the table."""
    table = Table("fault", "calls", "brief by", "what it says")
    for name, case in CASES.items():
        async with loopback(case.script) as endpoint:
            brief = await make_briefing(make_engine(make_model(endpoint.url, limits=case.limits))).brief(
                extract(), Wanted()
            )
        said = brief.engine.fallback or " ".join(brief.notes) or "–"
        table.add_row(name, str(brief.usage.calls), brief.engine.name, said)
    Console(width=140).print(table)


if __name__ == "__main__":
    asyncio.run(main())
