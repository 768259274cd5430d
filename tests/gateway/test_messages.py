import io
from datetime import timedelta

import aiohttp
import discord
import pytest

from tests.gateway.harbour import HarbourBot, Tide
from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.ledger import shown
from tests.loopback.discord.people import PersonsFile


@pytest.fixture
def channel(fake: FakeDiscord, bot: HarbourBot) -> discord.TextChannel:
    found = bot.get_channel(fake.world.channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


async def test_the_same_nonce_twice_gives_one_message(
    fake: FakeDiscord, channel: discord.TextChannel
) -> None:
    first = await channel.send("High tide at noon", nonce="tide-1")
    second = await channel.send("High tide at noon", nonce="tide-1")
    assert first.id == second.id
    assert len(fake.world.history(channel.id)) == 1


async def test_a_nonce_is_forgotten_after_minutes(fake: FakeDiscord, channel: discord.TextChannel) -> None:
    first = await channel.send("High tide at noon", nonce="tide-1")
    fake.clock.advance(301)
    assert (await channel.send("High tide at noon", nonce="tide-1")).id != first.id


async def test_components_can_not_be_taken_back(channel: discord.TextChannel) -> None:
    card = await channel.send(view=Tide())
    with pytest.raises(discord.HTTPException, match="50035"):
        await card.edit(content="High tide at noon", view=None)
    assert (await channel.fetch_message(card.id)).flags.components_v2


@pytest.mark.parametrize(
    ("texts", "status"), [(["x" * 4000], 200), (["x" * 4001], 400), (["x"] * 40, 200), (["x"] * 41, 400)]
)
async def test_a_card_holds_forty_components_and_4000_characters(
    fake: FakeDiscord, texts: list[str], status: int
) -> None:
    parts = [{"type": 10, "content": text} for text in texts]
    assert await _posted(fake, {"flags": 1 << 15, "components": parts}) == status


@pytest.mark.parametrize(
    "body",
    [
        {"content": ""},
        {"content": "x" * 2001},
        {"content": "Tide", "nonce": "x" * 26},
        {"content": "Tide", "flags": 1 << 15, "components": [{"type": 10, "content": "Tide"}]},
        {"components": [{"type": 10, "content": "Tide"}]},
        {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Refresh"}]}]},
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"title": "Tide", "fields": [{"name": "High", "value": ""}]}]},
    ],
    ids=["empty", "long", "nonce", "content beside components", "no flag", "no custom id", "title", "field"],
)
async def test_a_message_that_discord_would_not_take_is_refused(
    fake: FakeDiscord, body: dict[str, object]
) -> None:
    assert await _posted(fake, body) == 400
    assert fake.world.history(fake.world.channel.id) == []


async def test_files_go_both_ways(fake: FakeDiscord, bot: HarbourBot, channel: discord.TextChannel) -> None:
    sent = await channel.send(file=discord.File(io.BytesIO("Öl".encode()), "tide.ics"))
    assert await sent.attachments[0].read() == "Öl".encode()
    fake.people.say(files=[PersonsFile(text="Ships at dawn")])
    message = await bot.wait_for("message", check=lambda message: message.author != bot.user, timeout=10)
    assert await message.attachments[0].read() == b"Ships at dawn"


async def test_a_reply_pings_only_when_it_may(fake: FakeDiscord, bot: HarbourBot) -> None:
    said = fake.people.say(f"Hello <@{fake.world.bot.id}>")
    asked = await bot.wait_for("message", timeout=10)
    await asked.reply("@everyone <@1>", allowed_mentions=discord.AllowedMentions.none())
    await asked.reply("Loud")
    (answered,) = fake.answers()
    assert (answered.request, answered.answers) == (str(said.id), 2)
    assert [one.pings for one in answered.shown] == [[], [str(fake.world.alice.id)]]


async def test_a_reply_to_a_message_that_is_gone_is_refused(
    fake: FakeDiscord, bot: HarbourBot, channel: discord.TextChannel
) -> None:
    said = fake.people.say("Ships at dawn")
    asked = await bot.wait_for("message", timeout=10)
    fake.people.erase(said.id)
    with pytest.raises(discord.HTTPException, match="Unknown message"):
        await asked.reply("Which ships?")
    assert [message async for message in channel.history()] == []


async def test_reactions_threads_and_history(fake: FakeDiscord, channel: discord.TextChannel) -> None:
    card = await channel.send("High tide at noon")
    await card.add_reaction("📰")
    thread = await card.create_thread(name="Tides")
    await thread.send("Ask here")
    assert fake.world.messages[card.id].reactions == {"📰": [fake.world.bot.id]}
    assert [message.content async for message in thread.history()] == ["Ask here"]
    with pytest.raises(discord.HTTPException, match="160004"):
        await card.create_thread(name="Tides again")


async def test_a_persons_reaction_reaches_the_bot(
    fake: FakeDiscord, bot: HarbourBot, channel: discord.TextChannel
) -> None:
    card = await channel.send("High tide at noon")
    fake.people.react(card.id, "📰", user=fake.world.bob.id)
    reaction = await bot.wait_for("raw_reaction_add", timeout=10)
    assert (reaction.message_id, reaction.user_id) == (card.id, fake.world.bob.id)


async def test_an_event_outside_lies_ahead(channel: discord.TextChannel) -> None:
    async def schedule(start: timedelta) -> discord.ScheduledEvent:
        begin = discord.utils.utcnow() + start
        return await channel.guild.create_scheduled_event(
            name="Regatta",
            start_time=begin,
            end_time=begin + timedelta(hours=1),
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
            location="Harbour",
        )

    made = await schedule(timedelta(days=1))
    with pytest.raises(discord.HTTPException, match="past"):
        await schedule(timedelta(days=-1))
    assert await channel.guild.fetch_scheduled_events() == [made]


async def test_a_direct_message_is_answered_in_private(fake: FakeDiscord, bot: HarbourBot) -> None:
    fake.people.say("Ships at dawn", channel=fake.world.direct(fake.world.bob.id).id)
    message = await bot.wait_for("message", timeout=10)
    await message.channel.send("Noted")
    assert message.guild is None
    assert [shown(one).text for one in fake.world.history(message.channel.id)] == ["Ships at dawn", "Noted"]


async def test_a_deleted_channel_is_unknown(
    fake: FakeDiscord, bot: HarbourBot, channel: discord.TextChannel
) -> None:
    fake.people.close_channel(channel.id)
    await bot.wait_for("guild_channel_delete", timeout=10)
    with pytest.raises(discord.NotFound, match="10003"):
        await channel.send("Anybody?")


async def _posted(fake: FakeDiscord, body: dict[str, object]) -> int:
    """The status of a message that is sent past discord.py, which has limits of its own."""
    url = f"{fake.api}/channels/{fake.world.channel.id}/messages"
    key = {"Authorization": f"Bot {TOKEN}"}
    async with aiohttp.ClientSession() as session, session.post(url, json=body, headers=key) as response:
        return response.status
