"""Long work in child processes: in a thread it would keep the event loop from answering people."""

from collections.abc import Callable
from typing import TypeVar

from bot.domain.errors import Internal, UnusableSource
from bot.services.children import Children, Terms

SECONDS = 300.0
"""For one work: cleaning the longest text takes a minute, reading War and Peace two."""

JOBS = 200
"""Works that a child does before another takes its place, so that no leak grows."""

R = TypeVar("R")


class Apart(Children):
    """Child processes whose failures are told as ours, or as those of a text that is too long."""

    def __init__(self, number: int = 1, *, seconds: float = SECONDS, most: int | None = JOBS) -> None:
        super().__init__(number, Terms(seconds=seconds, most=most))

    async def do(self, work: Callable[..., R], *given: object) -> R:
        """What the work makes of what it is given, all picklable.

        UnusableSource `too_large` when it takes too long; Internal when the child died.
        """
        try:
            return await super().do(work, *given)
        except TimeoutError as error:
            raise UnusableSource("This takes too long to read: give it in parts.", "too_large") from error
        except ChildProcessError as error:
            raise Internal from error
