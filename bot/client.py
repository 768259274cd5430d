"""The Discord client: opens what it needs, registers its commands, and turns errors into answers."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.about import About
from bot.cogs.briefs import Briefs
from bot.cogs.buttons import Buttons
from bot.cogs.digests import Digests
from bot.cogs.explaining import explain
from bot.cogs.guilds import GuildPanel
from bot.cogs.housekeeping import Housekeeping
from bot.cogs.listening import Listener
from bot.cogs.services import Services
from bot.delivery import Log
from bot.domain.errors import BadSettings, StorageAway
from bot.registry import Registry
from bot.sharding import Shards
from bot.translator import CommandTranslator

LONGEST_WAIT = 60.0
"""Seconds that a request to Discord waits for a rate limit; what would take longer fails and is logged."""

CONNECTIONS = 64
"""To one host of Discord; opening one takes more of our own time than an answer does."""

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
    add_reactions=True,
    attach_files=True,
    create_events=True,
)
"""All that the bot can make use of; it does without any that it is not given."""

COGS = (Briefs, Listener, Buttons, GuildPanel, Digests, About, Housekeeping)

Opening = Callable[[discord.Client], AbstractAsyncContextManager[Services]]
"""Opens what the cogs call, for as long as the client is logged in."""


class Briefer(commands.Bot):
    """The bot; it opens its services when it logs in, and closes them when it is closed."""

    def __init__(
        self,
        opening: Opening,
        registry: Registry,
        log: Log,
        *,
        message_content: bool,
        shard_count: int | None = None,
    ) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=LONGEST_WAIT,
            shard_count=shard_count,
        )
        self._opening = opening
        self._registry = registry
        self._log = log
        self._resources = AsyncExitStack()
        self._services: Services | None = None
        self.tree.error(self._explain_command)

    async def login(self, token: str) -> None:
        """With a bound on connections: people who ask in the same instant share those that are there."""
        self.http.connector = aiohttp.TCPConnector(limit=0, limit_per_host=CONNECTIONS)
        await super().login(token)

    async def setup_hook(self) -> None:
        """Before the first event: services, cogs, commands, and what an earlier process left open."""
        services = await self._resources.enter_async_context(self._opening(self))
        self._services = services
        for cog in COGS:
            await self.add_cog(cog(self, services))
        await self.tree.set_translator(CommandTranslator())
        await self._registry.sync(self)
        await services.watch.start()
        services.scheduler.start()

    async def close(self) -> None:
        """Stop the work, so that nothing fails for want of Discord; leave it, then close the services."""
        if self._services is not None:
            await self._services.watch.close()
            await self._services.scheduler.close()
        await super().close()
        await self._resources.aclose()

    @property
    def lost(self) -> BadSettings | None:
        """Why the bot has ended by itself, if it has."""
        return self._services.watch.lost if self._services else None

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no commands by prefix; cogs listen to messages themselves."""

    async def _explain_command(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await explain(interaction, cause, self._log)


def offline_client() -> discord.Client:
    """A client that logs in and never comes online: it can ask and write, and hears nothing."""
    return discord.Client(
        intents=discord.Intents.none(),
        allowed_mentions=discord.AllowedMentions.none(),
        max_ratelimit_timeout=LONGEST_WAIT,
    )


class ShardedBriefer(Briefer, commands.AutoShardedBot):
    """The bot with several connections, each for its part of the guilds.

    They are opened one after the other, as soon as Discord allows it for all processes of the bot together.
    """

    def __init__(
        self, opening: Opening, registry: Registry, log: Log, shards: Shards, *, message_content: bool
    ) -> None:
        super().__init__(opening, registry, log, message_content=message_content, shard_count=shards.total)
        self.shard_ids = list(shards.ids) if shards.ids else None
        self._concurrency: int | None = None

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for the turn of this shard; as long as discord.py does where the database is away."""
        assert self._services is not None
        try:
            await self._services.identifying.turn(shard_id or 0, await self._identifies())
        except StorageAway:
            await super().before_identify_hook(shard_id, initial=initial)

    async def _identifies(self) -> int:
        """How many shards may identify in 5 s."""
        if self._concurrency is None:
            self._concurrency = (await self.fetch_session_start_limits()).max_concurrency
        return self._concurrency


def intents(*, message_content: bool) -> discord.Intents:
    """Only what the bot reacts to; message content, the one privileged intent, only for listening."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.messages = wanted.reactions = True
    wanted.message_content = message_content
    return wanted
