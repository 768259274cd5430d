"""A time phrase that lies ahead, in its parsed sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from spacy.tokens import Span, Token

from bot.domain.article import Sentence
from bot.domain.when import Precision
from bot.services.dating import Dated, Phrase, Timeline


class Grain(IntEnum):
    """How finely a time is known, from not at all to the day or the minute."""

    UNKNOWN = 0
    FAR = 1
    COARSE = 2
    FINE = 3


FINE = frozenset({Precision.MINUTE, Precision.DAY, Precision.DAYS, Precision.WEEK})
HALF_A_YEAR = 183
ROUGH = re.compile(r"\b(?:decade|century|year|quarter|summer|winter|autumn|spring|season)s?\b", re.IGNORECASE)
BARE_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DECADE = re.compile(r"\b\d{3}0s\b")
NAMED_TIME = re.compile(
    r"\b(?:early|mid|late|end|start|beginning|spring|summer|autumn|fall|winter|quarter|half|[a-z]{3,}day|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One time phrase: where it stands in the parse (`time`) and what it means (`dated`)."""

    sentence: Sentence
    span: Span
    phrase: Phrase
    time: Span
    dated: Dated
    today: str | None = None

    @property
    def same_day(self) -> bool:
        """Whether it names no other day than the article's own."""
        when = self.dated.when
        first, last = (when.start or when.end or "")[:10], (when.end or "")[:10]
        return self.today is not None and first == self.today == last

    @property
    def far_off(self) -> bool:
        """Whether a date printed without its year was put more than half a year ahead."""
        when, printed = self.dated.when, BARE_YEAR.search(self.phrase.text)
        first = (when.start or when.end or "")[:10]
        if printed or not self.today or not first:
            return False
        return (date.fromisoformat(first) - date.fromisoformat(self.today)).days > HALF_A_YEAR

    @property
    def of_a_year(self) -> bool:
        """Whether it only says of which year something is (“this year's festival”, “next year's catch”)."""
        return self.dated.when.precision is Precision.YEAR and self.time[-1].tag_ == "POS"

    def quotes(self, token: Token) -> bool:
        """Whether a word of the sentence stands inside quotation marks."""
        before = self.span.doc[self.span.start : token.i].text
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    @property
    def grain(self) -> Grain:
        """Fine for days and minutes; far for a year named by its number alone."""
        when = self.dated.when
        if when.edtf is None:  # a date without an anchor is still a date
            return Grain.UNKNOWN if self.phrase.vague or self.today else Grain.COARSE
        if DECADE.search(self.phrase.text):
            return Grain.FAR
        if BARE_YEAR.search(self.phrase.text) and not NAMED_TIME.search(self.phrase.text):
            return (
                Grain.FINE
                if when.precision in FINE and any(c in self.phrase.text for c in "/.-")
                else Grain.FAR
            )
        rough = ROUGH.search(self.phrase.text) and not re.search(r"\d", self.phrase.text)
        rough = rough and when.precision is not Precision.DAY  # “New Year's Eve”
        return Grain.FINE if when.precision in FINE and not rough else Grain.COARSE

    @property
    def led(self) -> frozenset[str]:
        """Its words and the one before it, in small letters."""
        around = self.span.doc[max(self.span.start, self.time.start - 1) : self.time.end]
        return frozenset(token.lower_ for token in around)

    def holds(self, token: Token) -> bool:
        """Whether a token belongs to the phrase."""
        return bool(self.time.start <= token.i < self.time.end)


def mentions(sentence: Sentence, span: Span, timeline: Timeline, today: str | None) -> Iterator[Mention]:
    """The time phrases of a sentence that may lie ahead of `today` (an ISO day), left to right."""
    shift = span.start_char + max(0, span.text.find(sentence.text))
    for phrase in timeline.find(sentence):
        dated = timeline.resolve(phrase.text, sentence)
        time = span.doc.char_span(shift + phrase.start, shift + phrase.end, alignment_mode="expand")
        open_to = today is not None and (dated.when.end or "")[:10] > today
        if (dated.ahead is not False or open_to) and time is not None and not _reaches_back(dated, today):
            yield Mention(sentence, span, phrase, time, dated, today)


def _reaches_back(dated: Dated, today: str | None) -> bool:
    """“since May”, “in the past five months”: it began before the article and names no day after it."""
    start, end = (dated.when.start or "")[:10], (dated.when.end or "")[:10]
    return today is not None and bool(start) and start < today and end <= today
