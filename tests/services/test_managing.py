"""Settings of a guild, set by several managers, or quickly by one."""

import asyncio
from dataclasses import replace

from bot.adapters.storage import open_storage
from bot.domain.brief import Length
from bot.domain.guild import GuildSettings, Listening
from bot.services.listening import Ears
from bot.services.managing import Managing
from tests.adapters.storage.made import CHANNEL, GUILD, Clock


async def test_what_is_set_at_the_same_time_is_all_kept(sqlite_url: str) -> None:
    async with open_storage(sqlite_url, now=Clock()) as storage:
        ears = Ears(storage.guilds, storage.briefs, storage.shared, Clock())
        managing = Managing(storage.guilds, ears)
        await asyncio.gather(
            managing.change(GUILD, lambda settings: replace(settings, length=Length.LONG)),
            managing.listen(GUILD, CHANNEL, Listening.OFFER),
            managing.change(GUILD, lambda settings: replace(settings, language="de")),
        )
        assert await managing.settings(GUILD) == GuildSettings(
            GUILD, Length.LONG, "de", listening={CHANNEL: Listening.OFFER}
        )
