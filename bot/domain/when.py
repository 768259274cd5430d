"""A time as an article prints it, and what it means."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.article import PublishedFrom


class Precision(StrEnum):
    """How finely a time is known."""

    MINUTE = "minute"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    UNKNOWN = "unknown"


PRECISE = frozenset({Precision.MINUTE, Precision.DAY, Precision.DAYS, Precision.WEEK})
"""Finer than a month: what is only known to a month has no day to stand on."""

LASTING = ("until ", "till ", "through ")


@dataclass(frozen=True, slots=True)
class When:
    """A time phrase and its value.

    `edtf` is ISO 8601-2 level 1, with the conventions of `services/dating`; None where there is no value.
    `start` and `end` are the first and last day (or minute) it covers, inclusive ISO 8601, None where open.
    `timezone` is as printed. `anchor` is the source of the date that the phrase was counted from, None for a
    phrase that needs none.
    """

    phrase: str
    edtf: str | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.UNKNOWN
    timezone: str | None = None
    anchor: PublishedFrom | None = None

    @property
    def lasting(self) -> bool:
        """Whether the phrase says how long something goes on (“until 16 May”), not by when it happens."""
        return self.phrase.casefold().startswith(LASTING)

    @property
    def lasts_at_least(self) -> bool:
        """Whether the phrase says until when something goes on or longer (“until at least Friday”).

        Its value begins there; what is announced does not.
        """
        words = self.phrase.casefold().split()[:3]
        return self.end is None and self.lasting and words[1:] == ["at", "least"]
