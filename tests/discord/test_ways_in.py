"""Every way to ask gives the same card."""

import discord
import pytest

from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.seen import seen


async def test_the_command_briefs_a_text(world: World) -> None:
    asked = await world.alice.slash(world.channel, "brief", text=ARTICLE)
    assert asked.response is not None
    assert is_card(asked.response.message)
    assert not asked.ephemeral


async def test_the_command_briefs_a_file(world: World) -> None:
    asked = await world.alice.slash(world.channel, "brief", file=("article.txt", ARTICLE.encode()))
    assert asked.response is not None
    assert is_card(asked.response.message)


async def test_a_private_brief_is_seen_by_the_asker_alone(world: World) -> None:
    asked = await world.alice.slash(world.channel, "brief", text=ARTICLE, private=True)
    assert asked.ephemeral
    assert asked.response is not None
    assert is_card(asked.response.message)
    assert world.channel.history(viewer=world.bob) == []


async def test_the_command_with_nothing_opens_a_form_that_takes_a_text(world: World) -> None:
    form = await world.alice.slash(world.channel, "brief")
    assert form.modal is not None
    asked = await world.alice.submit_modal(form, {"text": ARTICLE})
    assert asked.response is not None
    assert is_card(asked.response.message)


async def test_the_form_takes_a_file(world: World) -> None:
    form = await world.alice.slash(world.channel, "brief")
    asked = await world.alice.submit_modal(form, {"file": ("article.md", ARTICLE.encode())})
    assert asked.response is not None
    assert is_card(asked.response.message)


async def test_an_empty_form_is_told_so_privately(world: World) -> None:
    form = await world.alice.slash(world.channel, "brief")
    asked = await world.alice.submit_modal(form, {})
    assert asked.ephemeral
    assert asked.response is not None
    assert "nothing to brief" in seen(asked.response.message)


async def test_the_message_menu_briefs_what_somebody_else_wrote(world: World) -> None:
    message = await world.bob.send(world.channel, ARTICLE)
    asked = await world.alice.context_menu(world.channel, "Brief this", message)
    assert asked.response is not None
    assert is_card(asked.response.message)


async def test_a_mention_briefs_its_own_text(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{world.me} {ARTICLE}")
    answer = world.channel.last_message
    assert is_card(answer)
    assert answer is not None
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id


async def test_a_mention_briefs_a_long_paste_that_discord_turned_into_a_file(world: World) -> None:
    await world.alice.send(world.channel, world.me, attachments=[("message.txt", ARTICLE.encode())])
    assert is_card(world.channel.last_message)


async def test_a_mention_as_a_reply_briefs_the_message_that_it_replies_to(world: World) -> None:
    article = await world.bob.send(world.channel, ARTICLE)
    await world.alice.send(world.channel, f"{world.me} please", reply_to=article)
    assert is_card(world.channel.last_message)


async def test_a_forwarded_article_is_briefed(world: World) -> None:
    other = world.guild.create_text_channel("elsewhere")
    article = await world.bob.send(other, ARTICLE)
    forwarded = await world.bob.forward(article, world.channel)
    asked = await world.alice.context_menu(world.channel, "Brief this", forwarded)
    assert asked.response is not None
    assert is_card(asked.response.message)


async def test_a_direct_message_is_briefed(world: World) -> None:
    await world.alice.send_dm(ARTICLE)
    user = world.env.create_user("carol")
    await user.send_dm(ARTICLE)
    assert is_card(user.dm_channel.last_message)


async def test_talk_is_told_what_can_be_briefed(world: World) -> None:
    await world.alice.send(world.channel, f"{world.me} hello")
    assert "Send me a link" in seen(world.channel.last_message)


async def test_what_bots_write_is_left_alone(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, f"{world.me} {ARTICLE}")
    assert len(world.channel.history()) == 1


async def test_an_edited_message_is_not_briefed_again(world: World) -> None:
    message = await world.alice.send(world.channel, f"{world.me} {ARTICLE}")
    await world.alice.edit(message, f"{world.me} {ARTICLE} Really.")
    assert len(world.channel.history()) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"link": "ftp://example.org/a"}, "This is no link to a web page"),
        ({"link": "http://example.org/a", "text": "b"}, "one thing at a time"),
        ({"text": ARTICLE, "published": "soon"}, "I can't read this date"),
        ({"text": ARTICLE, "language": "klingonese"}, "I don't know this language"),
    ],
)
async def test_what_can_not_be_asked_is_told_privately_and_at_once(
    world: World, options: dict[str, str], said: str
) -> None:
    asked = await world.alice.slash(world.channel, "brief", **options)
    assert asked.ephemeral
    assert asked.response is not None
    assert said in seen(asked.response.message)


async def test_without_message_content_everything_but_listening_works(start: Start) -> None:
    async with start(approved=discord.Intents.none(), message_content=False) as world:
        article = await world.bob.send(world.channel, ARTICLE)
        asked = await world.alice.context_menu(world.channel, "Brief this", article)
        assert asked.response is not None
        assert is_card(asked.response.message)
        await world.alice.send(world.channel, f"{world.me} {ARTICLE}")
        assert is_card(world.channel.last_message)
