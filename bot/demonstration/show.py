"""The demo as a person meets it: in the browser, or as text where there is no terminal."""

import asyncio
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.demonstration.server import NEEDED, Server, open_server, papers
from bot.demonstration.wire import open_wire
from bot.domain.errors import BadSettings
from bot.edge import put, say
from bot.settings import Settings

if TYPE_CHECKING:
    from simcord import Preview


async def show(settings: Settings, *, interactive: bool, digest: bool = False) -> None:
    """A channel with two briefs, or with a digest, to go on with; what the bot replied where nobody can.

    BadSettings where the extra is not installed.
    """
    what = "two papers for a digest" if digest else "two articles to brief"
    say(f"Starting: a simulated server, the bot in it, and {what}…")
    async with (
        open_wire(papers(datetime.now(UTC).date())) as wire,
        open_server(settings.model_copy(update={"allow_hosts": wire.host})) as server,
    ):
        await (server.post_digest(wire.feeds) if digest else server.brief_both())
        await server.listen()
        if not interactive:
            put("\n\n".join(server.replies()).encode() + b"\n")
            return
        async with _preview(server) as preview:
            await _stay(preview)


@asynccontextmanager
async def _preview(server: Server) -> AsyncIterator["Preview"]:
    from simcord import SetupError  # noqa: PLC0415 - an extra that the bot does without

    viewers = [server.you, server.friend]
    try:
        async with server.env.preview(server.channel, viewers=viewers, layout="channel") as preview:
            yield preview
    except SetupError as error:
        raise BadSettings(NEEDED) from error


async def _stay(preview: "Preview") -> None:
    say(f"Look at {preview.url}")
    say(
        "Paste an article or a link there, try /brief, /digest, /settings, the buttons; Ctrl-C ends the demo."
    )
    await asyncio.to_thread(webbrowser.open, preview.url)
    await preview.wait_closed()
