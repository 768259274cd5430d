"""Work behind DBOS: begun once, and done by whoever is there."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.jobs import open_handing, open_jobs
from bot.domain.request import Job

PATIENCE = 30.0
FIRST, SECOND = Job("r1", 0), Job("r1", 1)


class Worker:
    """Notes what it is given, and does it when it may."""

    def __init__(self, *, idle: bool = False) -> None:
        self.given: list[Job] = []
        self.changed = asyncio.Condition()
        self.failures = 0
        self._idle = idle

    async def __call__(self, job: Job) -> None:
        async with self.changed:
            self.given.append(job)
            self.changed.notify_all()
        if self.failures:
            self.failures -= 1
            raise OSError("the database is away")
        if self._idle:
            await asyncio.Event().wait()

    async def until(self, done: Callable[[list[Job]], bool]) -> None:
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(lambda: done(self.given))


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/briefer.db"


def quiet(_: str, error: Exception) -> None:
    assert isinstance(error, OSError)


async def test_a_job_is_done_once_each_time_a_request_changes_hands(database: str) -> None:
    worker = Worker()
    async with open_jobs(database, "a", worker, quiet) as jobs:
        for job in (FIRST, FIRST, SECOND):
            jobs.start(job)
        await worker.until(lambda given: len(given) == 2)
        jobs.start(FIRST)
        jobs.start(Job("r2", 0))
        await worker.until(lambda given: len(given) == 3)
    assert set(worker.given) == {FIRST, SECOND, Job("r2", 0)}


async def test_what_a_process_did_not_finish_is_done_by_the_next_in_its_slot(database: str) -> None:
    ended, next_one = Worker(idle=True), Worker()
    async with open_jobs(database, "a", ended, quiet) as jobs:
        jobs.start(FIRST)
        await ended.until(bool)
    async with open_jobs(database, "a", next_one, quiet):
        await next_one.until(bool)
    assert next_one.given == [FIRST]


async def test_what_a_process_did_not_finish_can_be_recovered_by_another(database: str) -> None:
    ended, other = Worker(idle=True), Worker()
    async with open_jobs(database, "a", ended, quiet) as jobs:
        jobs.start(FIRST)
        await ended.until(bool)
    async with open_jobs(database, "b", other, quiet) as jobs:
        await jobs.recover("a")
        await other.until(bool)
    assert other.given == [FIRST]


async def test_work_that_fails_for_a_while_is_done_later(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.jobs.efforts.PAUSE", 0.01)
    worker = Worker()
    worker.failures = 2
    async with open_jobs(database, "a", worker, quiet) as jobs:
        jobs.start(FIRST)
        await worker.until(lambda given: len(given) == 3)


async def test_cancelled_work_is_stopped_and_not_begun_again(database: str) -> None:
    worker = Worker(idle=True)
    async with open_jobs(database, "a", worker, quiet) as jobs:
        jobs.start(FIRST)
        await worker.until(bool)
        await jobs.cancel("r1")
    other = Worker()
    async with open_jobs(database, "a", other, quiet) as jobs:
        jobs.start(SECOND)
        await other.until(bool)
    assert other.given == [SECOND]


async def test_dbos_is_told_ids_alone_and_forgets_jobs_that_are_done(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.jobs.known.DONE_KEPT", -timedelta(hours=1))
    worker = Worker()
    async with open_jobs(database, "a", worker, quiet) as jobs:
        jobs.start(FIRST)
        await worker.until(bool)
        ((inputs,),) = _rows(tmp_path, "SELECT inputs FROM workflow_input")
        assert json.loads(str(inputs)) == {"positionalArgs": ["r1", 0], "namedArgs": {}}
        async with asyncio.timeout(PATIENCE):
            while _rows(tmp_path, "SELECT * FROM workflow_status"):
                await jobs.tidy()


async def test_jobs_are_handed_over_before_there_was_ever_a_worker(database: str, tmp_path: Path) -> None:
    async with open_handing(database, quiet) as handing:
        await handing.tidy()
        await handing.recover("a")
        handing.start(FIRST)
        async with asyncio.timeout(PATIENCE):
            while not _rows(tmp_path, "SELECT * FROM workflow_status"):  # noqa: ASYNC110 - DBOS's own table
                await asyncio.sleep(0.01)
    worker = Worker()
    async with open_jobs(database, "b", worker, quiet, queue=True):
        await worker.until(bool)
    assert worker.given == [FIRST]


def _rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "briefer-jobs.db")) as connection:
        return connection.execute(query).fetchall()
