"""The bot, and the worker beside it: Discord clients with all that they call."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from urllib.parse import urlsplit

import discord
from discord.utils import utcnow

from bot.adapters import logs
from bot.adapters.metrics import Metrics
from bot.addresses import use_addresses
from bot.bootstrap.digests import Newsroom, open_digests
from bot.bootstrap.engines import OPENAI
from bot.bootstrap.office import Duty, Office, open_office
from bot.bootstrap.readers import questions_by
from bot.client import Briefer, ShardedBriefer
from bot.cogs.services import Services
from bot.domain.terms import Terms
from bot.registry import Registry
from bot.services.accounting import Accounting
from bot.services.forgetting import Forgetter
from bot.services.identifying import Identifying
from bot.services.intake import Intake
from bot.services.listening import Ears
from bot.services.managing import Managing
from bot.services.pacing import Pace
from bot.services.watching import Watch
from bot.settings import Settings
from bot.sharding import Shards

COMMANDS = "commands"
"""Which commands Discord was sent, in the data directory."""


def create_bot(
    settings: Settings,
    metrics: Metrics | None = None,
    shards: Shards | None = None,
    duty: Duty = Duty.ALL,
) -> Briefer:
    """The bot, ready to log in; what it needs opens in its `setup_hook` and closes in `close`.

    What it does is counted in the metrics, where there are some. Without shards it has one connection.
    """
    use_addresses(settings.discord_api, settings.discord_gateway)
    registry, content = Registry(settings.data_dir / COMMANDS), bool(settings.message_content)

    def opening(client: discord.Client) -> AbstractAsyncContextManager[Services]:
        return _open_services(settings, client, duty, metrics)

    if shards:
        return ShardedBriefer(opening, registry, logs.log_incident, shards, message_content=content)
    return Briefer(opening, registry, logs.log_incident, message_content=content)


@asynccontextmanager
async def open_worker(
    settings: Settings,
    client: discord.Client,
    metrics: Metrics | None,
    give_up: Callable[[], object],
) -> AsyncIterator[Watch]:
    """Answers what others took, through a client that has logged in; begun and ended with the watch.

    It gives up when its slot is somebody else's.
    """
    terms = terms_of(settings)
    async with open_office(settings, client, Duty.ANSWERS, terms, metrics, give_up) as office:
        yield office.watch


@asynccontextmanager
async def _open_services(
    settings: Settings, client: discord.Client, duty: Duty, metrics: Metrics | None
) -> AsyncIterator[Services]:
    terms = terms_of(settings)
    loop = asyncio.get_running_loop()
    async with (
        open_office(
            settings, client, duty, terms, metrics, lambda: loop.create_task(client.close())
        ) as office,
        open_digests(client, office, terms) as newsroom,
    ):
        yield _services(settings, terms, office, newsroom)


def _services(settings: Settings, terms: Terms, office: Office, newsroom: Newsroom) -> Services:
    """What the cogs call."""
    storage = office.storage
    ears = Ears(storage.guilds, storage.briefs, storage.shared, utcnow)
    intake = Intake(office.lease, storage.requests, office.jobs, office.desk, office.delivery)
    return Services(
        intake=intake,
        watch=office.watch,
        identifying=Identifying(storage.slots, utcnow),
        ears=ears,
        notebook=storage.shared,
        rules=office.rules,
        pace=Pace(settings.requests_per_minute, utcnow),
        managing=Managing(storage.guilds, ears),
        forgetter=Forgetter(storage.forgetting, storage.requests, intake, ears),
        briefs=storage.briefs,
        accounting=Accounting(storage.guilds, storage.usages, terms, utcnow),
        questions=questions_by(office.models).__getitem__,
        digests=newsroom.digests,
        subscriptions=newsroom.subscriptions,
        scheduler=newsroom.scheduler,
        terms=terms,
        now=utcnow,
        log=logs.log_incident,
    )


def terms_of(settings: Settings) -> Terms:
    """What people are told of the operator's settings."""
    return Terms(
        length=settings.length,
        language=settings.language,
        endpoint=urlsplit(settings.openai_base_url or OPENAI).hostname if settings.uses_endpoint else None,
        keep=timedelta(days=settings.keep_days),
        listens=bool(settings.message_content),
        choosable=settings.servers_choose,
        model=settings.openai_model if settings.uses_endpoint else None,
        models=settings.server_models if settings.uses_endpoint else (),
    )
