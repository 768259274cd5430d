"""People with roles, and what they press by what it does."""

import discord
import simcord
from simcord.interactions import base_payload

from tests.discord.article import ARTICLE
from tests.discord.conftest import World
from tests.discord.seen import parts

PRIVATE_CHANNEL = 2
"""Discord's number for a conversation between people, where a bot is never a member."""


def manager(world: World) -> simcord.MemberActor:
    """Somebody who may manage the server, and sees all of it."""
    return member(world, "mona", manage_guild=True)


def member(world: World, name: str, **permissions: bool) -> simcord.MemberActor:
    """Somebody with a role of their own, which has their name."""
    role = world.guild.create_role(name, permissions=discord.Permissions(**permissions))
    return world.guild.add_member(world.env.create_user(name), roles=[role])


def part(message: discord.Message, action: str) -> str:
    """The custom id of the button or select that does this."""
    named = (
        part.custom_id for part in parts(message) if isinstance(part, discord.Button | discord.SelectMenu)
    )
    return next(made for made in named if made and made.split(":")[1] == action)


def shown(result: simcord.InteractionResult) -> discord.Message:
    """The message that a person got for what they did."""
    assert result.response is not None
    return result.response.message


async def ask_among_people(world: World, person: simcord.UserHandle) -> None:
    """Somebody who has installed the bot for themselves asks in a conversation with somebody else."""
    command = world.env.backend.commands[None]["brief", 1]
    options = [{"name": "text", "type": 3, "value": ARTICLE}]
    data = {"id": command["id"], "name": "brief", "type": 1, "options": options}
    channel_id = person.dm_channel.id
    _, payload = base_payload(
        world.env.backend, type=2, channel_id=channel_id, guild_id=None, user_id=person.id, data=data
    )
    payload |= {"context": PRIVATE_CHANNEL, "authorizing_integration_owners": {"1": str(person.id)}}
    world.env.backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()
