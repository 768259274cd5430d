"""A story with its brief: how it ranks, and whether an earlier digest told it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log2

from bot.domain.brief import Brief
from bot.domain.post import Outlet, Story
from bot.services.digesting.happenings import stems
from bot.services.digesting.resemblance import profile, rarity, resemblance
from bot.services.digesting.stories import ALIKE, Reports, distinct

HALF = 24.0
"""Hours in which a story loses as much as half of its outlets are worth."""

NEW = 0.4
"""The share of a statement's words, from which on it says what earlier ones of its story did not."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The reports of one event, and the brief of the one at the place `briefed`."""

    reports: Reports
    brief: Brief
    briefed: int = 0

    @property
    def title(self) -> str:
        """The headline of the report that was briefed."""
        return self.brief.article.title or self.reports[self.briefed].title

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All that had the story, each name and each address once, the one that was briefed first."""
        named: dict[str, str] = {}
        for piece in (self.reports[self.briefed], *self.reports):
            if not piece.link or piece.link not in named.values():
                named.setdefault(piece.outlet, piece.link)
        return tuple(Outlet(name, link) for name, link in named.items())


def ranked(tellings: Iterable[Telling], now: datetime) -> list[Telling]:
    """The stories with what most outlets and readers care for first, and the newer before the older.

    Doubling the outlets or the reactions counts as much as being HALF a day younger: a logarithm of votes
    against age, as in Reddit's “hot” ranking. Copies of one text count as one outlet.
    """
    return sorted(tellings, key=lambda telling: weight(telling.reports, now), reverse=True)


def weight(reports: Reports, now: datetime) -> float:
    """How much a story is worth telling."""
    reactions = sum(piece.reactions for piece in reports)
    outlets = len({piece.outlet for piece in distinct(reports)})
    age = (now - max(piece.published for piece in reports)).total_seconds() / 3600
    return log2(outlets) + log2(1 + reactions) - age / HALF


def told_before(telling: Telling, earlier: Sequence[Story]) -> list[Story]:
    """What earlier digests told of this story: one of its links, or the same event."""
    links = {piece.link for piece in telling.reports}
    alike = _alike(telling, earlier)
    return [story for story, same in zip(earlier, alike, strict=True) if same or links & links_of(story)]


def says_more(brief: Brief, before: Sequence[Story]) -> bool:
    """Whether a brief has a statement that earlier ones of its story do not say, or a figure of its own."""
    texts = [text for story in before for text in _printed(story.brief)]
    known = frozenset[str]().union(*map(stems, texts))
    said = [stems(statement.original or statement.text) for statement in brief.summary]
    return any(_is_new(statement, known) for statement in said)


def _is_new(statement: frozenset[str], known: frozenset[str]) -> bool:
    new = statement - known
    return len(new) > NEW * len(statement) or any(stem[0].isdigit() for stem in new)


def _printed(brief: Brief) -> Iterator[str]:
    """What a reader of a story has read."""
    yield brief.article.title or ""
    yield from (sentence.text for sentence in brief.article.sentences)
    yield from (statement.original or statement.text for statement in brief.summary)


def _alike(telling: Telling, earlier: Sequence[Story]) -> list[bool]:
    titles = (telling.title, *(story.brief.article.title or "" for story in earlier))
    briefs = (telling.brief, *(story.brief for story in earlier))
    profiles = [profile(title, _said(brief)) for title, brief in zip(titles, briefs, strict=True)]
    rare = rarity(profiles)
    return [resemblance(profiles[0], other, rare) >= ALIKE for other in profiles[1:]]


def links_of(story: Story) -> frozenset[str]:
    """The addresses of a story's articles; what was pasted has none."""
    return frozenset(outlet.link for outlet in story.outlets if outlet.link)


def _said(brief: Brief) -> str:
    return " ".join(statement.original or statement.text for statement in brief.summary)
