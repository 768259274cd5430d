"""Buttons under a card do what they say, for those who may press them, also after a restart."""

from tests.discord.article import ARTICLE, TITLE
from tests.discord.conftest import World
from tests.discord.seen import seen


async def test_sources_shows_each_statement_beside_its_sentences_to_one_person(world: World) -> None:
    asked = await world.alice.slash(world.channel, "brief", text=ARTICLE)
    assert asked.response is not None
    shown = await world.bob.click(asked.response.message, label="Sources")
    assert shown.ephemeral
    assert shown.response is not None
    assert "14 June 2026" in seen(shown.response.message)


async def test_delete_is_for_whoever_asked(world: World) -> None:
    asked = await world.alice.slash(world.channel, "brief", text=ARTICLE)
    assert asked.response is not None
    refused = await world.bob.click(asked.response.message, label="Delete")
    assert "Only the person who asked" in seen(refused.followups[0].message)
    assert refused.followups[0].ephemeral
    assert TITLE in seen(world.channel.history(viewer=world.alice)[-1])
    await world.alice.click(asked.response.message, label="Delete")
    assert world.channel.last_message is None
