"""Time expressions: single times, times of day joined to them, ranges and bounds."""

from dataclasses import dataclass, replace

from bot.domain.when import Precision
from bot.services.dating import stretch
from bot.services.dating.clocks import ClockHit, read_clock
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.dates import CalendarDate, after_month, month_at, read_date, year_after
from bot.services.dating.periods import read_period
from bot.services.dating.relative import PARTS_OF_DAY, Nearby, read_relative
from bot.services.dating.stretch import DAY, Clock, Stretch
from bot.services.dating.tokens import Tokens

_PREPOSITIONS = {
    "on",
    "in",
    "at",
    "for",
    "during",
    "over",
    "around",
    "about",
    "of",
    "into",
    "to",
    "within",
    "sometime",
}
_JOINS = {"to", "until", "till", "through", "-", "–", "—", "and"}


@dataclass(frozen=True, slots=True)
class Timed:
    """A date with a time of day; without a date, the one named last or the article's day."""

    date: Time | None
    opens: Clock
    closes: Clock | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The minute."""
        found = (self.date or Nearby()).resolve(context)
        if not found or not found.first or found.first != found.last:
            return found if self.date else None
        return replace(found, opens=self.opens, closes=self.closes or self.opens, precision=Precision.DAY)


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another."""

    one: Time
    two: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The days from the first of one to the last of the other, None when they are the wrong way round."""
        two = self.two.resolve(context)
        one = self.one.resolve(context)
        if one and two and one.first and two.first and one.first > two.first:
            later = self.two.resolve(
                replace(context, ahead=True, today=one.first, year=one.first.year, near=one)
            )
            two = replace(later, anchored=True) if later else None
        if not one or not two or not one.first or not two.last or one.first > two.last:
            return None
        return replace(
            stretch.days(one.first, two.last),
            opens=one.opens,
            closes=two.closes if one.opens else None,
            anchored=one.anchored or two.anchored,
            note=one.note or two.note,
        )


@dataclass(frozen=True, slots=True)
class Bound:
    """A time with an open side (DESIGN §6.5)."""

    kind: str
    time: Time

    def resolve(self, context: Context) -> Stretch | None:
        """`../X` for by and until, `../` the day before for before, `X/..` for after and since, X for from."""
        ahead = False if self.kind == "since" else True if self.kind == "by" else context.ahead
        found = self.time.resolve(replace(context, ahead=ahead))
        if not found:
            return None
        match self.kind:
            case "by":
                return (
                    replace(found, first=None, opens=None, precision=_day_or_days(found))
                    if found.last
                    else None
                )
            case "before":
                return self._before(found)
            case "after" | "since":
                return (
                    replace(found, last=None, closes=None, precision=_day_or_days(found))
                    if found.first
                    else None
                )
            case _:
                return found

    @staticmethod
    def _before(found: Stretch) -> Stretch | None:
        if not found.first:
            return None
        if found.opens:
            return replace(found, first=None, opens=None)
        return replace(found, first=None, last=found.first - DAY, precision=_day_or_days(found))


def _day_or_days(found: Stretch) -> Precision:
    return found.precision if found.precision in {Precision.DAY, Precision.MINUTE} else Precision.DAYS


_BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(words.split()), kind)
    for kind, phrases in {
        "after": "no earlier than|not earlier than|no sooner than|not before|until after|on or after|earliest by|after",
        "by": "by no later than|no later than|not later than|on or before|at the latest by|by|until|till|up to|up until|"
        "through|not beyond|within",
        "before": "before|prior to|ahead of",
        "since": "ever since|since",
        "from": "from|as from|as of|with effect from|effective from|effective|starting on|starting from|starting|"
        "beginning on|beginning|as early as|not until|as soon as|as late as",
    }.items()
    for words in phrases.split("|")
)
_BOUND_STARTS = {words[0] for words, _ in _BOUNDS}
_LONGEST_FIRST = sorted(_BOUNDS, key=lambda bound: -len(bound[0]))


def read_term(tokens: Tokens, at: int) -> Hit | None:
    """The longest single time without a time of day at this word."""
    hits = [hit for read in (read_date, read_relative, read_period) if (hit := read(tokens, at))]
    return max(hits, key=lambda hit: hit.end, default=None)


def read_moment(tokens: Tokens, at: int) -> Hit | None:
    """A single time, with its time of day before or after it."""
    clock = read_clock(tokens, at)
    if clock:
        return _clock_first(tokens, at, clock)
    term = read_term(tokens, at)
    return _with_clock(tokens, term) if term else None


def _clock_first(tokens: Tokens, at: int, clock: ClockHit) -> Hit | None:
    start = tokens.skip(clock.end, ",", "on", "in")
    start = tokens.skip(start, "on", "the") if tokens.word(start) != "the" else start
    term = read_term(tokens, start)
    if term:
        return Hit(_timed(term.time, clock), term.end)
    if not clock.certain and not _led(tokens, at):
        return None
    return None if clock.midnight else Hit(Timed(None, clock.clock), clock.end)


def _timed(date: Time, clock: ClockHit) -> Time:
    return date if clock.midnight else Timed(date, clock.clock)


def _led(tokens: Tokens, at: int) -> bool:
    colon = tokens.word(at + 1) == ":"
    return colon and tokens.word(at - 1) in {
        "at",
        "from",
        "by",
        "until",
        "till",
        "before",
        "after",
        "around",
        "about",
        "to",
    }


def _with_clock(tokens: Tokens, term: Hit) -> Hit:
    after = tokens.skip(term.end, ",", "(", "-", "–", "session")
    after = tokens.skip(after, ",")
    after = tokens.skip(after, "at", "from", "around", "about", "by", "@")
    after = tokens.skip(after, "about", "around")
    clock = read_clock(tokens, after)
    if not clock:
        return term
    return Hit(_timed(term.time, clock), clock.end)


def read_expression(tokens: Tokens, at: int) -> Hit | None:
    """A whole time expression at this word: bounded, ranging or single, with its preposition."""
    return _range(tokens, at) or _bound(tokens, at) or _plain(tokens, at)


def _plain(tokens: Tokens, at: int) -> Hit | None:
    own = read_moment(tokens, at)
    if own:
        return own
    if tokens.word(at) not in _PREPOSITIONS:
        return None
    start = at + 1
    return _range(tokens, start) or read_moment(tokens, start) or _plain_after_about(tokens, start)


def _plain_after_about(tokens: Tokens, at: int) -> Hit | None:
    return read_moment(tokens, at + 1) if tokens.word(at) in {"about", "around", "on", "or"} else None


def _bound(tokens: Tokens, at: int) -> Hit | None:
    if tokens.word(at) not in _BOUND_STARTS:
        return None
    for words, kind in _LONGEST_FIRST:
        after = tokens.phrase(at, *words)
        if after is None:
            continue
        after = tokens.skip(after, "at", "on", "about", "around", "in")
        inner = _range(tokens, after) or read_moment(tokens, after)
        if inner:
            return Hit(Bound(kind, inner.time), inner.end)
    return None


def _range(tokens: Tokens, at: int) -> Hit | None:
    lead = tokens.word(at)
    start = at + 1 if lead in {"from", "between"} else at
    return (
        _days_of_month(tokens, start, lead) or _month_days(tokens, start, lead) or _two(tokens, start, lead)
    )


def _days_of_month(tokens: Tokens, at: int, lead: str) -> Hit | None:
    """“12–14 June 2026”, “12 to 14 of June”, “19 and 20 May”."""
    one = tokens.day(tokens.skip(at, "the"))
    if not one or tokens.word(one[1]) not in _JOINS | {"or"}:
        return None
    two = tokens.day(tokens.skip(one[1] + 1, "the"))
    if not two or not _joined(tokens.word(one[1]), one[0], two[0], lead):
        return None
    after = tokens.skip(two[1], "of")
    number = month_at(tokens, after)
    if not number:
        return None
    end = after_month(tokens, after)
    year = year_after(tokens, end)
    return Hit(_span(number, one[0], two[0], year[0] if year else None), year[1] if year else end)


def _joined(join: str, one: int, two: int, lead: str) -> bool:
    """“And” makes a stretch only of days in a row, or after “between”."""
    return one < two and (join not in {"and", "or"} or lead == "between" or two == one + 1)


def _month_days(tokens: Tokens, at: int, lead: str) -> Hit | None:
    """“June 12-14, 2026”, “June 8 to 12”."""
    number = month_at(tokens, at)
    one = tokens.day(after_month(tokens, at)) if number else None
    if not number or not one or tokens.word(one[1]) not in _JOINS:
        return None
    two = tokens.day(one[1] + 1)
    if (
        not two
        or month_at(tokens, tokens.skip(two[1], "of"))
        or not _joined(tokens.word(one[1]), one[0], two[0], lead)
    ):
        return None
    year = year_after(tokens, two[1])
    return Hit(_span(number, one[0], two[0], year[0] if year else None), year[1] if year else two[1])


def _span(month: int, one: int, two: int, year: int | None) -> Between:
    return Between(CalendarDate(month, one, year), CalendarDate(month, two, year))


def _two(tokens: Tokens, at: int, lead: str) -> Hit | None:
    one = read_moment(tokens, at)
    if not one:
        return None
    joins = {"and"} if lead == "between" else {"to", "until", "till", "through", "–", "—", "-"}
    join = tokens.skip(one.end, ",")
    if tokens.word(join) not in joins or (tokens.word(join) == "until" and lead != "from"):
        return None
    two = read_moment(
        tokens, tokens.skip(join + 1, "on", "the") if tokens.word(join + 1) == "on" else join + 1
    )
    return Hit(Between(_same_year(one.time, two.time), two.time), two.end) if two else None


def _same_year(one: Time, two: Time) -> Time:
    """“30 June to 2 July 2026”: the year stands once."""
    if isinstance(one, CalendarDate) and isinstance(two, CalendarDate) and one.year is None and two.year:
        return replace(one, year=two.year - (one.month > two.month))
    return one
