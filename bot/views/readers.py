"""Who reads: in words, as options that managers choose from, and what a chosen option means."""

from collections.abc import Iterator

from discord import SelectOption

from bot.domain.brief import EngineChoice, ReadBy
from bot.domain.terms import Terms
from bot.views.text import shortened
from bot.views.texts import Texts

HOST, MODEL = 60, 60
"""UTF-16 units of the host of the language models, and of a model's name where it stands in a sentence."""

LABEL = 100
"""UTF-16 units of an option's label (Discord's limit)."""

AUTO, OFFLINE, NAMED = "auto", "offline", "model:"
"""Values of the options: the operator's model, the embedded engine, and before a model's name."""


def reader_named(terms: Terms, chosen: ReadBy, texts: Texts) -> str:
    """Who reads where a guild has chosen so; for options too, in which there is no markup."""
    reader = terms.allowed(chosen)
    if terms.endpoint is None or reader.engine is EngineChoice.OFFLINE:
        return texts.say("The embedded engine: nothing leaves the bot's machine")
    host, model = shortened(terms.endpoint, HOST), reader.model or (terms.models and terms.model)
    if not model:
        return texts.say("The language model at {host}", host=host)
    return texts.say("{model} at {host}", model=shortened(model, MODEL), host=host)


def reader_options(terms: Terms, chosen: ReadBy, texts: Texts) -> Iterator[SelectOption]:
    """The operator's model first, then the others, then the embedded engine."""
    now = terms.allowed(chosen)
    choices = {AUTO: ReadBy(), **{NAMED + name: ReadBy(model=name) for name in terms.models}}
    for value, reader in {**choices, OFFLINE: ReadBy(EngineChoice.OFFLINE)}.items():
        label = shortened(reader_named(terms, reader, texts), LABEL)
        yield SelectOption(label=label, value=value, default=reader == now)


def reader_of(value: str) -> ReadBy:
    """Who was chosen by the value of an option."""
    if value.startswith(NAMED):
        return ReadBy(model=value.removeprefix(NAMED))
    return ReadBy(EngineChoice(value))
