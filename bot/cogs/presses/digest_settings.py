"""When a digest is posted and what it tells: each choice is kept at once, and shown in place of the last."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cogs.digest_panels import Change, show_panel
from bot.cogs.interactions import managed_guild
from bot.cogs.presses.press import Handler, Press, chosen_as
from bot.domain.brief import Length
from bot.domain.digest import Digest, Filters, Silence
from bot.services.digesting.written import schedule_of, words_of
from bot.views.digest_forms import filters_form, time_form
from bot.views.digest_words import Tab


def _setting(tab: Tab, change: Callable[[Digest, Sequence[str]], Digest]) -> Handler:
    """Answers a choice: it is kept, and shown in the place of the last, with a part of the panel open."""

    async def choose(press: Press) -> None:
        await _set(press, tab, lambda digest: change(digest, press.chosen))

    return choose


def _on_days(digest: Digest, chosen: Sequence[str]) -> Digest:
    return replace(digest, schedule=replace(digest.schedule, days=frozenset(map(int, chosen))))


set_channel = _setting(Tab.WHEN, lambda digest, chosen: replace(digest, channel_id=int(chosen[0])))
set_days = _setting(Tab.WHEN, _on_days)
set_stories = _setting(Tab.STORIES, lambda digest, chosen: replace(digest, stories=int(chosen[0])))
set_length = _setting(Tab.STORIES, lambda digest, chosen: replace(digest, length=Length(chosen[0])))
set_language = _setting(Tab.STORIES, lambda digest, chosen: replace(digest, language=chosen_as(str, chosen)))
set_silence = _setting(Tab.STORIES, lambda digest, chosen: replace(digest, silence=Silence(chosen[0])))


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
