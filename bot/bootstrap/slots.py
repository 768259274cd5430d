"""What an operator does with the processes that share a database."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from bot.bootstrap.basics import now

if TYPE_CHECKING:
    from bot.settings import Settings


async def known_slots(settings: "Settings") -> Mapping[str, datetime]:
    """The slots of processes, and until when their leases last."""
    from bot.adapters.storage.opening import open_database
    from bot.adapters.storage.slots import StoredSlots

    async with open_database(settings.database, settings.keys) as database:
        return await StoredSlots(database, now).known()


async def give_up(settings: "Settings", slot: str) -> bool:
    """End a process's lease, so that others do what it worked on; False when there is no such slot."""
    from bot.adapters.storage.opening import open_database
    from bot.adapters.storage.slots import StoredSlots

    async with open_database(settings.database, settings.keys) as database:
        return await StoredSlots(database, now).give_up(slot)
