from dataclasses import replace

from sqlalchemy import select

from bot.adapters.storage import Storage
from bot.adapters.storage.opening import open_database
from bot.adapters.storage.tables import usages
from bot.domain.brief import ClaimKind
from bot.domain.kept import GuildUsage
from bot.domain.request import Asker
from tests.adapters.storage.made import DAY, GUILD, NOON, SECOND, USER, Clock, kept, mark, request

ONE = GuildUsage(1, 0, 2, 1100, 0.25, 3, 1)


async def test_a_guild_that_asked_for_nothing_used_nothing(storage: Storage) -> None:
    assert await storage.usages.of_guild(GUILD, NOON) == GuildUsage()


async def test_a_request_is_counted_once(storage: Storage) -> None:
    await storage.usages.made(request(), kept())
    await storage.usages.made(request(), kept())
    await storage.usages.failed(request(), "internal")
    assert await storage.usages.of_guild(GUILD, NOON) == ONE


async def test_failures_and_marks_are_counted_beside_briefs(storage: Storage) -> None:
    await storage.briefs.keep(kept())
    await storage.briefs.mark(mark())
    await storage.usages.made(request(), kept())
    await storage.usages.failed(request("r2"), "timeout")
    assert await storage.usages.of_guild(GUILD, NOON) == replace(ONE, failures=1, marks={ClaimKind.EVENT: 1})


async def test_what_was_before_and_elsewhere_is_left_out(storage: Storage) -> None:
    await storage.usages.made(request(), kept())
    await storage.usages.made(request("r2", asker=Asker(USER, GUILD + 1)), kept())
    assert await storage.usages.of_guild(GUILD, NOON + SECOND) == GuildUsage()
    assert await storage.usages.of_guild(GUILD, NOON) == ONE


async def test_a_brief_without_a_price_costs_nothing(storage: Storage) -> None:
    free = replace(kept(), brief=replace(kept().brief, usage=replace(kept().brief.usage, cost_usd=None)))
    await storage.usages.made(request(), free)
    assert await storage.usages.of_guild(GUILD, NOON) == replace(ONE, cost_usd=0.0)


async def test_a_person_has_had_what_they_asked_for_themselves(storage: Storage) -> None:
    await storage.usages.made(request("r1"), kept())
    await storage.usages.made(replace(request("r2"), automatic=True), kept())
    await storage.usages.made(request("r3", asker=Asker(USER)), kept())
    await storage.usages.failed(request("r4"), "timeout")
    assert await storage.usages.asked_by(USER, GUILD, NOON) == 1
    assert await storage.usages.asked_by(USER, None, NOON) == 1
    assert await storage.usages.asked_by(USER, GUILD, NOON + SECOND) == 0
    assert await storage.usages.asked_by(USER + 1, GUILD, NOON) == 0


async def test_a_person_who_is_forgotten_has_had_what_they_had_in_the_last_day_and_nobody_knows_who_it_was(
    storage: Storage, url: str, clock: Clock
) -> None:
    await storage.usages.made(request("r0"), kept())
    clock.time = NOON + DAY
    await storage.usages.made(request("r1"), kept())
    assert await storage.forgetting.person(USER) == 2
    assert await storage.usages.asked_by(USER, GUILD, NOON) == 1
    assert await storage.usages.asked_by(USER + 1, GUILD, NOON) == 0
    async with open_database(url) as database, database.reading() as connection:
        (row,) = (await connection.execute(select(usages.c.request_id, usages.c.user_id))).all()
    assert row.request_id != "r1"
    assert row.user_id < 0
    clock.time = NOON + 2 * DAY
    await storage.forgetting.expired(clock.time)
    assert await storage.usages.asked_by(USER, GUILD, NOON) == 0
