"""The panel of a digest: for managers, each choice kept at once, one sentence for whatever can't be done."""

from datetime import time, timedelta

import simcord

from bot.adapters.feeds.opml import Opml
from bot.domain.brief import Length
from bot.domain.digest import Digest, Filters, Schedule, Silence
from bot.services.digesting.feeds import Listed
from bot.services.digesting.subscribing import LARGEST_LIST, Subscription
from bot.views.text import escaped
from tests.discord.conftest import World
from tests.discord.newsroom import Newsroom, make, services
from tests.discord.people import manager, part, shown
from tests.discord.seen import seen

DEFERRED, UPDATED, MODAL = 5, 6, 9
"""Discord's first answers: wait for a message, wait for an update, fill in a form."""


async def kept(world: World) -> Digest:
    """The one digest, as it is kept."""
    (found,) = await services(world).digests.of_guild(world.guild.id)
    return found


async def test_each_choice_is_kept_at_once_and_said_in_words_also_after_a_restart(
    world: World, newsroom: Newsroom
) -> None:
    await make(world, newsroom, timedelta(hours=2))
    mona, politics = manager(world), world.guild.create_text_channel("politics")
    panel = shown(await mona.slash(world.channel, "digest schedule"))

    async def choose(action: str, *values: object) -> None:
        nonlocal panel
        panel = shown(await mona.select(panel, values, custom_id=part(panel, action)))

    async def fill(label: str, **values: str) -> None:
        nonlocal panel
        panel = shown(await mona.submit_modal(await mona.click(panel, label=label), values))

    await choose("digest_channel", politics)
    await choose("digest_days", "0", "1", "2")
    await fill("Time and zone", at="8.30 pm", zone="new york")
    assert f"{politics.mention} · 8:30\u202fPM America/New_York · Mon–Wed" in seen(panel)
    await world.restart()
    panel = shown(await mona.click(panel, label="Stories"))
    await choose("digest_count", "8")
    await choose("digest_length", "long")
    await choose("digest_language", "de")
    await choose("digest_silence", "line")
    await fill("Filters", include="bridge\nferry", exclude="sport, lottery")
    for said in ("at most 8", "Long summaries", "German", "one line", "“bridge”, “ferry”", "“lottery”"):
        assert said in seen(panel)
    panel = shown(await mona.click(panel, label="Sources"))
    await choose("digest_links", politics)
    assert f"I don't listen in {politics.mention}" in seen(panel)
    panel = shown(await mona.click(panel, label="Leave out this server's briefs"))
    assert f"**Sources** · 1 feed · links shared in {politics.mention}\n" in seen(panel)
    found = await kept(world)
    assert found.schedule == Schedule(time(20, 30), "America/New_York", frozenset({0, 1, 2}))
    assert (found.stories, found.length, found.language) == (8, Length.LONG, "de")
    assert (found.silence, found.filters) == (
        Silence.LINE,
        Filters(("bridge", "ferry"), ("sport", "lottery")),
    )
    assert (found.channel_id, found.channels, found.briefs) == (politics.id, (politics.id,), False)


async def test_feeds_are_tried_when_they_are_added_and_taken_out_again(
    world: World, newsroom: Newsroom
) -> None:
    await make(world, newsroom, timedelta(hours=2), feeds=())
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "digest sources"))
    page = newsroom.feed.replace("/feed", "/page")
    added = await mona.submit_modal(
        await mona.click(panel, label="Add feeds"), {"feeds": f"{newsroom.feed}\n{page}\n{newsroom.feed}"}
    )
    assert "**The Wire**" in seen(shown(added))
    assert told(added) == f"1 feed added.\n- Not added: {escaped(page)}. There is no feed at this address."
    home = newsroom.feed.replace("/feed", "/home")
    again = await mona.submit_modal(await mona.click(panel, label="Add feeds"), {"feeds": home})
    assert "1 was there already." in told(again)
    key = Subscription(newsroom.feed).key
    panel = shown(await mona.select(shown(again), [key], custom_id=part(shown(again), "digest_remove")))
    assert "**Feeds** · 0 of 50" in seen(panel)
    assert (await kept(world)).feeds == ()


async def test_feeds_that_let_themselves_be_waited_for_undo_nothing_that_is_set_meanwhile(
    world: World, newsroom: Newsroom
) -> None:
    await make(world, newsroom, timedelta(hours=2), feeds=())
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "digest sources"))
    form = await mona.click(panel, label="Add feeds")
    newsroom.open.clear()
    adding = mona.submit_modal(form, {"feeds": newsroom.feed})
    await world.begin(adding, lambda: bool(newsroom.asked))
    assert acknowledged(world) == [DEFERRED, MODAL, UPDATED]
    await world.begin(mona.click(panel, label="Pause"), lambda: world.paused() == 1)
    newsroom.open.set()
    await world.env.settle()
    found = await kept(world)
    assert (found.feeds, found.paused) == ((newsroom.feed,), "A manager paused it.")


async def test_a_list_of_feeds_is_taken_in_and_given_out(world: World, newsroom: Newsroom) -> None:
    await make(world, newsroom, timedelta(hours=2), feeds=())
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "digest sources"))
    listed = Opml().write("Mine", [Listed(newsroom.feed, "Wire"), Listed(f"{newsroom.feed}/page", "A page")])
    form = await mona.click(panel, label="Import a list")
    imported = await mona.submit_modal(form, {"list": ("mine.opml", listed)})
    assert "1 feed added." in told(imported)
    assert "no feed at this address" in told(imported)
    exported = shown(await mona.click(shown(imported), label="Export the list"))
    assert Opml().read(await exported.attachments[0].read()) == (Listed(newsroom.feed, "The Wire"),)


REFUSED = (
    (b"<opml><body>", "This is no OPML list"),
    (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline xmlUrl="&a;"/></body></opml>', "no OPML list"),
    (b"<opml><body/></opml>", "This list has no feeds"),
    (b" " * (LARGEST_LIST + 1), "This list is too large"),
)


async def test_a_list_that_cannot_be_taken_is_refused_in_one_sentence(
    world: World, newsroom: Newsroom
) -> None:
    await make(world, newsroom, timedelta(hours=2))
    mona = manager(world)
    for file, said in REFUSED:
        refused = await mona.slash(world.channel, "digest sources", opml=("mine.opml", file))
        assert said in seen(shown(refused))


async def test_what_cannot_be_done_is_said_in_one_sentence_each(world: World, newsroom: Newsroom) -> None:
    digest = await make(world, newsroom, timedelta(hours=2))
    mona, closed = manager(world), world.channel_without(send_messages=False)
    panel = shown(await mona.slash(world.channel, "digest schedule"))

    async def refused(label: str, **values: str) -> str:
        result = await mona.submit_modal(await mona.click(panel, label=label), values)
        return seen(shown(result))

    assert "Give the time as" in await refused("Time and zone", at="soon", zone="UTC")
    assert "I don't know this time zone" in await refused("Time and zone", at="8:30", zone="GMT+3")
    moved = shown(await mona.select(panel, [closed], custom_id=part(panel, "digest_channel")))
    assert "To post there I need" in seen(moved)
    unknown = await mona.slash(world.channel, "digest preview", digest="Evening")
    assert "no digest of this name" in seen(shown(unknown))
    twice = await mona.slash(world.channel, "digest create", name="MORNING", channel=world.channel, at="9")
    assert "of this name is there already" in seen(shown(twice))
    unseen = await mona.slash(world.channel, "digest create", name="\u200b", channel=world.channel, at="9")
    assert str(world.channel.name) in seen(shown(unseen))
    await services(world).digests.delete(digest)
    for label in ("Stories", "Preview", "Pause", "Delete"):
        assert "This digest is gone." in "".join(sentences(await mona.click(panel, label=label)))


async def test_whoever_is_no_manager_any_more_changes_nothing(world: World, newsroom: Newsroom) -> None:
    await make(world, newsroom, timedelta(hours=2))
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "digest sources"))
    world.env.backend.remove_member_role(world.guild.id, mona.id, world.guild.roles["mona"].id)
    for label in ("Stories", "Add feeds", "Import a list", "Preview", "Post now", "Pause", "Delete"):
        result = await mona.click(panel, label=label)
        assert result.ephemeral
        assert "may manage this server" in seen(shown(result))
    assert (await kept(world)).paused is None
    assert world.channel.history() == []


async def test_digests_and_zones_are_suggested_to_managers(world: World, newsroom: Newsroom) -> None:
    await make(world, newsroom, timedelta(hours=2), schedule=Schedule(time(9), "Asia/Tehran"))
    mona = manager(world)
    assert await mona.autocomplete(world.channel, "digest now", "digest", "morn") == [
        {"name": "Morning", "value": "d1"}
    ]
    zones = await mona.autocomplete(world.channel, "digest create", "zone", "berlin")
    assert zones[0]["value"] == "Europe/Berlin"
    (first, *_) = await mona.autocomplete(world.channel, "digest create", "zone", "")
    assert first["value"] == "Asia/Tehran"


def acknowledged(world: World) -> list[int]:
    """How each interaction was answered at first, by Discord's numbers."""
    callbacks = [each.json for each in world.env.http_requests if each.path.endswith("/callback")]
    return [json["type"] for json in callbacks if json]


def told(result: simcord.InteractionResult) -> str:
    """What a person was told beside the panel."""
    (followup,) = result.followups
    return seen(followup.message)


def sentences(result: simcord.InteractionResult) -> list[str]:
    """What a person was told in whichever way."""
    found = [*result.followups, *([result.response] if result.response else [])]
    return [seen(each.message) for each in found]
