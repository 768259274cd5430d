"""The commands in people's own languages: names, descriptions, options, choices and the menu."""

from functools import cache

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.views.texts import ENGLISH, Texts, fixed

NAMES = (
    *(fixed("brief"), fixed("settings"), fixed("usage"), fixed("help"), fixed("privacy"), fixed("forget")),
    *(fixed("link"), fixed("text"), fixed("file"), fixed("published"), fixed("length"), fixed("language")),
    *(fixed("private"), fixed("what"), fixed("short"), fixed("standard"), fixed("long")),
)
"""Commands, options and choices whose names are not written out where they are declared."""

LONGEST_NAME, LONGEST_TEXT = 32, 100
"""Characters of a name, and of a description or a choice (Discord's limits)."""

ONE_WORD = frozenset({Location.command_name, Location.group_name, Location.parameter_name})


class CommandTranslator(app_commands.Translator):
    """Takes the words from the catalogs of the fixed texts."""

    async def translate(
        self, string: app_commands.locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The translation; None where there is none, or none that Discord takes: English is shown then."""
        texts = _texts(locale)
        if texts is None:
            return None
        said = texts.say(string.message)
        one_word = context.location in ONE_WORD and not isinstance(context.data, app_commands.ContextMenu)
        return said if _fits(said, one_word=one_word) else None


@cache
def _texts(locale: Locale) -> Texts | None:
    """The catalog of a locale, of which Discord has 31 for each word; None where English is shown."""
    texts = Texts(locale.value)
    return None if texts.language == ENGLISH else texts


def _fits(said: str, *, one_word: bool) -> bool:
    """Names of slash commands and their options are one word in small letters."""
    if not one_word:
        return len(said) <= LONGEST_TEXT
    plain = said.replace("-", "").replace("_", "")
    return len(said) <= LONGEST_NAME and said == said.lower() and plain.isalnum()
