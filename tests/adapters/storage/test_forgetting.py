"""Nothing is left: over all tables, as they stand in the database, also those that are added later."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage import Storage, open_storage
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import metadata
from bot.domain.guild import GuildSettings, Listening
from bot.domain.request import Asker, State
from bot.services.digesting.storing import FeedState
from bot.services.listening import Spot
from bot.services.quota import Account, Take
from tests.adapters.storage.made import (
    CHANNEL,
    DAY,
    GUILD,
    NOON,
    SECOND,
    USER,
    Clock,
    digest,
    forgotten,
    item,
    kept,
    mark,
    request,
)

NOBODYS = {"proof", "salts", "slots", "alembic_version"}
"""Tables in which no row belongs to anybody."""

COUNTED = ("spendings", "usages")
"""Tables of which something is left until the day is over, and nothing that says whose it is."""

NEIGHBOUR = Asker(USER + 100, GUILD + 100, "en")
HIS_CHANNEL = CHANNEL + 100

Contents = Mapping[str, list[str]]
"""Every row of every table, as one text each."""


async def contents(url: str) -> Contents:
    async with open_database(url) as database, database.reading() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        return {name: await rows(connection, name) for name in names if name not in NOBODYS}


def counted(after: Contents, before: Contents) -> list[str]:
    """What was added to the tables that count."""
    return [row for table in COUNTED for row in after[table] if row not in before[table]]


async def rows(connection: AsyncConnection, table: str) -> list[str]:
    found = await connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - the name is the database's own
    return sorted(str(tuple(row)) for row in found)


async def fill(storage: Storage, asker: Asker, channel_id: int, name: str) -> None:
    """At least one row in every table."""
    given = request(f"r-{name}", asker=asker, channel_id=channel_id)
    made = kept(f"b-{name}", asker=asker, channel_id=channel_id)
    await storage.requests.add(given)
    await storage.steps.keep(given.id, "read", "what it says")
    await storage.briefs.keep(made)
    await storage.briefs.mark(mark(made.id, asker.user_id))
    await storage.briefs.schedule(made.id, 0, 1)
    await storage.usages.made(given, made)
    account = Account(asker.user_id, asker.guild_id or 0)
    await storage.spendings.reserve(NOON.date(), [account], Take(1, 0.1))
    if asker.guild_id:
        spot = Spot(asker.user_id, asker.user_id, asker.guild_id, channel_id)
        await storage.shared.note(spot, ["https://example.org/shared"], NOON)
        await fill_guild(storage, asker.guild_id, channel_id)


async def fill_guild(storage: Storage, guild_id: int, channel_id: int) -> None:
    """What is a guild's or a channel's and no person's."""
    await storage.guilds.put(GuildSettings(guild_id, listening={channel_id: Listening.OFFER}))
    await storage.forgetting.away([], [guild_id])
    made = digest(f"d-{guild_id}", guild_id, channel_id)
    await storage.digests.put(made)
    await storage.runs.claim(made.id, NOON.date(), NOON, NOON + DAY)
    await storage.digest_steps.keep(made.id, f"read {guild_id}", "what it says")
    await storage.feeds.read(made.feeds[0], FeedState(read=NOON), [item()])


async def test_every_table_is_filled_by_these_tests(storage: Storage, url: str) -> None:
    await fill(storage, NEIGHBOUR, HIS_CHANNEL, "n")
    filled = await contents(url)
    assert set(filled) == set(metadata.tables) - NOBODYS
    assert all(filled.values())


async def test_nothing_of_a_person_is_left(storage: Storage, url: str) -> None:
    await fill_guild(storage, GUILD, CHANNEL)
    await fill(storage, NEIGHBOUR, HIS_CHANNEL, "n")
    before = await contents(url)
    await fill(storage, Asker(USER, GUILD), CHANNEL, "p")
    await fill(storage, Asker(USER), CHANNEL, "direct")
    await storage.briefs.mark(mark("b-n", USER))
    await storage.briefs.mark(mark("b-p", NEIGHBOUR.user_id))
    added = sum(map(len, (await contents(url)).values())) - sum(map(len, before.values()))
    assert await storage.forgetting.person(USER) == added - 2
    after = await contents(url)
    assert {**after, **dict.fromkeys(COUNTED)} == {**before, **dict.fromkeys(COUNTED)}
    assert str(USER) not in "".join(counted(after, before))


async def test_nothing_of_a_guild_is_left(storage: Storage, url: str) -> None:
    await fill(storage, NEIGHBOUR, HIS_CHANNEL, "n")
    before = await contents(url)
    await fill(storage, Asker(USER, GUILD), CHANNEL, "g")
    await storage.briefs.mark(mark("b-g", NEIGHBOUR.user_id))
    added = sum(map(len, (await contents(url)).values())) - sum(map(len, before.values()))
    assert await storage.forgetting.guild(GUILD) == added - 1
    after = await contents(url)
    assert {**after, "spendings": []} == {**before, "spendings": []}
    assert str(GUILD) not in "".join(after["spendings"])


async def test_nothing_of_a_channel_is_left_but_a_digest_that_is_told_to_be_moved(
    storage: Storage, url: str
) -> None:
    await fill(storage, NEIGHBOUR, HIS_CHANNEL, "n")
    await fill(storage, Asker(USER, GUILD), CHANNEL, "c")
    assert await storage.forgetting.channels([CHANNEL, CHANNEL + 1]) == 8
    found = await contents(url)
    left = "\n".join(row for table, rows in found.items() for row in rows if table != "digests")
    assert str(CHANNEL) not in left
    assert str(CHANNEL) in "\n".join(found["digests"])
    assert str(HIS_CHANNEL) in left


async def test_since_when_a_guild_is_gone_is_known_until_it_is_back(storage: Storage, clock: Clock) -> None:
    await storage.guilds.listen(GUILD, CHANNEL, Listening.OFFER)
    await storage.digests.put(digest("d", GUILD + 1, CHANNEL + 1))
    assert set(await storage.forgetting.guilds()) == {GUILD, GUILD + 1}
    assert await storage.forgetting.away([], [GUILD, GUILD + 1]) == {GUILD: NOON, GUILD + 1: NOON}
    clock.time += DAY
    assert await storage.forgetting.away([GUILD], [GUILD + 1]) == {GUILD + 1: NOON}
    assert await storage.forgetting.away(range(100_000), [GUILD]) == {GUILD: NOON + DAY}


async def test_forgetting_nobody_forgets_nothing(storage: Storage, url: str) -> None:
    await fill(storage, NEIGHBOUR, HIS_CHANNEL, "n")
    before = await contents(url)
    assert await storage.forgetting.channels([]) == 0
    assert await storage.forgetting.person(1) == 0
    assert await contents(url) == before


async def test_texts_are_forgotten_after_a_day(storage: Storage, url: str) -> None:
    await storage.briefs.keep(kept())
    assert await storage.forgetting.expired(NOON + DAY - SECOND) == 0
    assert await storage.forgetting.expired(NOON + DAY) == 1
    assert await storage.briefs.get("b1") == forgotten(kept())
    assert "Nobody cited this" not in str(await contents(url))


async def test_briefs_and_usage_are_forgotten_after_their_days(storage: Storage, url: str) -> None:
    await fill(storage, Asker(USER), CHANNEL, "old")
    await storage.requests.close(request("r-old"), State.DONE)
    assert await storage.forgetting.expired(NOON + 30 * DAY) == 7
    assert not any((await contents(url)).values())


async def test_a_closed_request_has_no_source_and_goes_a_day_later(
    storage: Storage, url: str, clock: Clock
) -> None:
    await storage.requests.add(request())
    clock.time = NOON + SECOND
    await storage.requests.close(request("r1"), State.DONE)
    assert "Ann Lee" not in str(await contents(url))
    assert await storage.forgetting.expired(NOON + DAY) == 0
    assert await storage.forgetting.expired(NOON + DAY + SECOND) == 1


async def test_a_request_that_nobody_answered_loses_its_text_after_a_day(storage: Storage, url: str) -> None:
    await storage.requests.add(request())
    await storage.forgetting.expired(NOON + DAY)
    assert await storage.requests.open() == []
    assert "Ann Lee" not in str(await contents(url))
    assert not await storage.requests.add(request())


@pytest.mark.parametrize("days", [1, 90])
async def test_briefs_are_kept_as_long_as_is_set(tmp_path: Path, clock: Clock, days: int) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/b.db", now=clock, keep=days * DAY) as storage:
        await storage.briefs.keep(kept())
        await storage.forgetting.expired(NOON + days * DAY - SECOND)
        assert await storage.briefs.get("b1")
        await storage.forgetting.expired(NOON + days * DAY)
        assert await storage.briefs.get("b1") is None


async def test_the_file_holds_nothing_of_what_was_forgotten(tmp_path: Path, clock: Clock) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/b.db", now=clock) as storage:
        await storage.briefs.keep(replace(kept(), asker=Asker(USER)))
        assert b"Nobody cited this" in _bytes(tmp_path)
        await storage.forgetting.person(USER)
        assert b"Nobody cited this" not in _bytes(tmp_path)
        assert b"Ann Lee" not in _bytes(tmp_path)


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())
