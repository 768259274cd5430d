"""The panel on which a server's managers set what the bot does there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import discord
from discord import ButtonStyle, ChannelType, SelectOption, ui

from bot.domain.brief import Length
from bot.domain.guild import GuildSettings, Listening
from bot.domain.terms import Terms
from bot.views.ids import custom_id
from bot.views.languages import OPTIONS, OWN, language_name, language_options
from bot.views.layout import CALM, Button, Part, Row, button, framed, line, select_row, told
from bot.views.readers import reader_named, reader_options
from bot.views.texts import Texts, fixed

DAILY = (1, 2, 3, 5, 10, 20, 50, 100)
"""How many briefs a person can be given a day."""

NAMED = 15
"""Channels and roles that are named in a sentence; the others are counted."""

HEARD = (
    *(ChannelType.text, ChannelType.news, ChannelType.forum, ChannelType.voice, ChannelType.stage_voice),
    *(ChannelType.public_thread, ChannelType.private_thread, ChannelType.news_thread),
)
"""Channels that people write in."""

LENGTHS = {
    Length.SHORT: fixed("Short summaries"),
    Length.STANDARD: fixed("Standard summaries"),
    Length.LONG: fixed("Long summaries"),
}

MODES = {
    Listening.OFF: (fixed("Off"), fixed("I brief only what I am asked for.")),
    Listening.OFFER: (
        fixed("Offer"),
        fixed("I add a reaction to links and articles; a click asks for the brief."),
    ),
    Listening.ALWAYS: (fixed("Always"), fixed("I brief links and articles by myself.")),
}

DEAF = fixed(
    "Listening is not available: the operator of this bot has not switched on its message content intent, "
    "so Discord does not show me what people write. The command, “Brief this”, mentions and direct messages "
    "work all the same."
)
TRANSLATED = fixed(
    "Translating needs a language model, and none is set up: briefs keep the article's own language."
)

DECIDED = fixed("The operator of this bot has decided who reads here.")


@dataclass(frozen=True, slots=True)
class Panel:
    """The settings, the channel whose listening can be set, and whether a reset is asked about."""

    settings: GuildSettings
    terms: Terms
    channel_id: int
    resetting: bool = False

    def id(self, action: str) -> str:
        """The custom id of a part, which carries the channel, so that it is still there after a change."""
        return custom_id(action, str(self.settings.guild_id), self.channel_id)

    @property
    def listening(self) -> Listening:
        """What is done in the channel."""
        return self.settings.listening.get(self.channel_id, Listening.OFF)


def settings_card(panel: Panel, *, texts: Texts) -> ui.LayoutView:
    """What is set, in words, and the selects that change it at once."""
    parts: list[Part] = [told(texts, *_words(panel, texts)), line()]
    parts += _hearing(panel, texts)
    parts += [line(), *_reading(panel, texts), line(), *_asking(panel, texts), line(), _ending(panel, texts)]
    return framed(parts, CALM)


def _words(panel: Panel, texts: Texts) -> Iterator[str]:
    settings, terms = panel.settings, panel.terms
    yield f"### {texts.say('Settings of this server')}"
    yield f"**{texts.say('Listening')}** · {_listening_in_words(panel, texts)}"
    yield f"**{texts.say('Length')}** · {texts.say(LENGTHS[settings.length or terms.length])}"
    yield f"**{texts.say('Language')}** · {language_name(settings.language or terms.language, texts)}"
    yield f"**{texts.say('Read by')}** · {texts.shown(reader_named(terms, settings.read_by, texts))}"
    roles = listed([f"<@&{role}>" for role in sorted(settings.roles)], texts)
    yield f"**{texts.say('Who may ask')}** · {roles or texts.say('Everybody')}"
    yield f"**{texts.say('Briefs a day for each person')}** · {settings.daily or texts.say('No limit')}"
    yield f"**{texts.say('Time zone of new digests')}** · {settings.zone or texts.say('not set')}"


def _listening_in_words(panel: Panel, texts: Texts) -> str:
    if not panel.terms.listens:
        return texts.say("not available")
    by_mode = {
        mode: listed(
            [f"<#{channel}>" for channel, how in panel.settings.listening.items() if how is mode], texts
        )
        for mode in (Listening.OFFER, Listening.ALWAYS)
    }
    said = [f"{texts.say(MODES[mode][0])}: {channels}" for mode, channels in by_mode.items() if channels]
    return "; ".join(said) or texts.say("off everywhere")


def listed(names: Sequence[str], texts: Texts, most: int = NAMED) -> str:
    """So many of the names at most, and how many more there are."""
    shown = list(names[:most])
    if more := len(names) - len(shown):
        shown.append(texts.count("{n} more", "{n} more", more))
    return ", ".join(shown)


def _hearing(panel: Panel, texts: Texts) -> Iterator[Part]:
    yield told(texts, texts.say("**Listening** in the channel that is chosen here, and in its threads"))
    if not panel.terms.listens:
        yield told(texts, f"-# {texts.say(DEAF)}")
        return
    yield Row(
        ui.ChannelSelect[ui.LayoutView](
            custom_id=panel.id("set_channel"),
            channel_types=list(HEARD),
            placeholder=texts.say("Channel"),
            default_values=[discord.Object(panel.channel_id)],
        )
    )
    modes = [
        SelectOption(
            label=texts.say(label), description=texts.say(what), value=mode, default=mode is panel.listening
        )
        for mode, (label, what) in MODES.items()
    ]
    yield _row(panel, "set_listening", texts.say("Listening"), modes)


def _reading(panel: Panel, texts: Texts) -> Iterator[Part]:
    yield told(texts, texts.say("**Briefs**, unless somebody asks for something else"))
    yield _row(panel, "set_length", texts.say("Length"), _lengths(panel, texts))
    yield _row(panel, "set_language", texts.say("Language"), _languages(panel, texts))
    if panel.terms.endpoint is None:
        yield told(texts, f"-# {texts.say(TRANSLATED)}")
        return
    if not panel.terms.choosable:
        yield told(texts, f"-# {texts.say(DECIDED)}")
        return
    readers = reader_options(panel.terms, panel.settings.read_by, texts)
    yield _row(panel, "set_engine", texts.say("Read by"), readers)


def _asking(panel: Panel, texts: Texts) -> Iterator[Part]:
    yield told(
        texts, texts.say("**Who may ask**: people with one of these roles; everybody where none is chosen")
    )
    yield Row(
        ui.RoleSelect[ui.LayoutView](
            custom_id=panel.id("set_roles"),
            placeholder=texts.say("Everybody"),
            min_values=0,
            max_values=OPTIONS,
            default_values=[discord.Object(role) for role in sorted(panel.settings.roles)[:OPTIONS]],
        )
    )
    yield _row(panel, "set_daily", texts.say("Briefs a day for each person"), _dailies(panel, texts))


def _ending(panel: Panel, texts: Texts) -> Row:
    if not panel.resetting:
        return Row(
            _button(panel, "set_digests", texts.say("Digests")),
            _button(panel, "set_zone", texts.say("Time zone")),
            _button(panel, "set_reset", texts.say("Reset")),
        )
    sure = texts.say("Reset all settings of this server")
    return Row(
        _button(panel, "set_nothing", sure, ButtonStyle.danger),
        _button(panel, "set_shown", texts.say("Keep them")),
    )


def _lengths(panel: Panel, texts: Texts) -> Iterator[SelectOption]:
    chosen = panel.settings.length
    usual = texts.say("Default: {choice}", choice=texts.say(LENGTHS[panel.terms.length]))
    yield SelectOption(label=usual, value=OWN, default=chosen is None)
    for length, name in LENGTHS.items():
        yield SelectOption(label=texts.say(name), value=length, default=length is chosen)


def _languages(panel: Panel, texts: Texts) -> Iterator[SelectOption]:
    usual = texts.say("Default: {choice}", choice=language_name(panel.terms.language, texts))
    return language_options(panel.settings.language, usual, texts)


def _dailies(panel: Panel, texts: Texts) -> Iterator[SelectOption]:
    chosen = panel.settings.daily
    yield SelectOption(label=texts.say("No limit"), value=OWN, default=chosen is None)
    for daily in sorted({*DAILY, *([chosen] if chosen else [])}):
        label = texts.count("{n} brief a day for each person", "{n} briefs a day for each person", daily)
        yield SelectOption(label=label, value=str(daily), default=daily == chosen)


def _row(panel: Panel, action: str, placeholder: str, options: Iterable[SelectOption]) -> Row:
    return select_row(action, placeholder, str(panel.settings.guild_id), options, panel.channel_id)


def _button(panel: Panel, action: str, label: str, style: ButtonStyle = ButtonStyle.secondary) -> Button:
    return button(action, label, str(panel.settings.guild_id), panel.channel_id, style)
