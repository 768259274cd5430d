"""What a server's managers have set counts for whoever asks there."""

from dataclasses import replace

import discord
import simcord

from bot.domain.brief import EngineChoice
from tests.discord.article import ARTICLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.newsroom import services
from tests.discord.people import manager, member, part, shown
from tests.discord.seen import labels, seen
from tests.loopback.endpoint import Reply, Request, answer, failure, loopback

LONGER = (
    f"{ARTICLE}\n\n"
    "The harbour authority said that ships will wait outside the harbour for two hours at most while the "
    "bridge is raised. Its director, Jonas Lie, said the authority had asked for the work to be done in "
    "winter, when fewer ships come. The union of bus drivers expects delays of half an hour on four lines. "
    "Its chair, Kari Moe, said that the city should pay for more buses. The opposition in the council called "
    "the plan expensive and asked for a second opinion on the state of the bridge. The bridge was opened in "
    "1968 and was last repaired in 1999. Engineers found cracks in two of its pillars last autumn."
)
"""An article of which a short brief leaves out much."""


async def choose(world: World, action: str, *values: object) -> None:
    """Set something for the server."""
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "settings"))
    await mona.select(panel, list(values), custom_id=part(panel, action))


async def brief(world: World, by: simcord.MemberActor, **options: object) -> discord.Message:
    return shown(await by.slash(world.channel, "brief", text=ARTICLE, **options))


def statements(card: discord.Message) -> int:
    """How many statements the line of trust counts."""
    told = next(line for line in seen(card).splitlines() if "statements traced" in line)
    return int(told.split(" of ")[1].split()[0])


async def test_only_people_with_a_chosen_role_are_briefed(world: World) -> None:
    carol = member(world, "carol")
    await choose(world, "set_roles", world.guild.roles["carol"])
    assert "only people with certain roles" in seen(await brief(world, world.alice))
    assert is_card(await brief(world, carol))


async def test_only_people_with_a_chosen_role_get_answers_about_a_brief(world: World) -> None:
    carol = member(world, "carol")
    await choose(world, "set_roles", world.guild.roles["carol"])
    card = await brief(world, carol)
    for person, told in ((world.alice, "only people with certain roles"), (carol, "kroner")):
        form = await person.click(card, label="Ask")
        told_them = await person.submit_modal(
            form, {"question": "What does the work cost?", "where": ["private"]}
        )
        assert told in seen(shown(told_them))


async def test_a_person_has_as_many_briefs_a_day_as_the_server_gives(world: World) -> None:
    await choose(world, "set_daily", "1")
    assert is_card(await brief(world, world.alice))
    assert "You have had your 1 brief" in seen(await brief(world, world.alice))
    assert is_card(await brief(world, world.bob))


async def test_briefs_are_as_long_as_the_server_wants_unless_somebody_wants_otherwise(world: World) -> None:
    await choose(world, "set_length", "long")
    long = shown(await world.alice.slash(world.channel, "brief", text=LONGER))
    short = shown(await world.alice.slash(world.channel, "brief", text=LONGER, length="short"))
    assert statements(short) < statements(long)


async def test_briefs_are_in_the_language_that_the_server_wants(world: World) -> None:
    """The embedded engine can't translate, and says so: it was asked to."""
    await choose(world, "set_language", "de")
    assert "Not translated into German" in seen(await brief(world, world.alice))
    assert "Not translated" not in seen(await brief(world, world.alice, language="en"))


async def test_a_server_that_wants_the_embedded_engine_sends_nothing_to_the_language_model(
    start: Start,
) -> None:
    async with (
        loopback(lambda _: answer({"statements": [], "actors": [], "events": []})) as endpoint,
        start(openai_base_url=endpoint.url, openai_model="a-model") as world,
    ):
        await choose(world, "set_engine", "offline")
        card = await brief(world, world.alice)
        assert is_card(card)
        form = await world.alice.click(card, label="Ask")
        await world.alice.submit_modal(form, {"question": "What does the work cost?", "where": ["private"]})
        assert endpoint.requests == []
        assert "sent to nobody" in seen(shown(await world.alice.slash(world.channel, "privacy")))
        await choose(world, "set_engine", "auto")
        await brief(world, world.alice)
        assert endpoint.requests != []
        assert "sent to the language model" in seen(shown(await world.alice.slash(world.channel, "privacy")))


async def test_a_server_is_read_to_by_the_model_that_its_managers_choose(start: Start) -> None:
    def fails(_: Request) -> Reply:
        return failure(400)

    async with (
        loopback(fails) as endpoint,
        start(openai_base_url=endpoint.url, openai_model="small", models="large, small, huge") as world,
    ):
        panel = shown(await manager(world).slash(world.channel, "settings"))
        assert "**Read by** · small at 127.0.0.1" in seen(panel)
        await choose(world, "set_engine", "model:large")
        await world.restart()
        await brief(world, world.alice)
        assert {asked.body["model"] for asked in endpoint.requests} == {"large"}
        assert "large at 127.0.0.1" in seen(
            shown(await member(world, "max", manage_guild=True).slash(world.channel, "settings"))
        )


async def test_where_the_operator_decides_who_reads_no_choice_counts(start: Start) -> None:
    async with (
        loopback(lambda _: failure(400)) as endpoint,
        start(openai_base_url=endpoint.url, openai_model="small", servers_choose=False) as world,
    ):
        await services(world).managing.change(
            world.guild.id, lambda settings: replace(settings, engine=EngineChoice.OFFLINE, model="large")
        )
        panel = shown(await manager(world).slash(world.channel, "settings"))
        assert "has decided who reads here" in seen(panel)
        assert "Read by" not in labels(panel)
        await brief(world, world.alice)
        assert {asked.body["model"] for asked in endpoint.requests} == {"small"}


async def test_being_forgotten_begins_no_new_day(world: World) -> None:
    await choose(world, "set_daily", "1")
    await brief(world, world.alice)
    asked = shown(await world.alice.slash(world.channel, "forget"))
    await world.alice.click(asked, label="Forget")
    assert "You have had your 1 brief" in seen(await brief(world, world.alice))
    world.later(days=1.01)
    assert is_card(await brief(world, world.alice))


async def test_where_the_operator_reads_offline_no_server_is_offered_a_language_model(start: Start) -> None:
    async with start(openai_base_url="http://127.0.0.1:9/v1", engine="offline") as world:
        panel = shown(await manager(world).slash(world.channel, "settings"))
        assert "The embedded engine" in seen(panel)
        assert is_card(await brief(world, world.alice))
