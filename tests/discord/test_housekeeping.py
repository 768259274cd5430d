"""What has reached its age, and what was in places that are gone, is in the database no more."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.bootstrap import create_bot
from tests.discord.article import ARTICLE
from tests.discord.conftest import Start, World
from tests.discord.people import manager, part, shown

HOUR = 3600.0


async def test_texts_are_gone_after_a_day_and_briefs_after_their_days(start: Start) -> None:
    async with start(keep_days=2) as world:
        await world.alice.slash(world.channel, "brief", text=ARTICLE)
        world.later(days=0.9)
        await world.env.advance_time(HOUR)
        assert world.rows("articles") == 1
        world.later(days=0.1)
        await world.env.advance_time(HOUR)
        assert (world.rows("articles"), world.rows("briefs")) == (0, 1)
        world.later(days=1)
        await world.env.advance_time(HOUR)
        assert [world.rows(table) for table in ("briefs", "usages", "requests")] == [0, 0, 0]


async def test_a_failure_of_the_database_does_not_end_the_tidying(world: World, tmp_path: Path) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    with closing(sqlite3.connect(tmp_path / "briefer.db")) as database:
        database.execute("ALTER TABLE articles RENAME TO elsewhere")
        world.later(days=1.2)
        await world.env.advance_time(HOUR)
        database.execute("ALTER TABLE elsewhere RENAME TO articles")
    assert world.rows("articles") == 1
    await world.env.advance_time(HOUR)
    assert world.rows("articles") == 0


async def test_what_was_in_a_deleted_channel_is_forgotten(world: World) -> None:
    mona = manager(world)
    other = world.guild.create_text_channel("elsewhere")
    for channel in (world.channel, other):
        panel = shown(await mona.slash(channel, "settings"))
        await mona.select(panel, ["offer"], custom_id=part(panel, "set_listening"))
        await world.alice.slash(channel, "brief", text=ARTICLE)
    world.env.backend.delete_channel(other.id)
    await world.env.settle()
    assert (world.rows("briefs"), world.rows("listening")) == (1, 1)


async def test_what_was_in_a_deleted_thread_is_forgotten(world: World) -> None:
    message = await world.alice.send(world.channel, "news")
    thread = await message.create_thread(name="talk")
    await world.env.settle()
    handle = next(found for found in world.channel.threads if found.id == thread.id)
    await world.alice.slash(handle, "brief", text=ARTICLE)
    assert world.rows("briefs") == 1
    world.env.backend.delete_channel(thread.id)
    await world.env.settle()
    assert world.rows("briefs") == 0


async def test_a_server_that_removes_the_bot_is_forgotten(world: World) -> None:
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "settings"))
    await mona.select(panel, ["long"], custom_id=part(panel, "set_length"))
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    world.env.backend.remove_guild(world.guild.id)
    await world.env.settle()
    assert [world.rows(table) for table in ("briefs", "guilds", "usages", "requests")] == [0, 0, 0, 0]


async def test_a_server_that_removed_the_bot_while_it_was_away_is_forgotten_a_week_later(
    world: World,
) -> None:
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "settings"))
    await mona.select(panel, ["long"], custom_id=part(panel, "set_length"))
    await world.env.bot.close()
    world.env.backend.remove_guild(world.guild.id)
    await world.env.restart_bot(create_bot(world.settings))
    await world.env.advance_time(HOUR)
    world.later(days=6)
    await world.env.advance_time(HOUR)
    assert world.rows("guilds") == 1
    world.later(days=1)
    await world.env.advance_time(HOUR)
    assert world.rows("guilds") == 0


async def test_what_could_not_be_forgotten_is_in_the_log(
    world: World, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(tmp_path / "briefer.db")) as database:
        database.execute("ALTER TABLE guilds RENAME TO elsewhere")
        world.env.backend.remove_guild(world.guild.id)
        await world.env.settle()
        database.execute("ALTER TABLE elsewhere RENAME TO guilds")
    assert "incident=" in capfd.readouterr().err
