"""Rule of truth 2, dates: every date of a statement is printed in its cited sentences or follows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from bot.domain.article import Sentence
from bot.domain.when import Precision, When
from bot.services.dating.timeline import Timeline
from bot.services.dating.words import CARDINALS, MONTHS, WEEKDAYS

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s*(?:-|–|—|to|and|or|,|until|through|\bet\b)\s*{_DAY}(?!\s*[ap]\.?m\b))*"
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>[12]\d{3}))?(?!\d)"
_DATE = re.compile(
    rf"(?<![\d.])(?P<before>{_DAYS})(?:\s+of)?\s+{_MONTH}{_YEAR}"
    rf"|\b{_MONTH.replace('month', 'month2')}\s+(?:the\s+)?(?P<after>{_DAYS})(?![\d:.]\d|\d)"
    rf"{_YEAR.replace('year', 'year2')}|\b{_MONTH.replace('month', 'month3')}{_YEAR.replace('year', 'year3')}"
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_ALONE = re.compile(
    r"(?<![\d.,$€£])(?:(?<!-)|(?<=mid-)|(?<=late-)|(?<=early-))(1[5-9]\d\d|2[0-6]\d\d)(?!\d|,\d|\.\d|%)(?!\s*(?:per|km|people|voters|votes|hryvnias|tonnes|euros|dollars))"
)
_WEEKDAY = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\b(?!\s+Times)"
)
_ORDINAL = re.compile(
    r"\b[Tt]he (\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?"
    + _MONTH.replace("?P<month>", "?:")
    + r")(?=\W*$|[,.;:)]|\s+(?:and|or|to|at|in|from|until|till|with|as|when|after|before|for|but|because)\b)"
)
_RELATIVE = re.compile(r"\b(today|tomorrow|yesterday|tonight)\b", re.IGNORECASE)
_SHIFTED = re.compile(
    r"\b(next|last|this|previous|coming|past|following|current)\s+(week|month|year|quarter|weekend|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
_DOUBTFUL = {"may", "march"}
_LAST_DAY = 31
_MONTHLY = {Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF}
_BACK, _ON = "ago|earlier|before", "later|after|on"
_SAME_SHIFT = {"coming": "next", "following": "next", "past": "last", "previous": "last", "current": "this"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as far as it is printed, or resolved."""

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def dates(text: str) -> list[Printed]:
    """The dates printed in a text, a range as its two ends; weekdays, lone years and “the 27th” too."""
    found = [*_calendar(text), *_figures(text)]
    covered = [(item.start, item.end) for item in found]
    return [
        *found,
        *(
            Printed(match.group(), match.start(), match.end(), int(match.group()))
            for match in _ALONE.finditer(text)
            if not any(start <= match.start() < end for start, end in covered)
        ),
        *(
            Printed(match.group(), match.start(), match.end(), day=int(match.group(1)))
            for match in _ORDINAL.finditer(text)
            if 0 < int(match.group(1)) <= _LAST_DAY
        ),
        *(
            Printed(match.group(), match.start(), match.end(), weekday=WEEKDAYS[match.group().casefold()])
            for match in _WEEKDAY.finditer(text)
        ),
    ]


def _calendar(text: str) -> Iterator[Printed]:
    for match in _DATE.finditer(text):
        name = match["month"] or match["month2"] or match["month3"]
        year = match["year"] or match["year2"] or match["year3"]
        days = re.findall(r"\d{1,2}", match["before"] or match["after"] or "")
        if not days and not year and name.casefold() in _DOUBTFUL and not _dated(text, match.start()):
            continue
        numbers: list[int | None] = [int(day) for day in days]
        for number in numbers or [None]:
            yield Printed(
                match.group().strip(),
                match.start(),
                match.end(),
                int(year) if year else None,
                MONTHS[name.casefold().rstrip(".")],
                number,
            )


def _dated(text: str, at: int) -> bool:
    """Whether “May” or “March” at this place is the month."""
    return bool(
        re.search(
            r"\b(?:in|of|by|until|till|since|from|to|before|after|during|early|late|mid|end|this|last|next|and|every|for|through|between|each|mid-)[\s-]+$",
            text[:at],
            re.IGNORECASE,
        )
    )


def _figures(text: str) -> Iterator[Printed]:
    for match in _NUMERIC.finditer(text):
        day, month, year, year2, month2, day2 = match.groups()
        if int(month or month2) <= 12:  # noqa: PLR2004
            yield Printed(
                match.group(),
                match.start(),
                match.end(),
                int(year or year2),
                int(month or month2),
                int(day or day2),
            )


def _cited(sentence: Sentence) -> list[Printed]:
    """The dates of a cited sentence, and those told from them (“that June”, “a month earlier”)."""
    found = dates(sentence.text)
    years = {item.year for item in found if item.year}
    return [
        *found,
        *(
            moved
            for match in _AWAY.finditer(sentence.text)
            for item in found
            for moved in _moved(item, match)
        ),
        *(replace(item, year=year) for item in found if item.month and not item.year for year in years),
    ]


_AWAY = re.compile(
    r"\b(?P<count>an?|the|one|that|previous|\d+|" + "|".join(CARDINALS) + r") "
    r"(?:previous )?(?P<unit>month|year)s? (?P<way>earlier|before|later|after)\b"
)


def _moved(item: Printed, match: re.Match[str]) -> Iterator[Printed]:
    """The month or the year that lies some before or after a date."""
    count = int(match["count"]) if match["count"].isdigit() else CARDINALS.get(match["count"], 1)
    step = -count if match["way"] in {"earlier", "before"} else count
    if match["unit"] == "month" and item.month:
        yield Printed(match.group(), match.start(), match.end(), month=(item.month - 1 + step) % 12 + 1)
    if match["unit"] == "year" and item.year:
        yield Printed(match.group(), match.start(), match.end(), year=item.year + step, month=item.month)


def wrong_date(text: str, sentences: Iterable[Sentence], timeline: Timeline) -> str | None:
    """The first date of the text that the cited sentences neither print nor mean, as printed."""
    sentences = tuple(sentences)
    printed = [item for sentence in sentences for item in _cited(sentence)]
    doubtful = [item for item in dates(text) if not _among(item, printed)]
    doubtful += [item for item in _relative(text) if not _said(item, sentences)]
    for context in (False, True):
        if not doubtful:
            return None
        whens = list(_meant(sentences, timeline, context=context))
        known = [*printed, *_resolved(whens)]
        doubtful = [
            item
            for item in doubtful
            if not _among(item, known) and not _same_span(item, sentences, timeline, whens)
        ]
    return doubtful[0].text if doubtful else None


def _meant(sentences: tuple[Sentence, ...], timeline: Timeline, *, context: bool) -> Iterator[When]:
    """What the times of the sentences mean; the context of the whole article costs a second in a long one."""
    for sentence in sentences:
        place = sentence if context else replace(sentence, id=0)
        for phrase in timeline.find(place):
            yield timeline.resolve(phrase.text, place).when


def days_apart(sentences: tuple[Sentence, ...], timeline: Timeline) -> frozenset[int]:
    """How many days lie between two times of some sentences, both ends counted or one."""
    whens = list(_meant(sentences, timeline, context=True))
    days = {day for when in whens for day in (_day(when.start), _day(when.end)) if day}
    gaps = {abs((one - other).days) for one, other in combinations(days, 2)}
    return frozenset(gaps | {gap + 1 for gap in gaps})


def _relative(text: str) -> list[Printed]:
    return [
        Printed(match.group(), match.start(), match.end())
        for find in (_RELATIVE, _SHIFTED)
        for match in find.finditer(text)
    ]


def _said(item: Printed, sentences: tuple[Sentence, ...]) -> bool:
    """Whether the sentences use these relative words, or others of that sense (“a year earlier”)."""
    wanted = _shift(item.text)
    first, _, unit = wanted.partition(" ")
    way = {"last": _BACK, "next": _ON}.get(first)
    if way and any(re.search(rf"\b{unit} (?:{way})\b", sentence.text) for sentence in sentences):
        return True
    return any(
        wanted == _shift(match.group())
        for sentence in sentences
        for find in (_RELATIVE, _SHIFTED)
        for match in find.finditer(sentence.text)
    )


def _shift(text: str) -> str:
    first, *rest = text.casefold().split()
    return " ".join([_SAME_SHIFT.get(first, first), *rest])


def _among(item: Printed, others: list[Printed]) -> bool:
    if item.year is item.month is item.day is item.weekday is None:
        return False
    return any(agree(item, other) for other in others)


def agree(item: Printed, other: Printed) -> bool:
    """Whether a date says nothing else than another, as far as it is told."""
    if item.weekday is not None:
        return item.weekday == other.weekday
    if item.day is None and item.year is None and other.day is not None and not other.end:
        return False
    pairs = ((item.year, other.year), (item.month, other.month), (item.day, other.day))
    return all(said is None or said == known for said, known in pairs)


def _resolved(whens: Iterable[When]) -> list[Printed]:
    """What resolved times allow to print: the ends of intervals, the months and years of wider ones."""
    found = []
    for when in whens:
        first, last = _day(when.start), _day(when.end)
        ends = {first} if when.precision is Precision.WEEK else {first, last}
        fine = when.precision in {Precision.DAY, Precision.DAYS, Precision.MINUTE}
        for day in ends - {None}:
            assert day is not None
            found.append(Printed(when.phrase, 0, 0, day.year, day.month, day.day))
            found += [Printed(when.phrase, 0, 0, weekday=day.weekday())] if fine else []
            counted = fine and any(letter.isdigit() for letter in when.phrase)
            found += [Printed(when.phrase, 0, 0, day.year, day.month)] if counted else []
        if first and last and (when.precision in _MONTHLY or "month" in when.phrase):
            found += [Printed(when.phrase, 0, 0, year, month) for year, month in _months(first, last)]
    return found


def _months(first: date, last: date) -> list[tuple[int, int]]:
    """The months from one day to another, of a year at most."""
    count = min(12, (last.year - first.year) * 12 + last.month - first.month + 1)
    return [(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1) for n in range(count)]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value and len(value) >= 10 else None  # noqa: PLR2004


def _same_span(item: Printed, sentences: tuple[Sentence, ...], timeline: Timeline, whens: list[When]) -> bool:
    """Whether relative words of the text mean days that a phrase of the cited sentences means too."""
    if not sentences or item.month or item.year or item.weekday is not None:
        return False
    said = timeline.resolve(item.text, replace(sentences[0], id=0)).when
    first, last = _day(said.start), _day(said.end)
    spans = [(_day(when.start), _day(when.end)) for when in whens]
    return any(first and last and other and first <= (one or other) and other <= last for one, other in spans)
