"""Buttons and selects under cards. Their custom ids say all that is needed: they outlive the process."""

import re
from collections.abc import Mapping
from typing import Any, Self

from discord import ui
from discord.ext import commands
from discord.ui.select import BaseSelect

from bot.cogs.explaining import explained
from bot.cogs.interactions import Interaction
from bot.cogs.presses import (
    calendar,
    card,
    changes,
    digest_panel,
    digest_post,
    digest_settings,
    digest_sources,
    forgetting,
    question,
    settings,
    wrong,
)
from bot.cogs.presses.press import Handler, Press
from bot.cogs.services import Services
from bot.views.ids import SHAPE, CustomId, parsed

HANDLERS: Mapping[str, Handler] = {
    "ask": question.ask,
    "calendar": calendar.show_calendar,
    "cancel": card.cancel,
    "date": changes.set_date,
    "delete": card.delete,
    "digest_add": digest_sources.ask_feeds,
    "digest_ask": digest_panel.ask_to_delete,
    "digest_briefs": digest_sources.set_briefs,
    "digest_calendar": digest_post.show_events,
    "digest_channel": digest_settings.set_channel,
    "digest_count": digest_settings.set_stories,
    "digest_days": digest_settings.set_days,
    "digest_delete": digest_panel.delete,
    "digest_export": digest_sources.export_feeds,
    "digest_feeds": digest_sources.show_feeds,
    "digest_filters": digest_settings.ask_filters,
    "digest_import": digest_sources.ask_list,
    "digest_language": digest_settings.set_language,
    "digest_length": digest_settings.set_length,
    "digest_links": digest_sources.set_links,
    "digest_now": digest_panel.run_now,
    "digest_page": digest_post.show_page,
    "digest_pause": digest_panel.pause,
    "digest_preview": digest_panel.preview,
    "digest_remove": digest_sources.remove_feeds,
    "digest_resume": digest_panel.resume,
    "digest_show": digest_panel.show,
    "digest_silence": digest_settings.set_silence,
    "digest_sources": digest_post.show_sources,
    "digest_story": digest_post.show_stories,
    "digest_time": digest_settings.ask_time,
    "forget_nothing": forgetting.forget_nothing,
    "forget_person": forgetting.forget_person,
    "forget_server": forgetting.forget_server,
    "language": changes.change_language,
    "length": changes.change_length,
    "mark": wrong.mark,
    "page": card.show_page,
    "schedule": calendar.plan_events,
    "set_channel": settings.choose_channel,
    "set_daily": settings.set_daily,
    "set_digests": settings.list_digests,
    "set_engine": settings.set_reader,
    "set_language": settings.set_language,
    "set_length": settings.set_length,
    "set_listening": settings.set_listening,
    "set_nothing": settings.reset,
    "set_reset": settings.ask_to_reset,
    "set_roles": settings.set_roles,
    "set_shown": settings.show,
    "set_zone": settings.ask_zone,
    "sources": card.show_sources,
    "wrong": wrong.ask_what_is_wrong,
}
"""What answers a press, by the action in the custom id; messages keep these ids for years, so they stay."""


class Pressable(ui.DynamicItem[ui.Item[Any]], template=re.compile(SHAPE, re.ASCII)):
    """Any of our buttons and selects, under whatever message it stands."""

    def __init__(self, item: ui.Item[Any], wanted: CustomId) -> None:
        super().__init__(item)
        self._wanted = wanted

    @classmethod
    async def from_custom_id(cls, _: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        """The pressed component, taken apart."""
        wanted = parsed(match.string)
        assert wanted is not None
        return cls(item, wanted)

    async def callback(self, interaction: Interaction) -> None:
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

    async def press(self, interaction: Interaction, wanted: CustomId, chosen: list[str]) -> None:
        """Hand a press to what answers it; a component of an older version does nothing."""
        handler = HANDLERS.get(wanted.action)
        if handler is not None:
            async with explained(interaction, self._services.log):
                await handler(Press(self._services, interaction, wanted, chosen))
