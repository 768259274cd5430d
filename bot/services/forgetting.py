"""Forgetting: work that is under way is stopped first, so that nothing of it is kept afterwards."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from bot.domain.request import Request
from bot.services.intake import Intake
from bot.services.listening import Ears
from bot.services.storing import Forgetting, Requests

GRACE = timedelta(days=7)
"""How long a guild's settings stay that we are not in any more: long enough to mend what may be a mistake."""


class Forgetter:
    """Forgets people, guilds, channels, and what has reached its age."""

    def __init__(self, forgetting: Forgetting, requests: Requests, intake: Intake, ears: Ears) -> None:
        self._forgetting = forgetting
        self._requests = requests
        self._intake = intake
        self._ears = ears

    async def person(self, user_id: int) -> int:
        """Forget all that belongs to a person; how many rows that were."""
        await self._stop(lambda request: request.asker.user_id == user_id)
        return await self._forgetting.person(user_id)

    async def guild(self, guild_id: int) -> int:
        """Forget all that belongs to a guild, its settings included; how many rows that were."""
        await self._stop(lambda request: request.asker.guild_id == guild_id)
        forgotten = await self._forgetting.guild(guild_id)
        self._ears.forget(guild_id)
        return forgotten

    async def absent(self, is_here: Callable[[int], bool | None], now: datetime) -> None:
        """Forget guilds that have been without us for `GRACE`: they removed us while we did not listen.

        `is_here` is None for a guild that another process knows more about.
        """
        found = {guild_id: is_here(guild_id) for guild_id in await self._forgetting.guilds()}
        here, gone = ([each for each, there in found.items() if there is wanted] for wanted in (True, False))
        for guild_id, since in (await self._forgetting.away(here, gone)).items():
            if now - since >= GRACE:
                await self.guild(guild_id)

    async def channels(self, guild_id: int, channel_ids: Collection[int]) -> int:
        """Forget what belongs to channels of a guild that are gone; how many rows that were."""
        await self._stop(lambda request: request.place.channel_id in channel_ids)
        forgotten = await self._forgetting.channels(channel_ids)
        self._ears.forget(guild_id)
        return forgotten

    async def expired(self, now: datetime) -> int:
        """Forget what has reached its age; how many rows that were."""
        return await self._forgetting.expired(now)

    async def _stop(self, belongs: Callable[[Request], bool]) -> None:
        for request in filter(belongs, await self._requests.open()):
            await self._intake.cancel(request.id, request.asker.user_id)
