"""How many faithful wordings, batch by batch, the checks withhold: `python -m tests.evals.wordings`."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.reading import Reading, StatementClaim
from bot.services.checks import Known, check
from tests.evals.faithful import FOLDER, article_of, ids_of

BATCHES = Path(__file__).parent / "batches"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def wordings(batch: str) -> Iterator[tuple[Known, StatementClaim]]:
    """The statements of a batch, each with its article: one of the readings', or its own."""
    for item in json.loads((BATCHES / f"{batch}.json").read_text(encoding="utf-8")):
        file = FOLDER / f"{item['article']}.json"
        article = article_of(item if "text" in item else json.loads(file.read_text(encoding="utf-8")))
        known = Known(article)
        for said in item["statements"]:
            yield known, StatementClaim(said["text"], ids_of(said, article))


def withheld(batch: str) -> list[tuple[str, str]]:
    """The statements of a batch that do not pass, with the reasons."""
    checked = (check(Reading((claim,)), known, NOW) for known, claim in wordings(batch))
    return [(lost.text, lost.reason) for result in checked for lost in result.withheld]


def main() -> None:
    """Print what each batch loses."""
    for path in sorted(BATCHES.glob("*.json")):
        lost, count = withheld(path.stem), sum(1 for _ in wordings(path.stem))
        print(f"{path.stem}: {len(lost)} of {count} ({len(lost) / count:.3f})")
        print("\n".join(f"  {text}\n    {reason}" for text, reason in lost))


if __name__ == "__main__":
    main()
