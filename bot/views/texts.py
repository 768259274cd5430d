"""The fixed texts in the reader's language: English sentences are the ids of gettext catalogs.

Catalogs are read as they were written (`bot/locales/<language>.po`); no compiled files are kept.
"""

import gettext
import re
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.views.elsewhere import SENTENCES
from bot.views.text import END_ISOLATE, ISOLATE, escaped

ENGLISH = "en"
FORMATS = {"en": "en_GB", "es": "es", "pt": "pt"}
"""Whose dates are written where Discord names a language without a country (or one that has no catalog)."""

LANGUAGES = ("en", "es", "fr", "de", "ru", "fa", "ar", "pt")
"""Languages that the fixed texts can be had in."""


LINE_START = re.compile(r"#{1,3} |-# |- |  |> -# |> ")
"""What makes a heading, small text, an item of a list, its next line, or a quotation of a line."""

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u2066", "\u2067"
"""Isolate what follows, from left to right or from right to left."""

PLACE = re.compile(r"\\\{(\w+)\\\}")

OURS = frozenset({"reason", "kind", "status", "calendar"})
"""Places in our sentences for words of ours; all others hold names, numbers and words of articles."""

LONGEST_SENTENCE = 1000
"""Characters of a sentence that is looked for among ours."""


class Texts:
    """Fixed texts for one of Discord's locales (`es-ES`, `pt-BR`, `en-US`) or a language code.

    Whatever has no translation is said in English.
    """

    def __init__(self, locale: str = ENGLISH) -> None:
        asked = locale.replace("_", "-")
        language = asked.split("-")[0].lower()
        self.language = language if language in LANGUAGES else ENGLISH
        self.locale = _formats(asked if self.language == language else ENGLISH)
        self._catalog = _catalog(self.language)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.locale.text_direction == "rtl"

    @property
    def comma(self) -> str:
        """What stands between a name and a role."""
        return "، " if self.rtl else ", "

    def line(self, line: str) -> str:
        """A line of markup in the direction of the language, whatever the direction of what is around it."""
        mark = LINE_START.match(line)
        start, rest = (mark[0], line[mark.end() :]) if mark else ("", line)
        return f"{start}{RIGHT_TO_LEFT}{rest}{END_ISOLATE}" if self.rtl and rest else line

    def say(self, sentence: str, **values: object) -> str:
        """A fixed text with its values; what is put in must have been made safe to show."""
        return self._catalog.gettext(sentence).format(**values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """A fixed text about `n` things, in the form that the language has for so many."""
        return self._catalog.ngettext(one, many, n).format(n=n, **values)

    def known(self, sentence: str) -> str:
        """A sentence of ours that comes from elsewhere, such as an error's, translated where it can be."""
        said = self._catalog.gettext(sentence) if sentence else ""
        if self.language == ENGLISH or said != sentence or len(sentence) > LONGEST_SENTENCE:
            return said
        for template, pattern in _patterns().items():
            if found := pattern.fullmatch(sentence):
                values = found.groupdict().items()
                return self.say(
                    template, **{name: self.known(value) if name in OURS else value for name, value in values}
                )
        return sentence

    def told(self, sentence: str) -> str:
        """A sentence of ours with words from outside in it, safe to show, in the direction of the language.

        Whatever it begins with: “از ۱۷ آذر ۱۴۰۵” read as … is English.
        """
        shown = self.shown(sentence)
        if not shown.startswith(ISOLATE):
            return shown
        return (RIGHT_TO_LEFT if self.rtl else LEFT_TO_RIGHT) + shown.removeprefix(ISOLATE)

    def shown(self, text: str) -> str:
        """Text from outside, safe to stand among the fixed texts."""
        return escaped(text, among_rtl=self.rtl)


def fixed(sentence: str) -> str:
    """A fixed text that is named here and said elsewhere, so that it is found for the catalogs."""
    return sentence


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    if language == ENGLISH:
        return gettext.NullTranslations()
    compiled = BytesIO()
    with (files("bot") / "locales" / f"{language}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What a sentence looks like with its values in it, for those that have some."""
    return {
        template: re.compile(PLACE.sub(r"(?P<\1>.*?)", re.escape(template)), re.DOTALL)
        for template in SENTENCES
        if "{" in template
    }


@lru_cache(maxsize=100)
def _formats(asked: str) -> Locale:
    return Locale.parse(FORMATS.get(asked, asked), sep="-" if "-" in asked else "_")
