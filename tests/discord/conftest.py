"""The real client in a simulated Discord, with a database of its own and the embedded engine in this process."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from shutil import copy
from typing import Any

import discord
import pytest
import simcord
import stamina
from discord import app_commands

from bot.adapters import logs
from bot.bootstrap import create_bot
from bot.cogs.listening import Listener
from bot.domain.article import Extract
from bot.domain.brief import Length
from bot.domain.guild import Listening
from bot.engines.offline import engine
from bot.services.cleaning import clean
from bot.settings import Settings
from tests.discord.article import ARTICLE

SETTLE = 60.0
"""Seconds that all that follows a deed may take on a busy machine; a brief takes 0.2."""

ALONE = 1e7
"""Seconds of a lease that nobody is there to take over: simulated time would run through all its heartbeats."""

SOON = 0.05
"""Seconds after which work that waits for something outside is left to go on."""


@dataclass(frozen=True)
class World:
    """A server with a channel, somebody who asks, and a stranger."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor
    settings: Settings

    @property
    def me(self) -> str:
        assert self.env.bot.user is not None
        return self.env.bot.user.mention

    def channel_without(self, **denied: bool) -> simcord.ChannelHandle:
        """A channel where the bot has all permissions but these, which are given as `False`."""
        assert self.env.bot.user is not None
        return self.guild.create_text_channel(
            "quiet", overwrites={self.env.bot.user: discord.PermissionOverwrite(**denied)}
        )

    async def listen(self, mode: Listening, channel: simcord.ChannelHandle | None = None) -> None:
        """Set what the bot does in a channel with what nobody asked it to brief."""
        listener = self.env.bot.get_cog(Listener.__name__)  # type: ignore[attr-defined]
        services = listener._services  # noqa: SLF001 - the panel for it is tested elsewhere
        await services.managing.listen(self.guild.id, (channel or self.channel).id, mode)

    async def begin(self, work: Awaitable[object], until: Callable[[], bool]) -> None:
        """Let something happen whose end waits for what the test holds back, until something can be seen."""
        self.env.settle_timeout = SOON
        with suppress(TimeoutError):
            await work
        async with asyncio.timeout(SETTLE):
            while not until():
                with suppress(TimeoutError):
                    await self.env.settle()
        self.env.settle_timeout = SETTLE

    def later(self, *, days: float) -> None:
        """Let days pass at once, without what happens on each of them."""
        self.env.backend.advance_clock(days * 24 * 3600)

    async def restart(self) -> None:
        """Stop the bot as its process would be stopped, and start another one on the same data."""
        await self.env.bot.close()
        await self.env.restart_bot(create_bot(self.settings))

    def states(self) -> list[str]:
        """How far the requests are that the database knows, in the order in which they came."""
        return [state for (state,) in self._select("SELECT state FROM requests ORDER BY received, id")]

    def rows(self, table: str) -> int:
        """How many rows a table of the database has."""
        ((number,),) = self._select(f"SELECT count(*) FROM {table}")  # noqa: S608 - the test names it
        return int(number)

    def paused(self) -> int:
        """How many digests are paused."""
        ((number,),) = self._select("SELECT count(*) FROM digests WHERE paused IS NOT NULL")
        return int(number)

    def reactions(self) -> list[int]:
        """How many reactions of readers the links have that people shared."""
        return [number for (number,) in self._select("SELECT reactions FROM shared")]

    def _select(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.settings.data_dir / "briefer.db")) as database:
            return database.execute(query).fetchall()


Start = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture(autouse=True)
def _tries_again_at_once() -> Iterator[None]:
    with stamina.set_testing(testing=True, attempts=4):
        yield


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """The embedded engine reads an article once; it is loaded, which takes seconds, before anybody waits."""
    once = lru_cache(maxsize=100)(engine.read)
    once(clean(Extract(ARTICLE)), Length.STANDARD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "read", once)
        yield


@pytest.fixture(autouse=True)
def _one_child(one_child: None) -> None:
    """No world waits for a child of its own."""


@pytest.fixture(scope="session")
def usual() -> Settings:
    return Settings(processes=0, message_content=True, lease_seconds=ALONE)


@pytest.fixture
def settings(tmp_path: Path, usual: Settings, first_start: Path) -> Settings:
    for database in first_start.glob("*.db"):
        copy(database, tmp_path)
    return usual.model_copy(update={"data_dir": tmp_path})


@pytest.fixture
def start(settings: Settings) -> Start:
    """Starts the bot in a world; settings by name take the place of the fixture's."""

    @asynccontextmanager
    async def started(approved: discord.Intents | None = None, **changed: object) -> AsyncIterator[World]:
        chosen = settings.model_copy(update=changed)
        logs.configure("debug")
        env = simcord.Env(create_bot(chosen), settle_timeout=SETTLE, approved_intents=approved)
        await env.start()
        guild = env.create_guild()
        channel = guild.create_text_channel("news")
        alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        try:
            yield World(env, guild, channel, alice, bob, chosen)
            told = app_commands.AppCommandError  # which the handler of the client makes answers of
            assert [error for error in env.errors if not isinstance(error, told)] == []
        finally:
            await env.bot.close()
            await env.shutdown()

    return started


@pytest.fixture
async def world(start: Start) -> AsyncIterator[World]:
    async with start() as made:
        yield made
