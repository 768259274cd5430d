"""Digests in a channel, from feeds on loopback."""

from dataclasses import replace
from datetime import time, timedelta

import discord
import pytest

from bot.demonstration.server import news
from bot.domain.digest import Schedule
from bot.domain.errors import UnusableSource
from tests.discord.conftest import World
from tests.discord.newsroom import Newsroom, make, services
from tests.discord.people import manager, shown
from tests.discord.seen import labels, seen


async def test_a_feed_becomes_a_post_when_it_is_due_and_once(world: World, newsroom: Newsroom) -> None:
    newsroom.items = [("A deal", world.env.now())]
    await make(world, newsroom, timedelta(hours=2))
    await world.env.advance_time(3600)
    assert world.channel.history() == []
    await world.env.advance_time(3600 + 240)
    (posted,) = world.channel.history()
    assert "Morning" in seen(posted)
    assert labels(posted) == ["Sources", "Story details"]
    await world.restart()
    await world.env.advance_time(3600)
    assert len(world.channel.history()) == 1
    assert newsroom.asked.count("/feed") == 1


async def test_a_manager_makes_a_digest_looks_at_it_and_posts_it_now(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    mona = manager(world)
    await mona.slash(
        world.channel, "digest create", name="Morning", channel=world.channel, at="8.30", zone="Europe/Berlin"
    )
    (made,) = await services(world).digests.of_guild(world.guild.id)
    assert (made.name, made.schedule) == ("Morning", Schedule(time(8, 30), "Europe/Berlin"))
    await services(world).digests.change(made, lambda digest: replace(digest, feeds=(newsroom.feed,)))
    listed = shown(await mona.slash(world.channel, "digest list"))
    assert "Europe/Berlin" in seen(listed)
    panel = shown(await mona.click(listed, label="Open"))
    tabs = ["When and where", "Stories", "Sources"]
    assert labels(panel) == [*tabs, "Preview", "Post now", "Pause", "Delete"]
    assert "A deal" in seen(shown(await mona.click(panel, label="Preview")))
    assert world.channel.history() == []
    await mona.click(panel, label="Post now")
    assert [labels(message)[0] for message in world.channel.history()] == ["Sources"]
    assert "posted already" in seen(shown(await mona.click(panel, label="Post now")))


async def test_a_digest_is_paused_resumed_and_deleted_when_that_is_confirmed(
    world: World, newsroom: Newsroom
) -> None:
    await make(world, newsroom, timedelta(hours=2))
    mona = manager(world)
    panel = shown(await mona.click(shown(await mona.slash(world.channel, "digest list")), label="Open"))
    panel = shown(await mona.click(panel, label="Pause"))
    assert "Paused: A manager paused it." in seen(panel)
    panel = shown(await mona.click(panel, label="Resume"))
    panel = shown(await mona.click(panel, label="Delete"))
    panel = shown(await mona.click(panel, label="Keep it"))
    panel = shown(await mona.click(panel, label="Delete"))
    assert "deleted" in seen(shown(await mona.click(panel, label="Delete this digest")))
    assert await services(world).digests.of_guild(world.guild.id) == []


async def test_only_managers_are_offered_digests_and_no_server_has_those_of_another(
    world: World, newsroom: Newsroom
) -> None:
    digest = await make(world, newsroom, timedelta(hours=2))
    assert "digest list" in manager(world).available_commands(world.channel)
    assert "digest list" not in world.alice.available_commands(world.channel)
    with pytest.raises(UnusableSource):
        await services(world).digests.get(world.guild.id + 1, digest.id)


async def test_the_buttons_of_a_post_work_for_anybody_after_a_restart(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items, newsroom.text = [("A deal", world.env.now())], news(world.env.now().date())
    await make(world, newsroom, timedelta(hours=2))
    await world.env.advance_time(2 * 3600 + 240)
    await world.restart()
    (posted,) = world.channel.history()
    for label in ("Sources", "Story details"):
        result = await world.bob.click(posted, label=label)
        assert result.ephemeral
        assert "A deal" in seen(shown(result))
    calendar = shown(await world.bob.click(posted, label="Calendar"))
    assert [file.filename for file in calendar.attachments] == ["events.ics"]


async def test_a_preview_counts_as_no_run_and_repeats_nothing_later(world: World, newsroom: Newsroom) -> None:
    newsroom.items = [("A deal", world.env.now())]
    await make(world, newsroom, timedelta(hours=2))
    mona = manager(world)
    for _ in range(2):
        previewed = await mona.slash(world.channel, "digest preview")
        assert previewed.ephemeral
        assert "A deal" in seen(shown(previewed))
        assert labels(shown(previewed)) == []
    assert (world.channel.history(), world.rows("runs")) == ([], 0)
    await world.env.advance_time(2 * 3600 + 240)
    (posted,) = world.channel.history()
    assert "A deal" in seen(posted)
    assert "Update" not in seen(posted)


async def test_what_posting_now_means_for_the_day_is_told(world: World, newsroom: Newsroom) -> None:
    await make(world, newsroom, timedelta(hours=2))
    mona = manager(world)
    await mona.slash(world.channel, "digest pause")
    told = seen(shown(await mona.slash(world.channel, "digest now")))
    assert "nothing was posted" in told
    assert "It stays paused." in told
    await mona.slash(world.channel, "digest resume", digest="morning")
    newsroom.items = [("A deal", world.env.now())]
    await world.env.advance_time(700)
    told = seen(shown(await mona.slash(world.channel, "digest now", digest="d1")))
    assert f"Posted in {world.channel.mention}; it counts as today's digest." in told
    assert "Next: <t:" in told
    assert "posted already" in seen(shown(await mona.slash(world.channel, "digest now")))
    await world.env.advance_time(2 * 3600)
    assert len(world.channel.history()) == 1


def warnings(world: World) -> list[str]:
    """What the owner of the server was told."""
    return [seen(message) for message in world.guild.owner.dm_channel.history()]


async def test_a_channel_that_is_closed_pauses_the_digest_and_the_owner_is_told_once(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    closed = world.channel_without(send_messages=False)
    await make(world, newsroom, timedelta(hours=2), channel_id=closed.id)
    await world.env.advance_time(2 * 3600 + 240)
    await world.env.advance_time(26 * 3600)
    found = await services(world).digests.get(world.guild.id, "d1")
    assert found.paused == "I may not write in the channel any more."
    (warning,) = warnings(world)
    assert "“Morning” is paused: I may not write in the channel any more." in warning


async def test_where_the_owner_cannot_be_written_to_the_server_is_told(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    world.env.backend.edit_guild(world.guild.id, {"system_channel_id": world.channel.id})
    closed = world.channel_without(send_messages=False)
    await make(world, newsroom, timedelta(hours=2), channel_id=closed.id)
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await world.env.advance_time(2 * 3600 + 240)
    assert "“Morning” is paused" in seen(world.channel.last_message)


async def test_a_digest_outlives_its_channel_and_the_owner_is_told_once(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    doomed = world.guild.create_text_channel("doomed")
    await make(world, newsroom, timedelta(hours=2), channel_id=doomed.id)
    channel = world.env.bot.get_channel(doomed.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    await world.env.advance_time(2 * 3600 + 240)
    (warning,) = warnings(world)
    assert "“Morning” is paused: The channel is gone" in warning
    panel = shown(await manager(world).slash(world.channel, "digest schedule"))
    assert "choose another one" in seen(panel)


async def test_a_digest_that_can_read_none_of_its_feeds_is_not_silent_about_it(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.down = True
    await make(world, newsroom, timedelta(hours=2))
    await world.env.advance_time(2 * 3600 + 240)
    await world.env.advance_time(24 * 3600)
    assert world.channel.history() == []
    (warning,) = warnings(world)
    assert "“Morning” was not posted: None of its feeds could be read." in warning
    mona = manager(world)
    panel = seen(shown(await mona.slash(world.channel, "digest sources")))
    assert "1 feed could not be read the last time" in panel
    assert "The site answered with an error (500)." in panel
    newsroom.down, newsroom.items = False, [("A deal", world.env.now())]
    await world.env.advance_time(700)
    assert "Posted in" in seen(shown(await mona.slash(world.channel, "digest now")))
