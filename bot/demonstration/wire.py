"""Two invented newspapers on this machine, with feeds and articles of today, for the demo of a digest."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

from aiohttp import web

PAPERS = {"post": "The Riverton Post", "herald": "Gull Island Herald"}


@dataclass(frozen=True, slots=True)
class Wire:
    """Where the papers are: `host` as settings name it, and their feeds."""

    host: str

    @property
    def feeds(self) -> list[str]:
        """The address of each paper's feed."""
        return [f"http://{self.host}/{paper}/feed" for paper in PAPERS]


@asynccontextmanager
async def open_wire(articles: dict[str, list[str]]) -> AsyncIterator[Wire]:
    """The papers with their articles, each a text with its title on the first line, as long as the block."""
    papers = _Papers(articles)
    application = web.Application()
    application.router.add_get("/{paper}/feed", papers.feed)
    application.router.add_get("/{paper}/{number:\\d+}", papers.page)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield Wire(f"127.0.0.1:{runner.addresses[0][1]}")
    finally:
        await runner.cleanup()


class _Papers:
    def __init__(self, articles: dict[str, list[str]]) -> None:
        self._articles = articles

    async def feed(self, request: web.Request) -> web.Response:
        paper, stamp = request.match_info["paper"], datetime.now(UTC) - timedelta(hours=1)
        items = "".join(
            f"<item><title>{escape(text.splitlines()[0])}</title>"
            f"<link>http://{request.host}/{paper}/{number}</link>"
            f"<description>{escape(text.splitlines()[2])}</description>"
            f"<pubDate>{stamp:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
            for number, text in enumerate(self._articles[paper])
        )
        channel = f"<channel><title>{PAPERS[paper]}</title><language>en</language>{items}</channel>"
        return web.Response(text=f'<rss version="2.0">{channel}</rss>', content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        text = self._articles[request.match_info["paper"]][int(request.match_info["number"])]
        title, *lines = map(escape, text.splitlines())
        body = f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines if line)
        head = f'<html lang="en"><head><title>{title}</title></head>'
        return web.Response(
            text=f"<!doctype html>{head}<body><article>{body}</article></body></html>",
            content_type="text/html",
        )
