"""The parts of a digest's panel that set when it is posted and what it tells."""

from collections.abc import Iterator

from babel.dates import get_day_names
from discord import ChannelType, SelectOption, ui

from bot.domain.digest import Digest, Silence
from bot.views.digest_words import QUIET_DAYS, Panel
from bot.views.ids import custom_id
from bot.views.languages import language_name, language_options
from bot.views.layout import Part, Row, Select, button, select_row, told
from bot.views.settings import LENGTHS, TRANSLATED
from bot.views.texts import Texts

STORIES = (3, 5, 8, 12)
"""How many stories a digest can be set to tell at most."""

POSTED_IN = (ChannelType.text, ChannelType.news, ChannelType.public_thread)


def when_rows(panel: Panel, texts: Texts) -> Iterator[Part]:
    """Channel, days of the week, and a button for time and zone."""
    digest = panel.digest
    yield Row(
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
    yield Row(
        Select(
            custom_id=custom_id("digest_days", digest.id),
            placeholder=texts.say("Days"),
            options=days,
            min_values=1,
            max_values=7,
        )
    )
    yield Row(button("digest_time", texts.say("Time and zone"), digest.id))


def stories_rows(panel: Panel, texts: Texts) -> Iterator[Part]:
    """How many, how long, in which language, on quiet days, and a button for the filters."""
    digest = panel.digest
    yield select_row("digest_count", texts.say("Stories"), digest.id, _counts(digest, texts))
    yield select_row("digest_length", texts.say("Length"), digest.id, _lengths(digest, texts))
    own = f"{texts.say('Language')}: {language_name(None, texts)}"
    languages = language_options(digest.language, own, texts)
    yield select_row("digest_language", texts.say("Language"), digest.id, languages)
    if panel.terms.endpoint is None and digest.language is not None:
        yield told(texts, f"-# {texts.say(TRANSLATED)}")
    yield select_row("digest_silence", texts.say("Quiet days"), digest.id, _silences(digest, texts))
    yield Row(button("digest_filters", texts.say("Filters"), digest.id))


def _counts(digest: Digest, texts: Texts) -> Iterator[SelectOption]:
    for count in sorted({*STORIES, digest.stories}):
        label = texts.count("{n} story", "{n} stories", count)
        yield SelectOption(label=label, value=str(count), default=count == digest.stories)


def _lengths(digest: Digest, texts: Texts) -> Iterator[SelectOption]:
    for length, name in LENGTHS.items():
        yield SelectOption(label=texts.say(name), value=length, default=length is digest.length)


def _silences(digest: Digest, texts: Texts) -> Iterator[SelectOption]:
    for silence in Silence:
        yield SelectOption(
            label=texts.say(QUIET_DAYS[silence]), value=silence, default=silence is digest.silence
        )
