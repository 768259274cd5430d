"""What the operator of the bot has decided for everybody."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.brief import Length


@dataclass(frozen=True, slots=True)
class Terms:
    """What counts where a guild or a person has set nothing, and what people are told of it.

    `endpoint` is the host of the language model that articles go to; None where only the embedded
    engine reads. `language` None is the article's own. `keep` is how long briefs are kept.
    `listens`: Discord lets the bot read what people write.
    """

    length: Length = Length.STANDARD
    language: str | None = None
    endpoint: str | None = None
    keep: timedelta = timedelta(days=30)
    listens: bool = False
