"""People who have installed the bot for themselves: it answers wherever they are, by the interaction alone."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.bootstrap import create_bot
from bot.settings import Settings
from tests.gateway.harbour import running
from tests.gateway.test_briefer import ARTICLE, SLOW, TITLE
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.ledger import Answered, Shown, shown
from tests.loopback.discord.shapes.limits import flat
from tests.loopback.discord.world import DIRECT, GROUP, Channel, Interaction, Message, World

AHEAD = ARTICLE.replace("14 June 2026", f"{datetime.now(UTC) + timedelta(days=100):%d %B %Y}")
"""An article that announces something."""


def _server(world: World) -> Channel:
    return world.add_channel(world.add_guild("Elsewhere", joined=False), "talk")


PLACES: dict[str, Callable[[World], Channel]] = {
    "a server where the bot is no member": _server,
    "a group": lambda world: world.add_conversation(GROUP),
    "people's direct messages": lambda world: world.add_conversation(DIRECT),
    "the bot's own direct messages": lambda world: world.direct(world.alice.id),
}
EVERYWHERE = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)


class Abroad:
    """The real bot, and Alice, who asks it in some channel."""

    def __init__(self, fake: FakeDiscord, channel: Channel) -> None:
        self.fake = fake
        self.channel = channel

    async def settled(self, asked: Interaction) -> Answered:
        """What came of an interaction, once it can be read."""
        await self.fake.record.until(lambda: self._of(asked).answers > 0, SLOW)
        return self._of(asked)

    async def modal(self, asked: Interaction) -> str:
        """The form that came of an interaction."""
        await self.fake.record.until(lambda: asked.opened is not None, SLOW)
        return str(asked.opened)

    async def brief(self) -> Message:
        """Alice's brief, as it stands in the channel."""
        asked = self.fake.people.invoke("brief", options={"text": AHEAD}, channel=self.channel.id)
        await self.until_card(asked)
        return self.fake.world.messages[asked.original_id or 0]

    async def until_card(self, asked: Interaction) -> Answered:
        await self.fake.record.until(lambda: any(map(_is_card, self._of(asked).shown)), SLOW)
        return self._of(asked)

    def press(self, card: Message, what: str, user: int | None = None, **chosen: list[str]) -> Interaction:
        return self.fake.people.click(card.id, what, user=user, values=chosen.get("values"))

    def _of(self, asked: Interaction) -> Answered:
        return next(one for one in self.fake.answers() if one.request == str(asked.id))


@pytest.fixture
async def abroad(
    fake: FakeDiscord, settings: Settings, place: Callable[[World], Channel]
) -> AsyncIterator[Abroad]:
    async with running(create_bot(settings), fake):
        yield Abroad(fake, place(fake.world))
    assert fake.record.of("refused") == []
    assert fake.unasked() == []


def _is_card(one: Shown) -> bool:
    return TITLE in one.text and one.counts


def labels(message: Message) -> set[str]:
    """What stands on the buttons of a message."""
    return {part.label for part in flat(message.components) if part.label}


@EVERYWHERE
async def test_every_way_in_gives_the_card_once_and_what_people_want_to_know_is_told(abroad: Abroad) -> None:
    fake, channel = abroad.fake, abroad.channel.id
    command = fake.people.invoke("brief", options={"text": ARTICLE}, channel=channel)
    private = fake.people.invoke("brief", options={"text": ARTICLE, "private": True}, channel=channel)
    form = fake.people.invoke("brief", channel=channel)
    await abroad.modal(form)
    pasted = fake.people.submit(form.id, {"text": ARTICLE})
    menu = fake.people.menu(
        "Brief this", fake.people.say(ARTICLE, channel=channel, user=fake.world.bob.id).id
    )
    for asked in (command, private, pasted, menu):
        answered = await abroad.until_card(asked)
        assert (answered.answers, answered.refused) == (1, [])
        assert (answered.shown[0].shown_to is not None) == (asked is private)
    for about in ("help", "privacy", "usage", "forget"):
        answered = await abroad.settled(fake.people.invoke(about, channel=channel))
        assert answered.shown[0].shown_to == str(abroad.fake.world.alice.id)


@pytest.mark.parametrize("place", [_server, PLACES["a group"]], ids=["server", "group"])
async def test_every_button_works_and_none_is_offered_that_needs_a_member(abroad: Abroad) -> None:
    card = await abroad.brief()
    for label in ("Sources", "Wrong?"):
        assert (await abroad.settled(abroad.press(card, label))).shown[0].shown_to
    calendar = abroad.press(card, "Calendar")
    assert (await abroad.settled(calendar)).shown[0].files == ["events.ics"]
    assert "Add to server events" not in labels(abroad.fake.world.messages[calendar.original_id or 0])
    question = abroad.press(card, "Ask")
    assert "In a thread" not in await abroad.modal(question)
    answered = await abroad.settled(
        abroad.fake.people.submit(question.id, {"question": "What does it cost?"})
    )
    assert "40 million" in answered.shown[0].text
    await _change_its_length(abroad, card)
    abroad.press(card, "Delete")
    await abroad.fake.record.until(lambda: card.deleted, SLOW)


async def _change_its_length(abroad: Abroad, card: Message) -> None:
    """By whoever asked, in its place; by somebody else, privately beside it."""
    before = shown(card).versions.copy()
    theirs = abroad.press(card, "Length", abroad.fake.world.bob.id, values=["short"])
    answered = await abroad.until_card(theirs)
    assert (answered.answers, answered.shown[0].shown_to) == (1, str(abroad.fake.world.bob.id))
    assert shown(card).versions == before
    own = abroad.press(card, "Length", values=["long"])
    await abroad.fake.record.until(lambda: len(card.versions) > len(before) and _is_card(shown(card)), SLOW)
    assert own.followups == []
