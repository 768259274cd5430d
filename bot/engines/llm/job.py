"""One brief in the making: what every step of reading it needs."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.article import Article
from bot.domain.brief import Length
from bot.domain.prompt import Prompt
from bot.engines.llm.deadline import Deadline
from bot.engines.llm.ledger import Ledger
from bot.engines.llm.model import Model, Step, Turn, step_of
from bot.services.briefing import Progress, silent
from bot.services.checks.evidence import Known
from bot.services.cleaning.languages import UNKNOWN
from bot.services.instructions import without_orders
from bot.services.remembering import Remember, afresh
from bot.services.translating.calendar import language_name

LARGEST_PART = 64_000
"""Tokens of the largest part: faithfulness is weakest in the middle of long inputs."""

SMALLEST_PART = 200

PROMPT_TOKENS = 800
"""More than the longest prompt, its schema and the known names take."""

ANSWER_TOKENS = 4_000
"""Kept for an answer, or a quarter of a small window."""

OWN_WORDS = ", in the sentences' own words where you can"
"""The checks know turns of speech and synonyms of English alone."""

SHARE_OF_EXTRAS = 1 / 3
"""Of the time left, what a step may take that a brief can do without."""


@dataclass(frozen=True)
class Job:
    """An article, a model, and the time and books of one brief. `window` is the model's, in tokens."""

    article: Article
    length: Length
    model: Model
    prompts: Mapping[str, Prompt]
    window: int
    count: Callable[[str], int]
    now: datetime
    deadline: Deadline
    ledger: Ledger
    progress: Progress = silent
    remember: Remember = afresh

    @cached_property
    def known(self) -> Known:
        """The article as the checks see it, made once for all steps."""
        return Known(without_orders(self.article))

    @cached_property
    def language(self) -> str:
        """The language to write in, by its English name, and how."""
        language = self.article.language
        if language == UNKNOWN:
            return "the language of the sentences"
        return language_name(language) + ("" if language == "en" else OWN_WORDS)

    @property
    def words(self) -> int:
        """Words that the summary should have: a third of the article at most."""
        target = self.length.words
        some = self.article.text.split(maxsplit=3 * target)[: 3 * target]
        return min(target, math.ceil(len(some) / 3))

    @property
    def answer_tokens(self) -> int:
        """Tokens of the window that are kept for the answer."""
        return min(ANSWER_TOKENS, self.window // 4)

    @property
    def room(self) -> int:
        """Tokens of an article that fit beside prompt and answer."""
        return max(SMALLEST_PART, min(LARGEST_PART, self.window - PROMPT_TOKENS - self.answer_tokens))

    @property
    def spare(self) -> Deadline:
        """The deadline of a step that the brief can do without."""
        return self.deadline.share(SHARE_OF_EXTRAS)

    def turn(self, name: str, deadline: Deadline, **variables: str) -> Turn:
        """A prompt of this name, filled in."""
        prompt = self.prompts[name]
        return Turn(
            prompt,
            prompt.render(**variables),
            deadline,
            self.ledger,
            Step(step_of(prompt, variables), self.remember),
        )
