"""The post of a digest: from stories with their briefs, and what is remembered, to what is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.brief import Brief
from bot.domain.digest import Digest
from bot.domain.post import Coming, Missing, Outcome, Outlet, Post, Story
from bot.services.digesting.coming import coming_up
from bot.services.digesting.filtering import passes
from bot.services.digesting.since import since_last
from bot.services.digesting.telling import Telling, ranked, says_more, told_before

Told = TypeVar("Told", Coming, Outcome)

OVERVIEW = 3
"""Sentences of an overview; of a single story it would say nothing more."""


@dataclass(frozen=True, slots=True)
class Today:
    """What a run has gathered: stories with their briefs, and the sources that it could not have.

    `left` counts stories that were not briefed, for want of room.
    """

    tellings: Sequence[Telling] = ()
    missing: Sequence[Missing] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is remembered.

    `posts` are this digest's, and `briefs` the server's, of earlier days, the newest first; `since` is up to
    when the last digest told what became of events, None where there was none.
    """

    posts: Sequence[Post] = ()
    briefs: Sequence[Brief] = ()
    since: datetime | None = None


def compose(digest: Digest, today: Today, earlier: Earlier, now: datetime) -> Post:
    """The post of this day; `quiet` when there is nothing to say."""
    zone = ZoneInfo(digest.schedule.zone)
    told = [story for post in earlier.posts for story in post.stories]
    wanted = (each for each in ranked(today.tellings, now) if _is_told(digest, each))
    news = [story for each in wanted if (story := _story(each, told)) is not None]
    stories = tuple(news[: digest.stories])
    briefs = [each.brief for each in today.tellings]
    before = [*(story.brief for story in told), *earlier.briefs]
    outlets = [*(each.outlets for each in told), *(each.outlets for each in today.tellings)]
    names = {outlet.link: outlet for had in outlets for outlet in had if outlet.link}
    since = since_last(briefs, before, earlier.since, now, zone) if earlier.since else ()
    return Post(
        day=now.astimezone(zone).date(),
        overview=_overview(stories),
        stories=stories,
        coming=tuple(_by_name(each, names) for each in coming_up(briefs, before, now, zone)),
        since=tuple(_by_name(each, names) for each in since),
        missing=tuple(today.missing),
        more=today.left + len(news) - len(stories),
    )


def _is_told(digest: Digest, telling: Telling) -> bool:
    statements = [statement.text for statement in telling.brief.summary]
    said = [text for piece in telling.reports for text in (piece.title, piece.text)]
    return bool(statements) and passes(digest.filters, telling.title, *said, *statements)


def _story(telling: Telling, told: Sequence[Story]) -> Story | None:
    """The story, an update where an earlier digest told it; None where today says nothing that is new."""
    before = told_before(telling, told)
    if before and not says_more(telling.brief, before):
        return None
    return Story(telling.brief, telling.outlets, bool(before))


def _by_name(told: Told, names: Mapping[str, Outlet]) -> Told:
    """Whose article it is, by the name that stories have for it: a page often has none but its address."""
    source = told.source and names.get(told.source.link, told.source)
    return replace(told, source=source)


def _overview(stories: Sequence[Story]) -> tuple[str, ...]:
    """The leading statements of the first stories; what a writer makes of them can take their place."""
    if len(stories) == 1:
        return ()
    return tuple(story.brief.summary[0].text for story in stories[:OVERVIEW])
