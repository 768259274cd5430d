"""Buttons and selects under cards. Their custom ids say all that is needed: they outlive the process."""

import re
from typing import Any, Self

from discord import ui
from discord.ext import commands
from discord.ui.select import BaseSelect

from bot.cogs.explaining import Pressed, explained
from bot.cogs.presses import HANDLERS
from bot.cogs.services import Services
from bot.views.ids import SHAPE, CustomId, parsed


class Pressable(ui.DynamicItem[ui.Item[Any]], template=re.compile(SHAPE, re.ASCII)):
    """Any of our buttons and selects, under whatever message it stands."""

    def __init__(self, item: ui.Item[Any], wanted: CustomId) -> None:
        super().__init__(item)
        self._wanted = wanted

    @classmethod
    async def from_custom_id(cls, _: Pressed, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The pressed component, taken apart."""
        wanted = parsed(match.string)
        assert wanted is not None
        return cls(item, wanted)

    async def callback(self, interaction: Pressed) -> None:
        """Do what the component is for; a select hands over what was chosen."""
        assert isinstance(interaction.client, commands.Bot)
        cog = interaction.client.get_cog(Buttons.__name__)
        assert isinstance(cog, Buttons)
        await cog.press(interaction, self._wanted, _chosen(self.item))


def _chosen(item: ui.Item[Any]) -> list[str]:
    """What was chosen in a select, roles and channels by their ids."""
    values = item.values if isinstance(item, BaseSelect) else []
    return [value if isinstance(value, str) else str(value.id) for value in values]


class Buttons(commands.Cog):
    """Answers presses."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._services = services
        bot.add_dynamic_items(Pressable)

    async def press(self, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
        """Hand a press to what answers it; a component of an older version does nothing."""
        handler = HANDLERS.get(wanted.action)
        if handler is not None:
            async with explained(interaction, self._services.log):
                await handler(self._services, interaction, wanted, chosen)
