"""An endpoint's answer, read with tolerance: compatible servers leave out what they like."""

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ValidationError

from bot.engines.llm.faults import Fault, Unusable
from bot.engines.llm.refusals import SAID, Refusal

MOST_TOKENS = 10**9
"""A count above is none, and no database keeps it."""

BAD_GATEWAY = 502

CUT_OFF = (
    "The model's answer was cut off before its end; let it write more, or choose another in OPENAI_MODEL."
)
EMPTY = "The model gave an empty answer; try again, or choose another in OPENAI_MODEL."


class TextBlock(BaseModel):
    """A piece of content, where content comes in pieces."""

    text: str | None = None


class Message(BaseModel):
    """What the model said, and what it thought before, under the names that vLLM and others have for that."""

    content: str | list[TextBlock] | None = None
    refusal: str | None = None
    reasoning_content: object = None
    reasoning: object = None

    @property
    def text(self) -> str:
        """The content as one string; of thoughts alone the JSON that they end in.

        Servers that look for thoughts take the answer of a model that has none for one (vLLM 15618).
        """
        content = self.content or ""
        if isinstance(content, list):
            content = "".join(block.text or "" for block in content)
        thoughts = (self.reasoning_content, self.reasoning)
        answers = (text for text in thoughts if isinstance(text, str) and text.rstrip().endswith("}"))
        return content if content.strip() else next(answers, "")


class Choice(BaseModel):
    """One answer."""

    message: Message = Message()
    finish_reason: str | None = None
    error: object = None


def _whole(value: object) -> object:
    return value if isinstance(value, int) and 0 <= value <= MOST_TOKENS else 0


Whole = Annotated[int, BeforeValidator(_whole)]


class Spent(BaseModel):
    """Tokens as the endpoint counted them; 0 where it did not."""

    prompt_tokens: Whole = 0
    completion_tokens: Whole = 0


def _counts(value: object) -> object:
    return value if isinstance(value, dict) else None


def _first(value: object) -> object:
    """The one answer that was asked for, of however many; null where there is an error instead."""
    return value[:1] if isinstance(value, list) else value or []


class Completion(BaseModel):
    """The body of an answer."""

    choices: Annotated[list[Choice], BeforeValidator(_first)] = []
    usage: Annotated[Spent | None, BeforeValidator(_counts)] = None
    error: object = None


def read_completion(body: str) -> Completion | Refusal:
    """The answer in a body, or the refusal that some send as a success; Fault when it is neither."""
    try:
        completion = Completion.model_validate_json(body)
    except ValidationError:
        raise incompatible() from None
    errors = (completion.error, *(choice.error for choice in completion.choices))
    if error := next(filter(None, errors), None):
        return _refusal(error)
    if not completion.choices:
        raise incompatible()
    return completion


def _refusal(error: object) -> Refusal:
    """OpenRouter's way to tell that the provider behind it failed: `code` is a status."""
    code = str(error.get("code")) if isinstance(error, dict) else ""
    return Refusal(
        int(code) if re.fullmatch("[45][0-9]{2}", code) else BAD_GATEWAY, str(error)[:SAID].lower()
    )


def incompatible() -> Fault:
    """What answers is something else."""
    return Fault(
        "The endpoint did not answer as an OpenAI-compatible API does; check OPENAI_BASE_URL "
        "(it usually ends in /v1).",
        down=True,
    )


def text_of(completion: Completion) -> str:
    """What the model wrote; Fault where it declined, Unusable where it did not come to an end."""
    choice = completion.choices[0]
    if choice.message.refusal:
        raise Fault("The model declined to read this article.")
    if choice.finish_reason == "content_filter":
        raise Fault("The endpoint's content filter stopped this article.")
    if choice.finish_reason == "length":
        raise Unusable(CUT_OFF, "it was cut off; say less: fewer and shorter items.")
    if not choice.message.text.strip():
        raise Unusable(EMPTY, "it was empty.")
    return choice.message.text
