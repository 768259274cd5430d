"""Since last time: what today's articles say of events that were due, by rules on their traced statements.

A statement speaks of an event when it has at least half of the event's words and one of its names; what it
says came of it, `outcomes` knows.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.brief import Brief
from bot.domain.post import Outcome, Outlet, Word
from bot.domain.reading import Status
from bot.services.checks import words as printed
from bot.services.digesting.happenings import Happening, about_one, outlet_of, over_at, stems
from bot.services.digesting.outcomes import word_of


def since_last(
    today: Sequence[Brief], earlier: Iterable[Brief], last: datetime, now: datetime, zone: ZoneInfo
) -> tuple[Outcome, ...]:
    """The events that came due after `last`, each once, in time order; `earlier` has its newest first."""
    due = [(over, each) for brief in earlier for over, each in _due(brief, zone) if last < over <= now]
    in_order = (each for _, each in sorted(due, key=lambda pair: pair[0]))
    return tuple(_since(happening, today) for happening in _each_once(in_order))


def _due(brief: Brief, zone: ZoneInfo) -> Iterator[tuple[datetime, Happening]]:
    for event in brief.events:
        over = over_at(event, zone)
        if over is not None and event.status is not Status.CANCELLED:
            yield over, Happening(event, brief)


def _each_once(happenings: Iterable[Happening]) -> list[Happening]:
    kept: list[Happening] = []
    for each in happenings:
        if not any(about_one(each.stems, other.stems) for other in kept):
            kept.append(each)
    return kept


def _since(happening: Happening, today: Iterable[Brief]) -> Outcome:
    told = (words_on for brief in today for words_on in _words_on(happening, brief))
    word, said, source = next(told, (Word.NOTHING, None, None))
    return Outcome(happening.event, word, said, source)


def _words_on(happening: Happening, brief: Brief) -> Iterator[tuple[Word, str, Outlet]]:
    """What the statements of a brief say of it, one after the other."""
    names = _names(happening)
    when = happening.event.when
    year = (when.end or when.start or "")[:4]
    about = frozenset(stem for stem in happening.stems if not stem[0].isdigit())
    for statement in brief.summary:
        text = statement.original or statement.text
        said = stems(text)
        if len(about & said) < len(about) / 2 or (names and not names & said):
            continue
        if (word := word_of(text, about, year)) is not None:
            yield word, statement.text, outlet_of(brief)


def _names(happening: Happening) -> frozenset[str]:
    event = happening.event
    texts = (event.what, event.where or "", *event.who)
    return frozenset(
        word.stem for text in texts for word in printed.words(text) if word.capital and not word.opens
    )
