"""What was paid for once is not paid again: the steps of a request that a restart finds done."""

from collections.abc import Awaitable, Callable
from typing import Protocol

Make = Callable[[], Awaitable[str]]
"""Does a step; the result as JSON."""


class Remember(Protocol):
    """Does a step unless it was done before."""

    async def __call__(self, step: str, make: Make) -> str:
        """The result of the step, from before or made now; whatever `make` raises is not remembered."""
        ...


class Steps(Protocol):
    """Results of the steps of open requests; they are forgotten when the request is final."""

    async def recall(self, request_id: str, step: str) -> str | None:
        """The result of a step; None when it is not known."""
        ...

    async def keep(self, request_id: str, step: str, result: str) -> None:
        """Keep the result of a step; nothing when the request is not open."""
        ...


async def afresh(step: str, make: Make) -> str:
    """Does every step: where nothing outlives the process, as on the command line."""
    del step
    return await make()


def remembering(steps: Steps, request_id: str) -> Remember:
    """Does the steps of a request, each once."""

    async def remember(step: str, make: Make) -> str:
        known = await steps.recall(request_id, step)
        if known is not None:
            return known
        result = await make()
        await steps.keep(request_id, step, result)
        return result

    return remember
