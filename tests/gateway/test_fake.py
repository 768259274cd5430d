"""The fake Discord holds to the rules that the other tests rely on; a small bot stands in for Briefer."""

import aiohttp
import discord
import pytest

from bot.client import intents
from tests.gateway.harbour import HarbourBot, Work, running
from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.ledger import Answered

LATE, TWICE, EXPIRED = 10062, 40060, 50027


async def test_an_answer_after_three_seconds_is_unknown(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        fake.clock.advance(3.1)
        await interaction.response.send_message("High tide at noon")

    answered = await _worked(fake, work, failing_with=[LATE])
    assert (answered.answers, answered.refused) == (0, [LATE])


async def test_a_second_answer_is_refused_and_the_first_stays(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("High tide at noon")
        interaction.response._response_type = None  # noqa: SLF001 - another process knows of no answer
        await interaction.response.send_message("High tide at one")

    answered = await _worked(fake, work, failing_with=[TWICE])
    assert (answered.answers, answered.refused) == (1, [TWICE])
    assert answered.shown[0].text == "High tide at noon"


async def test_a_deferred_answer_is_read_once_it_is_edited(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        assert fake.answers()[0].answers == 0
        await interaction.followup.send("High tide at noon")
        await interaction.edit_original_response(content="High tide at one")

    answered = await _worked(fake, work)
    assert answered.answers == 1
    assert answered.shown[0].versions == ["", "High tide at noon", "High tide at one"]


async def test_after_a_quarter_of_an_hour_the_token_is_worth_nothing(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        fake.clock.advance(901)
        await interaction.edit_original_response(content="High tide at noon")

    assert (await _worked(fake, work, failing_with=[EXPIRED])).answers == 0


async def test_a_nonce_gives_one_message_for_some_minutes(fake: FakeDiscord) -> None:
    bot = HarbourBot()
    async with running(bot, fake):
        channel = bot.get_partial_messageable(fake.world.channel.id)
        first, second = [await channel.send("High tide at noon", nonce="tide-1") for _ in range(2)]
        fake.clock.advance(301)
        third = await channel.send("High tide at noon", nonce="tide-1")
    assert first.id == second.id != third.id


async def test_a_reply_pings_only_when_it_may(fake: FakeDiscord) -> None:
    bot = HarbourBot()
    async with running(bot, fake):
        fake.people.say(f"Hello <@{fake.world.bot.id}>")
        asked = await bot.wait_for("message", timeout=10)
        await asked.reply("@everyone <@1>", allowed_mentions=discord.AllowedMentions.none())
        await asked.reply("Loud")
    (answered,) = fake.answers()
    assert [one.pings for one in answered.shown] == [[], [str(fake.world.alice.id)]]


async def test_what_comes_while_the_socket_is_lost_comes_later_once(fake: FakeDiscord) -> None:
    bot, heard = HarbourBot(), list[str]()

    async def hear(message: discord.Message) -> None:
        heard.append(message.content)

    bot.add_listener(hear, "on_message")
    said = [f"<@{fake.world.bot.id}> {number}" for number in range(6)]
    async with running(bot, fake):
        for number, text in enumerate(said):
            fake.gateway.drop()
            fake.people.say(text)
            await fake.record.happened("resume", number + 1)
        await fake.gateway.caught_up()
    assert heard == said
    assert fake.record.count("identify") == 1


async def test_without_the_intent_only_what_names_the_bot_is_readable(fake: FakeDiscord) -> None:
    bot = discord.Client(intents=intents(message_content=False))
    async with running(bot, fake):
        fake.people.say("Ships at dawn")
        blank = await bot.wait_for("message", timeout=10)
        named = fake.people.say(f"<@{fake.world.bot.id}> ships at noon")
        seen = await bot.wait_for("message", timeout=10)
    assert (blank.content, seen.content) == ("", named.content)


@pytest.mark.parametrize(
    ("texts", "status"), [(["x" * 4000], 200), (["x" * 4001], 400), (["x"] * 40, 200), (["x"] * 41, 400)]
)
async def test_a_card_holds_forty_components_and_4000_characters(
    fake: FakeDiscord, texts: list[str], status: int
) -> None:
    card = {"flags": 1 << 15, "components": [{"type": 10, "content": text} for text in texts]}
    url = f"{fake.api}/channels/{fake.world.channel.id}/messages"
    key = {"Authorization": f"Bot {TOKEN}"}
    async with aiohttp.ClientSession() as session, session.post(url, json=card, headers=key) as response:
        assert response.status == status
    assert len(fake.world.history(fake.world.channel.id)) == (status == 200)


async def _worked(fake: FakeDiscord, work: Work, *, failing_with: list[int] | None = None) -> Answered:
    """What came of a command whose work is this, and ends with this refusal, if any."""

    async def noted(interaction: discord.Interaction) -> None:
        try:
            await work(interaction)
        finally:
            fake.record.add("worked")

    bot = HarbourBot(noted)
    async with running(bot, fake):
        fake.people.invoke("tide")
        await fake.record.happened("worked")
    assert bot.failures == (failing_with or [])
    (answered,) = fake.answers()
    return answered
