"""A moment by which work must be done, handed down instead of one timeout for each layer."""

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """`at` is on the clock of `time.monotonic`, seconds."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds until then, at least 0."""
        return max(0.0, self.at - time.monotonic())

    def share(self, share: float) -> "Deadline":
        """An earlier deadline that leaves the rest of the time to later work."""
        return Deadline.after(self.left * share)

    def timeout(self, seconds: float) -> asyncio.Timeout:
        """A context that ends after so many seconds, and at the deadline at the latest."""
        return asyncio.timeout(min(seconds, self.left))
