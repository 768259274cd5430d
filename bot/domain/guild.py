"""What a guild's managers have set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.brief import EngineChoice, Length, ReadBy


class Listening(StrEnum):
    """What the bot does with links and pasted articles that nobody asked it to brief.

    `offer`: it adds a reaction, and a click asks; `always`: it briefs them.
    """

    OFF = "off"
    OFFER = "offer"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """A guild's own choices; None is what the operator has set.

    `listening` is by channel id; channels that are not in it are `off`. `roles` are the ids of the
    roles that may ask, everybody where there are none. `daily` is how many briefs one person may have a day.
    `zone` is the time zone (IANA) of new digests.
    """

    guild_id: int
    length: Length | None = None
    language: str | None = None
    engine: EngineChoice = EngineChoice.AUTO
    roles: frozenset[int] = frozenset()
    daily: int | None = None
    listening: Mapping[int, Listening] = field(default_factory=dict)
    model: str | None = None
    zone: str | None = None

    @property
    def read_by(self) -> ReadBy:
        """Who reads, if the operator lets guilds choose."""
        return ReadBy(self.engine, self.model)
