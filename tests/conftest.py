"""What every test stands on: no settings from outside, and the command line."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from shutil import copy

import pytest
import structlog
from sqlalchemy.ext.asyncio import create_async_engine

from bot.adapters.extraction.pool import ExtractionPool
from bot.adapters.storage import database
from bot.services import children
from bot.settings import Settings, variable
from tests.compiled import Compiled
from tests.loopback.postgres import Server, postgres
from tests.loopback.started import start_once
from tests.shell import Briefer, call


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for field in Settings.model_fields:
            if field != "eval_data":
                patch.delenv(variable(field), raising=False)
        patch.setitem(Settings.model_config, "env_file", None)
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", "90")
        yield


@pytest.fixture(scope="session", autouse=True)
def _databases_in_a_hurry() -> Iterator[None]:
    """SQLite waits for no disk, and what one test's engine has compiled is there for the next one's.

    A disk takes 5 ms a transaction, for what only a failure of the power would miss.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "SYNCHRONOUS", dict.fromkeys(database.SYNCHRONOUS, "OFF"))
        compiled = {"compiled_cache": Compiled()}
        patch.setattr(
            database, "create_async_engine", partial(create_async_engine, execution_options=compiled)
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def _children_hold_their_own() -> Iterator[None]:
    """On a busy machine a child that gives way to everybody may never come to its limits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(children, "NICENESS", 1)
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


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory after a first start: tests copy its databases, for to make them takes a while."""
    folder = tmp_path_factory.mktemp("first-start")
    asyncio.run(start_once(f"sqlite:///{folder}/briefer.db"))
    return folder


@pytest.fixture
def sqlite_url(tmp_path: Path, first_start: Path) -> str:
    """A database with its tables."""
    return f"sqlite:///{copy(first_start / 'briefer.db', tmp_path)}"


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """A database with its tables, which others are made like."""
    url = server.create_database()
    asyncio.run(start_once(url))
    return url


@pytest.fixture(scope="session")
def extraction() -> Iterator[ExtractionPool]:
    """One warm child for all who read links: each would take a second to start."""
    with ExtractionPool(1) as pool:
        yield pool


@pytest.fixture
def one_child(monkeypatch: pytest.MonkeyPatch, extraction: ExtractionPool) -> None:
    """Whoever opens a pool is given the one that is there."""
    monkeypatch.setattr("bot.adapters.extraction.pool.ExtractionPool", lambda: nullcontext(extraction))


@pytest.fixture
def briefer() -> Briefer:
    return call


@pytest.fixture
def sample() -> Path:
    return Path(__file__).parent / "data" / "sample" / "moscow-washington.txt"
