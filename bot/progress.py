"""Progress on standard error, for people only."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import BinaryIO

from bot.services.batch import Line
from bot.services.briefing import Progress, Stage, silent


@contextmanager
def progress(stream: BinaryIO, out: BinaryIO) -> Iterator[Callable[[Line], None]]:
    """A function to call for each answered line; it draws only where nothing else is drawn."""
    if not sys.stderr.isatty() or out.isatty():
        yield lambda _line: None
        return
    from rich.console import Console  # noqa: PLC0415 - only people see it
    from rich.progress import Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.fields[articles]} articles"), *Progress.get_default_columns()[1:])
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=_size(stream), articles=0)
        articles = count(1)
        yield lambda line: bar.update(task, advance=len(line.raw or b""), articles=next(articles))


@contextmanager
def status() -> Iterator[Progress]:
    """A line that says what is being done to the article; it goes when the brief comes."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console  # noqa: PLC0415 - only people see it

    with Console(stderr=True).status(Stage.CLEANING) as line:
        yield lambda stage, done, of: line.update(sentence(stage, done, of))


def sentence(stage: Stage, done: int, of: int) -> str:
    """What a person is told of a stage."""
    if stage is Stage.READING and of > 1:
        return f"Reading {of} parts, {done} done…"
    return stage


def _size(stream: BinaryIO) -> int | None:
    """Bytes of a regular file; None where nobody knows how much will come."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
