"""Locks, cancelled callers and a server that drops its connections cost time, never a row."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.adapters.storage import Storage, open_storage
from bot.adapters.storage.opening import open_database
from bot.domain.errors import StorageAway
from tests.adapters.storage.made import Clock, request
from tests.loopback.postgres import Server

A_MOMENT = 0.2


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another process writes, and takes its time."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("COMMIT")
    other.close()


def add(storage: Storage, count: int) -> list[asyncio.Task[bool]]:
    return [asyncio.create_task(storage.requests.add(request(f"r{number}"))) for number in range(count)]


async def test_writers_wait_for_a_lock_and_readers_do_not(tmp_path: Path, clock: Clock) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/b.db", now=clock) as storage:
        with locked(tmp_path / "b.db"):
            adding = add(storage, 10)
            await asyncio.sleep(A_MOMENT)
            assert await storage.requests.open() == []
            assert not any(task.done() for task in adding)
        assert await asyncio.gather(*adding) == [True] * 10
        assert len(await storage.requests.open()) == 10


async def test_callers_that_give_up_leave_room_for_others(tmp_path: Path, clock: Clock) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/b.db", now=clock) as storage:
        with locked(tmp_path / "b.db"):
            adding = add(storage, 20)
            await asyncio.sleep(A_MOMENT)
            for task in adding[:19]:
                task.cancel()
            await asyncio.sleep(A_MOMENT)
        await asyncio.gather(*adding, return_exceptions=True)
        assert "r19" in {each.id for each in await storage.requests.open()}
        assert await storage.requests.add(request("after"))


async def test_dropped_connections_are_made_anew(server: Server, clock: Clock) -> None:
    url = server.create_database()
    async with open_storage(url, now=clock) as storage:
        assert await asyncio.gather(*add(storage, 10)) == [True] * 10
        async with open_database(url) as database, database.reading() as connection:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            dropped = await connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
            assert all(dropped.scalars())
        assert len(await storage.requests.open()) == 10
        assert await storage.requests.add(request("after"))


async def test_a_server_that_is_away_is_waited_for(server: Server, clock: Clock) -> None:
    url = server.create_database()
    async with open_storage(url, now=clock) as storage:
        assert await storage.requests.add(request("before"))
        server.let_in(url, nobody=True)
        adding = add(storage, 3)
        await asyncio.sleep(A_MOMENT)
        assert not any(task.done() for task in adding)
        server.let_in(url)
        assert await asyncio.gather(*adding) == [True] * 3


async def test_work_that_a_database_breaks_off_is_told_from_work_that_failed(server: Server) -> None:
    async with open_database(server.create_database()) as database:
        with pytest.raises(StorageAway):
            async with database.writing() as connection:
                await connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        async with database.reading() as connection:
            assert await connection.scalar(text("SELECT 1")) == 1
