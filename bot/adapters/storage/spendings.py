"""What days have taken, one row for each account."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.storage.database import Database, add_row
from bot.adapters.storage.tables import spendings
from bot.services.quota import Account, Spendings, Take


class StoredSpendings(Spendings):
    """On a database. Rows are taken in the order of the accounts, so that two transactions never cross."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def reserve(self, day: date, accounts: Sequence[Account], take: Take) -> Account | None:
        """Add to all accounts, or to none: then the first that does not hold as much."""
        async with self._database.writing() as connection:
            for account in accounts:
                await add_row(connection, spendings, {**_key(day, account), "tokens": 0, "usd": 0.0})
                if not account.holds(await _add(connection, day, account, take)):
                    await connection.rollback()
                    return account
        return None

    async def settle(self, day: date, accounts: Sequence[Account], difference: Take) -> None:
        """Add to all accounts what was taken beyond what was reserved."""
        async with self._database.writing() as connection:
            for account in accounts:
                await _add(connection, day, account, difference)


def _key(day: date, account: Account) -> dict[str, object]:
    return {"day": day, "user_id": account.user_id, "guild_id": account.guild_id}


async def _add(connection: AsyncConnection, day: date, account: Account, take: Take) -> Take:
    """What the account's day has taken then; nothing where its row was forgotten."""
    added = (
        update(spendings)
        .where(*(spendings.c[name] == value for name, value in _key(day, account).items()))
        .values(tokens=spendings.c.tokens + take.tokens, usd=spendings.c.usd + take.usd)
        .returning(spendings.c.tokens, spendings.c.usd)
    )
    row = (await connection.execute(added)).one_or_none()
    return Take(*row) if row else Take()
