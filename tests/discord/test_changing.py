"""Length, Language and Set date: the same article otherwise, in the place of one's own card or privately."""

from collections.abc import AsyncIterator

import discord
import pytest
import simcord

from tests.discord.article import ARTICLE, SAMPLE, TITLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.seen import ids, seen
from tests.discord.ways import answers
from tests.loopback.peer import Peer, page, serving

UNDATED = ARTICLE.replace("OSLO, March 3 (Agency) - ", "").replace("14 June 2026", "Sunday, 14 June")


@pytest.fixture
async def site() -> AsyncIterator[Peer]:
    async with serving({"/news": page(SAMPLE.encode(), "text/plain")}) as peer:
        yield peer


async def _choose(
    actor: simcord.MemberActor, card: discord.Message, action: str, value: str
) -> simcord.InteractionResult:
    return await actor.select(card, [value], custom_id=ids(card)[action])


async def test_length_changes_the_own_card_in_its_place_without_a_new_fetch(start: Start, site: Peer) -> None:
    async with start(allow_hosts=site.host) as world:
        await world.alice.slash(world.channel, "brief", link=site.url("/news"))
        (before,) = answers(world)
        await _choose(world.alice, before, "length", "short")
        (after,) = answers(world)
        assert after.id == before.id
        assert len(seen(after)) < len(seen(before))
        assert site.paths.count("/news") == 1


async def test_language_without_a_model_says_that_it_could_not_be_translated(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    await _choose(world.alice, answers(world)[0], "language", "fr")
    (after,) = answers(world)
    assert is_card(after)
    assert "translat" in seen(after)


async def test_a_second_change_is_of_the_changed_card(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    await _choose(world.alice, answers(world)[0], "length", "short")
    await _choose(world.alice, answers(world)[0], "length", "long")
    (after,) = answers(world)
    assert is_card(after)


async def test_length_of_a_private_card_stays_private(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE, private=True)
    await _choose(world.alice, answers(world)[0], "length", "short")
    assert world.channel.history(viewer=world.bob) == []
    (after,) = answers(world)
    assert is_card(after)


async def test_where_the_text_is_gone_the_card_stays_and_the_reason_is_told_privately(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    world.later(days=1.01)
    await _choose(world.alice, answers(world)[0], "length", "short")
    card, told = answers(world)
    assert is_card(card)
    assert told.flags.ephemeral
    assert "The text is kept for a day" in seen(told)


async def test_a_link_is_fetched_again_when_its_text_is_gone(start: Start, site: Peer) -> None:
    async with start(allow_hosts=site.host) as world:
        await world.alice.slash(world.channel, "brief", link=site.url("/news"))
        world.later(days=1.01)
        await _choose(world.alice, answers(world)[0], "length", "short")
        assert len(answers(world)) == 1
        assert site.paths.count("/news") == 2


async def _set_date(
    actor: simcord.MemberActor, card: discord.Message, date: str
) -> simcord.InteractionResult:
    form = await actor.click(card, label="Set date")
    return await actor.submit_modal(form, {"date": date})


async def test_a_date_that_is_set_resolves_the_events_again_in_place(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=UNDATED)
    (before,) = answers(world)
    await _set_date(world.alice, before, "2020-03-03")
    (after,) = answers(world)
    assert after.id == before.id
    assert "2020" in seen(after)
    assert "2020" not in seen(before)


async def test_a_date_that_a_stranger_sets_changes_only_what_the_stranger_sees(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=UNDATED)
    (before,) = answers(world)
    await _set_date(world.bob, before, "2020-03-03")
    assert [seen(answer) for answer in answers(world)] == [seen(before)]
    theirs = world.channel.history(viewer=world.bob)[-1]
    assert theirs.flags.ephemeral
    assert TITLE in seen(theirs)
    assert "2020" in seen(theirs)


async def test_a_date_that_can_not_be_read_is_told_privately(world: World) -> None:
    await world.alice.slash(world.channel, "brief", text=UNDATED)
    asked = await _set_date(world.alice, answers(world)[0], "some day")
    assert "I can't read this date" in seen(asked.followups[0].message)
    assert asked.followups[0].ephemeral
    assert TITLE in seen(answers(world)[0])
