from collections.abc import Callable

import pytest

from bot.addresses import use_addresses
from tests.gateway.harbour import HarbourBot, running
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving


async def test_a_message_reaches_the_bot_over_the_socket(fake: FakeDiscord, bot: HarbourBot) -> None:
    await _told(fake, bot, "Ships at dawn")
    assert bot.heard == ["Ships at dawn"]


async def test_heartbeats_that_nobody_acknowledges_end_in_a_resumed_session() -> None:
    bot = HarbourBot(heartbeat_timeout=0.2)
    async with serving(Rules(heartbeat=0.05)) as fake:
        use_addresses(fake.api, fake.gateway.url)
        async with running(bot, fake):
            fake.gateway.silence()
            await fake.record.happened("disconnect")
            fake.gateway.hear()
            await fake.record.happened("resume")
            await _told(fake, bot, "Ships at dawn")
    assert bot.heard == ["Ships at dawn"]
    assert fake.record.count("identify") == 1


def _drop(fake: FakeDiscord) -> None:
    fake.gateway.drop()


def _reconnect(fake: FakeDiscord) -> None:
    fake.gateway.reconnect()


def _invalidate(fake: FakeDiscord) -> None:
    fake.gateway.invalidate(resumable=True)


@pytest.mark.parametrize("lose", [_drop, _reconnect, _invalidate])
async def test_a_lost_socket_is_resumed_and_what_was_missed_comes_exactly_once(
    fake: FakeDiscord, bot: HarbourBot, lose: Callable[[FakeDiscord], None]
) -> None:
    await _told(fake, bot, "before")
    lose(fake)
    fake.people.say("meanwhile")
    await fake.record.happened("resume")
    await _told(fake, bot, "after")
    assert bot.heard == ["before", "meanwhile", "after"]
    assert fake.record.count("identify") == 1


async def test_many_resets_in_a_row_lose_and_repeat_nothing(fake: FakeDiscord, bot: HarbourBot) -> None:
    for number in range(10):
        fake.people.say(f"message {number}")
        fake.gateway.drop()
        fake.people.say(f"missed {number}")
        await fake.record.happened("resume", number + 1)
    await _told(fake, bot, "last")
    assert bot.heard == [f"{word} {n}" for n in range(10) for word in ("message", "missed")] + ["last"]


async def test_an_invalid_session_is_begun_anew_after_the_back_off(
    fake: FakeDiscord, bot: HarbourBot
) -> None:
    fake.gateway.invalidate()
    await fake.record.happened("ready", 2)
    await _told(fake, bot, "Ships at dawn")
    assert bot.identified == [True, False]
    assert bot.heard == ["Ships at dawn"]


async def test_a_session_that_the_gateway_forgot_is_begun_anew(fake: FakeDiscord, bot: HarbourBot) -> None:
    fake.gateway.drop()
    fake.gateway.forget()
    await fake.record.happened("resume refused")
    await fake.record.happened("ready", 2)
    await _told(fake, bot, "Ships at dawn")
    assert bot.heard == ["Ships at dawn"]


async def _told(fake: FakeDiscord, bot: HarbourBot, text: str) -> None:
    """The text is said, and the bot has heard it and all before it."""
    fake.people.say(text)
    await bot.wait_for("message", check=lambda message: message.content == text, timeout=10)
