import discord
import pytest

from tests.gateway.harbour import HarbourBot, running
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.ledger import shown
from tests.loopback.discord.routes.faults import Fault, Limit
from tests.loopback.discord.shapes.refusals import Reason

SEND = "POST /channels/*/messages"


@pytest.mark.parametrize("everything", [False, True])
async def test_a_rate_limit_is_waited_out_and_the_message_arrives_once(
    fake: FakeDiscord, bot: HarbourBot, *, everything: bool
) -> None:
    fake.faults.limit(Limit(SEND, retry_after=0.1, everything=everything))
    await _channel(bot, fake).send("High tide at noon")
    assert _texts(fake) == ["High tide at noon"]
    assert fake.record.of("limited") == [{"route": _sent_to(fake), "everything": everything}]


async def test_the_global_limit_does_not_hold_answers_up(fake: FakeDiscord, bot: HarbourBot) -> None:
    fake.faults.limit(Limit(SEND, retry_after=600, everything=True))
    sent = bot.loop.create_task(_channel(bot, fake).send("never"))
    await fake.record.happened("limited")
    fake.people.invoke("tide")
    await fake.record.happened("callback")
    sent.cancel()
    assert _texts(fake) == ["High tide at noon"]


async def test_an_error_after_the_fact_does_not_double_a_message_for_discord_py_gives_each_a_nonce(
    fake: FakeDiscord, bot: HarbourBot
) -> None:
    fake.faults.fail(Fault(SEND, status=502, late=True))
    await _channel(bot, fake).send("High tide at noon")
    assert _texts(fake) == ["High tide at noon"]


async def test_an_error_after_the_fact_doubles_a_follow_up_for_none_has_a_nonce(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("High tide at noon")
        await interaction.followup.send("Low tide at six")

    fake.faults.fail(Fault("POST /webhooks/*", status=502, late=True))
    async with running(HarbourBot(work), fake):
        fake.people.invoke("tide")
        await fake.record.happened("message", 3)
    assert _texts(fake) == ["High tide at noon", "Low tide at six", "Low tide at six"]


@pytest.mark.parametrize("reason", [Reason.MISSING_PERMISSIONS, Reason.UNKNOWN_CHANNEL])
async def test_a_refusal_on_demand_has_discords_code(
    fake: FakeDiscord, bot: HarbourBot, reason: Reason
) -> None:
    fake.faults.fail(Fault.refusing(SEND, reason))
    with pytest.raises(discord.HTTPException) as refused:
        await _channel(bot, fake).send("High tide at noon")
    assert (refused.value.status, refused.value.code) == reason.value[:2]


def _channel(bot: HarbourBot, fake: FakeDiscord) -> discord.TextChannel:
    channel = bot.get_channel(fake.world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel


def _sent_to(fake: FakeDiscord) -> str:
    return f"POST /channels/{fake.world.channel.id}/messages"


def _texts(fake: FakeDiscord) -> list[str]:
    return [shown(message).text for message in fake.world.history(fake.world.channel.id)]
