"""What a digest is set to, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import discord
from babel.dates import format_time, get_day_names

from bot.domain.digest import EVERY_DAY, Digest, RunState, Silence
from bot.domain.terms import Terms
from bot.services.digesting.managing import Standing
from bot.services.digesting.subscribing import Subscription
from bot.views.languages import language_name
from bot.views.settings import LENGTHS, listed
from bot.views.text import END_ISOLATE, ISOLATE, shortened
from bot.views.texts import Texts, fixed

NAME, WORD = 100, 30
"""UTF-16 units of a digest's name and of a word of its filters; longer ones end in `…`."""

NAMED = 5
"""Channels and words that are named; the others are counted."""

RUN_OF_DAYS = 3
"""Days of the week in a row that are said as one span."""

QUIET_DAYS = {
    Silence.NOTHING: fixed("On a quiet day: nothing"),
    Silence.LINE: fixed("On a quiet day: one line"),
}

DEAF = fixed("I don't listen in {channels}, so no links come from there: turn that on with /settings.")

UNTOLD = frozenset({RunState.SKIPPED, RunState.FAILED})
"""What became of a run that people waited for."""


class Tab(StrEnum):
    """The parts of a digest's panel that open one at a time."""

    WHEN = "when"
    STORIES = "stories"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Panel:
    """A digest as its managers see it.

    `there` are those of its channels that exist, and `deaf` those that I don't listen in. `trouble` says
    why it can't be posted where it is to be, empty where it can. `tab` is open, none where it is None; `page`
    is that of its feeds, counted from 0. `deleting`: it is asked about.
    """

    digest: Digest
    terms: Terms
    feeds: Sequence[Subscription] = ()
    standing: Standing = field(default_factory=Standing)
    there: frozenset[int] = frozenset()
    deaf: frozenset[int] = frozenset()
    trouble: str = ""
    tab: Tab | None = None
    page: int = 0
    deleting: bool = False

    def chosen(self, *channels: int) -> list[discord.Object]:
        """What a select for channels has chosen already."""
        return [discord.Object(channel) for channel in channels if channel in self.there]


def headline(digest: Digest, texts: Texts) -> str:
    """Its name."""
    return f"### {texts.shown(shortened(digest.name, NAME))}"


def when_and_where(digest: Digest, texts: Texts) -> str:
    """Channel, time, zone and days."""
    at = format_time(digest.schedule.at, "short", locale=texts.locale)
    place, moment = _apart(f"<#{digest.channel_id}>", texts), _apart(f"{at} {digest.schedule.zone}", texts)
    return f"{place} · {moment} · {_days(digest, texts)}"


def coming(digest: Digest, due: datetime | None, texts: Texts) -> str:
    """When it is posted next, in the reader's own time, or that it is paused and why."""
    if digest.paused:
        return texts.say("Paused: {reason}", reason=texts.known(digest.paused))
    return texts.say("Next: {when}", when=stamp(due)) if due else ""


def stamp(moment: datetime) -> str:
    """A moment as Discord shows it in the reader's own time, and how long it is till then."""
    seconds = int(moment.timestamp())
    return f"<t:{seconds}:f> (<t:{seconds}:R>)"


def words(panel: Panel, texts: Texts) -> Iterator[str]:
    """All that it is set to, and what is wrong with it, line by line."""
    digest = panel.digest
    yield headline(digest, texts)
    yield when_and_where(digest, texts)
    if said := coming(digest, panel.standing.due, texts):
        yield f"**{said}**"
    yield f"-# **{texts.say('Sources')}** · {' · '.join(_sources(digest, texts)) or texts.say('none yet')}"
    yield f"-# **{texts.say('Stories')}** · {' · '.join(_told(digest, texts))}"
    yield from _warnings(panel, texts)


def _apart(said: str, texts: Texts) -> str:
    """What is written from left to right keeps its order among what is not."""
    return f"{ISOLATE}{said}{END_ISOLATE}" if texts.rtl else said


def _days(digest: Digest, texts: Texts) -> str:
    days = sorted(digest.schedule.days)
    if digest.schedule.days == EVERY_DAY:
        return texts.say("every day")
    names = get_day_names("abbreviated", locale=texts.locale)
    if len(days) >= RUN_OF_DAYS and days[-1] - days[0] == len(days) - 1:
        return f"{names[days[0]]}–{names[days[-1]]}"
    return ", ".join(names[day] for day in days)


def _sources(digest: Digest, texts: Texts) -> Iterator[str]:
    if digest.feeds:
        yield texts.count("{n} feed", "{n} feeds", len(digest.feeds))
    if digest.channels:
        channels = listed([f"<#{channel}>" for channel in digest.channels], texts, NAMED)
        yield texts.say("links shared in {channels}", channels=channels)
    if digest.briefs:
        yield texts.say("briefs made on this server")


def _told(digest: Digest, texts: Texts) -> Iterator[str]:
    yield texts.say("at most {n}", n=digest.stories)
    yield texts.say(LENGTHS[digest.length])
    yield f"{texts.say('Language')}: {language_name(digest.language, texts)}"
    yield texts.say(QUIET_DAYS[digest.silence])
    if digest.filters.include:
        yield texts.say("Only with: {words}", words=_quoted(digest.filters.include, texts))
    if digest.filters.exclude:
        yield texts.say("Never with: {words}", words=_quoted(digest.filters.exclude, texts))


def _warnings(panel: Panel, texts: Texts) -> Iterator[str]:
    if panel.trouble:
        yield f"⚠️ {texts.known(panel.trouble)}"
    if panel.deaf:
        channels = listed([f"<#{each}>" for each in sorted(panel.deaf)], texts, NAMED)
        yield f"⚠️ {texts.say(DEAF, channels=channels)}"
    if failing := sum(feed.error is not None for feed in panel.feeds):
        said = texts.count(
            "{n} feed could not be read the last time: see Sources.",
            "{n} feeds could not be read the last time: see Sources.",
            failing,
        )
        yield f"⚠️ {said}"
    last = panel.standing.last
    if last and last.state in UNTOLD and last.note and not panel.digest.paused:
        yield f"⚠️ {texts.say('Last time: {reason}', reason=texts.known(last.note))}"


def _quoted(found: Sequence[str], texts: Texts) -> str:
    return listed([f"“{texts.shown(shortened(word, WORD))}”" for word in found], texts, NAMED)
