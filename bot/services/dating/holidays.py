"""Days that have a name instead of a date. Easter by dateutil, public calendars for the rest."""

from dataclasses import dataclass
from datetime import date

from dateutil.easter import easter

from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.dates import year_behind
from bot.services.dating.parts import Part
from bot.services.dating.stretch import DAY, Stretch
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import WHICH
from bot.services.dating.yearly import Holiday, OfYear, OnDay
from bot.services.wordlists import listed, paired

_LAST = -1
_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6
_BREAKS = listed("break holidays recess vacation")
_FREE = _BREAKS | {"weekend"}
"""What makes a holiday's name stand for free days."""


def _fixed(month: int, day: int) -> OnDay:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, off: int = 0) -> OnDay:
    def on(year: int) -> date:
        found = stretch.nth_weekday(stretch.month(year, month), weekday, nth)
        assert found
        return found + off * DAY

    return on


def _easter(off: int) -> OnDay:
    return lambda year: easter(year) + off * DAY


_FIXED = paired("""
1-1=new_year_'s_day|new_year_day|new_year_'s 1-25=burns_night 1-26=australia_day 2-6=waitangi_day
2-14=valentine_'s_day 3-1=st_david_'s_day 3-8=international_women_'s_day 3-17=st_patrick_'s_day
4-7=world_health_day 4-22=earth_day 4-23=st_george_'s_day 4-25=anzac_day
5-1=may_day|international_workers_day|international_workers_'_day 5-9=europe_day 6-5=world_environment_day
6-19=juneteenth 7-1=canada_day 7-4=fourth_of_july 7-14=bastille_day 10-31=halloween
11-1=all_saints_'_day|all_saints_day 11-2=all_souls_'_day|all_souls_day 11-5=bonfire_night|guy_fawkes_night
11-11=armistice_day|veterans_day 11-30=st_andrew_'s_day 12-1=world_aids_day 12-10=human_rights_day
12-24=christmas_eve 12-25=christmas_day|christmas 12-26=boxing_day
12-31=new_year_'s_eve|new_year_eve|hogmanay
""")
"""Month and day by the name of the day."""
_MOVABLE = {
    "commonwealth day": _nth(2, 0, 3),
    "columbus day": _nth(2, 0, 10),
    "remembrance sunday": _nth(2, 6, 11),
    "martin luther king day|mlk day": _nth(3, 0, 1),
    "presidents day": _nth(3, 0, 2),
    "memorial day": _nth(_LAST, 0, 5),
    "labor day": _nth(1, 0, 9),
    "father 's day": _nth(3, 6, 6),
    "thanksgiving|thanksgiving day": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, 1),
    "cyber monday": _nth(4, 3, 11, 4),
    "shrove tuesday|pancake day": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday|easter": _easter(0),
    "easter monday": _easter(1),
    "holy saturday": _easter(-1),
    "ascension day": _easter(39),
    "whit sunday|pentecost": _easter(49),
    "whit monday": _easter(50),
    "easter bank holiday": _easter(1),
    "early may bank holiday|may day bank holiday": _nth(1, 0, 5),
    "late may bank holiday|spring bank holiday|whitsun bank holiday": _nth(_LAST, 0, 5),
    "august bank holiday|summer bank holiday": _nth(_LAST, 0, 8),
}
"""The bank holidays are those of England and Wales (gov.uk/bank-holidays)."""
_HOLIDAYS: dict[str, tuple[OnDay, ...]] = {
    name: (_fixed(*map(int, day.split("-"))),) for name, day in _FIXED.items()
}
_HOLIDAYS |= {name: (rule,) for names, rule in _MOVABLE.items() for name in names.split("|")}
_HOLIDAYS["may bank holiday"] = _nth(1, 0, 5), _nth(_LAST, 0, 5)
_HOLIDAYS["bank holiday"] = _easter(1), *_HOLIDAYS["may bank holiday"], _nth(_LAST, 0, 8)
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], tuple[OnDay, ...]]]] = {}
for _name, _rule in sorted(_HOLIDAYS.items(), key=lambda item: -len(item[0])):
    _BY_FIRST.setdefault(_name.split()[0], []).append((tuple(_name.split()), _rule))
FIRST_WORDS = frozenset(_BY_FIRST)

_BARE = {"christmas", "easter", "thanksgiving"}
_FREE_LEADS = listed("by over before until till after this next during following around")
_BARE_LEADS = listed(
    "by over around before until till after on at this next last since from following previous of"
)


def read_holiday(tokens: Tokens, at: int) -> Hit | None:
    """A named day at this word."""
    start = tokens.skip(at, "the")
    off = WHICH.get(tokens.word(start))
    start += off is not None
    for words, rules in _BY_FIRST.get(tokens.word(start), ()):
        end = tokens.phrase(start, *words)
        if end and _stands(tokens, start, words, off):
            end = tokens.skip(end, "monday") if words[-1] == "holiday" else end
            return _with_free_days(tokens, _dated(tokens, end, rules, off))
    return None


def _dated(tokens: Tokens, end: int, rules: tuple[OnDay, ...], off: int | None) -> Hit:
    if named := year_behind(tokens, end):
        return Hit(OfYear(lambda number: stretch.day(rules[0](number)), named.time), named.end)
    return Hit(Holiday(rules, off), end)


def _stands(tokens: Tokens, start: int, words: tuple[str, ...], off: int | None) -> bool:
    """“Christmas” alone is a day only after a word of time (“by Christmas”, not “Christmas trees”)."""
    if words == ("bank", "holiday"):
        return tokens.word(start + 2) in {"monday", "weekend"}
    if words[0] not in _BARE or len(words) > 1:
        return True
    behind = tokens.word(start + 1)
    if behind in _FREE:  # “over the Easter weekend”, but “on Christmas recess”
        the = tokens.word(start - 1) in {"the", "its", "their"}
        return tokens.word(start - 1 - the) in _FREE_LEADS
    goes_on = behind.isalpha() and (behind.endswith("s") or behind in {"tree", "market", "party", "dinner"})
    return (off is not None or tokens.word(start - 1) in _BARE_LEADS) and not goes_on


def _with_free_days(tokens: Tokens, hit: Hit) -> Hit:
    """“(The Memorial Day) weekend”, “(after the Easter) break”, which has at least the weekend's days."""
    word = tokens.word(hit.end)
    if word == "weekend":
        return Hit(_LongWeekend(hit.time), hit.end + 1)
    return Hit(Part("break", _LongWeekend(hit.time)), hit.end + 1) if word in _BREAKS else hit


@dataclass(frozen=True, slots=True)
class _LongWeekend:
    """The weekend beside a holiday, with that day; around an Easter Sunday from Friday to Monday."""

    holiday: Time

    def resolve(self, context: Context) -> Stretch | None:
        """The days, of a holiday in the middle of a week that day alone."""
        found = self.holiday.resolve(context)
        if not found or not found.first or not found.single:
            return found
        day, sunday = found.first, easter(found.first.year)
        if day in {sunday, sunday + DAY}:
            return stretch.days(sunday - 2 * DAY, sunday + DAY).like(found)
        if day.weekday() == _MONDAY:
            return stretch.days(day - 2 * DAY, day).like(found)
        if day.weekday() < _THURSDAY:
            return found
        first = min(day, stretch.on_or_after(day, _SUNDAY) - DAY)
        return stretch.days(first, stretch.on_or_after(day, _SUNDAY)).like(found)
