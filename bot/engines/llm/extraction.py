"""The JSON in an answer, wherever it stands: bare, in a code fence, in prose, after a model's thoughts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from bot.engines.llm.faults import Unusable
from bot.engines.llm.wire import Answer

THOUGHT = ("</think>", "</thinking>")
"""What thoughts end in; where they begin is not always told, for some prompts end in the opening tag."""

UNUSABLE = "The model did not answer in the form it was asked for; choose a more capable one in OPENAI_MODEL."
ERRORS_TOLD = 3
TRIES = 50
"""Opening braces that are tried; prose around JSON rarely has more than a few."""

A = TypeVar("A", bound=Answer)

Item = tuple[int | str, int | str]
"""A field and the position in its list."""


@dataclass(frozen=True, slots=True)
class Parsed(Generic[A]):
    """An answer, and how many items of its lists were left out, for they could not be read."""

    answer: A
    left_out: int = 0


def parse(answer: type[A], text: str, *, last: bool = False) -> Parsed[A]:
    """The answer in a text; Unusable when there is none.

    Items that can't be read are left out where others of their list can; from the last answer that there will
    be, also where none can, but for the list that was asked for first.
    """
    shapeless = not any(f'"{field}"' in text for field in answer.model_fields)
    objects = dict(_objects(_after_thoughts(text))) or dict(_objects(text))
    if not objects:
        raise Unusable(UNUSABLE, "it holds no complete JSON object.", text, shapeless=shapeless)
    value = _unwrapped(answer, objects[max(objects)])
    try:
        return Parsed(answer.model_validate(value))
    except ValidationError as error:
        reasons, bad = _reasons(error), _bad_items(error)
    rest = _without(bad, value)
    if rest and (all(rest.values()) or (last and rest.get(next(iter(answer.model_fields))))):
        try:
            return Parsed(answer.model_validate(rest), len(bad))
        except ValidationError as error:
            reasons = _reasons(error)
    raise Unusable(UNUSABLE, reasons, text, shapeless=shapeless)


def _after_thoughts(text: str) -> str:
    for end in THOUGHT:
        text = text.rpartition(end)[2]
    return text


def _objects(text: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Every outermost JSON object of a text, with its length; line breaks may stand in its texts."""
    decoder = json.JSONDecoder(strict=False)
    start = text.find("{")
    for _ in range(TRIES):
        if start < 0:
            return
        try:
            value, end = decoder.raw_decode(text, start)
            yield end - start, value
        except (ValueError, RecursionError):
            end = start + 1
        start = text.find("{", end)


def _unwrapped(answer: type[Answer], value: dict[str, object]) -> dict[str, object]:
    """The object with the fields asked for, also where it stands in another one (`{"brief": {…}}`)."""
    fields = answer.model_fields.keys()
    inner = (item for item in value.values() if isinstance(item, dict) and fields & item.keys())
    return value if fields & value.keys() else next(inner, value)


def _bad_items(error: ValidationError) -> set[Item]:
    places = (item["loc"] for item in error.errors(include_url=False, include_input=False))
    return {(place[0], place[1]) for place in places if len(place) > 1}


def _without(bad: set[Item], value: dict[str, object]) -> dict[str, object]:
    """The object without bad items; nothing where it is not only they that are bad."""
    lists = {field: items for field, items in value.items() if isinstance(items, list)}
    if not bad or not {field for field, _ in bad} <= lists.keys():
        return {}
    return {
        field: [item for number, item in enumerate(items) if (field, number) not in bad]
        for field, items in lists.items()
        if items
    }


def _reasons(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_input=False, include_context=False)[:ERRORS_TOLD]
    return (
        "; ".join(f"{'.'.join(map(str, item['loc'])) or 'the object'}: {item['msg']}" for item in found) + "."
    )
