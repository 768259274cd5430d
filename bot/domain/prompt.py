"""A prompt: the words that a model is given, as a file that has a version."""

from dataclasses import dataclass
from string import Template

from bot.domain.brief import PromptId


@dataclass(frozen=True, slots=True)
class Prompt:
    """A fixed part, the same in every request so that endpoints can cache it, and a part for each request.

    `message` is a `string.Template` in exactly these `variables`; `hash` is of the whole file.
    """

    name: str
    version: str
    hash: str
    variables: frozenset[str]
    system: str
    message: str

    @property
    def id(self) -> PromptId:
        """What a brief says of it."""
        return PromptId(self.version, self.hash)

    def render(self, **variables: str) -> str:
        """The message with its variables filled in, each exactly as given; KeyError when one is missing."""
        return Template(self.message).substitute(variables)
