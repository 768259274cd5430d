from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.adapters.storage import open_storage
from bot.adapters.storage.address import read_address
from bot.adapters.storage.database import create_for_migrations
from bot.adapters.storage.examining import describe_database
from bot.adapters.storage.migrating import migrate, revisions
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.secrecy import Keyring
from bot.adapters.storage.tables import metadata
from bot.domain.brief import ClaimKind, EngineChoice, Length
from bot.domain.digest import SharedLink
from bot.domain.errors import BadSettings
from bot.domain.guild import GuildSettings, Listening
from bot.domain.kept import GuildUsage
from tests.adapters.storage import earlier
from tests.adapters.storage.made import (
    CHANNEL,
    GUILD,
    NOON,
    Clock,
    digest,
    forgotten,
    item,
    kept,
    mark,
    post,
    request,
)


async def test_the_revisions_make_the_tables_that_the_code_expects(url: str) -> None:
    def compare(connection: Connection) -> list[tuple[object, ...]]:
        options = {"compare_type": True, "compare_server_default": True}
        differences: list[tuple[object, ...]] = compare_metadata(
            MigrationContext.configure(connection, opts=options), metadata
        )
        return differences

    async with open_database(url) as database, database.reading() as connection:
        assert await connection.run_sync(compare) == []


@pytest.mark.parametrize("revision", revisions())
async def test_what_an_earlier_version_kept_is_there_after_an_upgrade(
    url: str, clock: Clock, revision: str
) -> None:
    database = create_for_migrations(read_address(url), Keyring())
    await migrate(database, revision)
    async with database.writing() as connection:
        await earlier.fill(connection, revision)
    async with open_storage(url, now=clock) as storage:
        assert await storage.requests.open() == [replace(request(), holder="host-run-1#0a1b2c3d", fence=2)]
        assert await storage.briefs.get("b1") == kept()
        assert not await storage.briefs.mark(mark())
        assert await storage.briefs.scheduled("b1", 0) == 2**62
        assert await storage.guilds.get(GUILD) == GuildSettings(
            GUILD,
            Length.LONG,
            "de",
            EngineChoice.OFFLINE,
            frozenset({2**62}),
            5,
            {CHANNEL: Listening.ALWAYS},
            model="a-model",
            zone="Asia/Tehran",
        )
        assert await storage.usages.of_guild(GUILD, NOON) == GuildUsage(
            1, 0, 2, 1100, 0.25, 3, 1, {ClaimKind.EVENT: 1}
        )
        assert await storage.digests.get("d1") == digest()
        assert await storage.runs.told("d1", NOON) == [post().cited()]
        assert await storage.feeds.since(digest().feeds[0], NOON) == [replace(item(), seen=NOON)]
        assert await storage.shared.since([CHANNEL], NOON) == [SharedLink(kept().source_url or "", NOON, 2)]
        assert await storage.digest_steps.recall("d1", "read 1") == "what it says"
        await storage.forgetting.expired(NOON.replace(day=27))
        assert await storage.briefs.get("b1") == forgotten(kept())


@pytest.mark.parametrize(
    ("revision", "told"),
    [("9999", "made by a newer Briefer"), ("0006", "made before Briefer's first release")],
)
async def test_a_database_of_a_revision_that_nobody_knows_is_left_alone(
    url: str, clock: Clock, revision: str, told: str
) -> None:
    async with open_database(url) as database, database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})
    with pytest.raises(BadSettings, match=told):
        await describe_database(url)
    with pytest.raises(BadSettings, match=told):
        async with open_storage(url, now=clock):
            pass
