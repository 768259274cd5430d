"""A digest's post: what views show of one run, each part traced to briefs of articles."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from bot.domain.brief import Brief, Event


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who had a story, and the address of its own article."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Story:
    """One event of the news: the brief of its best article, and every outlet that had it, that one first.

    `update`: an earlier digest told it too.
    """

    brief: Brief
    outlets: tuple[Outlet, ...]
    update: bool = False

    @property
    def named(self) -> tuple[Outlet, ...]:
        """Its outlets; a text that was pasted here has no name but its headline, which is told already."""
        return tuple(each for each in self.outlets if each.link or each.name != self.brief.article.title)


@dataclass(frozen=True, slots=True)
class Coming:
    """An event that lies ahead, and where it was announced: a story of this post or an earlier brief."""

    event: Event
    source: Outlet


class Word(StrEnum):
    """What today's articles say of an event that was due."""

    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An event that an earlier digest or brief announced and that was due since the last one.

    `said` is the sentence of a story that the word is taken from, `source` whose article it is; both are None
    where nobody says anything.
    """

    event: Event
    word: Word
    said: str | None = None
    source: Outlet | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A source, a `feed` or a story of one, that could not be read in time, and why, in one sentence."""

    name: str
    reason: str
    feed: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """All that one run tells; `day` is its local date.

    `overview` are two or three traced sentences; `coming` is in time order. `more` is how many stories were
    left out because the digest tells no more of them.
    """

    day: date
    overview: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    coming: tuple[Coming, ...] = ()
    since: tuple[Outcome, ...] = ()
    missing: tuple[Missing, ...] = ()
    more: int = 0

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.stories or self.coming or any(o.word is not Word.NOTHING for o in self.since))

    def unheard(self, feeds: int) -> bool:
        """Whether there is nothing to say because none of so many feeds could be read."""
        return self.quiet and 0 < feeds <= sum(each.feed for each in self.missing)

    @property
    def unread(self) -> bool:
        """Whether there is nothing to say because no story could be read."""
        return self.quiet and not all(each.feed for each in self.missing)

    def cited(self) -> Self:
        """With nothing left of the articles but the sentences that their briefs cite."""
        return replace(self, stories=tuple(_cited(story) for story in self.stories))


def _cited(story: Story) -> Story:
    brief = story.brief
    return replace(story, brief=replace(brief, article=brief.article.only(brief.cited)))
