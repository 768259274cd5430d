"""Where a sentence names somebody: runs of capitals, and states by every name that they have."""

from collections.abc import Mapping
from functools import cache

from bot.domain.countries import countries, country_of
from bot.services.checks.words import Word, words

_LONGEST_STATE = 5
BRUSSELS = frozenset({"brussels", "european", "union", "eu"})
"""Folded words by which news names the European Union."""


def capital_runs(sentence: tuple[Word, ...]) -> list[list[Word]]:
    """The runs of capitalised words, joined by “of”, “the”, “and” or “for” inside: the names, roughly."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    for word in sentence:
        name = word.capital and not word.number
        joined = run and word.clause == run[-1].clause
        if (name and not run) or (joined and (name or word.folded in _JOINTS)):
            run.append(word)
        else:
            runs, run = [*runs, run], [word] if word.capital and not word.number else []
    return [_bare(run) for run in [*runs, run] if run]


def states(sentence: tuple[Word, ...]) -> list[tuple[str, int, int]]:
    """The states named in a sentence, each with the span of its words, the longest name first."""
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(sentence):
        state, size = _state_at(sentence, at) if sentence[at].capital else ("", 1)
        found += [(state, at, at + size)] if state else []
        at += size
    return found


_JOINTS = {"of", "the", "and", "for", "de", "da", "del", "la", "van", "von", "bin", "al", "on", "to"}


def _state_at(sentence: tuple[Word, ...], at: int) -> tuple[str, int]:
    longest = _first_words().get(_mixed_case(sentence[at].text), 0)
    for size in range(min(longest, len(sentence) - at), 0, -1):
        name = " ".join(_mixed_case(word.text) for word in sentence[at : at + size])
        if state := country_of(name):
            return state.name, size
    return "", 1


@cache
def _first_words() -> Mapping[str, int]:
    """The words with which a state's, a people's or a seat's name can begin, and words of the longest one."""
    names = (
        name
        for country in countries()
        for name in (
            *country.all_names,
            *country.demonyms,
            *(f"{one}s" for one in country.demonyms),
            *country.seats,
        )
    )
    longest = {"The": _LONGEST_STATE}
    for name in (name.removeprefix("The ") for name in names):
        first, size = words(name)[0].text, len(name.split())
        longest[first] = max(size, longest.get(first, 0))
    return longest


def _mixed_case(text: str) -> str:
    """Datelines in capitals (“BOGOTÁ”) as names are written; short ones are acronyms."""
    return text.capitalize() if text.isupper() and len(text) > 3 else text  # noqa: PLR2004


def _bare(run: list[Word]) -> list[Word]:
    while run and run[-1].folded in _JOINTS and not run[-1].capital:
        run = run[:-1]
    return run


def spelled_by(short: str, full: list[str]) -> list[str]:
    """The tail of a run of words whose initials the letters follow (“Southern … Community” for “sadc”)."""
    for start in range(len(full) - 1, -1, -1):
        if full[start][0] == short[0] and _follows(short, full[start:]):
            return full[start:]
    return []


def _follows(letters: str, full: list[str]) -> bool:
    """Whether the letters stand in this order in the words, most of them as initials."""
    initials = "".join(word[0] for word in full)
    at = 0
    for letter in initials:
        at += at < len(letters) and letter == letters[at]
    return at >= max(2, len(letters) - 1)
