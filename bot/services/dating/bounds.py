"""Reads times with an open side: “by 1 May”, “not before Monday”, “on Friday at the latest”."""

from bot.services.dating.context import Hit
from bot.services.dating.counting import Lasting
from bot.services.dating.dates import read_date
from bot.services.dating.durations import duration
from bot.services.dating.expressions import Bound
from bot.services.dating.moments import read_moment
from bot.services.dating.ranges import moved, read_range
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import UNITS
from bot.services.wordlists import listed

_PHRASES = {
    "after": "no earlier than|not earlier than|no sooner than|not until at least|not until|until at least"
    "|not before|until after|on or after|after",
    "by": "by no later than|no later than|not later than|on or before|at the latest by|by|until|till"
    "|up to|up until|up to and including|not beyond|through",
    "before": "before|prior to|ahead of",
    "since": "ever since|since",
    "from": "from|as from|as of|with effect from|effective from|effective|starting on|starting from"
    "|starting|starts|beginning on|beginning|as early as|as soon as|as late as",
}
_BOUNDS = sorted(
    ((tuple(words.split()), kind) for kind, phrases in _PHRASES.items() for words in phrases.split("|")),
    key=lambda bound: -len(bound[0]),
)
_BOUNDS_AT = {
    first: [bound for bound in _BOUNDS if bound[0][0] == first]
    for first in {words[0] for words, _ in _BOUNDS}
}
"""By the word they begin with, the longest first."""
_CLAUSE_ENDS = {",", ";", ".", ":", "but", "and"}
_LINKS = listed(
    "and or but to for in at of with when because as after by on if while he she they it we must will would"
)
_ENDS = {"deadline", "cutoff", "cut", "expiry", "expiration", "due"}
"""What is named by its last day: “before the June 14 deadline” is no later than the day before."""
_NEGATIONS = {"not", "never", "cannot", "t", "nor", "no", "nobody", "nothing"}
_REACH = 10


def with_suffix(tokens: Tokens, at: int, hit: Hit) -> Hit:
    """“(Friday) at the latest”, “(in May) at the earliest”, “(from 1 April) onwards”."""
    after = tokens.skip(hit.end, ",")
    if end := tokens.phrase(after, "at", "the", "latest") or tokens.phrase(after, "or", "earlier"):
        return Hit(hit.time if isinstance(hit.time, Bound) else Bound("by", hit.time), end)
    if end := tokens.phrase(after, "at", "the", "earliest") or tokens.phrase(after, "or", "later"):
        time = hit.time
        if isinstance(time, Bound) and time.kind != "by":
            return Hit(time, end)
        return Hit(Bound("after", time.time if isinstance(time, Bound) else time), end)
    if tokens.word(hit.end) in {"onwards", "onward"}:
        return Hit(hit.time, hit.end + 1)
    return _lasting(tokens, at, hit)


def _lasting(tokens: Tokens, at: int, hit: Hit) -> Hit:
    """“From 10 March for two weeks”."""
    if not isinstance(hit.time, Bound) or hit.time.kind != "from":
        return hit
    if tokens.word(hit.end) == "for" and (found := duration(tokens, hit.end + 1)):
        return Hit(Lasting(hit.time.time, found.count, found.unit), found.end)
    long = _long_before(tokens, at)
    return Hit(Lasting(hit.time.time, *long), hit.end) if long else hit


def _long_before(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """“(A three-day strike) from Monday”: how long it lasts."""
    for back in range(4, 8):
        count = tokens.cardinal(at - back)
        if count and tokens.word(count[1]) == "-" and (unit := UNITS.get(tokens.word(count[1] + 1))):
            return count[0], unit
        if tokens.word(at - back) in _CLAUSE_ENDS:
            return None
    return None


def read_bound(tokens: Tokens, at: int) -> Hit | None:
    """“By 1 May”, “not before Monday”, “until the end of the week”."""
    for words, kind in _BOUNDS_AT.get(tokens.word(at), ()):
        after = tokens.phrase(at, *words)
        if after is None:
            continue
        after = tokens.phrase(after, "at", "least") or after
        after = tokens.skip(after, "cob", "eod")
        after = tokens.skip(after, "at", "on", "about", "around", "in", "sometime")
        inner = read_range(tokens, after) or read_moment(tokens, after)
        if not inner and (inner := read_moment(tokens, tokens.skip(after, "the", "its", "a", "their"))):
            named = kind == "before" and tokens.word(inner.end).isalpha() and not _links(tokens, inner.end)
            return _named_before(tokens, at, inner) if named else _bounded(tokens, at, kind, inner)
        inner = inner or _dated_name(tokens, after)
        if inner:
            return _bounded(tokens, at, kind, inner)
    return None


def _named_before(tokens: Tokens, at: int, inner: Hit) -> Hit:
    """“Ahead of the June 14 ballot”, “before Friday's vote”: the time of what is named, which is to come."""
    return Hit(Bound("ahead", inner.time), inner.end) if tokens.word(at) == "ahead" else inner


def _links(tokens: Tokens, at: int) -> bool:
    """Whether the next word goes on with the sentence, or names but the end of something."""
    return tokens.word(at) in _LINKS | _ENDS


def _dated_name(tokens: Tokens, at: int) -> Hit | None:
    """“(Before) the Dragon Boat Festival (May 31)”, “(until) Waitangi Day, Feb. 6”: a name and its date."""
    start = tokens.skip(at, "the")
    for end in range(start + 1, start + 6):
        if not tokens.capital(end - 1):
            return None
        if tokens.word(end) in {"(", ","} and (found := read_date(tokens, end + 1)):
            return Hit(found.time, tokens.skip(found.end, ")"))
    return None


def _bounded(tokens: Tokens, at: int, kind: str, inner: Hit) -> Hit:
    """“Not until X” is X, “not before X” begins at X; “after Friday's vote” is the vote's day."""
    ends = kind == "before" and tokens.word(inner.end) in _ENDS
    if tokens.word(inner.end - 1) == "'s" and kind in {"after", "since", "before"} and not ends:
        return _named_before(tokens, at, inner)
    if kind == "by" and tokens.word(at) in {"until", "till"} and moved(tokens, at):
        return Hit(Bound("from", inner.time), inner.end)
    if kind == "before" and "midnight" in tokens.words[at : inner.end]:
        return Hit(Bound("by", inner.time), inner.end)
    if kind in {"by", "before"} and tokens.word(at) in {"until", "till", "before"} and _negated(tokens, at):
        return Hit(Bound("from" if kind == "by" else "after", inner.time), inner.end)
    return Hit(Bound(kind, inner.time), inner.end)


def _negated(tokens: Tokens, at: int) -> bool:
    for back in range(1, _REACH):
        word = tokens.word(at - back)
        if not word or word in _CLAUSE_ENDS:
            return False
        if word in _NEGATIONS and tokens.word(at - back + 1) == "to":
            return False  # “told not to sail until May 29”
        if word in _NEGATIONS and (word != "t" or tokens.word(at - back - 1) in {"'", "’"}):
            return True
    return False
