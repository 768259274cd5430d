"""The times of one sentence."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from bot.domain.when import Precision
from bot.services.dating.context import Context, Hit
from bot.services.dating.counting import UnitNamed
from bot.services.dating.cues import CAPITALISED, CORE, VAGUE, holds_time, may_begin
from bot.services.dating.expressions import Between, Bound, Recurring, Timed
from bot.services.dating.grammar import read_expression
from bot.services.dating.languages import lexicon
from bot.services.dating.printed import CalendarDate
from bot.services.dating.stretch import DAY, Stretch, day, days, on_or_after
from bot.services.dating.tense import looks_ahead
from bot.services.dating.tenses import looks_ahead_abroad
from bot.services.dating.tokens import Tokens
from bot.services.dating.weekday_times import WeekdayIn, WeekdayNamed

_MOST = 100
"""Times of one sentence that are read: what has more is a table or noise."""
_TRIES = 1000
"""Words of one sentence at which a time is looked for, for the same reason."""
_REACH = 12
"""Words that may stand between the first word of a time and the one that makes it a time."""
_REPEATING = re.compile(
    r"\b(?:runs?|running|lasts?|lasting|continues?|daily|weekly|monthly|every"
    r"|(?:once|twice|times) (?:a|per) (?:day|week|month))\b",
    re.IGNORECASE,
)
_LASTING = ("until", "till", "through", "to ", "up to")
"""How the end of what lasts is printed: nothing runs “by” a day."""
_NEW_SUBJECT = re.compile(r"\b(?:and|but|while) (?:the|an?|its|his|her|their|our|[A-Z]\w+) ")
"""“… in April and the shop will run until June” are two times."""
_ENDING = re.compile(
    r",? and (?:ends?|closes?|finish(?:es)?|concludes?|wraps? up|ending|closing|concluding) ", re.IGNORECASE
)
_NEW_CLAUSE = re.compile(r"[,;] (?:and|but) (?:\w+ ){0,4}?(?:will|would|is|are|was|were)\b", re.IGNORECASE)
"""“…, and will host a call at 8:30”: a time of day behind it is that of another happening."""
_SPAN = 40
_JOIN = re.compile(r"\s*(?:,|(?:, ?)?(?:and|or)(?: again| then)?)\s*(?:on )?", re.IGNORECASE)
_STAMP_MARKS = " \t|·•:–-—()[]."


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase as printed: `sentence.text[start:end]` is `text`.

    `vague` marks words that look ahead without a date (“in the coming weeks”, “indefinitely”).
    """

    text: str
    start: int
    end: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase with what it means here."""

    phrase: Phrase
    stretch: Stretch | None
    ahead: bool | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A time that was read, and its characters."""

    hit: Hit
    start: int
    end: int


def read_sentence(text: str, context: Context, language: str = "en") -> list[Found]:
    """The times of a sentence, left to right, resolved where the context allows."""
    if not lexicon(language) and not holds_time(text):
        return []
    places = _read(text, language)
    found = _resolved(text, places, replace(context, language=language)) if places else []
    spans = [(place.start, place.end) for place in places]
    for vague in VAGUE.finditer(text):
        if not any(start < vague.end() and vague.start() < end for start, end in spans):
            found.append(Found(Phrase(vague.group(), *vague.span(), vague=True), None, ahead=True))
    return _merged(text, sorted(found, key=lambda one: one.phrase.start))


@lru_cache(maxsize=4096)
def _read(text: str, language: str) -> list[_Place]:
    """The times as they are printed, whatever they mean here: a sentence is read more than once."""
    return _joined(text, _in_one_week(text, _places(Tokens(text, language))))


def _merged(text: str, found: list[Found]) -> list[Found]:
    """Days or months in a row that “and”, “or” or a comma joins are one time: “on Thursday and Friday”."""
    merged: list[Found] = []
    for one in found:
        before = merged[-1] if merged else None
        joined = before and _JOIN.fullmatch(text, before.phrase.end, one.phrase.start)
        row = _in_a_row(before.stretch, one.stretch) if joined and before else None
        if before and row:
            start, end = before.phrase.start, one.phrase.end
            merged[-1] = Found(Phrase(text[start:end], start, end), row, before.ahead)
        else:
            merged.append(one)
    return merged


def _in_a_row(one: Stretch | None, two: Stretch | None) -> Stretch | None:
    """Both as one, where the second follows right upon the first and neither has a time of day."""
    if not one or not two or one.opens or two.opens:
        return None
    if not (one.first and one.last and two.first and two.last) or two.first - one.last != DAY:
        return None
    months = one.precision is two.precision is Precision.MONTH
    several = two.single and one.close and one.precision is not Precision.WEEK
    return days(one.first, two.last).like(one) if months or several else None


def spanning(found: list[Found]) -> Found | None:
    """“Opens on 3 May and runs until 20 August” as one time, where a phrase holds both of its ends."""
    one = found[0].stretch
    two = next((last.stretch for last in reversed(found[1:]) if last.stretch and last.stretch.last), None)
    if not one or not two or not one.close or not one.first or not two.last or two.last <= one.first:
        return None
    closes = two.closes if one.opens else None
    return replace(found[0], stretch=replace(one, last=two.last, precision=Precision.DAYS, closes=closes))


def _places(tokens: Tokens) -> list[_Place]:
    cores = [at for at, word in enumerate(tokens.words) if word in CORE or word.isdecimal()]
    cores = [at for at in cores if tokens.words[at] not in CAPITALISED or tokens.capital(at)]
    places: list[_Place] = []
    at = next_core = tries = 0
    while at < len(tokens) and next_core < len(cores) and tries < _TRIES and len(places) < _MOST:
        if cores[next_core] < at:
            next_core += 1
            continue
        near = cores[next_core] - at <= _REACH
        particle = tokens.words[at] == "in" and tokens.word(at + 1) in {"on", "at"}  # “sworn in on Monday”
        tried = near and may_begin(tokens, at) and not particle
        hit = read_expression(tokens, at) if tried else None
        tries += tried
        if hit:
            places.append(_Place(hit, tokens.starts[at], tokens.ends[hit.end - 1]))
        at = hit.end if hit else at + 1
    return places


def _in_one_week(text: str, places: list[_Place]) -> list[_Place]:
    """“On Tuesday and Thursday next week”: the week is that of both."""
    for i in range(len(places) - 1, 0, -1):
        one, two = places[i - 1], places[i].hit.time
        plain = one.hit.time if isinstance(one.hit.time, WeekdayNamed) and not one.hit.time.which else None
        week = two.whole if isinstance(two, WeekdayIn) and isinstance(two.whole, UnitNamed) else None
        if plain and week and _JOIN.fullmatch(text, one.end, places[i].start):
            places[i - 1] = replace(one, hit=Hit(WeekdayIn(week, plain.weekday), one.hit.end))
    return places


def _joined(text: str, places: list[_Place]) -> list[_Place]:
    """“On Thursday and run twice a week until May” is one time, as is “on 3 May and ends on 9 May”."""
    for i, (one, two) in enumerate(pairwise(places)):
        between = text[one.end : two.start]
        ends = not isinstance(two.hit.time, Bound) and not _bare_clock(one.hit)
        if ends and _ENDING.fullmatch(between):
            return [
                *places[:i],
                _Place(Hit(Between(one.hit.time, two.hit.time), two.hit.end), one.start, two.end),
                *places[i + 2 :],
            ]
        until = text[two.start :].casefold().startswith(_LASTING) and not _NEW_SUBJECT.search(between)
        bound = isinstance(two.hit.time, Bound) and two.hit.time.kind == "by" and until
        one_clause = "," not in between and ". " not in between and len(between) < _SPAN
        if bound and one_clause and _REPEATING.search(between):
            assert isinstance(two.hit.time, Bound)
            whole = Hit(Recurring(one.hit.time, two.hit.time.time), two.hit.end)
            return [*places[:i], _Place(whole, one.start, two.end), *places[i + 2 :]]
    return places


def _resolved(text: str, places: list[_Place], context: Context) -> list[Found]:
    if len(places) == 1 and _bare_clock(places[0].hit) and _is_stamp(text, places[0]):
        context = replace(context, near=None, near_ahead=None)
    found: list[Found] = []
    here = context
    for place in places:
        before = found[-1] if found and _JOIN.fullmatch(text, found[-1].phrase.end, place.start) else None
        listed = before and before.ahead and isinstance(place.hit.time, CalendarDate) and place.hit.time.day
        ahead = bool(listed) or _looks_ahead(text, place, context)  # “through Jan. 19 and Feb. 2”
        if _bare_clock(place.hit) and here is context:
            here = _later_date(text, places, context)
        stretch = place.hit.resolve(replace(here, ahead=ahead))
        if before and before.stretch and isinstance(place.hit.time, WeekdayNamed):
            stretch = _following(before.stretch, place.hit.time, replace(context, ahead=ahead)) or stretch
        if stretch and stretch.close:
            here = here.behind(stretch)
        elif stretch and stretch.last and not stretch.first:
            here = replace(here.behind(day(stretch.last)), near_here=here.near_here)
        elif stretch and stretch.first and stretch.last:
            here = replace(here, near_here=stretch)
        found.append(Found(Phrase(text[place.start : place.end], place.start, place.end), stretch, ahead))
    return _timed(text, places, found)


def _looks_ahead(text: str, place: _Place, context: Context) -> bool | None:
    if context.language == "en":
        return looks_ahead(text, place.start, place.end)
    return looks_ahead_abroad(text, place.start, place.end, context.language)


def _is_stamp(text: str, place: _Place) -> bool:
    """Whether a line is nothing but a time of day, as in a live blog: then it is of the article's own day."""
    return not (text[: place.start] + text[place.end :]).strip(_STAMP_MARKS)


def _following(before: Stretch, weekday: WeekdayNamed, context: Context) -> Stretch | None:
    """“Last Monday, Tuesday and Wednesday”: a plain weekday in a list of days follows the one before."""
    if weekday.which or not before.single or not before.last or not context.today:
        return None
    found = on_or_after(before.last, weekday.weekday)
    return None if context.ahead is False and found > context.today else day(found)


def _later_date(text: str, places: list[_Place], context: Context) -> Context:
    """A time of day that stands before its date in the sentence."""
    for place in places:
        if not _bare_clock(place.hit):
            ahead = _looks_ahead(text, place, context)
            stretch = place.hit.resolve(replace(context, ahead=ahead))
            if stretch and stretch.single:
                return replace(context, near=stretch, near_ahead=stretch)
    return context


def _timed(text: str, places: list[_Place], found: list[Found]) -> list[Found]:
    """Give the one day of a clause the one time of day that stands apart from it."""
    clocks = [one for place, one in zip(places, found, strict=True) if _bare_clock(place.hit)]
    dates = [one for one in found if one.stretch and one not in clocks]
    if len(clocks) != 1 or len(dates) != 1 or not clocks[0].stretch or not dates[0].stretch:
        return found
    if _NEW_CLAUSE.search(text, *sorted((clocks[0].phrase.end, dates[0].phrase.end))):
        return found
    date, clock = dates[0].stretch, clocks[0].stretch
    if not date.single or date.opens or clock.first != date.first or not clock.first:
        return found
    timed = replace(date, opens=clock.opens, closes=clock.closes)
    return [replace(one, stretch=timed) if one is dates[0] else one for one in found]


def _bare_clock(hit: Hit) -> bool:
    time = hit.time.time if isinstance(hit.time, Bound) else hit.time
    return isinstance(time, Timed) and time.date is None
