"""Reactions on messages, by people and by the bot."""

from dataclasses import dataclass

from tests.loopback.discord.gateway import Gateway
from tests.loopback.discord.sessions import DIRECT_REACTIONS, GUILD_REACTIONS
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Message, User, World


@dataclass(frozen=True)
class Reaction:
    """Somebody's emoji on a message."""

    message: Message
    person: User
    emoji: str


def put(world: World, gateway: Gateway, reaction: Reaction) -> None:
    """Nothing happens when it is there already."""
    people = reaction.message.reactions.setdefault(reaction.emoji, [])
    if reaction.person.id not in people:
        people.append(reaction.person.id)
        _tell("MESSAGE_REACTION_ADD", world, gateway, reaction)


def take(world: World, gateway: Gateway, reaction: Reaction) -> None:
    """Nothing happens when it isn't there."""
    people = reaction.message.reactions.setdefault(reaction.emoji, [])
    if reaction.person.id in people:
        people.remove(reaction.person.id)
        _tell("MESSAGE_REACTION_REMOVE", world, gateway, reaction)


def _tell(event: str, world: World, gateway: Gateway, reaction: Reaction) -> None:
    channel = world.channels[reaction.message.channel_id]
    data: Json = {
        "user_id": str(reaction.person.id),
        "channel_id": str(channel.id),
        "message_id": str(reaction.message.id),
        "message_author_id": str(reaction.message.author_id),
        "emoji": {"id": None, "name": reaction.emoji},
        "burst": False,
        "type": 0,
    }
    if channel.guild_id is not None:
        data |= {"guild_id": str(channel.guild_id), "member": payloads.member(reaction.person)}
    intent = DIRECT_REACTIONS if channel.guild_id is None else GUILD_REACTIONS
    gateway.dispatch(event, data, channel.guild_id, intent)
