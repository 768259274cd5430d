"""People with roles, and what they press by what it does."""

import discord
import simcord

from tests.discord.conftest import World
from tests.discord.seen import parts


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
