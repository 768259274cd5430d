"""Opens the storage: finds the database, brings its tables up to date, and tries the keys."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import URL, select

from bot.adapters.storage import tables
from bot.adapters.storage.address import file_of, read_address, told
from bot.adapters.storage.briefs import StoredBriefs
from bot.adapters.storage.database import Database, add_row, create_database, create_for_migrations
from bot.adapters.storage.digests import StoredDigests
from bot.adapters.storage.disguise import open_disguise
from bot.adapters.storage.feeds import StoredFeedItems
from bot.adapters.storage.forgetting import StoredForgetting
from bot.adapters.storage.guilds import StoredGuilds
from bot.adapters.storage.migrating import migrate
from bot.adapters.storage.requests import StoredRequests
from bot.adapters.storage.runs import StoredRuns
from bot.adapters.storage.secrecy import Keyring
from bot.adapters.storage.shared import StoredSharedLinks
from bot.adapters.storage.slots import StoredSlots
from bot.adapters.storage.spendings import StoredSpendings
from bot.adapters.storage.steps import StoredDigestSteps, StoredSteps
from bot.adapters.storage.usages import StoredUsages
from bot.services.digesting.gathering import ServerBriefs
from bot.services.digesting.storing import Digests, FeedItems, Runs
from bot.services.quota import Spendings
from bot.services.remembering import Steps
from bot.services.storing import Briefs, Forgetting, Guilds, Requests, Usages

KEEP = timedelta(days=30)
"""How long briefs are kept where nothing else is set."""

PROVEN = "These words were encrypted by Briefer."


@dataclass(frozen=True, slots=True)
class Storage:
    """What outlives the process."""

    requests: Requests
    slots: StoredSlots
    steps: Steps
    briefs: Briefs
    server_briefs: ServerBriefs
    shared: StoredSharedLinks
    guilds: Guilds
    usages: Usages
    spendings: Spendings
    digests: Digests
    runs: Runs
    digest_steps: Steps
    feeds: FeedItems
    forgetting: Forgetting


@asynccontextmanager
async def open_storage(
    url: str, *, now: Callable[[], datetime], keep: timedelta = KEEP, keys: str = ""
) -> AsyncIterator[Storage]:
    """The storage in a database, which is made or brought up to date where needed, closed at the end.

    `url` is `sqlite:///path` or `postgresql://…`; `keep` is how long briefs are kept; `keys` are those that
    text is encrypted with, commas between. BadSettings, in a plain sentence, when it can't be opened.
    """
    async with open_database(url, keys) as database:
        briefs = StoredBriefs(database, now, keep)
        disguise = await open_disguise(database)
        yield Storage(
            requests=StoredRequests(database, now),
            slots=StoredSlots(database, now),
            steps=StoredSteps(database),
            briefs=briefs,
            server_briefs=briefs,
            shared=StoredSharedLinks(database),
            guilds=StoredGuilds(database),
            usages=StoredUsages(database, now, disguise),
            spendings=StoredSpendings(database, disguise),
            digests=StoredDigests(database),
            runs=StoredRuns(database, now),
            digest_steps=StoredDigestSteps(database, now),
            feeds=StoredFeedItems(database),
            forgetting=StoredForgetting(database, now, keep, disguise),
        )


@asynccontextmanager
async def open_database(url: str, keys: str = "") -> AsyncIterator[Database]:
    """The database behind a URL, its tables up to date and its keys tried; BadSettings when it fails."""
    address, keyring = read_address(url), Keyring.read(keys)
    database = create_database(address, keyring)
    try:
        await _prepare(address, keyring, database)
        yield database
    finally:
        await database.engine.dispose()


async def _prepare(address: URL, keyring: Keyring, database: Database) -> None:
    with told(address):
        _make_room(address)
        await migrate(create_for_migrations(address, keyring))
        await _prove(database)


def _make_room(address: URL) -> None:
    """Make the file and its directory, for nobody else to read."""
    if file := file_of(address):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)


async def _prove(database: Database) -> None:
    """Read the words that were written with the first keys; BadSettings when these keys don't open them."""
    if await database.scalar(select(tables.proof.c.word)) is None:
        async with database.writing() as connection:
            await add_row(connection, tables.proof, {"id": 1, "word": PROVEN})
