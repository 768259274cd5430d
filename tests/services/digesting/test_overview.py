"""The overview of a digest by a language model: one call, each sentence traced, the leading statements else."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import pytest

from bot.adapters.storage import Storage, open_storage
from bot.domain.brief import EngineChoice, ReadBy
from bot.domain.post import Post
from bot.engines.llm.overviewing import LlmOverviewer
from bot.services.digesting.overview import Overviews
from bot.services.quota import Allowance, Quota
from tests.loopback.endpoint import Loopback, Reply, answer, completion, failure, loopback
from tests.loopback.wiring import make_model, make_reader
from tests.services.digesting.made import NOW
from tests.services.digesting.newsroom import Newsroom

VOTE = (
    "Council votes on port",
    "The council of Tillman voted for a new port on Monday. It will cost 4 million.",
)
OTTERS = ("Otters return", "Otters have returned to the river Alder, the county said. They had left in 1962.")
LEADING = ("Otters have returned to the river Alder, the county said.", VOTE[1][:54])
GOOD = (
    ("The county said that otters have returned to the river Alder.", [1]),
    ("The council of Tillman voted for a new port on Monday.", [3]),
)
INVENTED = ("Mayor Ann Lee welcomed the otters.", [1])


@dataclass
class World:
    """A newsroom, and a database that counts what it takes; the endpoint gives the same reply to everything."""

    storage: Storage
    endpoint: Loopback
    room: Newsroom
    reply: Reply

    async def gather(self) -> Post:
        return await self.room.gather("gull", "wire")


@pytest.fixture
async def world(sqlite_url: str) -> AsyncIterator[World]:
    async with (
        open_storage(sqlite_url, now=lambda: NOW) as storage,
        loopback(lambda _: made.reply) as endpoint,
    ):
        reader = make_reader(make_model(endpoint.url))
        quota = Quota(Allowance(), storage.spendings, lambda _: pytest.fail("no limits"), lambda: NOW)
        writers = {ReadBy(): LlmOverviewer(reader)}.get
        overviews = Overviews(writers, quota, storage.usages, lambda: NOW)
        made = World(storage, endpoint, Newsroom(overviews=overviews), said(GOOD))
        made.room.publish("gull", *OTTERS, hours=1)
        made.room.publish("wire", *VOTE, hours=2)
        yield made
        await made.room.close()


def said(statements: Sequence[tuple[str, Sequence[int]]]) -> Reply:
    return answer({"statements": [{"text": text, "sentences": ids} for text, ids in statements]})


async def test_an_overview_is_written_in_one_call_that_is_counted(world: World) -> None:
    assert (await world.gather()).overview == tuple(text for text, _ in GOOD)
    used = await world.storage.usages.of_guild(1, NOW)
    assert (used.calls, used.tokens, used.statements, used.withheld) == (1, 1800, 2, 0)
    assert len(world.endpoint.requests) == 1


async def test_what_cannot_be_traced_is_withheld_and_counted(world: World) -> None:
    world.reply = said((*GOOD, INVENTED))
    assert (await world.gather()).overview == tuple(text for text, _ in GOOD)
    assert (await world.storage.usages.of_guild(1, NOW)).withheld == 1


@pytest.mark.parametrize(
    "reply",
    [
        said((GOOD[0], INVENTED)),
        said(()),
        said((("Buy our port now!", [9]), GOOD[1])),
        completion("I can't do that."),
        failure(401),
    ],
    ids=["one sentence is left", "none is given", "no such line", "no answer", "refused"],
)
async def test_the_leading_statements_stand_in_for_what_cannot_be_had_and_nothing_is_asked_again(
    world: World, reply: Reply
) -> None:
    world.reply = reply
    assert (await world.gather()).overview == LEADING
    assert len(world.endpoint.requests) == 1


async def test_a_run_that_died_after_its_overview_was_paid_for_does_not_ask_again(world: World) -> None:
    first = await world.gather()
    world.reply = failure(500)
    assert (await world.gather()).overview == first.overview
    assert len(world.endpoint.requests) == 1


async def test_a_guild_that_wants_the_embedded_engine_gets_the_leading_statements(world: World) -> None:
    world.room.server.engine = EngineChoice.OFFLINE
    assert (await world.gather()).overview == LEADING
    assert world.endpoint.requests == []


async def test_one_story_needs_no_overview(world: World) -> None:
    assert (await world.room.gather("gull")).overview == ()
    assert world.endpoint.requests == []
