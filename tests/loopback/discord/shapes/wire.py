"""What goes over the wire: JSON, ids and times as Discord writes them."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

Json: TypeAlias = dict[str, object]

EPOCH = 1_420_070_400.0
"""The first second of 2015, from which ids count milliseconds (docs: Reference, Snowflakes)."""

SHARD_BITS = 22


@dataclass
class Clock:
    """The time that deadlines are judged by, in seconds; a test may put it forward."""

    ahead: float = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def advance(self, seconds: float) -> None:
        self.ahead += seconds


class Snowflakes:
    """Ids that say when they were made by a clock, each larger than the one before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def new(self) -> int:
        now = int((self._clock.now() - EPOCH) * 1000) << SHARD_BITS
        self._last = max(self._last + 1, now)
        return self._last


def iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
