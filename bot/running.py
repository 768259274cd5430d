"""`briefer run`: the bot in Discord, from the token to the last answer."""

import asyncio
import signal
from dataclasses import dataclass

import discord

from bot import bootstrap
from bot.addresses import use_addresses
from bot.client import PERMISSIONS
from bot.domain.errors import BadSettings, PeerFailed
from bot.edge import say
from bot.settings import Settings

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


async def run(settings: Settings) -> None:
    """The bot, until it is told to stop; BadSettings or PeerFailed when Discord does not let it in."""
    if settings.discord_token is None:
        raise BadSettings(UNSET)
    use_addresses(settings.discord_api, settings.discord_gateway)
    token = settings.discord_token.get_secret_value()
    application = await known(token)
    say(f"{application.name} is ready to be invited: {application.invite}")
    if settings.message_content is None:
        settings = settings.model_copy(update={"message_content": application.content})
    if not settings.message_content:
        say(NO_CONTENT)
    await _serve(bootstrap.create_bot(settings), token)


async def known(token: str) -> Application:
    """The application behind a token, asked without coming online."""
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(token)
            found = await client.application_info()
        except discord.LoginFailure as error:
            raise BadSettings(UNKNOWN) from error
        except (OSError, discord.HTTPException) as error:
            raise _unreachable() from error
    content = found.flags.gateway_message_content or found.flags.gateway_message_content_limited
    return Application(found.id, found.name, content)


async def _serve(bot: discord.Client, token: str) -> None:
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(stop, lambda: asyncio.ensure_future(bot.close()))
    try:
        async with bot:
            await bot.start(token)
    except discord.PrivilegedIntentsRequired as error:
        raise BadSettings(NO_INTENT) from error
    except (OSError, discord.GatewayNotFound) as error:
        raise _unreachable() from error


def _unreachable() -> PeerFailed:
    return PeerFailed("Discord can't be reached: look at the network, and try again.", "unreachable")
