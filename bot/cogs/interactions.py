"""What interactions have in common: the language of the answer, a private answer, and a server's managers."""

import discord

from bot.domain.errors import NotAllowed
from bot.views.texts import Texts, fixed

Interaction = discord.Interaction[discord.Client]
"""A command, a press of a button or select, or a form that was sent: Discord wants an answer to each."""

MANAGERS = fixed("Only people who may manage this server can do that.")


def texts_of(interaction: Interaction) -> Texts:
    """The fixed texts in the language of whoever acted."""
    return Texts(str(interaction.locale))


async def privately(interaction: Interaction) -> int | None:
    """Acknowledge, before anything is looked up, what is answered to this person alone.

    The id of the answer, where Discord tells it.
    """
    answered = await interaction.response.defer(ephemeral=True, thinking=True)
    return answered.message_id if answered else None


def manages(interaction: Interaction) -> bool:
    """Whether a person may manage the server that they are on."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def managed_guild(interaction: Interaction) -> int:
    """The id of the server that a person manages; NotAllowed when they don't."""
    if interaction.guild_id is None or not manages(interaction):
        raise NotAllowed(MANAGERS, "role")
    return interaction.guild_id
