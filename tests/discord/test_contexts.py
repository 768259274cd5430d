"""Where people ask: direct messages, other people's conversations, threads; what they attach; offers."""

import discord
import pytest
import simcord

from bot.cogs.listening import OFFER
from bot.domain.guild import Listening
from tests.discord.article import ARTICLE, TITLE, is_card
from tests.discord.conftest import World
from tests.discord.people import ask_among_people
from tests.discord.seen import seen
from tests.discord.ways import answers

PICTURE = ("cat.png", b"\x89PNG\r\n\x1a\n" + bytes(64))


@pytest.fixture
def carol(world: World) -> simcord.UserHandle:
    """Somebody who shares no server with the bot."""
    return world.env.create_user("carol")


async def test_the_command_works_in_a_direct_message(carol: simcord.UserHandle) -> None:
    await carol.slash("brief", text=ARTICLE)
    assert is_card(carol.dm_channel.last_message)


async def test_a_file_in_a_direct_message_is_briefed(world: World, carol: simcord.UserHandle) -> None:
    files = [("message.txt", ARTICLE.encode())]
    await carol.send_dm(attachments=world.env.backend.store_attachments(carol.dm_channel.id, files))
    assert is_card(carol.dm_channel.last_message)


async def test_talk_in_a_direct_message_is_told_what_can_be_briefed(carol: simcord.UserHandle) -> None:
    await carol.send_dm("hello")
    assert "Send me a link" in seen(carol.dm_channel.last_message)


async def test_among_people_the_answer_is_an_answer_to_the_command(
    world: World, carol: simcord.UserHandle
) -> None:
    await ask_among_people(world, carol)
    assert [is_card(message) for message in carol.dm_channel.history()] == [True]
    assert not any(request.path.startswith("/channels/") for request in world.env.http_requests)


async def test_the_command_works_in_a_thread(world: World) -> None:
    cached = world.env.bot.get_channel(world.channel.id)
    assert isinstance(cached, discord.TextChannel)
    await cached.create_thread(name="talk", message=await world.bob.send(world.channel, "let us talk"))
    await world.env.settle()
    (thread,) = world.channel.threads
    await world.alice.slash(thread, "brief", text=ARTICLE)
    assert is_card(thread.last_message)


async def test_a_picture_alone_is_refused_in_a_sentence(world: World) -> None:
    message = await world.alice.send(world.channel, world.me, attachments=[PICTURE])
    assert "other files I can't brief" in seen(answers(world)[-1])
    asked = await world.alice.context_menu(world.channel, "Brief this", message)
    assert asked.ephemeral
    assert asked.response is not None
    assert "other files I can't brief" in seen(asked.response.message)


async def test_a_picture_given_to_the_command_is_refused_in_a_sentence(world: World) -> None:
    await world.alice.slash(world.channel, "brief", file=PICTURE)
    (answer,) = answers(world)
    assert ".png" in seen(answer)
    assert world.states() == ["failed"]


async def test_a_picture_beside_a_text_is_no_obstacle(world: World) -> None:
    await world.alice.send(world.channel, world.me, attachments=[PICTURE, ("message.txt", ARTICLE.encode())])
    assert [is_card(answer) for answer in answers(world)] == [True]


async def test_what_an_embed_quotes_is_briefed_from_the_message_menu(world: World) -> None:
    body = ARTICLE.removeprefix(TITLE)
    hook = world.guild.create_webhook(world.channel, "feed")
    message = await hook.send(embeds=[discord.Embed(title=TITLE, description=body)])
    await world.alice.context_menu(world.channel, "Brief this", message)
    assert [is_card(answer) for answer in answers(world)] == [True]


async def test_two_people_who_click_an_offer_get_one_brief(world: World) -> None:
    await world.listen(Listening.OFFER)
    message = await world.bob.send(world.channel, ARTICLE)
    await world.alice.react(message, OFFER)
    await world.bob.react(message, OFFER)
    assert [is_card(answer) for answer in answers(world)] == [True]


async def test_a_reaction_where_nothing_was_offered_asks_for_nothing(world: World) -> None:
    message = await world.bob.send(world.channel, ARTICLE)
    await world.alice.react(message, OFFER)
    assert answers(world) == []


async def test_digests_know_of_links_shared_where_the_bot_listens_until_their_message_is_gone(
    world: World,
) -> None:
    link = "https://example.invalid/1"
    await world.bob.send(world.channel, link)
    assert world.rows("shared") == 0
    await world.listen(Listening.OFFER)
    message = await world.bob.send(world.channel, f"Look: {link}?utm_source=x")
    await world.alice.react(message, "🎉")
    await world.bob.react(message, "👍")
    await world.bob.unreact(message, "👍")
    assert world.reactions() == [1]
    await world.bob.delete(message)
    assert world.rows("shared") == 0


async def test_without_permission_to_react_nothing_is_offered(world: World) -> None:
    channel = world.channel_without(add_reactions=False)
    await world.listen(Listening.OFFER, channel)
    await world.bob.send(channel, ARTICLE)
    assert channel.history()[0].reactions == []
    assert answers(world, channel) == []


async def test_offers_are_made_again_after_a_restart(world: World) -> None:
    await world.listen(Listening.OFFER)
    message = await world.bob.send(world.channel, ARTICLE)
    await world.restart()
    await world.alice.react(message, OFFER)
    assert [is_card(answer) for answer in answers(world)] == [True]
