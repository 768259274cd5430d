"""When digests come: `python -m tests.evals.times` prints each stretch of time with its runs."""

from rich.console import Console
from rich.table import Table

from tests.services.digesting.lives import LIVES, Ran


def told(run: Ran) -> str:
    """A run as the clock on the wall had it."""
    skipped = f" (for {run.day:%d %b}, skipped)" if run.late else ""
    return f"{run.wall}, {run.at:%H:%M} UTC{skipped}"


def main() -> None:
    """Print a row for each stretch."""
    table = Table("what happens", "set", "runs, local time and UTC")
    for name, life in LIVES.items():
        runs = "\n".join(map(told, life.runs()))
        table.add_row(name, f"{life.schedule.at:%H:%M} {life.schedule.zone}", runs)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
