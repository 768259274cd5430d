"""Briefs of any size, made of texts in all scripts and of texts that try to be something else."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice

from hypothesis import strategies as st

from bot.domain.article import Published, PublishedFrom
from bot.domain.brief import Actor, Brief, ClaimKind, EngineInfo, Event, Statement, Withheld
from bot.domain.kept import KeptBrief
from bot.domain.reading import Kind, Status
from bot.domain.request import Asker, Options
from bot.domain.when import When
from tests.views.briefs import DAYS, DEADLINE, GONE, SEASON, TIME, UNDATED, article

SIZES = st.sampled_from([0, 1, 2, 5, 13, 30, 60])
WHENS = st.sampled_from([DAYS, DEADLINE, GONE, SEASON, TIME, UNDATED])


def texts_of(naughty: tuple[str, ...]) -> st.SearchStrategy[str]:
    bad = st.sampled_from(naughty)
    return st.one_of(
        bad, st.text(max_size=80), st.lists(bad | st.text(max_size=20), max_size=4).map(" ".join)
    )


@st.composite
def kept_briefs(draw: st.DrawFn, naughty: tuple[str, ...]) -> KeptBrief:
    pool = draw(st.lists(texts_of(naughty), min_size=1, max_size=6))
    maybe = st.sampled_from([None, *pool])
    read = article(*(text or "x" for text in pool))
    title, site, url = draw(maybe), draw(maybe), draw(st.sampled_from([read.url, None, *pool]))
    published = draw(
        st.sampled_from([Published(), Published("2026-11-24", PublishedFrom.RECEIVED), read.published])
    )
    brief = Brief(
        article=replace(read, title=title, site=site, url=url, published=published),
        language="en",
        summary=tuple(Statement(text, _ids(at, pool), draw(maybe)) for at, text in _some(pool, draw(SIZES))),
        actors=_actors(draw, pool),
        events=_events(draw, pool),
        notes=tuple(text for _, text in _some(pool, draw(st.integers(0, 8)))),
        withheld=tuple(
            Withheld(draw(st.sampled_from(ClaimKind)), text, text)
            for _, text in _some(pool, draw(st.integers(0, 9)))
        ),
        engine=EngineInfo(draw(st.sampled_from(["llm", "offline"])), model=draw(maybe), fallback=draw(maybe)),
        parts=draw(st.integers(1, 9)),
        parts_read=1,
    )
    return KeptBrief("Zk3f-Q9_a", brief, Asker(1), Options(), 2, datetime(2026, 11, 26, tzinfo=UTC))


def _actors(draw: st.DrawFn, pool: list[str]) -> tuple[Actor, ...]:
    kinds = cycle(Kind)
    role = draw(st.sampled_from([None, *pool]))
    named = _some(pool, draw(SIZES))
    return tuple(
        Actor(text, next(kinds), role if at % 2 else None, (), 1, _ids(at, pool)) for at, text in named
    )


def _events(draw: st.DrawFn, pool: list[str]) -> tuple[Event, ...]:
    where, phrase, zone = (draw(st.sampled_from([None, *pool])) for _ in range(3))
    whens, statuses = cycle(draw(st.lists(WHENS, min_size=1, max_size=4))), cycle(Status)
    return tuple(
        Event(text, where, (), next(statuses), _when(next(whens), phrase, zone), at % 5 == 4, _ids(at, pool))
        for at, text in _some(pool, draw(SIZES))
    )


def _when(when: When, phrase: str | None, zone: str | None) -> When:
    return replace(when, phrase=when.phrase if phrase is None else phrase, timezone=zone)


def _some(pool: list[str], size: int) -> list[tuple[int, str]]:
    return list(enumerate(islice(cycle(pool), size)))


def _ids(at: int, pool: list[str]) -> tuple[int, ...]:
    """A few sentences; some ids that no sentence has."""
    return tuple((at + step) % (len(pool) + 1) + 1 for step in range((1, 2, 1, 5)[at % 4]))
