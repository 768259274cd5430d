"""Being forgotten: asked first, done at once, by those whose it is."""

import asyncio

from tests.discord.article import ARTICLE, PAGE
from tests.discord.conftest import Start, World
from tests.discord.people import manager, part, shown
from tests.discord.seen import seen
from tests.discord.ways import answers
from tests.loopback.peer import Visit, page, serving


async def test_a_person_is_forgotten_once_they_say_so(world: World) -> None:
    card = shown(await world.alice.slash(world.channel, "brief", text=ARTICLE))
    asked = await world.alice.slash(world.channel, "forget")
    assert asked.ephemeral
    assert "can't be undone" in seen(shown(asked))
    done = seen(shown(await world.alice.click(shown(asked), label="Forget")))
    assert done.startswith("Forgotten: ")
    assert "Forgotten: 0 entries." not in done
    assert "no longer kept" in seen(shown(await world.bob.click(card, label="Sources")))
    again = shown(await world.alice.slash(world.channel, "forget", what="me"))
    assert "Forgotten: 0 entries." in seen(shown(await world.alice.click(again, label="Forget")))


async def test_nothing_is_forgotten_by_whoever_cancels(world: World) -> None:
    card = shown(await world.alice.slash(world.channel, "brief", text=ARTICLE))
    asked = shown(await world.alice.slash(world.channel, "forget"))
    assert "Nothing was forgotten." in seen(shown(await world.alice.click(asked, label="Cancel")))
    assert "no longer kept" not in seen(shown(await world.bob.click(card, label="Sources")))


async def test_others_keep_what_is_theirs(world: World) -> None:
    kept = shown(await world.bob.slash(world.channel, "brief", text=ARTICLE))
    await world.alice.slash(world.channel, "brief", text=ARTICLE)
    asked = shown(await world.alice.slash(world.channel, "forget"))
    await world.alice.click(asked, label="Forget")
    assert "no longer kept" not in seen(shown(await world.alice.click(kept, label="Sources")))


async def test_a_server_is_forgotten_by_its_managers_with_its_settings(world: World) -> None:
    mona = manager(world)
    panel = shown(await mona.slash(world.channel, "settings"))
    await mona.select(panel, ["long"], custom_id=part(panel, "set_length"))
    card = shown(await world.alice.slash(world.channel, "brief", text=ARTICLE))
    asked = shown(await mona.slash(world.channel, "forget", what="server"))
    assert "Forgotten: " in seen(shown(await mona.click(asked, label="Forget")))
    assert "no longer kept" in seen(shown(await world.bob.click(card, label="Sources")))
    assert "Standard summaries" in seen(shown(await mona.slash(world.channel, "settings")))


async def test_a_server_is_not_forgotten_by_anybody_else(world: World) -> None:
    refused = await world.alice.slash(world.channel, "forget", what="server")
    assert refused.ephemeral
    assert "may manage this server" in seen(shown(refused))
    carol = world.env.create_user("carol")
    assert "may manage this server" in seen(shown(await carol.slash("forget", what="server")))


async def test_a_person_is_forgotten_in_direct_messages_too(world: World) -> None:
    carol = world.env.create_user("carol")
    await carol.send_dm(ARTICLE)
    asked = shown(await carol.slash("forget"))
    assert "Forgotten: " in seen(shown(await carol.click(asked, label="Forget")))


async def test_a_brief_in_the_making_is_stopped_and_nothing_of_it_is_kept(start: Start) -> None:
    opened = asyncio.Event()

    async def slow(visit: Visit) -> None:
        await opened.wait()
        await page(PAGE)(visit)

    async with serving({"/slow": slow}) as site, start(allow_hosts=site.host) as world:
        asking = world.alice.slash(world.channel, "brief", link=site.url("/slow"))
        await world.begin(asking, lambda: "/slow" in site.paths)
        await world.begin(world.alice.slash(world.channel, "forget"), lambda: len(answers(world)) == 2)
        asked = answers(world)[1]
        await world.begin(
            world.alice.click(asked, label="Forget"), lambda: "Forgotten" in seen(answers(world)[1])
        )
        opened.set()
        await world.env.settle()
        assert [seen(answer) for answer in answers(world)] == ["Cancelled.", "Forgotten: 1 entry."]
        again = shown(await world.alice.slash(world.channel, "forget"))
        assert "Forgotten: 0 entries." in seen(shown(await world.alice.click(again, label="Forget")))
