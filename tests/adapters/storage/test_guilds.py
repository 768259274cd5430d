from bot.adapters.storage import Storage
from bot.domain.brief import EngineChoice, Length
from bot.domain.guild import GuildSettings, Listening
from tests.adapters.storage.made import CHANNEL, GUILD

CHOSEN = GuildSettings(
    GUILD,
    Length.LONG,
    "de",
    EngineChoice.OFFLINE,
    frozenset({2**62, 2**62 + 1}),
    5,
    {CHANNEL: Listening.ALWAYS},
    "a-model",
    "Asia/Tehran",
)


async def test_a_guild_that_has_set_nothing_has_the_defaults(storage: Storage) -> None:
    assert await storage.guilds.get(GUILD) == GuildSettings(GUILD)


async def test_settings_come_back_as_they_were(storage: Storage) -> None:
    await storage.guilds.put(CHOSEN)
    assert await storage.guilds.get(GUILD) == CHOSEN
    await storage.guilds.put(GuildSettings(GUILD))
    assert await storage.guilds.get(GUILD) == GuildSettings(GUILD)


async def test_channels_are_listened_to_one_by_one(storage: Storage) -> None:
    await storage.guilds.listen(GUILD, CHANNEL, Listening.OFFER)
    await storage.guilds.listen(GUILD, CHANNEL + 1, Listening.ALWAYS)
    await storage.guilds.listen(GUILD + 1, CHANNEL + 2, Listening.ALWAYS)
    await storage.guilds.listen(GUILD, CHANNEL, Listening.ALWAYS)
    await storage.guilds.listen(GUILD, CHANNEL + 1, Listening.OFF)
    assert await storage.guilds.get(GUILD) == GuildSettings(GUILD, listening={CHANNEL: Listening.ALWAYS})


async def test_settings_of_one_guild_leave_the_channels_of_others(storage: Storage) -> None:
    await storage.guilds.listen(GUILD + 1, CHANNEL + 2, Listening.ALWAYS)
    await storage.guilds.put(CHOSEN)
    assert (await storage.guilds.get(GUILD + 1)).listening == {CHANNEL + 2: Listening.ALWAYS}
