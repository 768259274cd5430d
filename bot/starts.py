"""Waits between starts, so that a crash loop never identifies too often.

Discord resets a token that identifies more than 1,000 times a day. A start that Discord never let in is
followed by the next one two minutes later, and so are all after the first hundred of a day: 820 at most.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.edge import say

APART = 120.0
"""Seconds between two starts."""

AT_ONCE = 100
"""Starts of a day that need not wait for each other, where Discord let them in."""

DAY = 86_400.0

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Known:
    """When the starts of the last day were, seconds of the epoch, and whether Discord let the last one in."""

    times: list[float] = field(default_factory=list)
    let_in: bool = True


class Starts:
    """Remembers in a file when this bot started."""

    def __init__(
        self, file: Path, now: Callable[[], float] = time.time, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._file = file
        self._now = now
        self._sleep = sleep

    async def begin(self) -> None:
        """Wait until it is time to start, and remember the start."""
        known = self._read()
        since = self._now() - max(known.times, default=0.0)
        if since < APART and (not known.let_in or len(known.times) >= AT_ONCE):
            say(f"The last start was {since:.0f} s ago: waiting {APART - since:.0f} s for Discord's sake.")
            await self._sleep(APART - since)
        self._write(_Known([*known.times, self._now()], let_in=False))

    async def let_in(self) -> None:
        """Remember that Discord let the bot in: what listens for `ready`."""
        self._write(_Known(self._read().times))

    def _read(self) -> _Known:
        """What is remembered; nothing where the file is damaged or the clock was set back."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            now = self._now()
            return _Known([at for at in found["times"] if now - DAY < at <= now], found["let_in"])
        except (OSError, ValueError, KeyError, TypeError):
            return _Known()

    def _write(self, known: _Known) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file.write_text(json.dumps({"times": known.times, "let_in": known.let_in}), "utf-8")
