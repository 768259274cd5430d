"""When a digest is posted and what it tells: each choice is kept at once, and shown in place of the last."""

from dataclasses import replace

from bot.cogs.digest_panels import Change, show_panel
from bot.cogs.interactions import managed_guild
from bot.cogs.presses.press import Press
from bot.domain.brief import Length
from bot.domain.digest import Filters, Silence
from bot.services.digesting.written import schedule_of, words_of
from bot.views.digest_forms import filters_form, time_form
from bot.views.digest_words import Tab
from bot.views.settings import OWN


async def set_channel(press: Press) -> None:
    """Where it is posted."""
    channel_id = int(press.chosen[0])
    await _set(press, Tab.WHEN, lambda each: replace(each, channel_id=channel_id))


async def set_days(press: Press) -> None:
    """The days of the week on which it is due."""
    days = frozenset(map(int, press.chosen))
    await _set(press, Tab.WHEN, lambda each: replace(each, schedule=replace(each.schedule, days=days)))


async def set_stories(press: Press) -> None:
    """How many stories it tells at most."""
    stories = int(press.chosen[0])
    await _set(press, Tab.STORIES, lambda each: replace(each, stories=stories))


async def set_length(press: Press) -> None:
    """How long the briefs of its stories are."""
    length = Length(press.chosen[0])
    await _set(press, Tab.STORIES, lambda each: replace(each, length=length))


async def set_language(press: Press) -> None:
    """The language of its stories and of its fixed texts."""
    language = None if press.chosen[0] == OWN else press.chosen[0]
    await _set(press, Tab.STORIES, lambda each: replace(each, language=language))


async def set_silence(press: Press) -> None:
    """What it does when there is nothing to say."""
    silence = Silence(press.chosen[0])
    await _set(press, Tab.STORIES, lambda each: replace(each, silence=silence))


async def ask_time(press: Press) -> None:
    """Ask for local time and zone."""
    digest = await press.services.digests.get(managed_guild(press.interaction), press.wanted.owner)

    async def filled(sent: Press, at: str, zone: str) -> None:
        given = schedule_of(at, zone)
        await _set(
            sent, Tab.WHEN, lambda each: replace(each, schedule=replace(given, days=each.schedule.days))
        )

    await press.ask(time_form(digest.schedule, press.texts), filled)


async def ask_filters(press: Press) -> None:
    """Ask for words that stories must have and must not have."""
    digest = await press.services.digests.get(managed_guild(press.interaction), press.wanted.owner)

    async def filled(sent: Press, include: str, exclude: str) -> None:
        filters = Filters(words_of(include), words_of(exclude))
        await _set(sent, Tab.STORIES, lambda each: replace(each, filters=filters))

    await press.ask(filters_form(digest.filters, press.texts), filled)


async def _set(press: Press, tab: Tab, change: Change) -> None:
    changed = await press.services.digests.change(await press.digest(), change)
    await show_panel(press.services, press.interaction, changed, tab)
