"""What every test stands on: no settings from outside, and the command line."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import structlog

from bot.adapters.storage import database
from bot.settings import Settings, variable
from tests.loopback.postgres import Server, postgres
from tests.shell import Briefer, call


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        if field != "eval_data":
            monkeypatch.delenv(variable(field), raising=False)
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "90")


@pytest.fixture(scope="session", autouse=True)
def _databases_in_a_hurry() -> Iterator[None]:
    """SQLite waits for no disk: 5 ms a transaction, for what only a failure of the power would miss."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "PRAGMAS", (*database.PRAGMAS, "synchronous = OFF"))
        yield


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    handlers = logging.root.handlers[:]
    yield
    logging.root.handlers[:] = handlers
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for all tests of a process."""
    with ExitStack() as stack:
        try:
            started = stack.enter_context(postgres())
        except Exception as error:  # noqa: BLE001 - whatever keeps it from starting
            pytest.skip(f"PostgreSQL can't start here: {error}")
        yield started


@pytest.fixture
def briefer() -> Briefer:
    return call


@pytest.fixture
def sample() -> Path:
    return Path(__file__).parent / "data" / "sample" / "moscow-washington.txt"
