"""The dates of one article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.domain.article import Article, PublishedFrom, Sentence
from bot.domain.when import When
from bot.services.dating.calendars import converted, reckoning
from bot.services.dating.context import Context
from bot.services.dating.named import names_of
from bot.services.dating.published import writes_day_first
from bot.services.dating.sentence import Found, Phrase, read_sentence, spanning
from bot.services.dating.stretch import Stretch
from bot.services.dating.stretch import day as stretch_day
from bot.services.dating.tokens import Tokens
from bot.services.dating.weekday_times import weekday_key

_FORMERLY = re.compile(r"\b(?:previously|originally|initially)\b[^.;,]*$", re.IGNORECASE)
"""What stands before a date that holds no more: nothing is counted from it."""
_YEAR, _MONTH, _DAY = 4, 7, 10
"""Lengths of an EDTF year, month and day."""
_WEEK = 7
_REFERENCE = 1
_FULL_STOPS = (".", "!", "?", "”", '"')
"""What no line of a programme ends with: below a line with a date they are all of that date."""
"""Paragraphs over which “the next day” still means the day after the date named last."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved phrase.

    `ahead` is True when it lies after the article's date or was printed in a clause that looks ahead, False
    when it lies before or the clause looks back, None when nothing tells. `note` is for the person: what was
    assumed.
    """

    when: When
    ahead: bool | None = None
    note: str | None = None


class Timeline:
    """Finds the time phrases of an article and resolves them against its anchor and their neighbours."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def prepare(self) -> None:
        """Read the whole article now, not when the first phrase is asked for."""
        self._all.get(0)

    def find(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """The time phrases of a sentence, left to right, each as wide as it is one time."""
        return tuple(found.phrase for found in self._found(sentence))

    def resolve(self, phrase: str, sentence: Sentence) -> Dated:
        """What a phrase printed in this sentence means; a When without value where it has none."""
        start = sentence.text.casefold().find(phrase.casefold())
        if start < 0:
            found = read_sentence(phrase, self._anchor, self._article.language)
        else:
            end, times = start + len(phrase), self._found(sentence)
            found = [one for one in times if one.phrase.start < end and start < one.phrase.end]
        return self._dated(phrase, found) if found else Dated(When(phrase))

    def _dated(self, phrase: str, found: list[Found]) -> Dated:
        best = spanning(found) or max(found, key=_fineness)
        if not best.stretch:
            return Dated(When(phrase), best.ahead)
        note = converted(best.phrase.text, best.stretch) if best.stretch.calendar else None
        when = best.stretch.when(phrase, self._article.published.origin)
        return Dated(when, self._lies_ahead(best.stretch, ahead=best.ahead), note)

    def _lies_ahead(self, stretch: Stretch, *, ahead: bool | None) -> bool | None:
        today = self._anchor.today
        if today and stretch.first and stretch.first > today:
            return True
        if today and stretch.last and stretch.last < today:
            return False
        ends_ahead = today and stretch.last and stretch.last > today and not stretch.first
        return True if ends_ahead else ahead

    def _found(self, sentence: Sentence) -> tuple[Found, ...]:
        if self._article.has(sentence.id) and self._article.sentence(sentence.id) == sentence:
            return self._all.get(sentence.id, ())
        return tuple(read_sentence(sentence.text, self._anchor, self._article.language))

    @cached_property
    def _anchor(self) -> Context:
        return anchor_context(self._article)

    @cached_property
    def _all(self) -> Mapping[int, tuple[Found, ...]]:
        """Every sentence's times, read once in order, because a time may be counted from an earlier one."""
        everything: dict[int, tuple[Found, ...]] = {}
        named: dict[str, Stretch] = {}
        context, paragraph = replace(self._anchor, named=named), 0
        here, listing = -1, False
        for sentence in self._article.sentences:
            if sentence.paragraph != here:
                context, here = self._next_paragraph(context, sentence), sentence.paragraph
            line = not sentence.text.endswith(_FULL_STOPS)
            if listing and line:
                paragraph = sentence.paragraph
            if context.near and sentence.paragraph - paragraph > _REFERENCE:
                context = replace(context, near=None, near_ahead=None, week=None)
            found = read_sentence(sentence.text, context, self._article.language)
            if not found:
                continue
            everything[sentence.id] = tuple(found)
            for one in found:
                time = one.stretch
                if not time or _FORMERLY.search(sentence.text[: one.phrase.start]):
                    continue
                if time.close or (time.first and not time.last and self._lies_ahead(time, ahead=None)):
                    near = time if time.close or not time.first else stretch_day(time.first)
                    context, paragraph, listing = context.behind(near), sentence.paragraph, line
                elif time.first and time.last:
                    context = replace(context, near_here=time)
            self._name(named, sentence, found)
        return everything

    def _next_paragraph(self, context: Context, sentence: Sentence) -> Context:
        """What a new paragraph forgets: only a heading's “next week” is still meant below it."""
        if not context.near_here and not context.week:
            return context
        before = sentence.id - 1
        headed = self._article.has(before) and self._article.sentence(before).heading
        return replace(context, near_here=None, week=context.week if headed else None)

    def _name(self, named: dict[str, Stretch], sentence: Sentence, found: list[Found]) -> None:
        """Let the words of a sentence stand for the day ahead that it names."""
        days = [one.stretch for one in found if one.stretch and one.stretch.single]
        ahead = next((one for one in days if self._lies_ahead(one, ahead=None)), None)
        if ahead:
            for name in names_of(iter(Tokens(sentence.text).words)):
                named.setdefault(name, ahead.bare())
        for day in (one.first for one in days if one.first and self._lies_ahead(one, ahead=None)):
            if self._anchor.today and (day - self._anchor.today).days <= _WEEK:
                named[weekday_key(day.weekday())] = stretch_day(day)


def _fineness(found: Found) -> tuple[bool, bool, bool]:
    """A time of day says most, then one day, then anything with a value."""
    time = found.stretch
    return bool(time and time.opens), bool(time and time.single), time is not None


def anchor_context(article: Article) -> Context:
    """The article's date as something to count from, and what its text says about its calendars."""
    value, fixed = article.published.value or "", article.published.origin is not PublishedFrom.TEXT
    year = int(value[:_YEAR]) if value else None
    known = fixed and len(value) >= _DAY
    return Context(
        today=date.fromisoformat(value[:_DAY]) if known else None,
        now=datetime.fromisoformat(value) if known and "T" in value else None,
        year=year,
        month=int(value[5:_MONTH]) if len(value) >= _MONTH else None,
        day_first=article.language != "en" or writes_day_first(article.text),
        reckoning=reckoning(article.text, year),
    )
