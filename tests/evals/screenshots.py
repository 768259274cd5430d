"""Pictures of the bot at work, for people who have not seen it: `python -m tests.evals.screenshots docs`."""

import argparse
import asyncio
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import discord
import simcord
from PIL import Image

from bot import bootstrap
from bot.demonstration.server import Server, news, open_server, papers
from bot.demonstration.wire import open_wire
from bot.settings import Settings, load_settings
from tests.evals.browser import photograph

COLOURS = 48
MESSAGE = "#focused-content"
SIZE = (660, 1500)
"""Pixels of the window: as wide as a channel beside its lists."""

DRAWN = (
    "document.querySelector('#preview-app').ariaBusy === 'false'"
    " && !document.querySelector('#action-status').textContent.endsWith('…')"
)
"""When simcord's page has drawn its channel and has nothing more to do."""

PERSIAN = Path(__file__).parents[1] / "data" / "persian.txt"


async def take(folder: Path) -> None:
    """One picture for each thing that people meet."""
    async with open_server(_settings()) as server:
        asked = await server.you.slash(server.channel, "brief", text=news(datetime.now(UTC).date()))
        await _picture(server, asked, folder / "brief.png")
        assert asked.response is not None
        card = asked.response.message
        await _picture(server, await server.you.click(card, label="Sources"), folder / "sources.png")
        await _picture(server, await server.you.slash(server.channel, "settings"), folder / "settings.png")
        wrong = await server.you.slash(server.channel, "brief", link="ftp://example.org/news")
        await _picture(server, wrong, folder / "error.png")
        persian = await server.you.slash(
            server.channel, "brief", text=PERSIAN.read_text(encoding="utf-8"), published="2026-11-20"
        )
        await _picture(server, persian, folder / "right-to-left.png")


async def take_digest(folder: Path) -> None:
    """A digest of two invented papers, and the panel that it is set up on."""
    async with (
        open_wire(papers(datetime.now(UTC).date())) as wire,
        open_server(_settings(wire.host)) as server,
    ):
        await server.post_digest(wire.feeds)
        await _picture(server, server.channel.history()[-1], folder / "digest.png")
        panel = await server.you.slash(server.channel, "digest schedule")
        await _picture(server, panel, folder / "digest-panel.png")


def _settings(hosts: str = "") -> Settings:
    """The bot reads in this process: on a busy machine a child comes too late for the simulated clock."""
    return load_settings().model_copy(update={"processes": 0, "allow_hosts": hosts})


async def _take_all(folder: Path) -> None:
    await take(folder)
    await take_digest(folder)


async def _picture(server: Server, shown: simcord.InteractionResult | discord.Message, file: Path) -> None:
    preview = server.env.preview(
        server.channel, viewers=[server.you], layout="message", width=640, height=1400
    )
    async with preview:
        await preview.show(shown)
        picture = await photograph(preview.url, MESSAGE, DRAWN, SIZE)
    await asyncio.to_thread(_keep, picture, file)


def _keep(picture: bytes, file: Path) -> None:
    """With a small palette: text needs no more, and a checkout stays light."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(file, optimize=True)
    print(f"{file}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    bootstrap.start()
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(_take_all(folder))
