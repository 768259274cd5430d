"""Who may set things for a server."""

from bot.cogs.explaining import Pressed
from bot.domain.errors import NotAllowed
from bot.views.texts import fixed

MANAGERS = fixed("Only people who may manage this server can do that.")


def manages(interaction: Pressed) -> bool:
    """Whether a person may manage the server that they are on."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def managed_guild(interaction: Pressed) -> int:
    """The id of the server that a person manages; NotAllowed when they don't."""
    if interaction.guild_id is None or not manages(interaction):
        raise NotAllowed(MANAGERS, "role")
    return interaction.guild_id


async def acknowledged(interaction: Pressed) -> int:
    """The id of the server whose manager pressed, who is told at once that something is being done."""
    guild_id = managed_guild(interaction)
    await interaction.response.defer()
    return guild_id
