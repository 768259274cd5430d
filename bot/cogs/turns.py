"""One after the other: what must not happen twice when somebody clicks twice."""

import asyncio
from weakref import WeakValueDictionary


class Turns:
    """A lock for each thing, as long as somebody holds or awaits it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, thing: str) -> asyncio.Lock:
        """The lock of the thing with this id."""
        return self._locks.setdefault(thing, asyncio.Lock())
