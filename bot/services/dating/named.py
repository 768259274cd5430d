"""Days that the article itself dates: “polling day”, “the eve of the vote”, “the Sunday before the vote”."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.services.dating import stretch
from bot.services.dating.context import Context, Hit, Time
from bot.services.dating.counting import Shifted
from bot.services.dating.dates import weekday_at
from bot.services.dating.holidays import read_holiday
from bot.services.dating.stretch import DAY, Stretch
from bot.services.dating.tokens import Tokens
from bot.services.wordlists import listed

_VOTE = "vote"
_KIN = dict.fromkeys(
    listed(
        "vote votes voting voter voters poll polls polling election elections byelection ballot ballots"
        " referendum runoff mp mayor"
    ),
    _VOTE,
)
"""One happening that news calls by many names."""
_DAYS = {"polling", "election", "voting", "referendum"}
_SHORT = 4


@dataclass(frozen=True, slots=True)
class NamedDay:
    """The day of something that an earlier sentence dates."""

    noun: str

    def resolve(self, context: Context) -> Stretch | None:
        """The day, None when no sentence before dates it."""
        return context.named.get(self.noun)


@dataclass(frozen=True, slots=True)
class WeekdayBeside:
    """The last such weekday before, or the first after, another day."""

    weekday: int
    base: Time
    before: bool

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        base = self.base.resolve(context)
        if not base or not base.first or not base.last:
            return None
        if self.before:
            return stretch.day(stretch.on_or_before(base.first - DAY, self.weekday)).like(base)
        return stretch.day(stretch.on_or_after(base.last + DAY, self.weekday)).like(base)


def names_of(words: Iterator[str]) -> Iterator[str]:
    """The words by which a dated sentence may be referred to later."""
    for word in words:
        if word in _KIN:
            yield _KIN[word]
        elif len(word) >= _SHORT:
            yield word


def read_named(tokens: Tokens, at: int) -> Hit | None:
    """A day named after something dated earlier."""
    start = tokens.skip(at, "the")
    word = tokens.word(start)
    if word in _DAYS:
        return read_noun(tokens, at) if tokens.word(at + 1) == "day" else None
    if word in {"eve", "day", "date", "morning", "night"}:
        return _relative_to(tokens, start, word)
    weekday = weekday_at(tokens, start)
    if weekday is not None and start > at and tokens.word(start + 1) in {"before", "after"}:
        base = read_holiday(tokens, start + 2) or read_noun(tokens, start + 2)
        before = tokens.word(start + 1) == "before"
        return Hit(WeekdayBeside(weekday, base.time, before), base.end) if base else None
    return None


def _relative_to(tokens: Tokens, at: int, word: str) -> Hit | None:
    link = tokens.word(at + 1)
    base = read_noun(tokens, at + 2) if link in {"of", "before", "after"} else None
    if not base or (word == "eve" and link != "of"):
        return None
    off = -1 if word == "eve" or link == "before" else 1 if link == "after" else 0
    return Hit(Shifted(base.time, off, "day") if off else base.time, base.end)


def read_noun(tokens: Tokens, at: int) -> Hit | None:
    """“The vote”, “polling day”: something that may have been dated before."""
    if tokens.word(at) in _DAYS and tokens.word(at + 1) == "day":
        return Hit(NamedDay(_VOTE), at + 2)
    start = tokens.skip(at, "the", "its", "their", "his", "her")
    word = tokens.word(start)
    named = _KIN.get(word, word)
    return Hit(NamedDay(named), start + 1) if word.isalpha() and len(named) >= _SHORT else None
