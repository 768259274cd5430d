"""The JSON in an answer, wherever it stands: bare, in a code fence, in prose, after a model's thoughts."""

import json
import re
from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError

from bot.engines.llm.faults import Unusable
from bot.engines.llm.wire import Answer

THOUGHTS = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
UNUSABLE = "The model did not answer in the form it was asked for."
ERRORS_TOLD = 3
TRIES = 50
"""Opening braces that are tried; prose around JSON rarely has more than a few."""

A = TypeVar("A", bound=Answer)


def parse(answer: type[A], text: str) -> A:
    """The answer in a text; Unusable when there is none."""
    shapeless = not any(f'"{field}"' in text for field in answer.model_fields)
    objects = dict(_objects(THOUGHTS.sub("", text)))
    if not objects:
        raise Unusable(UNUSABLE, "it holds no complete JSON object.", text, shapeless=shapeless)
    try:
        return answer.model_validate(objects[max(objects)])
    except ValidationError as error:
        raise Unusable(UNUSABLE, _reasons(error), text, shapeless=shapeless) from None


def _objects(text: str) -> Iterator[tuple[int, object]]:
    """Every outermost JSON object of a text, with its length."""
    decoder = json.JSONDecoder()
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


def _reasons(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_input=False, include_context=False)[:ERRORS_TOLD]
    return (
        "; ".join(f"{'.'.join(map(str, item['loc'])) or 'the object'}: {item['msg']}" for item in found) + "."
    )
