"""A brief whose article turns out to be of another day: times are resolved again, nothing is read again."""

from dataclasses import replace
from datetime import datetime

from bot.domain.article import Published, PublishedFrom
from bot.domain.brief import Brief, Event
from bot.domain.errors import UnusableSource
from bot.domain.reading import EventClaim
from bot.services.checks.events import dated, merged
from bot.services.checks.evidence import Known
from bot.services.dating import is_past, read_published


def redated(brief: Brief, published: str, now: datetime) -> Brief:
    """The brief as of the day that a person gives; UnusableSource when that can't be read."""
    value = read_published(published)
    if value is None:
        raise UnusableSource("I can't read this date: give it as 2026-03-01.", "unreadable")
    article = replace(brief.article, published=Published(value, PublishedFrom.GIVEN))
    known = Known(article)
    events = [_redated(event, known, now) for event in brief.events]
    return replace(brief, article=article, events=merged(events))


def _redated(event: Event, known: Known, now: datetime) -> Event:
    claim = EventClaim(event.what, event.when.phrase, event.where, event.who, event.status, event.sentences)
    when = dated(claim, known).when
    return replace(event, when=when, past=is_past(when, known.article.published, now))
