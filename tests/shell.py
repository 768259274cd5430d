"""The command line as a person calls it, in this process."""

import json
from pathlib import Path
from typing import Any, Protocol

from typer.testing import CliRunner, Result

from bot.__main__ import app


class Briefer(Protocol):
    """Call `briefer` with these arguments, and with what is piped into it."""

    def __call__(self, *arguments: str | Path, piped: str | bytes | None = None) -> Result: ...


def call(*arguments: str | Path, piped: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=piped)


def documents(result: Result) -> list[Any]:
    """What was printed, one JSON document a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def one_sentence(result: Result) -> str:
    """What standard error says, if it is one plain line and no traceback."""
    (line,) = result.stderr.splitlines()
    assert line.endswith(".")
    assert "Traceback" not in line
    return line
