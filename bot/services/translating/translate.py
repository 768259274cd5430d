"""Translation as one more step after the checks: statements, roles and event names, each line for itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.domain.brief import Actor, Brief, PromptId, Usage
from bot.domain.reading import Kind
from bot.services.remembering import Remember, afresh
from bot.services.translating.calendar import language_name
from bot.services.translating.faithful import Named, is_faithful, written_names
from bot.services.translating.scripts import script_of, sounds_alike, spelling_forms

DONE = (
    "Translated from {source} into {target} by a language model; the evidence is in the article's language."
)
LEFT = "{left} of {all} lines could not be verified in translation and stand as they were."
NONE_VERIFIED = "no line of the translation could be verified."
NO_MODEL = "that needs a language model."
NOT_DONE = "Not translated into {target}: {reason}"


@dataclass(frozen=True, slots=True)
class Lines:
    """What is to be translated, from a language into another (ISO 639-1), and the names in it."""

    texts: Sequence[str]
    names: Sequence[str]
    source: str
    target: str
    remember: Remember = field(default=afresh, compare=False)


@dataclass(frozen=True, slots=True)
class Translation:
    """Translated texts by their position, how each name was written, and what it took."""

    texts: Mapping[int, str]
    names: Mapping[str, str]
    usage: Usage = field(default_factory=Usage)
    prompts: Mapping[str, PromptId] = field(default_factory=dict)
    fault: str | None = None


class Translator(Protocol):
    """Translates lines one to one."""

    async def translate(self, lines: Lines, within: float) -> Translation:
        """What could be translated within so many seconds; the result tells of a fault, and what it took."""
        ...


async def translate(
    translator: Translator | None, brief: Brief, target: str, within: float, remember: Remember = afresh
) -> Brief:
    """The brief in another language; a line that fails the checks stays, all do where no model can help."""
    if translator is None or brief.engine.fallback:
        return _untranslated(brief, target, NO_MODEL)
    texts = list(dict.fromkeys(_texts(brief)))
    lines = Lines(texts, [actor.name for actor in brief.actors], brief.language, target, remember)
    translation = await translator.translate(lines, within)
    brief = replace(
        brief,
        usage=_sum(brief.usage, translation.usage),
        engine=replace(brief.engine, prompts={**brief.engine.prompts, **translation.prompts}),
    )
    if translation.fault:
        return _untranslated(brief, target, translation.fault)
    return _translated(brief, lines, translation)


def _untranslated(brief: Brief, target: str, reason: str) -> Brief:
    note = NOT_DONE.format(target=language_name(target), reason=reason)
    return replace(brief, notes=(*brief.notes, note))


def _translated(brief: Brief, lines: Lines, translation: Translation) -> Brief:
    written = written_names(translation.names)
    named = [_named(actor, written, lines.source) for actor in brief.actors]
    found = {
        text: line
        for number, text in enumerate(lines.texts)
        if is_faithful(text, line := translation.texts.get(number, ""), lines.source, lines.target, named)
    }
    if not found:
        return _untranslated(brief, lines.target, NONE_VERIFIED)
    notes = [DONE.format(source=language_name(lines.source), target=language_name(lines.target))]
    if len(found) < len(lines.texts):
        notes.append(LEFT.format(left=len(lines.texts) - len(found), all=len(lines.texts)))
    return replace(
        brief,
        language=lines.target,
        summary=tuple(
            replace(item, text=found[item.text], original=item.text) if item.text in found else item
            for item in brief.summary
        ),
        actors=tuple(
            replace(
                actor, name=_both(actor, written, lines.source), role=found.get(actor.role or "", actor.role)
            )
            for actor in brief.actors
        ),
        events=tuple(replace(event, what=found.get(event.what, event.what)) for event in brief.events),
        notes=(*brief.notes, *notes),
    )


def _sum(one: Usage, two: Usage) -> Usage:
    """Both together; a cost only where both are known."""
    costs = (one.cost_usd, two.cost_usd)
    return Usage(
        one.calls + two.calls,
        one.prompt_tokens + two.prompt_tokens,
        one.completion_tokens + two.completion_tokens,
        None if None in costs else sum(cost for cost in costs if cost),
    )


def _texts(brief: Brief) -> Iterator[str]:
    yield from (statement.text for statement in brief.summary)
    yield from (actor.role for actor in brief.actors if actor.role)
    yield from (event.what for event in brief.events)


def _named(actor: Actor, written: Mapping[str, str], source: str) -> Named:
    """People keep their names, spelled anew at most; whatever else has a name may be called otherwise."""
    printed = (actor.name, *actor.aliases)
    if actor.kind is not Kind.PERSON:
        return Named(printed, ())
    spelling = _spelling(actor, written, source)
    return Named(printed, spelling_forms(actor.name, spelling) if spelling else printed)


def _spelling(actor: Actor, written: Mapping[str, str], source: str) -> str | None:
    """The name in the other script, where the scripts differ and it can be the same name."""
    new = written.get(actor.name, "")
    other_script = bool(new) and script_of(new) != script_of(actor.name)
    return new if other_script and sounds_alike(actor.name, new, source) else None


def _both(actor: Actor, written: Mapping[str, str], source: str) -> str:
    """The name as printed, with its spelling in the other script where there is one."""
    spelling = _spelling(actor, written, source)
    return f"{actor.name} ({spelling})" if spelling else actor.name
