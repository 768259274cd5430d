"""Who asks too fast is told when to ask again, and everybody else is served."""

from bot.domain.guild import Listening
from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import Start
from tests.discord.people import shown
from tests.discord.seen import seen
from tests.discord.ways import answers

TOO_FAST = "Too many requests in a short time: ask again at "


async def test_a_command_that_comes_too_soon_is_refused_privately(start: Start) -> None:
    async with start(requests_per_minute=1) as world:
        await world.alice.slash(world.channel, "brief", text=ARTICLE)
        refused = await world.alice.slash(world.channel, "brief", text=ARTICLE)
        assert TOO_FAST in seen(shown(refused))
        assert refused.ephemeral
        await world.bob.slash(world.channel, "brief", text=ARTICLE)
        assert world.states() == ["done", "done"]


async def test_a_mention_that_comes_too_soon_gets_one_sentence(start: Start) -> None:
    async with start(requests_per_minute=1) as world:
        for _ in range(2):
            await world.alice.send(world.channel, f"{world.me} {ARTICLE}")
        card, sentence = answers(world)
        assert is_card(card)
        assert TOO_FAST in seen(sentence)


async def test_what_is_overheard_too_soon_is_passed_over_without_a_word(start: Start) -> None:
    async with start(requests_per_minute=1) as world:
        await world.listen(Listening.ALWAYS)
        for _ in range(2):
            await world.bob.send(world.channel, ARTICLE)
        assert [is_card(message) for message in answers(world)] == [True]
