from collections.abc import Callable

import discord
import pytest

from tests.gateway.harbour import HarbourBot, Note, Tide, Work, running
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.ledger import Answered

LATE, TWICE, EXPIRED, UNKNOWN_WEBHOOK, UNKNOWN_MESSAGE = 10062, 40060, 50027, 10015, 10008


async def test_an_answer_in_time_is_the_one_that_people_see(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        answered = await interaction.response.send_message("High tide at noon")
        assert isinstance(answered.resource, discord.InteractionMessage)
        assert answered.resource.content == "High tide at noon"

    assert (await _worked(fake, work)).answers == 1


async def test_an_answer_after_three_seconds_is_unknown(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        fake.clock.advance(3.1)
        await interaction.response.send_message("High tide at noon")

    answered = await _worked(fake, work, failing_with=(LATE,))
    assert (answered.answers, answered.refused) == (0, [LATE])


async def test_a_second_answer_is_refused_and_the_first_stays(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("High tide at noon")
        interaction.response._response_type = None  # noqa: SLF001 - another process knows of no answer
        await interaction.response.send_message("High tide at one")

    answered = await _worked(fake, work, failing_with=(TWICE,))
    assert (answered.answers, answered.refused) == (1, [TWICE])
    assert answered.shown[0].text == "High tide at noon"


async def test_a_deferred_answer_is_read_once_it_is_edited(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        assert fake.answers()[0].answers == 0
        await interaction.edit_original_response(content="Reading…")
        await interaction.edit_original_response(content="High tide at noon")

    answered = await _worked(fake, work)
    assert answered.answers == 1
    assert answered.shown[0].versions == ["", "Reading…", "High tide at noon"]


async def test_a_follow_up_right_after_a_deferral_is_the_answer_itself(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.followup.send("High tide at noon")
        await interaction.followup.send("Low tide at six", ephemeral=True)

    first, second = (await _worked(fake, work)).shown
    assert (first.text, first.shown_to) == ("High tide at noon", None)
    assert (second.text, second.shown_to) == ("Low tide at six", str(fake.world.alice.id))


async def test_a_deleted_answer_is_seen_no_more_and_not_edited(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("High tide at noon")
        await interaction.delete_original_response()
        await interaction.edit_original_response(content="High tide at one")

    answered = await _worked(fake, work, failing_with=(UNKNOWN_MESSAGE,))
    assert answered.answers == 0


async def test_after_a_quarter_of_an_hour_the_token_is_worth_nothing(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        fake.clock.advance(901)
        await interaction.edit_original_response(content="High tide at noon")

    assert (await _worked(fake, work, failing_with=(EXPIRED,))).answers == 0


async def test_nothing_follows_up_on_what_was_not_answered(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.followup.send("High tide at noon")

    assert (await _worked(fake, work, failing_with=(UNKNOWN_WEBHOOK,))).answers == 0


async def test_a_guest_follows_up_five_times(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        assert interaction.is_user_integration()
        await interaction.response.send_message("1")
        for number in range(6):
            await interaction.followup.send(str(number + 2))

    elsewhere = fake.world.add_channel(fake.world.add_guild("Elsewhere", joined=False), "talk")
    answered = await _worked(fake, work, failing_with=(40094,), channel=elsewhere.id)
    assert answered.answers == 6


async def test_a_button_changes_its_message(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=Tide())

    async with running(HarbourBot(work), fake):
        fake.people.invoke("tide")
        await fake.record.happened("callback")
        card = fake.world.history(fake.world.channel.id)[0]
        pressed = fake.people.click(card.id, "Refresh", user=fake.world.bob.id)
        await fake.record.happened("callback", 2)
    assert card.versions == ["High tide at noon", "Low tide at six"]
    assert _answered(fake, pressed.id).callback == 7


async def test_a_modal_is_filled_in_and_answered(fake: FakeDiscord) -> None:
    async def work(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Note())

    async with running(HarbourBot(work), fake):
        asked = fake.people.invoke("tide")
        await fake.record.happened("callback")
        submitted = fake.people.submit(asked.id, {"Text": "Fog at dusk"})
        await fake.record.happened("callback", 2)
    assert _answered(fake, submitted.id).shown[0].text == "Noted: Fog at dusk"


@pytest.mark.usefixtures("bot")
async def test_a_message_menu_brings_the_message(fake: FakeDiscord) -> None:
    said = fake.people.say("Ships at dawn")
    asked = fake.people.menu("Repeat this", said.id)
    await fake.record.happened("callback")
    assert _answered(fake, asked.id).shown[0].text == "Ships at dawn"


@pytest.mark.parametrize(("text", "code"), [("", 50006), ("x" * 2001, 50035)])
async def test_what_can_not_be_taken_leaves_the_interaction_open(
    fake: FakeDiscord, text: str, code: int
) -> None:
    async def work(interaction: discord.Interaction) -> None:
        with pytest.raises(discord.HTTPException, match=str(code)):
            await interaction.response.send_message(text)
        await interaction.response.send_message("High tide at noon")

    answered = await _worked(fake, work)
    assert (answered.answers, answered.refused) == (1, [code])


async def _worked(
    fake: FakeDiscord, work: Work, *, failing_with: tuple[int, ...] = (), channel: int | None = None
) -> Answered:
    """What came of a command whose work is this, and ends with this refusal, if any."""
    done = fake.record
    bot = HarbourBot(_then(work, lambda: done.add("worked")))
    async with running(bot, fake):
        asked = fake.people.invoke("tide", channel=channel)
        await done.happened("worked")
    answered = _answered(fake, asked.id)
    assert tuple(bot.failures) == failing_with
    return answered


def _then(work: Work, told: Callable[[], None]) -> Work:
    async def both(interaction: discord.Interaction) -> None:
        try:
            await work(interaction)
        finally:
            told()

    return both


def _answered(fake: FakeDiscord, request: int) -> Answered:
    return next(one for one in fake.answers() if one.request == str(request))
