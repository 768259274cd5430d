"""`briefer run` and `briefer worker`: the bot in Discord, from the token to the last answer."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

import discord
from discord.ext import commands

from bot.adapters.health import Ready, serving_health
from bot.adapters.metrics import Metrics
from bot.addresses import use_addresses
from bot.bootstrap.client import create_bot, open_worker
from bot.bootstrap.office import Duty
from bot.client import PERMISSIONS, offline_client
from bot.domain.errors import BadSettings, PeerFailed
from bot.edge import INTERRUPTED, say
from bot.settings import Settings
from bot.sharding import Shards
from bot.starts import Starts
from bot.watchdog import Watchdog, guarded

UNSET = (
    "DISCORD_TOKEN is not set: make an application at https://discord.com/developers/applications, "
    "copy the token from its page “Bot”, and set it."
)
UNKNOWN = "Discord does not know this DISCORD_TOKEN: copy it again from the page “Bot” of your application."
NO_CONTENT = (
    "Listening is not available: “Message Content Intent” is off on the page “Bot” of the application. "
    "Everything else works."
)
NO_INTENT = (
    "Discord refuses the message content intent: switch it on for the application, or set "
    "BRIEFER_MESSAGE_CONTENT=false to go without listening."
)


SHARDS_REQUIRED = 4011
"""Discord closes a connection that would be told of too many servers (docs: Gateway Close Event Codes)."""

NO_SHARDS = "Discord wants this bot to have several connections by now: start it with --shards auto."

STARTS = "starts.json"
"""When the bot was started, in the data directory."""

LONGEST_FAREWELL = 20.0
"""Seconds in which a bot that is told to stop does so; what is open by then goes on at the next start."""


@dataclass(frozen=True, slots=True)
class Application:
    """What Discord says of the application behind a token; `content`: it may read what people write."""

    id: int
    name: str
    content: bool

    @property
    def invite(self) -> str:
        """Where somebody adds the bot to a server."""
        return discord.utils.oauth_url(
            self.id, permissions=PERMISSIONS, scopes=("bot", "applications.commands")
        )


async def run(settings: Settings, shards: Shards | None = None, duty: Duty = Duty.ALL) -> None:
    """The bot, until it is told to stop; BadSettings or PeerFailed when Discord does not let it in."""
    token = _token(settings)
    use_addresses(settings.discord_api, settings.discord_gateway)
    application = await application_of(token)
    say(f"{application.name} is ready to be invited: {application.invite}")
    if settings.message_content is None:
        settings = settings.model_copy(update={"message_content": application.content})
    if not settings.message_content:
        say(NO_CONTENT)
    async with AsyncExitStack() as stack:
        metrics, dog = Metrics() if settings.health else None, Watchdog()
        bot = create_bot(settings, metrics, shards, duty)
        if settings.health and metrics:
            watch_gateway(metrics, bot)
            at = await stack.enter_async_context(serving_health(settings.health, metrics, ready(bot, dog)))
            say(f"Health and metrics are at http://{at}.")
        starts = Starts(settings.data_dir / _starts(shards))
        await starts.begin()
        bot.add_listener(starts.let_in, "on_ready")
        bot.add_listener(spare_collector, "on_ready")
        await stack.enter_async_context(guarded(bot, dog))
        await serve(bot, token)
    if bot.lost:
        raise bot.lost


async def work(settings: Settings) -> None:
    """Answers what bots without work took, until it is told to stop; it hears nothing of Discord."""
    token = _token(settings)
    use_addresses(settings.discord_api, settings.discord_gateway)
    async with AsyncExitStack() as stack:
        metrics = Metrics() if settings.health else None
        client = await stack.enter_async_context(offline_client())
        await _log_in(client, token)
        ended = asyncio.Event()
        watch = await stack.enter_async_context(open_worker(settings, client, metrics, ended.set))
        await watch.start()
        stack.push_async_callback(watch.close)
        if settings.health and metrics:
            at = await stack.enter_async_context(serving_health(settings.health, metrics, watch.trouble))
            say(f"Health and metrics are at http://{at}.")
        say(f"Working as {watch.slot}.")
        await spare_collector()
        _at_signals(ended.set)
        await ended.wait()
    if watch.lost:
        raise watch.lost


async def spare_collector() -> None:
    """Keep Python's garbage collector from what was loaded at the start: looking through it takes 0.1 s."""
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()


async def application_of(token: str) -> Application:
    """The application behind a token; Discord is asked, the bot does not come online."""
    async with offline_client() as client:
        await _log_in(client, token)
        found = client.application
    assert found is not None
    content = found.flags.gateway_message_content or found.flags.gateway_message_content_limited
    return Application(found.id, found.name, content)


def _starts(shards: Shards | None) -> str:
    """Processes with shards of their own start beside each other, and wait only after their own failures."""
    return f"starts-{shards.ids[0]}-{shards.ids[-1]}.json" if shards and shards.ids else STARTS


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        raise BadSettings(UNSET)
    return settings.discord_token.get_secret_value()


async def _log_in(client: discord.Client, token: str) -> None:
    try:
        await client.login(token)
    except discord.LoginFailure as error:
        raise BadSettings(UNKNOWN) from error
    except (OSError, discord.HTTPException) as error:
        raise _unreachable() from error


def _at_signals(end: Callable[[], object]) -> None:
    """End when told to; at once when told again, and when the farewell takes too long."""
    loop = asyncio.get_running_loop()
    leaving = False

    def farewell() -> None:
        nonlocal leaving
        if leaving:
            os._exit(INTERRUPTED)
        leaving = True
        loop.call_later(LONGEST_FAREWELL, os._exit, INTERRUPTED)
        end()

    for stop in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(stop, farewell)


async def serve(bot: discord.Client, token: str) -> None:
    """The bot until a signal; the task that opens things closes them, however far it has come by then."""
    serving = asyncio.ensure_future(_start(bot, token))
    _at_signals(serving.cancel)
    try:
        await serving
    except asyncio.CancelledError:
        caller = asyncio.current_task()
        if caller and caller.cancelling():
            raise


async def _start(bot: discord.Client, token: str) -> None:
    try:
        async with bot:
            await bot.start(token)
    except discord.PrivilegedIntentsRequired as error:
        raise BadSettings(NO_INTENT) from error
    except discord.ConnectionClosed as error:
        if error.code != SHARDS_REQUIRED:
            raise
        raise BadSettings(NO_SHARDS) from error
    except (OSError, discord.GatewayNotFound, discord.DiscordServerError) as error:
        raise _unreachable() from error


def watch_gateway(metrics: Metrics, bot: commands.Bot) -> None:
    """The time that the gateway takes to answer, in seconds (NaN while there is none), and its guilds."""
    metrics.watch("briefer_gateway_latency_seconds", "Seconds of a heartbeat", lambda: bot.latency)
    metrics.watch("briefer_guilds", "Guilds of this process", lambda: len(bot.guilds))


def ready(bot: commands.Bot, dog: Watchdog) -> Ready:
    """Whether the bot is in Discord now."""

    async def reason() -> str | None:
        return None if bot.is_ready() and dog.connected else "not connected to Discord"

    return reason


def _unreachable() -> PeerFailed:
    return PeerFailed("Discord can't be reached: look at the network, and try again.", "unreachable")
