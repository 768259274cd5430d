"""All checks of one reading."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.article import Article
from bot.domain.brief import Actor, Event, Statement, Withheld
from bot.domain.reading import Reading


@dataclass(frozen=True, slots=True)
class Checked:
    """What passed, what was withheld and why, and what the person should know about it."""

    summary: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    notes: tuple[str, ...] = ()


def check(reading: Reading, article: Article, now: datetime) -> Checked:
    """Hold every claim against the sentences it cites; `now` decides which events are past."""
    raise NotImplementedError
