"""The real client in a simulated Discord, with a database of its own and the embedded engine in this process."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest
import simcord

from bot.adapters import logs
from bot.bootstrap import create_bot
from bot.settings import Settings

SETTLE = 30.0
"""Seconds that a brief may take on a busy machine; nothing waits that long for its own sake."""


@dataclass(frozen=True)
class World:
    """A server with a channel, somebody who asks, and a stranger."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor

    @property
    def me(self) -> str:
        assert self.env.bot.user is not None
        return self.env.bot.user.mention


Start = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, processes=0, message_content=True)


@pytest.fixture
def start(settings: Settings) -> Start:
    """Starts the bot in a world; settings by name take the place of the fixture's."""

    @asynccontextmanager
    async def started(approved: discord.Intents | None = None, **changed: object) -> AsyncIterator[World]:
        bot = create_bot(settings.model_copy(update=changed))
        logs.configure("debug")
        env = simcord.Env(bot, settle_timeout=SETTLE, approved_intents=approved)
        await env.start()
        guild = env.create_guild()
        channel = guild.create_text_channel("news")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        try:
            yield World(env, guild, channel, alice, bob)
            env.raise_errors()
        finally:
            await env.bot.close()
            await env.shutdown()

    return started


@pytest.fixture
async def world(start: Start) -> AsyncIterator[World]:
    async with start() as made:
        yield made
