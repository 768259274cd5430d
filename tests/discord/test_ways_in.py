"""Ways to ask beside those of `ways.py`, what is left alone, and what can not be asked."""

import pytest

from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import World
from tests.discord.seen import seen


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


async def test_a_mention_briefs_its_own_text(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{world.me} {ARTICLE}")
    answer = world.channel.last_message
    assert is_card(answer)
    assert answer is not None
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id


async def test_a_forwarded_article_is_briefed(world: World) -> None:
    other = world.guild.create_text_channel("elsewhere")
    article = await world.bob.send(other, ARTICLE)
    forwarded = await world.bob.forward(article, world.channel)
    asked = await world.alice.context_menu(world.channel, "Brief this", forwarded)
    assert asked.response is not None
    assert is_card(asked.response.message)


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
