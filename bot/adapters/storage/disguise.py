"""What stands for a person or a guild where a limit counts them: asking to be forgotten resets none."""

import secrets
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import select

from bot.adapters.storage.database import Database, add_row
from bot.adapters.storage.tables import salts


@dataclass(frozen=True, slots=True)
class Disguise:
    """Turns ids into numbers that say nothing without the salt of this database."""

    salt: bytes

    def __call__(self, discord_id: int) -> int:
        """The same number each time, a negative one, as no id of Discord is; 0, which is nobody, stays 0."""
        if not discord_id:
            return 0
        hashed = blake2b(discord_id.to_bytes(8, signed=True), key=self.salt, digest_size=8).digest()
        return -(int.from_bytes(hashed) >> 1) - 1


async def open_disguise(database: Database) -> Disguise:
    """The disguise of a database, which draws its salt once."""
    salt = select(salts.c.salt)
    found = await database.scalar(salt)
    if found is None:
        async with database.writing() as connection:
            await add_row(connection, salts, {"id": 1, "salt": secrets.token_hex(32)})
            found = await connection.scalar(salt)
    assert found is not None
    return Disguise(bytes.fromhex(found))
