"""A newspaper on loopback, and digests of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, time, timedelta

from aiohttp import web

from bot.cogs.listening import Listener
from bot.cogs.services import Services
from bot.domain.digest import Digest, Schedule
from tests.discord.article import ARTICLE
from tests.discord.conftest import World

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>"
)


class Newsroom:
    """A site with a feed and its articles, all of one `text`, and a home page; it may be `down`, or not `open` yet. `asked` are paths."""

    def __init__(self) -> None:
        self.items: list[tuple[str, datetime]] = []
        self.asked: list[str] = []
        self.text = ARTICLE
        self.down = False
        self.open = asyncio.Event()
        self.open.set()
        self.port = 0

    @property
    def feed(self) -> str:
        return f"http://127.0.0.1:{self.port}/feed"

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        await self.open.wait()
        if self.down:
            return web.Response(status=500)
        if request.path == "/feed":
            return web.Response(text=self._feed(), content_type="application/rss+xml")
        if request.path == "/home":
            link = '<link rel="alternate" type="application/rss+xml" href="feed">'
            return web.Response(text=f"<html><head>{link}</head></html>", content_type="text/html")
        paragraphs = "".join(f"<p>{line}</p>" for line in self.text.splitlines() if line.strip())
        return web.Response(text=PAGE.format(title="A deal", text=paragraphs), content_type="text/html")

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{title}</title><link>http://127.0.0.1:{self.port}/{at}</link>"
            f"<pubDate>{moment:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
            for at, (title, moment) in enumerate(self.items)
        )
        return f'<rss version="2.0"><channel><title>The Wire</title>{items}</channel></rss>'


@asynccontextmanager
async def open_newsroom() -> AsyncIterator[Newsroom]:
    """The newspaper, as long as the block."""
    room = Newsroom()
    application = web.Application()
    application.router.add_get("/{tail:.*}", room.answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    room.port = runner.addresses[0][1]
    try:
        yield room
    finally:
        await runner.cleanup()


def services(world: World) -> Services:
    listener = world.env.bot.get_cog(Listener.__name__)  # type: ignore[attr-defined]
    found = listener._services  # noqa: SLF001 - what the commands call
    assert isinstance(found, Services)
    return found


async def make(world: World, newsroom: Newsroom, at: timedelta, **changed: object) -> Digest:
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
    digest = replace(digest, **changed)  # type: ignore[arg-type]
    await services(world).digests._put(digest)  # noqa: SLF001 - as of the simulated time, not of ours
    await world.env.settle()
    return digest
