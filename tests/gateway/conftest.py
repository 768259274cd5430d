from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.addresses import use_addresses
from bot.settings import Settings
from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.server import serving


@pytest.fixture(autouse=True)
def _addresses_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """A fake Discord at which discord.py is pointed."""
    async with serving(Rules()) as served:
        use_addresses(served.api, served.gateway.url)
        yield served


@pytest.fixture
def settings(fake: FakeDiscord, tmp_path: Path) -> Settings:
    """Those of a bot that talks to the fake Discord, with a database of its own."""
    return Settings(
        data_dir=tmp_path,
        processes=0,
        message_content=True,
        discord_api=fake.api,
        discord_gateway=fake.gateway.url,
    )
