from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.storage import database as transactions
from bot.adapters.storage import open_storage
from bot.adapters.storage.copying import copy_database
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import metadata
from bot.domain.errors import BadSettings
from bot.domain.guild import GuildSettings, Listening
from bot.domain.request import Link, State
from bot.services.digesting.storing import FeedState
from bot.services.listening import Spot
from bot.services.quota import Account, Take
from tests.adapters.storage.made import CHANNEL, GUILD, NOON, Clock, digest, item, kept, mark, request

Rows = Mapping[str, list[tuple[object, ...]]]


async def fill(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock) as storage:
        for number in range(3):
            await storage.requests.add(request(f"r{number}", source=Link(f"https://example.org/{number}")))
            await storage.steps.keep(f"r{number}", "read", "what it says")
            await storage.briefs.keep(kept(f"b{number}"))
            await storage.usages.made(request(f"r{number}"), kept(f"b{number}"))
            await storage.briefs.mark(mark(f"b{number}"))
            await storage.briefs.mark(mark(f"b{number}", user_id=number))
            await storage.briefs.schedule(f"b{number}", 0, number)
            await storage.digests.put(digest(f"d{number}"))
            await storage.digest_steps.keep(f"d{number}", f"overview {number}", "what it says")
            await storage.shared.note(Spot(number, 1, GUILD, CHANNEL), [f"https://{number}.example"], NOON)
            await storage.slots.begin(f"s{number}", f"h{number}", NOON)
            await storage.runs.claim(f"d{number}", NOON.date(), NOON, NOON)
            await storage.feeds.read(f"https://{number}.example", FeedState(read=NOON), [item()])
        await storage.spendings.reserve(NOON.date(), [Account(user_id=1)], Take(100, 0.5))
        await storage.requests.close(request("r0"), State.DONE)
        await storage.guilds.put(GuildSettings(GUILD, listening={CHANNEL: Listening.OFFER}))
        await storage.forgetting.away([], [GUILD])


async def rows(url: str) -> Rows:
    """All that the code would read, table by table."""
    async with open_database(url) as database, database.reading() as connection:
        return {
            table.name: [
                tuple(row)
                for row in await connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in metadata.sorted_tables
        }


@pytest.fixture
def other(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/other.db"


async def test_a_copy_is_equal_row_by_row_there_and_back(
    url: str, other: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "PAGE", 2)
    await fill(other, clock)
    copied = await copy_database(other, url)
    assert await rows(url) == await rows(other)
    assert copied["briefs"] == 3
    assert copied["marks"] == 6
    assert all(copied.values())
    back = other.replace("other.db", "back.db")
    await copy_database(url, back)
    assert await rows(back) == await rows(other)


async def test_a_database_with_rows_is_not_copied_into(url: str, other: str, clock: Clock) -> None:
    await fill(other, clock)
    async with open_storage(url, now=clock) as storage:
        await storage.guilds.put(GuildSettings(GUILD))
    before = await rows(url)
    with pytest.raises(BadSettings, match="has rows already"):
        await copy_database(other, url)
    assert await rows(url) == before
