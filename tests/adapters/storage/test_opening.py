import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.adapters.storage import open_storage
from bot.domain.errors import BadSettings
from tests.adapters.storage.made import Clock, request


async def test_what_was_kept_is_there_after_a_restart(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock) as storage:
        await storage.requests.add(request())
    async with open_storage(url, now=clock) as storage:
        assert await storage.requests.open() == [request()]


async def test_many_who_open_at_the_same_time_all_succeed(url: str, clock: Clock) -> None:
    async def add(number: int) -> None:
        async with open_storage(url, now=clock) as storage:
            await storage.requests.add(request(f"r{number}"))

    await asyncio.gather(*(add(number) for number in range(6)))
    async with open_storage(url, now=clock) as storage:
        assert len(await storage.requests.open()) == 6


async def test_a_hundred_writers_wait_for_each_other(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock) as one, open_storage(url, now=clock) as other:
        await asyncio.gather(*((one, other)[n % 2].requests.add(request(f"r{n}")) for n in range(100)))
        assert len(await one.requests.open()) == 100


async def test_opening_leaves_no_task_behind(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock) as storage:
        await storage.requests.add(request())
        assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_missing_directory_is_made_for_nobody_else_to_read(tmp_path: Path, clock: Clock) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/new/data/b.db", now=clock):
        pass
    assert (tmp_path / "new/data").stat().st_mode & 0o077 == 0
    assert (tmp_path / "new/data/b.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("briefs", "it is no URL"),
        ("mysql://localhost/briefs", "must begin with sqlite:/// or postgresql://"),
        ("sqlite://", "must name a file"),
        ("sqlite://briefs.db", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("postgresql://bot:secret@127.0.0.1:1/briefs", "127.0.0.1.* can't be opened: .*refused"),
        ("postgresql://127.0.0.1:port/briefs", "it is no URL"),
    ],
)
async def test_a_url_that_cannot_work_is_told_in_one_sentence(url: str, words: str, clock: Clock) -> None:
    with pytest.raises(BadSettings, match=words) as told:
        async with open_storage(url, now=clock):
            pass
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


async def test_a_file_that_is_no_database_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "b.db").write_text("a shopping list, " * 100)
    with pytest.raises(BadSettings, match="file is not a database"):
        async with open_storage(f"sqlite:///{tmp_path}/b.db", now=clock):
            pass


async def test_a_directory_that_cannot_be_made_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSettings, match="can't be opened: File exists, "):
        async with open_storage(f"sqlite:///{tmp_path}/file/b.db", now=clock):
            pass


async def test_a_locked_database_is_told(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.storage.database.PRAGMAS", ("busy_timeout = 50", "journal_mode = WAL"))
    locker = sqlite3.connect(tmp_path / "b.db", isolation_level=None)
    locker.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BadSettings, match="database is locked"):
        async with open_storage(f"sqlite:///{tmp_path}/b.db", now=clock):
            pass
    locker.close()
