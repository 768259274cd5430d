import asyncio
from pathlib import Path

import pytest

from bot.adapters.storage import open_storage
from bot.adapters.storage.secrecy import Keyring
from bot.bootstrap import now
from tests.shell import Briefer, one_sentence


@pytest.fixture(autouse=True)
def _a_data_directory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_DATA_DIR", str(tmp_path / "data"))


def test_the_database_is_brought_up_to_date_and_found_well(briefer: Briefer, tmp_path: Path) -> None:
    result = briefer("db", "upgrade")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"sqlite:///{tmp_path}/data/briefer.db, revision ")
    assert result.stdout.strip() in briefer("doctor").stdout


def test_a_database_is_copied(briefer: Briefer, tmp_path: Path) -> None:
    result = briefer("db", "copy", f"sqlite:///{tmp_path}/a.db", f"sqlite:///{tmp_path}/b.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert ["briefs", "0"] in [line.split() for line in result.stdout.splitlines()]
    assert (tmp_path / "b.db").exists()


def test_what_is_no_address_of_a_database_is_wrong_usage_and_is_not_repeated(briefer: Briefer) -> None:
    result = briefer("db", "copy", "mysql://me:secret@host/a", "b")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "sqlite:///briefer.db" in result.stderr
    assert "secret" not in result.stderr


def test_a_new_key_encrypts_what_was_kept(briefer: Briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    key = briefer("db", "key").stdout.strip()
    assert Keyring.read(key)
    briefer("db", "upgrade")
    monkeypatch.setenv("BRIEFER_DATABASE_KEYS", key)
    assert briefer("db", "reseal").stdout == "1 row encrypted with the first key.\n"
    assert "encrypted" in briefer("db", "upgrade").stdout
    monkeypatch.delenv("BRIEFER_DATABASE_KEYS")
    result = briefer("db", "upgrade")
    assert result.exit_code == 78
    assert "set BRIEFER_DATABASE_KEYS" in one_sentence(result)


def test_a_database_that_cannot_be_opened_is_told_without_its_password(
    briefer: Briefer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_DATABASE_URL", "postgresql://bot:pass-word@127.0.0.1:1/briefs")
    for command in (["db", "upgrade"], ["doctor"]):
        result = briefer(*command)
        assert result.exit_code == 78
        assert "can't be opened" in result.output
        assert "pass-word" not in result.output


def test_slots_are_listed_and_given_up(briefer: Briefer, tmp_path: Path) -> None:
    async def begin() -> None:
        url = f"sqlite:///{tmp_path}/data/briefer.db"
        async with open_storage(url, now=now) as storage:
            await storage.slots.begin("host-worker-1", "host-worker-1#1", now())

    asyncio.run(begin())
    assert briefer("db", "recover").stdout.startswith("host-worker-1 ")
    assert "taken over" in briefer("db", "recover", "host-worker-1").stdout
    result = briefer("db", "recover", "host-worker-2")
    assert (result.exit_code, "no slot" in one_sentence(result)) == (78, True)
