from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from bot.adapters.storage import open_storage
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.resealing import reseal_database
from bot.adapters.storage.secrecy import SEALED
from bot.domain.errors import BadSettings
from bot.domain.guild import GuildSettings
from tests.adapters.storage.made import GUILD, Clock, kept, mark, request

OLD, NEW = (urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2))


async def fill(url: str, clock: Clock, keys: str, name: str = "1") -> None:
    async with open_storage(url, now=clock, keys=keys) as storage:
        await storage.requests.add(request(f"r{name}"))
        await storage.briefs.keep(kept(f"b{name}"))
        await storage.briefs.mark(mark(f"b{name}"))
        await storage.guilds.put(GuildSettings(GUILD))


async def test_with_a_key_no_text_can_be_read_in_the_file(tmp_path: Path, clock: Clock) -> None:
    await fill(f"sqlite:///{tmp_path}/b.db", clock, OLD)
    stored = (tmp_path / "b.db").read_bytes()
    for words in (b"Ann Lee", b"her return", b"example.org", b"a-token", b"Geneva"):
        assert words not in stored


async def test_with_a_key_everything_comes_back_as_it_was(url: str, clock: Clock) -> None:
    await fill(url, clock, OLD)
    async with open_storage(url, now=clock, keys=OLD) as storage:
        assert await storage.requests.get("r1") == request()
        assert await storage.briefs.get("b1") == kept()
        assert await storage.guilds.get(GUILD) == GuildSettings(GUILD)


async def test_a_new_first_key_encrypts_and_the_old_one_still_decrypts(url: str, clock: Clock) -> None:
    await fill(url, clock, OLD)
    await fill(url, clock, f"{NEW}, {OLD}", "2")
    async with open_storage(url, now=clock, keys=f"{NEW},{OLD}") as storage:
        assert await storage.briefs.get("b1") == kept("b1")
        assert await storage.briefs.get("b2") == kept("b2")
    async with open_database(url, OLD) as database, database.reading() as connection:
        stored = await connection.scalar(text("SELECT brief FROM briefs WHERE id = 'b2'"))
    assert stored.startswith(SEALED)
    assert Fernet(NEW).decrypt(stored)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("", "is encrypted: set BRIEFER_DATABASE_KEYS"),
        (NEW, "None of the keys"),
        ("no key", "is no key"),
        (f"{OLD},no key", "is no key"),
    ],
)
async def test_keys_that_do_not_fit_are_told_at_opening(
    url: str, clock: Clock, keys: str, words: str
) -> None:
    await fill(url, clock, OLD)
    with pytest.raises(BadSettings, match=words):
        async with open_storage(url, now=clock, keys=keys):
            pass


async def test_after_resealing_the_old_key_is_needed_no_more(url: str, clock: Clock) -> None:
    await fill(url, clock, "", "1")
    await fill(url, clock, OLD, "2")
    await reseal_database(url, f"{NEW},{OLD}")
    async with open_storage(url, now=clock, keys=NEW) as storage:
        assert await storage.briefs.get("b1") == kept("b1")
        assert await storage.briefs.get("b2") == kept("b2")
        assert await storage.requests.open() == [request("r1"), request("r2")]
        assert await storage.guilds.get(GUILD) == GuildSettings(GUILD)
        assert not await storage.briefs.mark(mark("b1"))
    with pytest.raises(BadSettings, match="None of the keys"):
        async with open_storage(url, now=clock, keys=OLD):
            pass


async def test_resealing_leaves_no_plain_words_in_the_file(tmp_path: Path, clock: Clock) -> None:
    url = f"sqlite:///{tmp_path}/b.db"
    await fill(url, clock, "")
    await reseal_database(url, NEW)
    assert b"Ann Lee" not in (tmp_path / "b.db").read_bytes()


async def test_resealing_needs_a_key(url: str) -> None:
    with pytest.raises(BadSettings, match="nothing to encrypt with"):
        await reseal_database(url, " , ")
