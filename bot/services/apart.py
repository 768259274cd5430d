"""Long work in a child process: in a thread it would keep the event loop from answering people."""

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from bot.domain.errors import Internal, UnusableSource
from bot.services.children import Children, Terms

SECONDS = 300.0
"""For all of it; cleaning the longest text takes a minute."""

JOBS = 200
"""Works that a child does before another takes its place, so that no leak grows."""

R = TypeVar("R")


class Apart:
    """A child process, started when it is needed, that does one work at a time; a context that ends it."""

    def __init__(self) -> None:
        self._children = Children(1, Terms(seconds=SECONDS, most=JOBS))

    async def do(self, work: Callable[..., R], *given: object) -> R:
        """What the work makes of what it is given, all picklable.

        UnusableSource `too_large` when it takes too long; Internal when the child died.
        """
        try:
            return await self._children.do(work, *given)
        except TimeoutError as error:
            raise UnusableSource("This takes too long to read: give it in parts.", "too_large") from error
        except ChildProcessError as error:
            raise Internal from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._children.__exit__(kind, error, trace)
