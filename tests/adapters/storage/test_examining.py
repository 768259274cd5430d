from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.adapters.storage import open_storage
from bot.adapters.storage.address import read_address
from bot.adapters.storage.database import create_for_migrations
from bot.adapters.storage.examining import describe_database
from bot.adapters.storage.migrating import revisions
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.secrecy import Keyring
from bot.domain.errors import BadSettings
from tests.adapters.storage.made import Clock, kept

KEY, OTHER = (urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2))


async def test_a_database_is_described_by_its_place_revision_and_briefs(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock, keys=KEY) as storage:
        await storage.briefs.keep(kept())
    assert (await describe_database(url, KEY)).endswith(
        f", revision {revisions()[-1]}, briefs: 1, open requests: 0, encrypted"
    )


async def test_looking_at_a_database_makes_none(tmp_path: Path) -> None:
    assert (await describe_database(f"sqlite:///{tmp_path}/b.db")).endswith("b.db, made at the first start")
    assert not (tmp_path / "b.db").exists()


async def test_an_empty_database_stays_empty(url: str) -> None:
    database = create_for_migrations(read_address(url), Keyring())
    async with database.reading() as connection:
        await connection.execute(text("SELECT 1"))
    for _ in range(2):
        assert (await describe_database(url)).endswith("empty, its tables are made at the first start")


@pytest.mark.parametrize(("keys", "words"), [("", "is encrypted"), (OTHER, "None of")])
async def test_keys_that_do_not_fit_are_told(url: str, keys: str, words: str) -> None:
    async with open_database(url, KEY):
        pass
    with pytest.raises(BadSettings, match=words):
        await describe_database(url, keys)
