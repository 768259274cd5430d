"""What makes a process kill or stop itself at one of its awaits on the outside."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import iscoroutinefunction
from signal import Signals
from typing import TypeVar

T = TypeVar("T")

MOMENT = 0.003
"""Seconds after which a process dies during an await, where that takes as long."""


class When(StrEnum):
    """When a process dies: before something outside is asked for, while it is done, or after it was done."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True)
class Death:
    """The signal that a process sends itself at one of its awaits: by number, from 1, or the first of a name."""

    at: int | str
    when: When
    signal: Signals


@dataclass
class Life:
    """How far a process has come: the names of its awaits. Before it dies it tells where, and of how many."""

    death: Death | None
    tell: Callable[[str], None]
    passed: list[str] = field(default_factory=list)

    async def through(self, name: str, work: Callable[[], Awaitable[T]]) -> T:
        """What an await on the outside gives, while the process lives."""
        self.passed.append(name)
        if self.death is None or self.death.at not in {len(self.passed), name}:
            return await work()
        if self.death.when is When.BEFORE:
            self._die(name)
        elif self.death.when is When.DURING:
            asyncio.get_running_loop().call_later(MOMENT, self._die, name)
        done = await work()
        if self.death is not None and self.death.when is not When.BEFORE:
            self._die(name)
        return done

    def _die(self, name: str) -> None:
        """The end, or a long pause; there is one for each life."""
        death, self.death = self.death, None
        if death is not None:
            self.tell(f"{name} {len(self.passed)}")
            os.kill(os.getpid(), death.signal)


class Through:
    """Something outside as a process reaches it that may die at each call."""

    def __init__(self, name: str, thing: object, life: Life) -> None:
        self._name = name
        self._thing = thing
        self._life = life

    def __getattr__(self, name: str) -> object:
        """The same call, if the process lives to make it; anything else as it is."""
        found = getattr(self._thing, name)
        if not iscoroutinefunction(found):
            return found

        async def call(*args: object, **options: object) -> object:
            return await self._life.through(f"{self._name}.{name}", lambda: found(*args, **options))

        return call
