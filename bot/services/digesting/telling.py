"""A story with its brief: how it ranks, and whether an earlier digest told it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log2

from bot.domain.brief import Brief
from bot.domain.post import Outlet, Story
from bot.services.digesting.resemblance import profile, rarity, resemblance
from bot.services.digesting.stories import ALIKE, Reports, distinct

HALF = 24.0
"""Hours in which a story loses as much as half of its outlets are worth."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The reports of one event, and the brief of the one at the place `briefed`; `reactions` are readers'."""

    reports: Reports
    brief: Brief
    briefed: int = 0
    reactions: int = 0

    @property
    def title(self) -> str:
        """The headline of the report that was briefed."""
        return self.brief.article.title or self.reports[self.briefed].title

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All that had the story, each name once, the one that was briefed first."""
        first = self.reports[self.briefed]
        named = {piece.outlet: piece.link for piece in (*self.reports[::-1], first)}
        return (
            Outlet(first.outlet, first.link),
            *(Outlet(name, link) for name, link in reversed(named.items()) if name != first.outlet),
        )


def ranked(tellings: Iterable[Telling], now: datetime) -> list[Telling]:
    """The stories with what most outlets and readers care for first, and the newer before the older.

    Doubling the outlets or the reactions counts as much as being HALF a day younger: a logarithm of votes
    against age, as in Reddit's “hot” ranking. Copies of one text count as one outlet.
    """
    return sorted(tellings, key=lambda telling: weight(telling.reports, now, telling.reactions), reverse=True)


def weight(reports: Reports, now: datetime, reactions: int = 0) -> float:
    """How much a story is worth telling."""
    outlets = len({piece.outlet for piece in distinct(reports)})
    age = (now - max(piece.published for piece in reports)).total_seconds() / 3600
    return log2(outlets) + log2(1 + reactions) - age / HALF


def was_told(telling: Telling, earlier: Sequence[Story]) -> bool:
    """Whether an earlier digest told this story: one of its links, or the same event."""
    links = {piece.link for piece in telling.reports}
    if any(links & links_of(story) for story in earlier):
        return True
    titles = (telling.title, *(story.brief.article.title or "" for story in earlier))
    briefs = (telling.brief, *(story.brief for story in earlier))
    profiles = [profile(title, _said(brief)) for title, brief in zip(titles, briefs, strict=True)]
    rare = rarity(profiles)
    return any(resemblance(profiles[0], other, rare) >= ALIKE for other in profiles[1:])


def links_of(story: Story) -> frozenset[str]:
    """The addresses of a story's articles; what was pasted has none."""
    return frozenset(outlet.link for outlet in story.outlets if outlet.link)


def _said(brief: Brief) -> str:
    return " ".join(statement.original or statement.text for statement in brief.summary)
