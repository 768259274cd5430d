"""Names and descriptions of the commands in the languages that Discord shares with the catalogs."""

import re
from collections.abc import Iterator

import pytest
from discord import Locale
from discord.app_commands import Choice, TranslationContext, TranslationContextLocation, locale_str
from discord.app_commands.translator import ChoiceTranslationContext
from discord.ext import commands

from bot.translator import CommandTranslator
from bot.views.texts import LANGUAGES
from tests.discord.conftest import World

LOCALES = [locale.value for locale in Locale if locale.value.split("-")[0] in LANGUAGES[1:]]

WORD = re.compile(r"[-_\w]{1,32}")
"""What Discord takes as the name of a slash command or an option, in small letters."""

CHAT_INPUT = 1

Payload = dict[str, object]


async def test_every_name_and_description_is_there_in_every_shared_language(world: World) -> None:
    found = await registered(world)
    missing = [
        (part[field], locale)
        for part in found
        for field in ("name", "description")
        for locale in LOCALES
        if part.get(field) and not translations(part, field).get(locale)
    ]
    assert len(found) > len(("brief", "settings", "usage", "help", "privacy", "forget"))
    assert missing == []


async def test_names_keep_discords_rules_in_every_language(world: World) -> None:
    for part in await registered(world):
        for said in translations(part, "name").values():
            assert 1 <= len(said) <= 100
            if part.get("type") == CHAT_INPUT or "required" in part:
                assert WORD.fullmatch(said)
                assert said == said.lower()
        assert all(1 <= len(said) <= 100 for said in translations(part, "description").values())


async def test_no_two_commands_or_options_have_one_name(world: World) -> None:
    found = await registered(world)
    siblings = [[part for part in found if "type" in part and "required" not in part]]
    siblings += [list(_children(part)) for part in found]
    for locale in LOCALES:
        for group in siblings:
            names = [translations(part, "name")[locale] for part in group]
            assert len(set(names)) == len(names)


@pytest.mark.parametrize("locale", [Locale.american_english, Locale.japanese])
async def test_where_there_is_no_catalog_discord_shows_english(locale: Locale) -> None:
    assert await translated("brief", locale) is None


async def translated(said: str, locale: Locale) -> str | None:
    context: ChoiceTranslationContext = TranslationContext(
        TranslationContextLocation.choice_name, Choice(name=said, value=said)
    )
    return await CommandTranslator().translate(locale_str(said), locale, context)


async def registered(world: World) -> list[Payload]:
    """All that Discord is sent: commands with their options and choices."""
    bot = world.env.bot
    assert isinstance(bot, commands.Bot)
    assert bot.tree.translator is not None
    sent = [
        await command.get_translated_payload(bot.tree, bot.tree.translator)
        for command in bot.tree.get_commands()
    ]
    return [part for command in sent for part in _parts(command)]


def translations(part: Payload, field: str) -> dict[str, str]:
    found = part.get(f"{field}_localizations")
    return {str(locale): str(said) for locale, said in found.items()} if isinstance(found, dict) else {}


def _parts(payload: Payload) -> Iterator[Payload]:
    yield payload
    for child in _children(payload):
        yield from _parts(child)


def _children(payload: Payload) -> Iterator[Payload]:
    for inner in ("options", "choices"):
        children = payload.get(inner)
        yield from children if isinstance(children, list) else []
