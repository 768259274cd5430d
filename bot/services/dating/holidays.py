"""Days that have a name instead of a date. Easter by dateutil, public calendars for the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as weekday_of

from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.dates import year_after, year_named
from bot.services.dating.long_weekends import FREE, with_free_days
from bot.services.dating.printed import Year
from bot.services.dating.stretch import DAY, Stretch
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import WHICH
from bot.services.wordlists import listed

_LAST = 0


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, off: int = 0) -> Callable[[int], date]:
    last = relativedelta(day=31, weekday=weekday_of(weekday)(-1))
    which = last if nth == _LAST else relativedelta(weekday=weekday_of(weekday)(nth))
    return lambda year: date(year, month, 1) + which + off * DAY


def _easter(off: int) -> Callable[[int], date]:
    return lambda year: easter(year) + off * DAY


_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year 's eve": _fixed(12, 31),
    "new year eve": _fixed(12, 31),
    "new year 's day": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "new year 's": _fixed(1, 1),
    "valentine 's day": _fixed(2, 14),
    "st patrick 's day": _fixed(3, 17),
    "st david 's day": _fixed(3, 1),
    "st george 's day": _fixed(4, 23),
    "st andrew 's day": _fixed(11, 30),
    "burns night": _fixed(1, 25),
    "australia day": _fixed(1, 26),
    "waitangi day": _fixed(2, 6),
    "international women 's day": _fixed(3, 8),
    "world health day": _fixed(4, 7),
    "anzac day": _fixed(4, 25),
    "europe day": _fixed(5, 9),
    "world environment day": _fixed(6, 5),
    "canada day": _fixed(7, 1),
    "all saints ' day": _fixed(11, 1),
    "all saints day": _fixed(11, 1),
    "all souls ' day": _fixed(11, 2),
    "all souls day": _fixed(11, 2),
    "bonfire night": _fixed(11, 5),
    "guy fawkes night": _fixed(11, 5),
    "world aids day": _fixed(12, 1),
    "human rights day": _fixed(12, 10),
    "hogmanay": _fixed(12, 31),
    "commonwealth day": _nth(2, 0, 3),
    "columbus day": _nth(2, 0, 10),
    "remembrance sunday": _nth(2, 6, 11),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "international workers day": _fixed(5, 1),
    "international workers ' day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "martin luther king day": _nth(3, 0, 1),
    "mlk day": _nth(3, 0, 1),
    "presidents day": _nth(3, 0, 2),
    "memorial day": _nth(_LAST, 0, 5),
    "labor day": _nth(1, 0, 9),
    "father 's day": _nth(3, 6, 6),
    "thanksgiving": _nth(4, 3, 11),
    "thanksgiving day": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, 1),
    "cyber monday": _nth(4, 3, 11, 4),
    "shrove tuesday": _easter(-47),
    "pancake day": _easter(-47),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "holy saturday": _easter(-1),
    "ascension day": _easter(39),
    "whit sunday": _easter(49),
    "pentecost": _easter(49),
    "whit monday": _easter(50),
}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], Callable[[int], date]]]] = {}
for _name, _rule in sorted(_HOLIDAYS.items(), key=lambda item: -len(item[0])):
    _BY_FIRST.setdefault(_name.split()[0], []).append((tuple(_name.split()), _rule))

_BARE = {"christmas", "easter", "thanksgiving"}
_FREE_LEADS = listed("by over before until till after this next during following around")
_BARE_LEADS = listed(
    "by over around before until till after on at this next last since from following previous of"
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name, perhaps with its year or with “next” or “last”."""

    on: Callable[[int], date]
    off: int | None = None
    year: Time | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        if self.year:
            whole = self.year.resolve(context)
            return stretch.day(self.on(whole.first.year)).like(whole) if whole and whole.first else None
        if not context.year:
            return None
        around = [self.on(year) for year in range(context.year - 1, context.year + 2)]
        best = self._chosen(context, around)
        return stretch.day(best) if best else None

    def _chosen(self, context: Context, around: list[date]) -> date | None:
        today = context.today
        if today and self.off == 1:
            return next((one for one in around if one > today), None)
        if today and self.off == -1:
            return next((one for one in reversed(around) if one < today), None)
        return context.nearest(around)


def read_holiday(tokens: Tokens, at: int) -> Hit | None:
    """A named day at this word."""
    start = tokens.skip(at, "the")
    off = WHICH.get(tokens.word(start))
    start += off is not None
    for words, rule in _BY_FIRST.get(tokens.word(start), ()):
        end = tokens.phrase(start, *words)
        if end and _stands(tokens, start, words, off):
            return with_free_days(tokens, _dated(tokens, end, rule, off))
    return None


def _dated(tokens: Tokens, end: int, rule: Callable[[int], date], off: int | None) -> Hit:
    if year := year_after(tokens, end):
        return Hit(Holiday(rule, None, Year(year[0])), year[1])
    if named := year_named(tokens, end):
        return Hit(Holiday(rule, None, named.time), named.end)
    return Hit(Holiday(rule, off), end)


def _stands(tokens: Tokens, start: int, words: tuple[str, ...], off: int | None) -> bool:
    """“Christmas” alone is a day only after a word of time (“by Christmas”, not “Christmas trees”)."""
    if words[0] not in _BARE or len(words) > 1:
        return True
    behind = tokens.word(start + 1)
    if behind in FREE:  # “over the Easter weekend”, but “on Christmas recess”
        the = tokens.word(start - 1) in {"the", "its", "their"}
        return tokens.word(start - 1 - the) in _FREE_LEADS
    goes_on = behind.isalpha() and (behind.endswith("s") or behind in {"tree", "market", "party", "dinner"})
    return (off is not None or tokens.word(start - 1) in _BARE_LEADS) and not goes_on
