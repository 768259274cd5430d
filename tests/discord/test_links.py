"""Links, wherever they stand: fetched once, briefed, or refused in a sentence."""

from collections.abc import AsyncIterator

import discord
import pytest

from bot.domain.guild import Listening
from tests.discord.article import ARTICLE, PAGE, TITLE, is_card
from tests.discord.conftest import Start, World
from tests.discord.seen import seen
from tests.discord.ways import answers
from tests.loopback.peer import Peer, page, serving


@pytest.fixture
async def site() -> AsyncIterator[Peer]:
    paths = {f"/{name}": page(PAGE) for name in ("news", "one", "two", "three", "four", "five")}
    async with serving(
        {**paths, "/robots.txt": page(b"", "text/plain"), "/wall": page(b"", status="403 No")}
    ) as peer:
        yield peer


@pytest.fixture
async def linked(start: Start, site: Peer) -> AsyncIterator[World]:
    """A world whose bot may fetch from the site."""
    async with start(allow_hosts=site.host) as world:
        yield world


async def test_the_command_briefs_a_link_and_names_it(linked: World, site: Peer) -> None:
    await linked.alice.slash(linked.channel, "brief", link=site.url("/news"))
    (answer,) = answers(linked)
    assert is_card(answer)
    assert f"[{TITLE}]({site.url('/news')})" in seen(answer)


async def test_a_text_that_is_nothing_but_a_link_is_fetched(linked: World, site: Peer) -> None:
    await linked.alice.slash(linked.channel, "brief", text=site.url("/news"))
    assert is_card(answers(linked)[-1])


async def test_the_message_menu_and_a_mention_brief_a_link_among_words(linked: World, site: Peer) -> None:
    message = await linked.bob.send(linked.channel, f"have you seen <{site.url('/news')}>?")
    await linked.alice.context_menu(linked.channel, "Brief this", message)
    await linked.alice.send(linked.channel, f"{linked.me} {site.url('/one')}")
    assert [is_card(answer) for answer in answers(linked)] == [True, True]


async def test_a_link_in_a_direct_message_is_briefed(linked: World, site: Peer) -> None:
    carol = linked.env.create_user("carol")
    await carol.send_dm(site.url("/news"))
    assert is_card(carol.dm_channel.last_message)


async def test_three_links_of_a_menu_are_briefed_and_the_others_named_privately(
    linked: World, site: Peer
) -> None:
    links = " ".join(site.url(f"/{name}") for name in ("one", "two", "three", "four", "five"))
    message = await linked.bob.send(linked.channel, links)
    asked = await linked.alice.context_menu(linked.channel, "Brief this", message)
    cards = [answer for answer in answers(linked) if is_card(answer)]
    assert len(cards) == 3
    (rest,) = [answer for answer in answers(linked) if not is_card(answer)]
    assert rest.flags.ephemeral
    assert "2 more are not briefed" in seen(rest)
    assert "four" in seen(rest)
    assert "five" in seen(rest)
    assert asked.response is not None
    assert is_card(asked.response.message)


async def test_three_links_of_a_mention_are_briefed_and_the_others_named(linked: World, site: Peer) -> None:
    links = " ".join(site.url(f"/{name}") for name in ("one", "two", "three", "four"))
    await linked.alice.send(linked.channel, f"{linked.me} {links}")
    assert [is_card(answer) for answer in answers(linked)].count(True) == 3
    assert "1 more is not briefed" in "".join(seen(answer) for answer in answers(linked))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "There is no page at this link"),
        ("/wall", "does not show this page to programs"),
        ("/robots.txt", "There is no text in this"),
    ],
)
async def test_a_link_that_gives_no_article_is_told_in_place_of_the_answer(
    linked: World, site: Peer, path: str, said: str
) -> None:
    await linked.alice.slash(linked.channel, "brief", link=site.url(path))
    (answer,) = answers(linked)
    assert not answer.flags.ephemeral
    assert said in seen(answer)
    assert "Incident" in seen(answer)


async def test_a_link_into_the_own_network_is_refused_under_an_id_that_is_in_the_log_too(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    await world.alice.slash(world.channel, "brief", link="http://127.0.0.1:1/admin")
    incident = seen(answers(world)[-1]).rpartition("Incident ")[2]
    assert f"incident={incident} kind=blocked_address" in capfd.readouterr().err
    assert world.states() == ["failed"]


async def test_always_briefs_a_link_once_a_day_and_once_more_when_asked(linked: World, site: Peer) -> None:
    await linked.listen(Listening.ALWAYS)
    await linked.bob.send(linked.channel, f"read this {site.url('/news?utm_source=a')}")
    await linked.bob.send(linked.channel, f"and this {site.url('/news?utm_source=b')}")
    assert [is_card(answer) for answer in answers(linked)] == [True]
    await linked.alice.slash(linked.channel, "brief", link=site.url("/news"))
    assert [is_card(answer) for answer in answers(linked)] == [True, True]


async def test_always_is_silent_about_links_that_fail(linked: World, site: Peer) -> None:
    await linked.listen(Listening.ALWAYS)
    await linked.bob.send(linked.channel, site.url("/gone"))
    assert answers(linked) == []
    assert linked.states() == ["failed"]


async def test_always_leaves_talk_and_what_bots_write_alone(linked: World, site: Peer) -> None:
    await linked.listen(Listening.ALWAYS)
    await linked.bob.send(linked.channel, "what a day it was yesterday")
    robot = linked.guild.add_member(linked.env.create_user("robot", bot=True))
    await robot.send(linked.channel, site.url("/news"))
    assert answers(linked) == []


async def test_always_briefs_files_and_forwards_and_no_message_again_when_it_is_edited(world: World) -> None:
    await world.listen(Listening.ALWAYS)
    await world.bob.send(world.channel, attachments=[("message.txt", ARTICLE.encode())])
    other = world.guild.create_text_channel("elsewhere")
    await world.bob.forward(await world.bob.send(other, ARTICLE), world.channel)
    written = await world.bob.send(world.channel, ARTICLE)
    await world.bob.edit(written, f"{ARTICLE} Really.")
    assert [is_card(answer) for answer in answers(world)] == [True, True, True]


async def test_a_link_is_briefed_again_the_day_after(linked: World, site: Peer) -> None:
    await linked.listen(Listening.ALWAYS)
    await linked.bob.send(linked.channel, site.url("/news"))
    linked.later(days=1.01)
    await linked.bob.send(linked.channel, site.url("/news"))
    assert [is_card(answer) for answer in answers(linked)] == [True, True]


async def test_listening_in_a_channel_is_listening_in_its_threads(world: World) -> None:
    await world.listen(Listening.ALWAYS)
    message = await world.bob.send(world.channel, "let us talk")
    cached = world.env.bot.get_channel(world.channel.id)
    assert isinstance(cached, discord.TextChannel)
    thread = await cached.create_thread(name="talk", message=message)
    await world.env.settle()
    (inside,) = [handle for handle in world.channel.threads if handle.id == thread.id]
    await world.bob.send(inside, ARTICLE)
    assert is_card(inside.last_message)
