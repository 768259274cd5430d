"""An endpoint's answer, read with tolerance: compatible servers leave out what they like."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ValidationError

from bot.engines.llm.faults import Fault, Unusable

MOST_TOKENS = 10**9
"""A count above is none, and no database keeps it."""

CUT_OFF = "The model's answer was cut off before its end."


class TextBlock(BaseModel):
    """A piece of content, where content comes in pieces."""

    text: str | None = None


class Message(BaseModel):
    """What the model said."""

    content: str | list[TextBlock] | None = None
    refusal: str | None = None

    @property
    def text(self) -> str:
        """The content as one string."""
        if isinstance(self.content, list):
            return "".join(block.text or "" for block in self.content)
        return self.content or ""


class Choice(BaseModel):
    """One answer."""

    message: Message = Message()
    finish_reason: str | None = None


def _whole(value: object) -> object:
    return value if isinstance(value, int) and 0 <= value <= MOST_TOKENS else 0


Whole = Annotated[int, BeforeValidator(_whole)]


class Spent(BaseModel):
    """Tokens as the endpoint counted them; 0 where it did not."""

    prompt_tokens: Whole = 0
    completion_tokens: Whole = 0


def _first(value: object) -> object:
    """The one answer that was asked for, of however many."""
    return value[:1] if isinstance(value, list) else value


class Completion(BaseModel):
    """The body of an answer."""

    choices: Annotated[list[Choice], BeforeValidator(_first)]
    usage: Spent | None = None


def read_completion(body: str) -> Completion:
    """The answer in a body; Fault when it is none, e.g. a web page."""
    try:
        completion = Completion.model_validate_json(body)
    except ValidationError:
        completion = Completion(choices=[])
    if not completion.choices:
        raise incompatible()
    return completion


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
        raise Unusable("The model gave an empty answer.", "it was empty.")
    return choice.message.text
