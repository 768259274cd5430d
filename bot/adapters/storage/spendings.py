"""What days have taken, one row for each account."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database, Row, add_row
from bot.adapters.storage.disguise import Disguise
from bot.adapters.storage.tables import spendings
from bot.services.quota import Account, Spendings, Take


class StoredSpendings(Spendings):
    """On a database. Rows are taken in the order of the accounts, so that two transactions never cross."""

    def __init__(self, database: Database, disguise: Disguise) -> None:
        self._database = database
        self._disguise = disguise

    async def reserve(self, day: date, accounts: Sequence[Account], take: Take) -> Account | None:
        """Add to all accounts, or to none: then the first that does not hold as much."""
        async with self._database.writing() as connection:
            for account in accounts:
                key = self._key(day, account)
                await add_row(connection, spendings, {**key, "tokens": 0, "usd": 0.0})
                if not account.holds(await _add(connection, key, take)):
                    await connection.rollback()
                    return account
        return None

    async def settle(self, day: date, accounts: Sequence[Account], difference: Take) -> None:
        async with self._database.writing() as connection:
            for account in accounts:
                await _add(connection, self._key(day, account), difference)

    def _key(self, day: date, account: Account) -> Row:
        return {
            "day": day,
            "user_id": self._disguise(account.user_id),
            "guild_id": self._disguise(account.guild_id),
        }


async def _add(connection: AsyncConnection, key: Row, take: Take) -> Take:
    """What the account's day has taken then; nothing where the day is over and its row was forgotten."""
    added = (
        update(spendings)
        .where(*(spendings.c[name] == value for name, value in key.items()))
        .values(tokens=spendings.c.tokens + take.tokens, usd=spendings.c.usd + take.usd)
        .returning(spendings.c.tokens, spendings.c.usd)
    )
    row = (await connection.execute(added)).one_or_none()
    return Take(*row) if row else Take()
