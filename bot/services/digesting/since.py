"""Since last time: what today's articles say of events that were due, by rules on their traced statements.

A statement speaks of an event when it has at least half of the event's words and one of its names. What it
says came of it stands in one clause that neither denies nor looks ahead: a verb of cancelling or moving in
the past, or a verb of the event itself, or of happening. Anything else is no word: omit rather than guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.brief import Brief
from bot.domain.post import Outcome, Outlet, Word
from bot.domain.reading import Status
from bot.services.checks import words as printed
from bot.services.checks.listing import listed
from bot.services.checks.stems import is_past, stem
from bot.services.digesting.happenings import Happening, about_one, outlet_of, over_at, stems

CANCELLED = frozenset(map(stem, listed("cancel abandon scrap axe withdraw")))
MOVED = frozenset(map(stem, listed("postpone reschedule delay defer adjourn advance")))
"""Phrasal verbs are among them: “called off” has the stem of “cancel” (`bot.services.checks.words`)."""
HAPPENED = frozenset(map(stem, listed("hold begin start open end close conclude finish happen occur")))
OPEN = listed("""
will shall would may might could can should to if unless whether tomorrow threatened not no never nobody none
without denied
""")
"""Words of a clause that leaves open, or denies, what it says."""
IRREGULAR = listed("put set held brought took")


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
    about = frozenset(stem for stem in happening.stems if not stem[0].isdigit())
    for statement in brief.summary:
        text = statement.original or statement.text
        said = stems(text)
        if len(about & said) < len(about) / 2 or (names and not names & said):
            continue
        if (word := _word(text, about)) is not None:
            yield word, statement.text, outlet_of(brief)


def _names(happening: Happening) -> frozenset[str]:
    event = happening.event
    texts = (event.what, event.where or "", *event.who)
    return frozenset(
        word.stem for text in texts for word in printed.words(text) if word.capital and not word.opens
    )


def _word(text: str, about: frozenset[str]) -> Word | None:
    """What a statement about an event says became of it; None when it does not say."""
    found = printed.words(text)
    loose = {word.clause for word in found if word.folded in OPEN}
    done = {word.stem for word in found if word.clause not in loose and _is_past_form(word)}
    verbs = ((Word.CANCELLED, CANCELLED), (Word.MOVED, MOVED), (Word.HELD, HAPPENED | about))
    return next((word for word, stems in verbs if done & stems), None)


def _is_past_form(word: printed.Word) -> bool:
    return word.folded.endswith("ed") or word.folded in IRREGULAR or is_past(word.folded)
