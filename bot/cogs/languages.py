"""Languages as people name them."""

from discord import app_commands

from bot.domain.errors import UnusableSource
from bot.services.wordlists import listed
from bot.views.languages import named_in, spoken

MOST_CHOICES = 25
"""Choices that Discord shows."""

LANGUAGES = listed("""
    ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr
    uk ur vi zh
""")
"""ISO 639-1 codes of the languages that are offered; any other code can be given."""


def suggest_languages(typed: str, locale: str) -> list[app_commands.Choice[str]]:
    """Those whose name in the person's or their own language begins as typed."""
    wanted = typed.strip().casefold()
    named = sorted((named_in(locale, code), code) for code in LANGUAGES)
    found = [
        (name, code)
        for name, code in named
        if name.casefold().startswith(wanted)
        or named_in(code, code).casefold().startswith(wanted)
        or code == wanted
    ]
    return [app_commands.Choice(name=name, value=code) for name, code in found[:MOST_CHOICES]]


def language_code(given: str) -> str:
    """The code of a language that somebody named; UnusableSource when there is none of that name."""
    wanted = given.strip().casefold()
    for code in LANGUAGES:
        names = {code, named_in("en", code).casefold(), named_in(code, code).casefold()}
        if wanted in names:
            return code
    known = spoken(wanted)
    if known is None or "_" in wanted or "-" in wanted:
        raise UnusableSource(
            "I don't know this language: choose one of the list, or give its code.", "unsupported"
        )
    return known.language
