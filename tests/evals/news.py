"""The news sets through the real batch path: `python -m tests.evals.news [SET.jsonl …]` prints the figures.

Without arguments the sets under BRIEFER_EVAL_DATA are read (`news/dev_a.jsonl`, `news/dev_b.jsonl`). They are scored
by `eval/score.py` beside that folder, whose head defines each figure.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot import bootstrap
from bot.adapters import logs
from bot.commands.answering import answer_all
from bot.domain.brief import EngineChoice
from bot.settings import Settings

GIVEN = ("id", "text", "published", "language")
"""What of an annotated article the engine may see."""

SETS = ("news/dev_a.jsonl", "news/dev_b.jsonl")


def figures(gold: Path, scorer: Path, settings: Settings) -> dict[str, str]:
    """Brief every article of a set and score the briefs: how many failed, `actors.recall` and so on.

    Only numbers come out: a set that nobody may read stays unread, also when an article fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "out.jsonl"
        with answers.open("wb") as out:
            asyncio.run(answer_all(_asked(gold), out, settings, EngineChoice.OFFLINE, jobs=1))
        answers_text = answers.read_text(encoding="utf-8")
        command = [sys.executable, str(scorer), "report", str(gold), str(answers), "--json"]
        report = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    failed = sum("error" in json.loads(line) for line in answers_text.splitlines())
    return {"failed": str(failed)} | {
        f"{part}.{name}": str(value)
        for part, found in report.items()
        if isinstance(found, dict)
        for name, value in found.items()
    }


def _asked(gold: Path) -> BytesIO:
    rows = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    return BytesIO(b"".join(json.dumps({key: row[key] for key in GIVEN}).encode() + b"\n" for row in rows))


def main() -> None:
    """Print the figures of each set, side by side."""
    settings = bootstrap.start()
    logs.configure("error")  # whatever BRIEFER_LOG says: causes may quote an article
    data = settings.eval_data
    assert data is not None, "set BRIEFER_EVAL_DATA to the folder with the data"
    sets = [Path(name) for name in sys.argv[1:]] or [data / name for name in SETS]
    scored = [figures(gold, data.parent / "eval" / "score.py", settings) for gold in sets]
    table = Table("figure", *(gold.stem for gold in sets))
    for name in scored[0]:
        table.add_row(name, *(one[name] for one in scored))
    Console().print(table)


if __name__ == "__main__":
    main()
