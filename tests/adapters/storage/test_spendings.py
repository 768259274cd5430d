"""What days have taken, also when many processes write at once."""

import asyncio
from datetime import timedelta

from bot.adapters.storage import Storage, open_storage
from bot.services.quota import Account, Take
from tests.adapters.storage.made import DAY, GUILD, NOON, USER, Clock

TODAY = NOON.date()
EVERYBODY = Account(tokens=1000, usd=1.0)
SERVER = Account(guild_id=GUILD, tokens=500)
PERSON = Account(user_id=USER, tokens=100)
ALL = [EVERYBODY, SERVER, PERSON]


async def test_a_limit_can_be_taken_to_its_last_token_and_no_further(storage: Storage) -> None:
    assert await storage.spendings.reserve(TODAY, ALL, Take(100)) is None
    assert await storage.spendings.reserve(TODAY, ALL, Take(1)) == PERSON


async def test_what_one_account_refuses_none_is_charged_for(storage: Storage) -> None:
    assert await storage.spendings.reserve(TODAY, ALL, Take(101)) == PERSON
    assert await storage.spendings.reserve(TODAY, [EVERYBODY, SERVER], Take(500)) is None
    assert await storage.spendings.reserve(TODAY, [EVERYBODY], Take(500)) is None


async def test_dollars_are_a_limit_too(storage: Storage) -> None:
    assert await storage.spendings.reserve(TODAY, [EVERYBODY], Take(1, 0.75)) is None
    assert await storage.spendings.reserve(TODAY, [EVERYBODY], Take(1, 0.5)) == EVERYBODY
    assert await storage.spendings.reserve(TODAY, [EVERYBODY], Take(1, 0.25)) is None


async def test_what_was_not_taken_is_given_back(storage: Storage) -> None:
    await storage.spendings.reserve(TODAY, ALL, Take(100))
    await storage.spendings.settle(TODAY, ALL, Take(-60))
    assert await storage.spendings.reserve(TODAY, ALL, Take(60)) is None
    assert await storage.spendings.reserve(TODAY, ALL, Take(1)) == PERSON


async def test_the_next_day_begins_with_nothing_taken(storage: Storage) -> None:
    await storage.spendings.reserve(TODAY, ALL, Take(100))
    assert await storage.spendings.reserve(TODAY + timedelta(days=1), ALL, Take(100)) is None


async def test_days_that_are_over_are_forgotten(storage: Storage) -> None:
    await storage.spendings.reserve(TODAY, ALL, Take(100))
    assert await storage.forgetting.expired(NOON) == 0
    assert await storage.forgetting.expired(NOON + DAY) == 3


async def test_whoever_is_forgotten_has_taken_what_they_took_until_the_day_is_over(storage: Storage) -> None:
    await storage.spendings.reserve(TODAY, [SERVER, PERSON], Take(100))
    assert await storage.forgetting.person(USER) == await storage.forgetting.guild(GUILD) == 0
    assert await storage.spendings.reserve(TODAY, [PERSON], Take(1)) == PERSON
    assert await storage.spendings.reserve(TODAY, [SERVER], Take(401)) == SERVER


async def test_processes_that_reserve_at_once_never_take_more_than_the_limit(url: str, clock: Clock) -> None:
    async with open_storage(url, now=clock) as one, open_storage(url, now=clock) as other:
        refused = await asyncio.gather(
            *(storage.spendings.reserve(TODAY, [EVERYBODY, PERSON], Take(9)) for storage in (one, other) * 10)
        )
    assert refused.count(None) == 11
    assert refused.count(PERSON) == 9
