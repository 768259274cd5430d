"""What managers see of their digests: all of them, and the panel of one."""

from collections.abc import Awaitable, Callable, Iterator, Sequence

import discord
from babel.dates import format_time, get_day_names
from discord import ButtonStyle, ChannelType, SelectOption, ui

from bot.domain.digest import Digest
from bot.views.digest import NAME
from bot.views.forms import OPEN, Submitted
from bot.views.ids import custom_id
from bot.views.layout import CALM, LOW, Part, Row, framed, line
from bot.views.telling import told
from bot.views.text import shortened
from bot.views.texts import Texts

STORIES = (3, 5, 8, 12)
"""How many stories a digest can be set to tell at most."""

POSTED_IN = (ChannelType.text, ChannelType.news, ChannelType.public_thread)
LONGEST_LIST = 4000
"""Characters of a text field."""

Select = ui.Select[ui.LayoutView]

Filled = Callable[[Submitted, str, str], Awaitable[None]]
"""What is done with the two fields of a form; the second is empty where there is none."""


def digests_card(digests: Sequence[Digest], *, texts: Texts) -> ui.LayoutView:
    """All digests of a server, each with a button that opens its panel."""
    if not digests:
        none = texts.say("There are no digests yet: make one with /digest create.")
        return framed([told(texts, none)], CALM)
    parts: list[Part] = []
    for digest in digests:
        opening = _button("digest_show", texts.say("Open"), digest.id)
        parts.append(ui.Section(told(texts, *_words(digest, texts)), accessory=opening))
    return framed(parts, CALM)


def digest_panel(digest: Digest, *, texts: Texts, deleting: bool = False) -> ui.LayoutView:
    """What a digest is set to, in words, and what changes it at once."""
    parts: list[Part] = [told(texts, *_words(digest, texts)), line()]
    parts.append(
        ui.ActionRow(
            ui.ChannelSelect[ui.LayoutView](
                custom_id=custom_id("digest_channel", digest.id),
                channel_types=list(POSTED_IN),
                placeholder=texts.say("Channel"),
                default_values=[discord.Object(digest.channel_id)],
            )
        )
    )
    parts += [_days(digest, texts), _stories(digest, texts), line(), *_actions(digest, texts, deleting)]
    return framed(parts, LOW if digest.paused else CALM)


def _words(digest: Digest, texts: Texts) -> Iterator[str]:
    at = format_time(digest.schedule.at, "short", locale=texts.locale)
    yield f"### {texts.shown(shortened(digest.name, NAME))}"
    yield f"<#{digest.channel_id}> · {at} {digest.schedule.zone}"
    yield f"-# {texts.say('Feeds')}: {len(digest.feeds)} · {texts.say('Stories')}: {digest.stories}"
    if digest.paused:
        yield texts.say("Paused: {reason}", reason=texts.known(digest.paused))


def _days(digest: Digest, texts: Texts) -> Row:
    names = get_day_names("wide", locale=texts.locale)
    options = [
        SelectOption(label=names[day], value=str(day), default=day in digest.schedule.days)
        for day in range(7)
    ]
    select = Select(
        custom_id=custom_id("digest_days", digest.id), options=options, min_values=1, max_values=7
    )
    return ui.ActionRow(select)


def _stories(digest: Digest, texts: Texts) -> Row:
    options = [
        SelectOption(
            label=texts.count("{n} story", "{n} stories", count),
            value=str(count),
            default=count == digest.stories,
        )
        for count in sorted({*STORIES, digest.stories})
    ]
    return ui.ActionRow(Select(custom_id=custom_id("digest_count", digest.id), options=options))


def _actions(digest: Digest, texts: Texts, deleting: bool) -> Iterator[Row]:  # noqa: FBT001 - two states of one row
    if deleting:
        yield ui.ActionRow(
            _button("digest_delete", texts.say("Delete this digest"), digest.id, ButtonStyle.danger),
            _button("digest_show", texts.say("Keep it"), digest.id),
        )
        return
    yield ui.ActionRow(
        _button("digest_feeds", texts.say("Feeds"), digest.id, ButtonStyle.primary),
        _button("digest_time", texts.say("Time"), digest.id),
        _button("digest_preview", texts.say("Preview"), digest.id),
        _button("digest_now", texts.say("Post now"), digest.id),
    )
    paused = ("digest_resume", texts.say("Resume")) if digest.paused else ("digest_pause", texts.say("Pause"))
    yield ui.ActionRow(
        _button(*paused, digest.id), _button("digest_ask", texts.say("Delete"), digest.id, ButtonStyle.danger)
    )


def _button(
    action: str, label: str, digest_id: str, style: ButtonStyle = ButtonStyle.secondary
) -> ui.Button[ui.LayoutView]:
    return ui.Button(style=style, label=label, custom_id=custom_id(action, digest_id))


class FeedsForm(ui.Modal):
    """The addresses of a digest's feeds, one a line."""

    def __init__(self, filled: Filled, feeds: Sequence[str], *, texts: Texts) -> None:
        super().__init__(title=texts.say("Feeds"), timeout=OPEN)
        self._filled = filled
        self._feeds = ui.TextInput[FeedsForm](
            custom_id="feeds",
            style=discord.TextStyle.paragraph,
            default="\n".join(feeds)[:LONGEST_LIST],
            required=False,
            max_length=LONGEST_LIST,
        )
        self.add_item(ui.Label(text=texts.say("Addresses, one a line"), component=self._feeds))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over the lines."""
        await self._filled(interaction, self._feeds.value, "")


class TimeForm(ui.Modal):
    """When a digest is due: local time and zone."""

    def __init__(self, filled: Filled, digest: Digest, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Time"), timeout=OPEN)
        self._filled = filled
        self._at = ui.TextInput[TimeForm](custom_id="at", default=f"{digest.schedule.at:%H:%M}", max_length=5)
        self._zone = ui.TextInput[TimeForm](custom_id="zone", default=digest.schedule.zone, max_length=60)
        self.add_item(ui.Label(text=texts.say("Local time"), component=self._at))
        self.add_item(ui.Label(text=texts.say("Time zone"), component=self._zone))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over time and zone."""
        await self._filled(interaction, self._at.value, self._zone.value)
