"""Panels and answers of the bot about itself, in every language, within the limits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from discord import ui

from bot.domain.brief import ClaimKind, EngineChoice, Length
from bot.domain.guild import GuildSettings, Listening
from bot.domain.kept import GuildUsage, OwnUsage
from bot.domain.terms import Terms
from bot.views.about import help_card, privacy_card
from bot.views.forgetting import person_card, server_card
from bot.views.settings import NAMED, Panel, settings_card
from bot.views.texts import LANGUAGES, Texts
from bot.views.usage import usage_card
from tests.views.discord_limits import refused
from tests.views.reading import components, content, labels

GUILD, CHANNEL = 2**62, 2**62 + 1

BARE = Panel(GuildSettings(GUILD), Terms(), CHANNEL)
FULL = Panel(
    GuildSettings(
        GUILD,
        Length.LONG,
        "eo",
        EngineChoice.OFFLINE,
        frozenset(range(GUILD, GUILD + 100)),
        7,
        {GUILD + number: Listening.ALWAYS if number % 2 else Listening.OFFER for number in range(500)},
    ),
    Terms(endpoint=f"{'x' * 240}.example", keep=timedelta(days=1), listens=True),
    CHANNEL,
    resetting=True,
)
MENTIONS = {
    name: f"</{name}:{2**62}>" for name in ("brief", "settings", "usage", "help", "privacy", "forget")
}
USED = GuildUsage(
    *(10**6, 10**5, 10**7, 10**10, 10**5 + 0.5, 10**7, 10**6), marks=dict.fromkeys(ClaimKind, 10**4)
)


def cards(texts: Texts) -> Iterator[ui.LayoutView]:
    for panel in (BARE, FULL):
        yield settings_card(panel, texts=texts)
        yield privacy_card(panel.terms, MENTIONS, texts=texts)
    yield help_card({}, texts=texts)
    yield help_card(MENTIONS, texts=texts)
    yield usage_card(OwnUsage(0, 0, 1), GuildUsage(), texts=texts)
    yield usage_card(OwnUsage(10**5, 10**4, 30, 10**4), USED, texts=texts)
    yield person_card(GUILD, texts=texts)
    yield server_card(GUILD, texts=texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_keep_discords_limits_in_every_language(language: str) -> None:
    assert [refused(view) for view in cards(Texts(language)) if refused(view)] == []


def test_channels_and_roles_beyond_a_few_are_counted(texts: Texts) -> None:
    told = content(settings_card(FULL, texts=texts))
    assert f", {250 - NAMED} more; Always: <#" in told
    assert f", {100 - NAMED} more\n" in told


def test_what_was_set_and_is_not_among_the_options_can_still_be_seen_there(texts: Texts) -> None:
    chosen = {
        str(option["value"])
        for part in components(settings_card(FULL, texts=texts))
        for option in _options(part)
        if option.get("default")
    }
    assert chosen == {"long", "eo", "offline", "7", "always"}


def test_without_a_language_model_there_is_no_engine_to_choose(texts: Texts) -> None:
    assert "Read by" not in labels(settings_card(BARE, texts=texts))
    assert "Read by" in labels(settings_card(FULL, texts=texts))
    assert "Translating needs a language model" in content(settings_card(BARE, texts=texts))


def test_the_kinds_that_are_marked_most_come_first(texts: Texts) -> None:
    marks = {ClaimKind.ACTOR: 1, ClaimKind.EVENT: 12, ClaimKind.STATEMENT: 3}
    told = content(usage_card(OwnUsage(0, 0, 30), replace(USED, marks=marks), texts=texts))
    assert "12 events, 3 statements, 1 actor" in told


def test_numbers_are_written_as_the_language_writes_them() -> None:
    told = content(usage_card(OwnUsage(0, 0, 30), USED, texts=Texts("en-US")))
    assert "9,000,000 traced, 1,000,000 withheld (10%)" in told
    assert "10,000,000 calls, 10,000,000,000 tokens, " in told
    once = content(usage_card(OwnUsage(0, 0, 30), replace(USED, calls=1), texts=Texts("de")))
    assert "1 Aufruf, " in once


def _options(part: dict[str, object]) -> list[dict[str, object]]:
    found = part.get("options")
    return found if isinstance(found, list) else []
