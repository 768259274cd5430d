"""Long work in a child process of its own."""

from collections.abc import Callable
from typing import TypeVar

from bot.domain.errors import Internal
from bot.services.children import Children, Terms

G = TypeVar("G")
R = TypeVar("R")


async def apart(work: Callable[[G], R], given: G) -> R:
    """What the work makes of what it is given, both picklable; Internal when the child died.

    The child starts in about 0.4 s and ends with the work, so that none stays and takes memory.
    """
    with Children(1, Terms()) as child:
        try:
            return await child.do(work, given)
        except ChildProcessError as error:
            raise Internal from error
