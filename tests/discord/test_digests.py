"""Digests in a channel, from feeds on loopback."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from aiohttp import web

from bot.cogs.listening import Listener
from bot.cogs.services import Services
from bot.domain.digest import Digest, Schedule
from bot.domain.errors import UnusableSource
from tests.discord.article import ARTICLE
from tests.discord.conftest import Start, World
from tests.discord.people import manager, shown
from tests.discord.seen import labels, seen

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>"
)


class Newsroom:
    """A site with feeds and their articles, and a count of what was asked for."""

    def __init__(self) -> None:
        self.items: list[tuple[str, datetime]] = []
        self.asked: list[str] = []
        self.port = 0

    @property
    def feed(self) -> str:
        return f"http://127.0.0.1:{self.port}/feed"

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        if request.path == "/feed":
            return web.Response(text=self._feed(), content_type="application/rss+xml")
        paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line.strip())
        return web.Response(text=PAGE.format(title="A deal", text=paragraphs), content_type="text/html")

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{title}</title><link>http://127.0.0.1:{self.port}/{at}</link>"
            f"<pubDate>{moment:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
            for at, (title, moment) in enumerate(self.items)
        )
        return f'<rss version="2.0"><channel><title>The Wire</title>{items}</channel></rss>'


@pytest.fixture
async def newsroom() -> AsyncIterator[Newsroom]:
    room = Newsroom()
    application = web.Application()
    application.router.add_get("/{tail:.*}", room.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None  # noqa: SLF001 - the port that was free
    room.port = runner.addresses[0][1]
    yield room
    await runner.cleanup()


@pytest.fixture
async def world(start: Start, newsroom: Newsroom) -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(start(allow_hosts=f"127.0.0.1:{newsroom.port}"))


def services(world: World) -> Services:
    listener = world.env.bot.get_cog(Listener.__name__)  # type: ignore[attr-defined]
    found = listener._services  # noqa: SLF001 - what the commands call
    assert isinstance(found, Services)
    return found


async def make(world: World, newsroom: Newsroom, at: timedelta) -> Digest:
    """A digest of the feed that is due some time from now."""
    due = world.env.now() + at
    digest = Digest(
        id="d1",
        guild_id=world.guild.id,
        channel_id=world.channel.id,
        name="Morning",
        schedule=Schedule(time(due.hour, due.minute), "UTC"),
        since=world.env.now(),
        feeds=(newsroom.feed,),
    )
    await services(world).digests._put(digest)  # noqa: SLF001 - as of the simulated time, not of ours
    await world.env.settle()
    return digest


async def test_a_feed_becomes_a_post_when_it_is_due_and_once(world: World, newsroom: Newsroom) -> None:
    newsroom.items = [("A deal", world.env.now())]
    await make(world, newsroom, timedelta(hours=2))
    await world.env.advance_time(3600)
    assert world.channel.history() == []
    await world.env.advance_time(3600 + 240)
    (posted,) = world.channel.history()
    assert "Morning" in seen(posted)
    assert labels(posted) == ["Sources", "Story details"]
    await world.restart()
    await world.env.advance_time(3600)
    assert len(world.channel.history()) == 1
    assert newsroom.asked.count("/feed") == 1


async def test_a_manager_makes_a_digest_looks_at_it_and_posts_it_now(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    mona = manager(world)
    await mona.slash(
        world.channel, "digest create", name="Morning", channel=world.channel, at="8.30", zone="Europe/Berlin"
    )
    (made,) = await services(world).digests.of_guild(world.guild.id)
    assert (made.name, made.schedule) == ("Morning", Schedule(time(8, 30), "Europe/Berlin"))
    await services(world).digests.change(made, lambda digest: replace(digest, feeds=(newsroom.feed,)))
    listed = shown(await mona.slash(world.channel, "digest list"))
    assert "Europe/Berlin" in seen(listed)
    panel = shown(await mona.click(listed, label="Open"))
    tabs = ["When and where", "Stories", "Sources"]
    assert labels(panel) == [*tabs, "Preview", "Post now", "Pause", "Delete"]
    assert "A deal" in seen(shown(await mona.click(panel, label="Preview")))
    assert world.channel.history() == []
    await mona.click(panel, label="Post now")
    assert [labels(message)[0] for message in world.channel.history()] == ["Sources"]
    assert "posted already" in seen(shown(await mona.click(panel, label="Post now")))


async def test_a_digest_is_paused_resumed_and_deleted_when_that_is_confirmed(
    world: World, newsroom: Newsroom
) -> None:
    await make(world, newsroom, timedelta(hours=2))
    mona = manager(world)
    panel = shown(await mona.click(shown(await mona.slash(world.channel, "digest list")), label="Open"))
    panel = shown(await mona.click(panel, label="Pause"))
    assert "Paused: A manager paused it." in seen(panel)
    panel = shown(await mona.click(panel, label="Resume"))
    panel = shown(await mona.click(panel, label="Delete"))
    panel = shown(await mona.click(panel, label="Keep it"))
    panel = shown(await mona.click(panel, label="Delete"))
    assert "deleted" in seen(shown(await mona.click(panel, label="Delete this digest")))
    assert await services(world).digests.of_guild(world.guild.id) == []


async def test_the_buttons_of_a_post_show_sources_and_stories_to_anybody(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    await make(world, newsroom, timedelta(hours=2))
    await world.env.advance_time(2 * 3600 + 240)
    (posted,) = world.channel.history()
    for label in ("Sources", "Story details"):
        assert "A deal" in seen(shown(await world.bob.click(posted, label=label)))


async def test_only_managers_are_offered_digests_and_no_server_has_those_of_another(
    world: World, newsroom: Newsroom
) -> None:
    digest = await make(world, newsroom, timedelta(hours=2))
    assert "digest list" in manager(world).available_commands(world.channel)
    assert "digest list" not in world.alice.available_commands(world.channel)
    with pytest.raises(UnusableSource):
        await services(world).digests.get(world.guild.id + 1, digest.id)


async def test_a_channel_that_is_closed_pauses_the_digest_and_tells_the_owner(
    world: World, newsroom: Newsroom
) -> None:
    newsroom.items = [("A deal", world.env.now())]
    digest = await make(world, newsroom, timedelta(hours=2))
    closed = world.channel_without(send_messages=False)
    digest = await services(world).digests.change(digest, lambda each: replace(each, channel_id=closed.id))
    await world.env.advance_time(2 * 3600 + 240)
    found = await services(world).digests.get(world.guild.id, digest.id)
    assert found.paused == "I may not write in the channel any more."
