"""Buttons under a card do what they say, for those who may press them."""

import discord
import pytest

from tests.discord.article import ARTICLE, BUTTONS, TITLE, is_card
from tests.discord.conftest import World
from tests.discord.seen import ids, labels, seen
from tests.discord.ways import answers

NAMES = ("Anna Berg", "Boris Clay", "Clara Dunn", "David Eklund", "Emma Frost", "Felix Grant", "Greta Holm")
LONG = "\n\n".join(
    [
        "Ministers prepare a row of meetings",
        *(
            f"{name}, the minister for harbours, bridges, ferries, tunnels and inland waterways of the northern "
            f"province number {number}, said on Tuesday that long talks about the treaty on the {number} shared "
            f"rivers, their fish, their locks and their old wooden bridges will open in Geneva on {number} June 2026."
            for number, name in enumerate(NAMES * 4, start=1)
        ),
    ]
)


@pytest.fixture
async def briefed(world: World) -> World:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    return world


async def test_delete_is_for_whoever_asked(briefed: World) -> None:
    refused = await briefed.bob.click(answers(briefed)[0], label="Delete")
    assert refused.followups[0].ephemeral
    assert "Only the person who asked and moderators" in seen(refused.followups[0].message)
    assert [is_card(answer) for answer in answers(briefed)] == [True]
    await briefed.alice.click(answers(briefed)[0], label="Delete")
    assert answers(briefed) == []


async def test_delete_is_for_moderators_too_even_when_the_brief_is_kept_no_longer(briefed: World) -> None:
    role = briefed.guild.create_role("moderators", permissions=discord.Permissions(manage_messages=True))
    carol = briefed.guild.add_member(briefed.env.create_user("carol"), roles=[role])
    briefed.later(days=31)
    await carol.click(answers(briefed)[0], label="Delete")
    assert answers(briefed) == []


async def test_what_was_deleted_is_forgotten(briefed: World) -> None:
    await briefed.alice.click(answers(briefed)[0], label="Delete")
    assert briefed.states() == ["done"]
    assert briefed.rows("briefs") == briefed.rows("articles") == 0


async def test_a_brief_in_a_direct_message_is_deleted_by_its_asker(world: World) -> None:
    carol = world.env.create_user("carol")
    await carol.send_dm(ARTICLE)
    card = carol.dm_channel.last_message
    assert card is not None
    await carol.click(card, label="Delete")
    assert not any(is_card(message) for message in carol.dm_channel.history())


async def test_wrong_marks_an_item_once_for_each_person(briefed: World) -> None:
    for actor in (briefed.bob, briefed.bob, briefed.alice):
        shown = await actor.click(answers(briefed)[0], label="Wrong?")
        assert shown.ephemeral
        assert shown.response is not None
        listed = shown.response.message
        thanked = await actor.select(listed, ["statement-0"], custom_id=ids(listed)["mark"])
        assert thanked.response is not None
        assert "Thank you" in seen(thanked.response.message)
    assert briefed.rows("marks") == 2


async def test_a_long_card_pages_for_everybody_and_its_sources_for_one_person(world: World) -> None:
    await world.alice.slash(world.channel, "brief", file=("long.txt", LONG.encode()), length="long")
    first = seen(answers(world)[0])
    await world.bob.click(answers(world)[0], label="▶")
    second = seen(answers(world)[0])
    assert first != second
    await world.alice.click(answers(world)[0], label="◀")
    assert seen(answers(world)[0]) == first
    shown = await world.bob.click(answers(world)[0], label="Sources")
    assert shown.response is not None
    page = seen(shown.response.message)
    turned = await world.bob.click(shown.response.message, label="▶")
    assert turned.response is not None
    assert seen(turned.response.message) != page
    assert seen(answers(world)[0]) == first


async def test_the_bots_own_cards_are_no_news(briefed: World) -> None:
    card = answers(briefed)[0]
    await briefed.bob.send(briefed.channel, f"{briefed.me} and this?", reply_to=card)
    assert "Send me a link" in seen(answers(briefed)[-1])
    asked = await briefed.bob.context_menu(briefed.channel, "Brief this", card)
    assert asked.response is not None
    assert "no link, text or file" in seen(asked.response.message)
    assert asked.ephemeral


async def test_a_card_has_every_button(briefed: World) -> None:
    assert set(labels(answers(briefed)[0])) == BUTTONS | {"Set date"}
    assert TITLE in seen(answers(briefed)[0])
