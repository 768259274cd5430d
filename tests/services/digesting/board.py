"""A channel, and what is gathered for it, in memory; and a process that dies wherever a test wants it to."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import TypeVar

from bot.domain.brief import Event
from bot.domain.digest import Digest, Run, Schedule
from bot.domain.errors import NotAllowed
from bot.domain.post import Coming, Missing, Outlet, Post
from bot.domain.reading import Status
from bot.domain.when import When

T = TypeVar("T")

DUE = datetime(2026, 11, 26, 9, tzinfo=UTC)
EVENT = Event("the vote", None, (), Status.SCHEDULED, When("on Thursday"), past=False, sentences=(1,))
COMING = (Coming(EVENT, Outlet("Wire", "https://example.org/1")),)


def digest(name: str = "d1", **changed: object) -> Digest:
    """A digest that is due at nine."""
    made = Digest(name, 1, 2, "Morning", Schedule(time(9), "UTC"), DUE.replace(day=1))
    return replace(made, **changed)  # type: ignore[arg-type]


class Killed(BaseException):
    """The process is dead: nothing of it goes on, not even what handles errors."""


@dataclass
class Mortal:
    """Dies at the `at`-th await on an outside thing, before or after it is done; None lives for ever."""

    at: int | None = None
    after: bool = False
    passed: int = 0

    async def __call__(self, work: Awaitable[T]) -> T:
        """What an await on an outside thing gives, while the process lives."""
        self.passed += 1
        dies = self.passed == self.at
        if dies and not self.after:
            getattr(work, "close", lambda: None)()
            raise Killed
        done = await work
        if dies:
            raise Killed
        return done


class Through:
    """An outside thing as a process reaches it that may die at each call."""

    def __init__(self, thing: object, life: Mortal) -> None:
        self._thing = thing
        self._life = life

    def __getattr__(self, name: str) -> Callable[..., Awaitable[object]]:
        """The same call, if the process lives to make it."""

        async def call(*args: object, **options: object) -> object:
            return await self._life(getattr(self._thing, name)(*args, **options))

        return call


@dataclass
class Channel:
    """Messages by the ids of their runs, the first first. `refusal` is what Discord says to everything."""

    messages: list[tuple[int, str]] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    refusal: str | None = None
    sent: int = 0
    before_send: Callable[[], Awaitable[None]] | None = None

    async def find(self, _: Digest, run: Run) -> Sequence[int]:
        self._refuse()
        return [message for message, owner in self.messages if owner == run.id]

    async def send(self, _: Digest, run: Run, __: Post) -> int:
        self._refuse()
        if (hook := self.before_send) is not None:
            self.before_send = None
            await hook()
        self.sent += 1
        self.messages.append((self.sent, run.id))
        return self.sent

    async def withdraw(self, _: Digest, message_id: int) -> None:
        self.messages = [each for each in self.messages if each[0] != message_id]

    async def warn(self, _: Digest, reason: str) -> None:
        self.warned.append(reason)

    def _refuse(self) -> None:
        if self.refusal:
            raise NotAllowed(self.refusal, "role")


@dataclass
class Table:
    """Gathers the same thing every day, and counts how often; `unheard` where its sources can't be read."""

    quiet: bool = False
    unheard: bool = False
    gathered: int = 0

    async def gather(self, digest: Digest, day: date, _: datetime) -> Post:
        self.gathered += 1
        if self.unheard:
            return Post(
                day, missing=(Missing("news.example", "It did not answer in time.", feed=bool(digest.feeds)),)
            )
        return Post(day) if self.quiet else Post(day, coming=COMING)
