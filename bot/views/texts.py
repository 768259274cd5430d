"""The fixed texts in the reader's language: English sentences are the ids of gettext catalogs.

Catalogs are read as they were written (`bot/locales/<language>.po`); no compiled files are kept.
"""

import gettext
import re
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.views.text import escaped

ENGLISH = "en"
FORMATS = {"en": "en_GB", "es": "es", "pt": "pt"}
"""Whose dates are written where Discord names a language without a country (or one that has no catalog)."""

LANGUAGES = ("en",)
"""Languages that the fixed texts can be had in."""


VARIABLE = re.compile(r"(?<=“)[^”]*(?=”)|\d[\d.,]*(?<=\d)")
"""What is put into a sentence: words in quotation marks, and numbers."""


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

    def say(self, sentence: str, **values: object) -> str:
        """A fixed text with its values; what is put in must have been made safe to show."""
        return self._catalog.gettext(sentence).format(**values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """A fixed text about `n` things, in the form that the language has for so many."""
        return self._catalog.ngettext(one, many, n).format(n=n, **values)

    def known(self, sentence: str) -> str:
        """A sentence of ours that comes from elsewhere, such as an error's, translated where it can be.

        Numbers and words in quotation marks stand for themselves: the catalog has “{0}” in their place.
        """
        values = VARIABLE.findall(sentence)
        places = iter(range(len(values)))
        pattern = VARIABLE.sub(lambda _: f"{{{next(places)}}}", sentence)
        said = self._catalog.gettext(pattern) if pattern else ""
        return sentence if said == pattern else said.format(*values)

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


def _formats(asked: str) -> Locale:
    return Locale.parse(FORMATS.get(asked, asked), sep="-" if "-" in asked else "_")
