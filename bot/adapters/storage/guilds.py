"""What guilds have set."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.engine import RowMapping

from bot.adapters.storage.database import Database, Row, put_row
from bot.adapters.storage.tables import guilds, listening
from bot.domain.brief import EngineChoice, Length
from bot.domain.guild import GuildSettings, Listening


class StoredGuilds:
    """The port `Guilds` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, guild_id: int) -> GuildSettings:
        """The guild's settings; the defaults when it has set nothing."""
        async with self._database.reading() as connection:
            query = select(guilds).where(guilds.c.guild_id == guild_id)
            row = (await connection.execute(query)).mappings().one_or_none()
            channels = select(listening.c.channel_id, listening.c.listening)
            heard = (await connection.execute(channels.where(listening.c.guild_id == guild_id))).all()
        by_channel = {channel_id: Listening(how) for channel_id, how in heard}
        return _settings(row, by_channel) if row else GuildSettings(guild_id, listening=by_channel)

    async def put(self, settings: GuildSettings) -> None:
        """Keep a guild's settings, those of its channels too."""
        heard = {
            channel_id: how for channel_id, how in settings.listening.items() if how is not Listening.OFF
        }
        others = listening.c.guild_id == settings.guild_id, listening.c.channel_id.not_in(heard)
        async with self._database.writing() as connection:
            await put_row(connection, guilds, _row(settings))
            await connection.execute(delete(listening).where(*others))
            for channel_id, how in heard.items():
                await put_row(connection, listening, _channel(settings.guild_id, channel_id, how))

    async def listen(self, guild_id: int, channel_id: int, how: Listening) -> None:
        """Keep what is done in one channel; `off` forgets the channel."""
        async with self._database.writing() as connection:
            if how is Listening.OFF:
                await connection.execute(delete(listening).where(listening.c.channel_id == channel_id))
            else:
                await put_row(connection, listening, _channel(guild_id, channel_id, how))


def _channel(guild_id: int, channel_id: int, how: Listening) -> Row:
    return {"channel_id": channel_id, "guild_id": guild_id, "listening": how}


def _row(settings: GuildSettings) -> Row:
    return {
        "guild_id": settings.guild_id,
        "length": settings.length,
        "language": settings.language,
        "engine": settings.engine,
        "roles": settings.roles,
        "daily": settings.daily,
        "model": settings.model,
        "zone": settings.zone,
    }


def _settings(row: RowMapping, by_channel: Mapping[int, Listening]) -> GuildSettings:
    return GuildSettings(
        guild_id=row["guild_id"],
        length=Length(row["length"]) if row["length"] else None,
        language=row["language"],
        engine=EngineChoice(row["engine"]),
        roles=row["roles"],
        daily=row["daily"],
        listening=by_channel,
        model=row["model"],
        zone=row["zone"],
    )
