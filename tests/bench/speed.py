"""How fast, and how large: `python -m tests.bench.speed` prints a table.

The long texts come from the folder that BRIEFER_EVAL_DATA names (`long/war-and-peace.txt`); without it they are left
out. Every figure is taken from a process of its own, as a person would start it; run it on an idle machine.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ARTICLE = Path(__file__).parents[1] / "data" / "sample" / "moscow-washington.txt"
COMMAND = [sys.executable, "-m", "bot"]
BATCH = 60
"""Articles in the measured batch: enough that starting up does not decide."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished command: seconds from start to end, and the most memory that one of its processes took."""

    seconds: float
    megabytes: float
    output: bytes


def run(*arguments: str) -> Run:
    """Run `briefer` in a process of its own, with the embedded engine."""
    before = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([*COMMAND, *arguments, "--engine", "offline"], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"briefer {' '.join(arguments)} failed")
        output.seek(0)
        return Run(seconds, _megabytes(usage), output.read())


def _megabytes(usage: resource.struct_rusage) -> float:
    kilo = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * kilo / 1_000_000


def one_article() -> Iterator[tuple[str, str]]:
    """A 1,100-word article, cold from the shell and warm in a running process."""
    cold = min((run("brief", str(ARTICLE), "--json") for _ in range(3)), key=lambda done: done.seconds)
    yield "1,100 words, cold from the shell", f"{cold.seconds:.2f} s"
    yield "  resident", f"{cold.megabytes:.0f} MB"
    seconds = [
        json.loads(line)["brief"]["usage"]["seconds"] for line in batch(12, jobs=1).output.splitlines()
    ]
    yield "1,100 words, warm", f"{sorted(seconds[2:])[5]:.2f} s (median of 10)"


def batches() -> Iterator[tuple[str, str]]:
    """Many articles, starting up included."""
    for jobs in (1, os.cpu_count() or 1):
        done = batch(BATCH, jobs)
        yield f"batch of {BATCH}, --jobs {jobs}", f"{BATCH / done.seconds:.1f} articles/s"


def batch(articles: int, jobs: int) -> Run:
    """The same article many times over."""
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "in.jsonl"
        line = json.dumps({"id": 1, "text": ARTICLE.read_text(encoding="utf-8")})
        asked.write_text(f"{line}\n" * articles, encoding="utf-8")
        return run("batch", str(asked), "--jobs", str(jobs))


def a_book(book: Path) -> Iterator[tuple[str, str]]:
    """A quarter, half and the whole of a book: time should grow no faster than the text."""
    text = book.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for part in (0.25, 0.5, 1.0):
            path = Path(folder) / "part.txt"
            path.write_text(text[: int(len(text) * part)], encoding="utf-8")
            done = run("brief", str(path), "--json")
            pace = len(text) * part / done.seconds / 1_000
            yield (
                f"{book.stem}, {part:.0%}",
                f"{done.seconds:.0f} s, {done.megabytes:.0f} MB, {pace:.0f},000 characters/s",
            )


def main() -> None:
    """Measure everything and print it."""
    table = Table("what", "figure", title=f"Speed on {os.cpu_count()} cores")
    console = Console()
    data = os.environ.get("BRIEFER_EVAL_DATA")
    measures = [one_article(), batches()]
    if data:
        measures.append(a_book(Path(data) / "long" / "war-and-peace.txt"))
    with console.status("measuring"):
        for measure in measures:
            for what, figure in measure:
                table.add_row(what, figure)
    console.print(table)


if __name__ == "__main__":
    main()
