"""The checked result: the only thing that views and renderers accept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.article import Article
from bot.domain.reading import Kind, Status
from bot.domain.when import When

LOW_CONFIDENCE_ABOVE = 0.30
"""Share of withheld statements above which a brief is marked as low in confidence (rule of truth 6)."""


class Length(StrEnum):
    """How long a summary the person asked for."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"

    @property
    def words(self) -> int:
        """Words that the summary of a long article aims at; of a short one, no more than a third of it."""
        return {Length.SHORT: 40, Length.STANDARD: 90, Length.LONG: 180}[self]


class EngineChoice(StrEnum):
    """Which engine to read with: `auto` is `llm` when a key or a base URL is set, else `offline`."""

    AUTO = "auto"
    LLM = "llm"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Who reads: an engine, and which language model of those that may be chosen; None is the operator's."""

    engine: EngineChoice = EngineChoice.AUTO
    model: str | None = None


class Confidence(StrEnum):
    """Whether enough of what the engine claimed could be traced."""

    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Statement:
    """A traced sentence of the summary; `original` is the checked wording where `text` is a translation."""

    text: str
    sentences: tuple[int, ...]
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A traced actor; `mentions` counts the sentences that print the name or an alias."""

    name: str
    kind: Kind
    role: str | None
    aliases: tuple[str, ...]
    mentions: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A traced event; `past` means that it lay wholly before now when the brief was made."""

    what: str
    where: str | None
    who: tuple[str, ...]
    status: Status
    when: When
    past: bool
    sentences: tuple[int, ...]


class ClaimKind(StrEnum):
    """What was withheld."""

    STATEMENT = "statement"
    ACTOR = "actor"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim that failed a check, and the reason in plain words."""

    kind: ClaimKind
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class PromptId:
    """Which wording of a prompt was used."""

    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Who read the article. `fallback` says why another engine than the one asked for did."""

    name: str
    model: str | None = None
    prompts: Mapping[str, PromptId] = field(default_factory=dict)
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What a brief took: calls and tokens of a language model, US dollars where known, seconds."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Brief:
    """A neutral summary, the named actors and the upcoming events of one article, each of them traced."""

    article: Article
    language: str
    summary: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    notes: tuple[str, ...]
    withheld: tuple[Withheld, ...]
    engine: EngineInfo
    usage: Usage = Usage()
    parts: int = 1
    parts_read: int = 1

    @property
    def cited(self) -> frozenset[int]:
        """The ids of the sentences that statements, actors and events are traced to."""
        items: tuple[Statement | Actor | Event, ...] = (*self.summary, *self.actors, *self.events)
        return frozenset(number for item in items for number in item.sentences)

    @property
    def statements_withheld(self) -> int:
        """How many statements failed a check."""
        return sum(item.kind is ClaimKind.STATEMENT for item in self.withheld)

    @property
    def statements_made(self) -> int:
        """How many statements the engine made, shown or withheld."""
        return len(self.summary) + self.statements_withheld

    @property
    def confidence(self) -> Confidence:
        """Low when more than 30 % of the statements were withheld."""
        made = self.statements_made
        low = bool(made) and self.statements_withheld / made > LOW_CONFIDENCE_ABOVE
        return Confidence.LOW if low else Confidence.NORMAL
