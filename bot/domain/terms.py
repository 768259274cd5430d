"""What the operator of the bot has decided for everybody."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.brief import EngineChoice, Length, ReadBy


@dataclass(frozen=True, slots=True)
class Terms:
    """What counts where a guild or a person has set nothing, and what people are told of it.

    `endpoint` is the host of the language model that articles go to; None where only the embedded
    engine reads. `language` None is the article's own. `keep` is how long briefs are kept.
    `listens`: Discord lets the bot read what people write. `choosable`: guilds may choose who reads; `models`
    are the language models that they may choose, beside the operator's own `model`.
    """

    length: Length = Length.STANDARD
    language: str | None = None
    endpoint: str | None = None
    keep: timedelta = timedelta(days=30)
    listens: bool = False
    choosable: bool = True
    model: str | None = None
    models: tuple[str, ...] = ()

    def allowed(self, chosen: ReadBy) -> ReadBy:
        """Who reads for a guild that has chosen so, as far as the operator still offers that."""
        if not self.choosable:
            return ReadBy()
        if chosen.engine is EngineChoice.OFFLINE:
            return ReadBy(EngineChoice.OFFLINE)
        return ReadBy(model=chosen.model if chosen.model in self.models else None)
