"""Months named in a text, in any language that CLDR knows (through Babel)."""

import re
from functools import cache

WORD = re.compile(r"[^\W\d_]+")
NUMBERED = re.compile(r"(\d{1,2})\s?[月월]")
"""How Chinese, Japanese and Korean write months."""

INFLECTED_FROM = 5
"""Letters from which on a month's name may end otherwise than CLDR's two forms (“марте”)."""

INFLECTED = frozenset({"ru", "uk", "be", "bg", "pl"})
"""Languages that inflect months of four letters, too (“в июне”)."""

SHORTER = {"ru": {"мае": 5, "маю": 5, "маем": 5}, "pl": {"maju": 5, "majem": 5}}
"""Forms of shorter ones."""

CAPITAL_MONTHS = frozenset({"en", "de"})
"""Languages that write months with a capital: there “may” and “march” are other words."""

SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
SHORT_MONTH = re.compile(r"(?<=\d )([A-Z][a-z]{2,3})\b|\b([A-Z][a-z]{2,3})\.? (?=\d)")
"""A word that may be a short month: before or after a number."""


def months_in(text: str, language: str) -> frozenset[int] | None:
    """Numbers of the months that a text names; None where the language's months are not known."""
    names = _names(language)
    if names is None:
        return None
    found = {int(number) for number in NUMBERED.findall(text)}
    words = WORD.findall(text)
    found |= {number for word in words for name, number in names if _is_form(word, name, language)}
    shorter = SHORTER.get(language, {})
    found |= {shorter[word.casefold()] for word in words if word.casefold() in shorter}
    if language == "en":
        short = {word.lower() for pair in SHORT_MONTH.findall(text) for word in pair}
        found |= {SHORT[word] for word in short & SHORT.keys()}
    return frozenset(found)


def language_name(language: str) -> str:
    """The English name of a language (`de`: “German”); the code itself where it is not known."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 0.1 s that only translations need

    try:
        return Locale(language).english_name or language
    except (UnknownLocaleError, ValueError):
        return language


def _is_form(word: str, name: str, language: str) -> bool:
    if language in CAPITAL_MONTHS and not word[0].isupper():
        return False
    folded = word.casefold()
    least = INFLECTED_FROM - (language in INFLECTED)
    inflected = len(name) >= least and folded.startswith(name[:-1]) and len(folded) <= len(name) + 1
    return folded == name or inflected


@cache
def _names(language: str) -> tuple[tuple[str, int], ...] | None:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above
    from babel.dates import get_month_names  # noqa: PLC0415 - as above

    try:
        Locale(language)
    except (UnknownLocaleError, ValueError):
        return None
    forms = (get_month_names("wide", context, locale=language) for context in ("format", "stand-alone"))
    return tuple({(name.casefold(), number) for form in forms for number, name in form.items()})
