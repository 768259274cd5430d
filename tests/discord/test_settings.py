"""The panel of a server's settings: for its managers, changed at once, alive after a restart."""

import discord
import pytest
import simcord

from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.newsroom import services
from tests.discord.people import manager, part, shown
from tests.discord.seen import labels, seen


async def opened(world: World, by: simcord.MemberActor) -> discord.Message:
    """The panel, as this manager sees it."""
    result = await by.slash(world.channel, "settings")
    assert result.ephemeral
    return shown(result)


async def test_only_managers_are_offered_the_panel(world: World) -> None:
    assert "settings" in manager(world).available_commands(world.channel)
    assert "settings" not in world.alice.available_commands(world.channel)
    assert "settings" not in world.env.create_user("carol").available_commands()


async def test_the_panel_says_in_words_what_is_set(world: World) -> None:
    told = seen(await opened(world, manager(world)))
    assert "**Listening** · off everywhere" in told
    assert "**Length** · Standard summaries" in told
    assert "**Language** · the article's own" in told
    assert "**Read by** · The embedded engine" in told
    assert "**Who may ask** · Everybody" in told
    assert "**Briefs a day for each person** · No limit" in told


@pytest.mark.parametrize(
    ("action", "value", "told"),
    [
        ("set_length", "long", "**Length** · Long summaries"),
        ("set_language", "de", "**Language** · German"),
        ("set_daily", "5", "**Briefs a day for each person** · 5"),
        ("set_listening", "offer", "**Listening** · Offer: <#"),
    ],
)
async def test_a_choice_is_kept_at_once_and_taken_back_by_choosing_again(
    world: World, action: str, value: str, told: str
) -> None:
    mona = manager(world)
    panel = await opened(world, mona)
    before = seen(panel)
    panel = shown(await mona.select(panel, [value], custom_id=part(panel, action)))
    assert told in seen(panel)
    assert seen(await opened(world, mona)) == seen(panel)
    back = "off" if action == "set_listening" else "own"
    assert seen(shown(await mona.select(panel, [back], custom_id=part(panel, action)))) == before


async def test_the_roles_that_may_ask_are_chosen_and_left_out_again(world: World) -> None:
    mona = manager(world)
    readers = world.guild.create_role("readers")
    panel = await opened(world, mona)
    panel = shown(await mona.select(panel, [readers], custom_id=part(panel, "set_roles")))
    assert f"**Who may ask** · {readers.mention}" in seen(panel)
    panel = shown(await mona.select(panel, [], custom_id=part(panel, "set_roles")))
    assert "**Who may ask** · Everybody" in seen(panel)


async def test_listening_is_set_channel_by_channel(world: World) -> None:
    mona, politics = manager(world), world.guild.create_text_channel("politics")
    panel = await opened(world, mona)
    panel = shown(await mona.select(panel, [politics], custom_id=part(panel, "set_channel")))
    panel = shown(await mona.select(panel, ["always"], custom_id=part(panel, "set_listening")))
    assert f"**Listening** · Always: {politics.mention}" in seen(panel)
    await world.alice.send(politics, ARTICLE)
    assert is_card(politics.last_message)
    await world.alice.send(world.channel, ARTICLE)
    assert not is_card(world.channel.last_message)


async def test_a_channel_that_was_listened_to_a_moment_ago_is_left_alone_once_that_is_off(
    world: World,
) -> None:
    mona = manager(world)
    panel = await opened(world, mona)
    panel = shown(await mona.select(panel, ["offer"], custom_id=part(panel, "set_listening")))
    first = await world.alice.send(world.channel, ARTICLE)
    await mona.select(panel, ["off"], custom_id=part(panel, "set_listening"))
    second = await world.alice.send(world.channel, ARTICLE)
    reactions = {message.id: len(message.reactions) for message in world.channel.history()}
    assert (reactions[first.id], reactions[second.id]) == (1, 0)


async def test_where_discord_hides_what_people_write_the_panel_says_why_listening_is_missing(
    start: Start,
) -> None:
    async with start(approved=discord.Intents.none(), message_content=False) as world:
        panel = await opened(world, manager(world))
        assert "message content intent" in seen(panel)
        assert "Channel" not in labels(panel)
        assert "Listening" not in labels(panel)


async def test_reset_asks_first(world: World) -> None:
    mona = manager(world)
    panel = await opened(world, mona)
    before = seen(panel)
    await mona.select(panel, ["always"], custom_id=part(panel, "set_listening"))
    panel = shown(await mona.select(panel, ["long"], custom_id=part(panel, "set_length")))
    asked = shown(await mona.click(panel, label="Reset"))
    kept = shown(await mona.click(asked, label="Keep them"))
    assert "Long summaries" in seen(kept)
    asked = shown(await mona.click(kept, label="Reset"))
    assert seen(shown(await mona.click(asked, label="Reset all settings of this server"))) == before


async def test_the_panel_works_after_a_restart(world: World) -> None:
    mona = manager(world)
    panel = await opened(world, mona)
    await world.restart()
    panel = shown(await mona.select(panel, ["long"], custom_id=part(panel, "set_length")))
    assert "**Length** · Long summaries" in seen(panel)


async def test_whoever_is_no_manager_any_more_changes_nothing(world: World) -> None:
    """Discord shows a private panel to nobody else, but it stays on the screen of those who lose their role."""
    mona = manager(world)
    panel = await opened(world, mona)
    world.env.backend.remove_member_role(world.guild.id, mona.id, world.guild.roles["mona"].id)
    refused = await mona.select(panel, ["long"], custom_id=part(panel, "set_length"))
    assert refused.ephemeral
    assert "may manage this server" in seen(shown(refused))


async def test_the_panel_leads_to_the_digests_of_the_server(world: World) -> None:
    mona = manager(world)
    panel = await opened(world, mona)
    listed = await mona.click(panel, label="Digests")
    assert listed.ephemeral
    assert "no digests yet" in seen(shown(listed))
    await mona.slash(world.channel, "digest create", name="Morning", channel=world.channel, at="8:30")
    listed = await mona.click(panel, label="Digests")
    assert "When and where" in labels(shown(await mona.click(shown(listed), label="Open")))
    world.env.backend.remove_member_role(world.guild.id, mona.id, world.guild.roles["mona"].id)
    for label in ("Digests", "Time zone"):
        assert "may manage this server" in seen(shown(await mona.click(panel, label=label)))


async def test_new_digests_have_the_time_zone_that_the_server_has_set(world: World) -> None:
    mona = manager(world)
    panel = await opened(world, mona)

    async def told(zone: str) -> str:
        return seen(
            shown(await mona.submit_modal(await mona.click(panel, label="Time zone"), {"zone": zone}))
        )

    assert "I don't know this time zone" in await told("GMT+3")
    assert "**Time zone of new digests** · Asia/Tehran" in await told("tehran")
    await mona.slash(world.channel, "digest create", name="Morning", channel=world.channel, at="8:30")
    (made,) = await services(world).digests.of_guild(world.guild.id)
    assert made.schedule.zone == "Asia/Tehran"
    assert "**Time zone of new digests** · not set" in await told("")
