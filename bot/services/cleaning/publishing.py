"""When an article appeared: given, by its dateline, by its page, or inferred from its text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.article import Extract, Published, PublishedFrom
from bot.services.cleaning.datelines import dateline_length
from bot.services.dating import infer_published, read_published, writes_day_first

MOST_SHOWN = 40
YEAR, DAY = len("2025"), len("2025-03-04")
ZONES, RECENT = timedelta(days=1), timedelta(days=31)
"""How long after the arrival, by time zones, and before it a dateline without a year is looked for."""
NUMBERS = re.compile(r"\d+")


def published(extract: Extract, dates: Iterable[str], lead: str, text: str) -> tuple[Published, str | None]:
    """The date by the source that is believed first (rule of time 1), and a note where it was inferred.

    `dates` are lines of the page that hold a date; `lead` is the first paragraph, which may open with a
    dateline.
    """
    known = read_published(extract.published) if extract.published else None
    if extract.published and not known and extract.published_from is PublishedFrom.GIVEN:
        found, note = published(replace(extract, published=None), dates, lead, text)
        unread = f"The given date “{extract.published[:MOST_SHOWN]}” can't be read."
        return found, f"{unread} {note}" if note else unread
    if known and extract.published_from is PublishedFrom.GIVEN:
        return Published(known, PublishedFrom.GIVEN), _doubt(extract.published or "", known)
    page = known if extract.published_from is not PublishedFrom.RECEIVED else None
    dateline = lead[: dateline_length(lead)]
    candidates = [candidate for candidate in (dateline, *dates) if candidate]
    order = bool(candidates) and writes_day_first(text)
    printed = _printed(candidates, page, day_first=order) or (
        _just_before(known, dateline) if known else None
    )
    if printed:
        return Published(printed, PublishedFrom.DATELINE), None
    if page:
        return Published(page, PublishedFrom.PAGE), None
    inferred = infer_published(text)
    if inferred:
        return Published(inferred[0], PublishedFrom.TEXT), inferred[1]
    return (Published(known, PublishedFrom.RECEIVED) if known else Published()), None


def _doubt(given: str, known: str) -> str | None:
    """A note where the numbers of a given date can be read in two ways, and only its year is used."""
    if len(known) > YEAR or len(NUMBERS.findall(given)) == 1:
        return None
    return f"Of the given date “{given[:MOST_SHOWN]}” only the year is used: write it as {known}-MM-DD."


def _just_before(received: str, dateline: str) -> str | None:
    """The day of a dateline without a year, where one lies in the weeks before the article arrived."""
    day = _printed([dateline], received)
    if not day or len(received) < DAY:
        return None
    age = date.fromisoformat(received[:DAY]) - date.fromisoformat(day[:DAY])
    return day if -ZONES <= age <= RECENT else None


def _printed(candidates: Iterable[str], page: str | None, *, day_first: bool = False) -> str | None:
    """The first day among these; a dateline without a year is read near the page's own date."""
    found = (read_published(text, page, day_first=day_first) for text in candidates if text)
    return next((value for value in found if value and len(value) >= DAY), None)
