"""What a model is asked to answer with.

The fields of `WireReading` are a contract (`briefer check` reads the same). Fields too many are left out, and
what is missing is empty: the checks decide what an incomplete claim is worth.
"""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, model_validator

from bot.domain.reading import ActorClaim, EventClaim, Kind, Reading, StatementClaim, Status
from bot.engines.llm.tolerant import Ids, Items, Sentence, Text, TextOrNone, Texts, one_of

KINDS = {
    **dict.fromkeys(("per", "people", "individual", "official", "politician"), "person"),
    **dict.fromkeys(
        ("organisation", "org", "company", "agency", "institution", "party", "ministry", "court", "military",
         "media", "team", "university"),
        "organization",
    ),
    **dict.fromkeys(("country", "nation", "government"), "state"),
    **dict.fromkeys(("location", "loc", "venue", "site", "facility", "fac"), "place"),
    **dict.fromkeys(("norp", "community", "movement"), "group"),
}  # fmt: skip
STATUSES = {
    **dict.fromkeys(("planned", "confirmed", "upcoming", "announced"), "scheduled"),
    **dict.fromkeys(("", "likely", "pending"), "expected"),
    "possible": "conditional",
    "canceled": "cancelled",
    **dict.fromkeys(("delayed", "rescheduled"), "postponed"),
}


class Wire(BaseModel):
    """Anything in an answer."""

    model_config = ConfigDict(extra="ignore")


class Answer(Wire):
    """A whole answer: an object that has at least one of the fields asked for."""

    @model_validator(mode="before")
    @classmethod
    def _has_a_known_field(cls, value: object) -> object:
        if isinstance(value, dict) and not cls.model_fields.keys() & value.keys():
            raise ValueError(f"the object must have the fields {', '.join(cls.model_fields)}")
        return value


class WireStatement(Wire):
    """A sentence of a summary."""

    text: Sentence = ""
    sentences: Ids = []

    def claim(self) -> StatementClaim:
        """As the domain knows it."""
        return StatementClaim(self.text, tuple(self.sentences))


class WireActor(Wire):
    """A named actor."""

    name: Text = ""
    kind: Annotated[Kind, one_of(KINDS)]
    role: TextOrNone = None
    aliases: Texts = []
    sentences: Ids = []

    def claim(self) -> ActorClaim:
        """As the domain knows it; a name that repeats itself as an alias is no alias."""
        aliases = tuple(alias for alias in dict.fromkeys(self.aliases) if alias != self.name)
        return ActorClaim(self.name, self.kind, self.role, aliases, tuple(self.sentences))


class WireEvent(Wire):
    """An upcoming event."""

    what: Text = ""
    phrase: Text = ""
    where: TextOrNone = None
    who: Texts = []
    status: Annotated[Status, one_of(STATUSES)] = Status.EXPECTED
    sentences: Ids = []

    def claim(self) -> EventClaim:
        """As the domain knows it."""
        return EventClaim(
            self.what, self.phrase, self.where, tuple(self.who), self.status, tuple(self.sentences)
        )


class WireStatements(Answer):
    """Statements alone: a composed or repaired summary, or an answer to a question."""

    statements: Annotated[list[WireStatement], Items] = []

    def claims(self) -> tuple[StatementClaim, ...]:
        """As the domain knows them, empty ones too."""
        return tuple(statement.claim() for statement in self.statements)


class WireReading(WireStatements):
    """Everything that is read from an article or a part of it."""

    actors: Annotated[list[WireActor], Items] = []
    events: Annotated[list[WireEvent], Items] = []

    def reading(self) -> Reading:
        """As the domain knows it, without claims that say nothing."""
        return Reading(
            tuple(claim for claim in self.claims() if claim.text),
            tuple(actor.claim() for actor in self.actors if actor.name),
            tuple(event.claim() for event in self.events if event.what),
        )


class WireVerdict(Wire):
    """Whether a numbered statement is supported."""

    number: int
    supported: bool


class WireVerdicts(Answer):
    """What the second reader found."""

    verdicts: Annotated[list[WireVerdict], Items] = []


class WireLine(Wire):
    """A numbered line in another language."""

    number: int
    text: Text = ""


class WireName(Wire):
    """How a printed name was written in the other language."""

    name: Text = ""
    written: Text = ""


class WireLines(Answer):
    """A translation."""

    lines: Annotated[list[WireLine], Items] = []
    names: Annotated[list[WireName], Items] = []

    @model_validator(mode="after")
    def _has_lines(self) -> Self:
        if not self.lines:
            raise ValueError("lines must not be empty")
        return self
