"""Languages by name: in the reader's words and in their own, and as options to choose from."""

from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from discord import SelectOption

from bot.views.texts import Texts

OFFERED = "en es fr de pt it nl pl uk ru tr fa ar he hi bn ur zh ja ko vi id sw el sv".split()  # noqa: SIM905 - reads as a list
"""What a brief can be asked for in (ISO 639-1); a select has room for 25."""

OPTIONS = 25
"""Options of a select (Discord's limit)."""

OWN = "own"
"""The value of an option that leaves it to the operator, or to nobody: nothing is set."""


def spoken(name: str) -> Locale | None:
    """What Babel knows of a language or locale; None where that is nothing."""
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


@cache
def named_in(locale: str, code: str) -> str:
    """What a language is called in another one; its code where Babel does not know."""
    words = spoken(locale)
    return (words.languages.get(code) if words else None) or code


def language_name(code: str | None, texts: Texts) -> str:
    """A language in the reader's words; none is the article's own."""
    if code is None:
        return texts.say("the article's own")
    return texts.locale.languages.get(code) or code


def own_names(texts: Texts) -> Iterator[SelectOption]:
    """Each language by its own name, and below it by the one that the reader uses."""
    for code in OFFERED:
        own, name = named_in(code, code), language_name(code, texts)
        label = own[:1].upper() + own[1:]
        yield SelectOption(label=label, value=code, description=None if name == label else name)


def language_options(chosen: str | None, usual: str, texts: Texts) -> Iterator[SelectOption]:
    """The languages in the reader's words, and before them what is usual."""
    yield SelectOption(label=usual, value=OWN, default=chosen is None)
    others = [code for code in OFFERED if code != chosen]
    for code in ([chosen, *others] if chosen else others)[: OPTIONS - 1]:
        yield SelectOption(label=language_name(code, texts), value=code, default=code == chosen)
