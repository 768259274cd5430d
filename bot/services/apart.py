"""Long work in a child process of its own."""

from collections.abc import Callable
from typing import TypeVar

from bot.domain.errors import Internal, UnusableSource
from bot.services.children import Children, Terms

SECONDS = 300.0
"""For all of it; cleaning the longest text takes a minute."""

G = TypeVar("G")
R = TypeVar("R")


async def apart(work: Callable[[G], R], given: G) -> R:
    """What the work makes of what it is given, both picklable.

    UnusableSource `too_large` when it takes too long; Internal when the child died.
    The child starts in about 0.4 s and ends with the work, so that none stays and takes memory.
    """
    with Children(1, Terms(seconds=SECONDS)) as child:
        try:
            return await child.do(work, given)
        except TimeoutError as error:
            raise UnusableSource("This takes too long to read: give it in parts.", "too_large") from error
        except ChildProcessError as error:
            raise Internal from error
