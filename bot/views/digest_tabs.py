"""The parts of a digest's panel that set when it is posted and what it tells."""

from collections.abc import Iterator, Sequence

from babel.dates import get_day_names
from discord import ButtonStyle, ChannelType, SelectOption, ui

from bot.domain.digest import Digest, Silence
from bot.views.digest_words import QUIET_DAYS, Panel
from bot.views.ids import custom_id
from bot.views.layout import Part, Row
from bot.views.settings import LENGTHS, TRANSLATED, language_name, language_options
from bot.views.telling import told
from bot.views.texts import Texts

STORIES = (3, 5, 8, 12)
"""How many stories a digest can be set to tell at most."""

POSTED_IN = (ChannelType.text, ChannelType.news, ChannelType.public_thread)

Select = ui.Select[ui.LayoutView]


def when_rows(panel: Panel, texts: Texts) -> Iterator[Part]:
    """Channel, days of the week, and a button for time and zone."""
    digest = panel.digest
    yield ui.ActionRow(
        ui.ChannelSelect[ui.LayoutView](
            custom_id=custom_id("digest_channel", digest.id),
            channel_types=list(POSTED_IN),
            placeholder=texts.say("Channel"),
            default_values=panel.chosen(digest.channel_id),
        )
    )
    names = get_day_names("wide", locale=texts.locale)
    days = [
        SelectOption(label=names[day], value=str(day), default=day in digest.schedule.days)
        for day in range(7)
    ]
    yield ui.ActionRow(
        Select(
            custom_id=custom_id("digest_days", digest.id),
            placeholder=texts.say("Days"),
            options=days,
            min_values=1,
            max_values=7,
        )
    )
    yield ui.ActionRow(_button("digest_time", texts.say("Time and zone"), digest.id))


def stories_rows(panel: Panel, texts: Texts) -> Iterator[Part]:
    """How many, how long, in which language, on quiet days, and a button for the filters."""
    digest = panel.digest
    counts = [
        SelectOption(
            label=texts.count("{n} story", "{n} stories", count),
            value=str(count),
            default=count == digest.stories,
        )
        for count in sorted({*STORIES, digest.stories})
    ]
    lengths = [
        SelectOption(label=texts.say(name), value=length, default=length is digest.length)
        for length, name in LENGTHS.items()
    ]
    yield _row("digest_count", texts.say("Stories"), digest, counts)
    yield _row("digest_length", texts.say("Length"), digest, lengths)
    own = f"{texts.say('Language')}: {language_name(None, texts)}"
    languages = list(language_options(digest.language, own, texts))
    yield _row("digest_language", texts.say("Language"), digest, languages)
    if panel.terms.endpoint is None and digest.language is not None:
        yield told(texts, f"-# {texts.say(TRANSLATED)}")
    yield _row("digest_silence", texts.say("Quiet days"), digest, list(_silences(digest, texts)))
    yield ui.ActionRow(_button("digest_filters", texts.say("Filters"), digest.id))


def _silences(digest: Digest, texts: Texts) -> Iterator[SelectOption]:
    for silence in Silence:
        yield SelectOption(
            label=texts.say(QUIET_DAYS[silence]), value=silence, default=silence is digest.silence
        )


def _row(action: str, placeholder: str, digest: Digest, options: Sequence[SelectOption]) -> Row:
    select = Select(custom_id=custom_id(action, digest.id), placeholder=placeholder, options=list(options))
    return ui.ActionRow(select)


def _button(action: str, label: str, digest_id: str) -> ui.Button[ui.LayoutView]:
    return ui.Button(style=ButtonStyle.secondary, label=label, custom_id=custom_id(action, digest_id))
