"""What a brief's calls took."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.brief import PromptId, Usage
from bot.domain.prompt import Prompt

Price = Callable[[str, int, int], float | None]
"""US dollars for a model's prompt and completion tokens; None where the price is not known."""


@dataclass(slots=True)
class Tokens:
    """Tokens of one model's calls."""

    prompt: int = 0
    completion: int = 0


@dataclass(slots=True)
class Ledger:
    """Calls, tokens and prompts of one brief; every request that was sent is a call, also one that failed."""

    calls: int = 0
    tokens: dict[str, Tokens] = field(default_factory=dict)
    prompts: dict[str, PromptId] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    def sent(self) -> None:
        """A request went out."""
        self.calls += 1

    def used(self, prompt: Prompt) -> None:
        """A prompt was part of a request."""
        self.prompts[prompt.name] = prompt.id

    def answered(self, model: str, prompt: int, completion: int) -> None:
        """An answer came back."""
        tokens = self.tokens.setdefault(model, Tokens())
        tokens.prompt += prompt
        tokens.completion += completion

    def note(self, text: str) -> None:
        """Something that the person should know, once."""
        self.notes[text] = None

    def usage(self, price: Price) -> Usage:
        """The sum; a cost only where the price of every model is known."""
        costs = [price(model, used.prompt, used.completion) for model, used in self.tokens.items()]
        known = [cost for cost in costs if cost is not None]
        return Usage(
            calls=self.calls,
            prompt_tokens=sum(used.prompt for used in self.tokens.values()),
            completion_tokens=sum(used.completion for used in self.tokens.values()),
            cost_usd=round(sum(known), 6) if known and len(known) == len(costs) else None,
        )
