"""What guilds have set."""

from sqlalchemy import delete, select

from bot.adapters.storage.database import Database, Row, put_row
from bot.adapters.storage.tables import guilds, listening
from bot.domain.guild import GuildSettings, Listening
from bot.services.storing import Guilds


class StoredGuilds(Guilds):
    """The port `Guilds` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, guild_id: int) -> GuildSettings:
        async with self._database.reading() as connection:
            query = select(guilds).where(guilds.c.guild_id == guild_id)
            row = (await connection.execute(query)).mappings().one_or_none()
            channels = select(listening.c.channel_id, listening.c.listening)
            heard = (await connection.execute(channels.where(listening.c.guild_id == guild_id))).all()
        return GuildSettings(
            **(row or {"guild_id": guild_id}), listening={each.channel_id: each.listening for each in heard}
        )

    async def put(self, settings: GuildSettings) -> None:
        heard = {
            channel_id: how for channel_id, how in settings.listening.items() if how is not Listening.OFF
        }
        others = listening.c.guild_id == settings.guild_id, listening.c.channel_id.not_in(heard)
        async with self._database.writing() as connection:
            await put_row(connection, guilds, {each.name: getattr(settings, each.name) for each in guilds.c})
            await connection.execute(delete(listening).where(*others))
            for channel_id, how in heard.items():
                await put_row(connection, listening, _channel(settings.guild_id, channel_id, how))

    async def listen(self, guild_id: int, channel_id: int, how: Listening) -> None:
        async with self._database.writing() as connection:
            if how is Listening.OFF:
                await connection.execute(delete(listening).where(listening.c.channel_id == channel_id))
            else:
                await put_row(connection, listening, _channel(guild_id, channel_id, how))


def _channel(guild_id: int, channel_id: int, how: Listening) -> Row:
    return {"channel_id": channel_id, "guild_id": guild_id, "listening": how}
