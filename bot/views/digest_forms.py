"""What managers fill in for a digest."""

from collections.abc import Awaitable, Callable

import discord
from discord import ui

from bot.domain.digest import Filters, Schedule
from bot.views.forms import OPEN, Submitted
from bot.views.texts import Texts

LONGEST_LIST = 4000
"""Characters of a text field."""

LONGEST_TIME, LONGEST_ZONE = 12, 60

Pair = Callable[[Submitted, str, str], Awaitable[None]]
"""What is done with the two fields of a form."""

Lines = Callable[[Submitted, str], Awaitable[None]]
"""What is done with lines."""

Files = Callable[[Submitted, list[discord.Attachment]], Awaitable[None]]
"""What is done with files."""


class TimeForm(ui.Modal):
    """When a digest is due: local time and zone."""

    def __init__(self, filled: Pair, schedule: Schedule, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Time and zone"), timeout=OPEN)
        self._filled = filled
        self._at = ui.TextInput[TimeForm](
            custom_id="at", default=f"{schedule.at:%H:%M}", max_length=LONGEST_TIME
        )
        self._zone = ui.TextInput[TimeForm](custom_id="zone", default=schedule.zone, max_length=LONGEST_ZONE)
        self.add_item(ui.Label(text=texts.say("Local time"), component=self._at))
        self.add_item(
            ui.Label(
                text=texts.say("Time zone"),
                description=texts.say("Time zone, such as Europe/Berlin"),
                component=self._zone,
            )
        )

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over time and zone."""
        await self._filled(interaction, self._at.value, self._zone.value)


class ZoneForm(ui.Modal):
    """The time zone of a server; none where the field is left empty."""

    def __init__(self, filled: Lines, zone: str | None, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Time zone"), timeout=OPEN)
        self._filled = filled
        self._zone = ui.TextInput[ZoneForm](
            custom_id="zone", default=zone, max_length=LONGEST_ZONE, required=False
        )
        self.add_item(
            ui.Label(
                text=texts.say("Time zone of new digests"),
                description=texts.say("Time zone, such as Europe/Berlin"),
                component=self._zone,
            )
        )

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over the zone."""
        await self._filled(interaction, self._zone.value)


class FiltersForm(ui.Modal):
    """Words that stories must have one of, and words that they must not have."""

    def __init__(self, filled: Pair, filters: Filters, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Filters"), timeout=OPEN)
        self._filled = filled
        self._include = _words("include", filters.include)
        self._exclude = _words("exclude", filters.exclude)
        how = texts.say("Words or phrases, one a line")
        only, never = texts.say("Only stories with one of these"), texts.say("No stories with any of these")
        self.add_item(ui.Label(text=only, description=how, component=self._include))
        self.add_item(ui.Label(text=never, description=how, component=self._exclude))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over both."""
        await self._filled(interaction, self._include.value, self._exclude.value)


class FeedsForm(ui.Modal):
    """Addresses of feeds, one a line."""

    def __init__(self, filled: Lines, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Add feeds"), timeout=OPEN)
        self._filled = filled
        self._feeds = ui.TextInput[FeedsForm](
            custom_id="feeds", style=discord.TextStyle.paragraph, max_length=LONGEST_LIST
        )
        self.add_item(ui.Label(text=texts.say("Addresses, one a line"), component=self._feeds))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over the lines."""
        await self._filled(interaction, self._feeds.value)


class ListForm(ui.Modal):
    """A list of feeds, as a file."""

    def __init__(self, filled: Files, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Import a list"), timeout=OPEN)
        self._filled = filled
        self._file = ui.FileUpload[ListForm](custom_id="list")
        self.add_item(ui.Label(text=texts.say("A list of feeds (OPML)"), component=self._file))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over the file."""
        await self._filled(interaction, list(self._file.values))


def _words(custom_id: str, words: tuple[str, ...]) -> ui.TextInput[FiltersForm]:
    return ui.TextInput(
        custom_id=custom_id,
        style=discord.TextStyle.paragraph,
        default="\n".join(words)[:LONGEST_LIST],
        required=False,
        max_length=LONGEST_LIST,
    )
