"""What managers fill in for a digest."""

import discord

from bot.domain.digest import Filters, Schedule
from bot.views.forms import LONGEST_TEXT, FileField, Form, Labelled, TextField, lines
from bot.views.texts import Texts

LONGEST_TIME, LONGEST_ZONE = 12, 60


def time_form(schedule: Schedule, texts: Texts) -> Form[[str, str]]:
    """When a digest is due: local time and zone."""
    at = TextField(custom_id="at", default=f"{schedule.at:%H:%M}", max_length=LONGEST_TIME)
    zone = TextField(custom_id="zone", default=schedule.zone, max_length=LONGEST_ZONE)
    return Form(
        texts.say("Time and zone"),
        Labelled(text=texts.say("Local time"), component=at),
        Labelled(
            text=texts.say("Time zone"),
            description=texts.say("Time zone, such as Europe/Berlin"),
            component=zone,
        ),
    )


def zone_form(zone: str | None, texts: Texts) -> Form[[str]]:
    """The time zone of a server; none where the field is left empty."""
    written = TextField(custom_id="zone", default=zone, max_length=LONGEST_ZONE, required=False)
    label = Labelled(
        text=texts.say("Time zone of new digests"),
        description=texts.say("Time zone, such as Europe/Berlin"),
        component=written,
    )
    return Form(texts.say("Time zone"), label)


def filters_form(filters: Filters, texts: Texts) -> Form[[str, str]]:
    """Words that stories must have one of, and words that they must not have."""
    how = texts.say("Words or phrases, one a line")
    fields = {
        texts.say("Only stories with one of these"): _words("include", filters.include),
        texts.say("No stories with any of these"): _words("exclude", filters.exclude),
    }
    labels = (Labelled(text=said, description=how, component=field) for said, field in fields.items())
    return Form(texts.say("Filters"), *labels)


def feeds_form(texts: Texts) -> Form[[str]]:
    """Addresses of feeds, one a line."""
    label = Labelled(text=texts.say("Addresses, one a line"), component=lines("feeds"))
    return Form(texts.say("Add feeds"), label)


def list_form(texts: Texts) -> Form[[list[discord.Attachment]]]:
    """A list of feeds, as a file."""
    label = Labelled(text=texts.say("A list of feeds (OPML)"), component=FileField(custom_id="list"))
    return Form(texts.say("Import a list"), label)


def _words(custom_id: str, words: tuple[str, ...]) -> TextField:
    return lines(custom_id, "\n".join(words)[:LONGEST_TEXT], required=False)
