"""Ways to ask for a brief: what a person does, where the acknowledgement goes, and where the answer."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import discord
import simcord

from bot.cogs.listening import OFFER
from bot.domain.guild import Listening
from tests.discord.article import ARTICLE
from tests.discord.conftest import World

Route = tuple[str, str]
"""Method and path of a request to Discord, as `env.inject_error` takes them."""

CALLBACK = ("POST", "/interactions/*/*/callback")
ANSWER = ("PATCH", "/webhooks/*/*/messages/*")
MESSAGE = ("POST", "/channels/*/messages")
EDIT = ("PATCH", "/channels/*/messages/*")

OURS = "Something went wrong on our side"


@dataclass(frozen=True)
class Way:
    """One way to ask; `acknowledging` and `answering` are what the bot asks of Discord meanwhile."""

    ask: Callable[[World, simcord.ChannelHandle], Awaitable[None]]
    acknowledging: Route
    answering: Route
    interaction: bool = False

    async def __call__(self, world: World, channel: simcord.ChannelHandle | None = None) -> None:
        await self.ask(world, channel or world.channel)


async def _command(world: World, channel: simcord.ChannelHandle) -> None:
    await world.alice.slash(channel, "brief", text=ARTICLE)


async def _form(world: World, channel: simcord.ChannelHandle) -> None:
    form = await world.alice.slash(channel, "brief")
    await world.alice.submit_modal(form, {"text": ARTICLE})


async def _menu(world: World, channel: simcord.ChannelHandle) -> None:
    message = await world.bob.send(channel, ARTICLE)
    await world.alice.context_menu(channel, "Brief this", message)


async def _mention(world: World, channel: simcord.ChannelHandle) -> None:
    await world.alice.send(channel, f"{world.me} {ARTICLE}")


async def _reply(world: World, channel: simcord.ChannelHandle) -> None:
    article = await world.bob.send(channel, ARTICLE)
    await world.alice.send(channel, f"{world.me} please", reply_to=article)


async def _paste(world: World, channel: simcord.ChannelHandle) -> None:
    await world.alice.send(channel, world.me, attachments=[("message.txt", ARTICLE.encode())])


async def _offer(world: World, channel: simcord.ChannelHandle) -> None:
    await world.listen(Listening.OFFER, channel)
    message = await world.bob.send(channel, ARTICLE)
    await world.alice.react(message, OFFER)


async def _always(world: World, channel: simcord.ChannelHandle) -> None:
    await world.listen(Listening.ALWAYS, channel)
    await world.bob.send(channel, ARTICLE)


WAYS = {
    "command": Way(_command, CALLBACK, ANSWER, interaction=True),
    "form": Way(_form, CALLBACK, ANSWER, interaction=True),
    "menu": Way(_menu, CALLBACK, ANSWER, interaction=True),
    "mention": Way(_mention, MESSAGE, EDIT),
    "reply": Way(_reply, MESSAGE, EDIT),
    "paste": Way(_paste, MESSAGE, EDIT),
    "offer": Way(_offer, MESSAGE, EDIT),
    "always": Way(_always, MESSAGE, MESSAGE),
}


def answers(world: World, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
    """What whoever asked sees of the bot in a channel."""
    assert world.env.bot.user is not None
    me = world.env.bot.user.id
    return [
        message
        for message in (channel or world.channel).history(viewer=world.alice)
        if message.author.id == me
    ]


def at_first_message(world: World, deed: Callable[[int, int], object]) -> None:
    """Do something with the next message of the bot as soon as it appears."""
    subscribers = world.env.backend.subscribers

    def happened(event: str, payload: Mapping[str, object]) -> None:
        author = payload.get("author")
        if (
            event == "MESSAGE_CREATE"
            and isinstance(author, dict)
            and author["id"] == str(world.env.backend.bot_user.id)
        ):
            subscribers.remove(happened)
            asyncio.get_running_loop().call_soon(
                deed, int(str(payload["channel_id"])), int(str(payload["id"]))
            )

    subscribers.append(happened)
