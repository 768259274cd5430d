"""The bot: the Discord client with all that its cogs call."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import (
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from datetime import timedelta
from multiprocessing import active_children
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.adapters import logs
from bot.bootstrap.basics import open_storage
from bot.bootstrap.digests import DigestReaders, open_digests
from bot.bootstrap.engines import OPENAI
from bot.bootstrap.kitchen import open_kitchen, paid_for, questions_by
from bot.bootstrap.reading import open_web, readers_over
from bot.domain.brief import EngineChoice

if TYPE_CHECKING:
    import discord
    from discord.ext import commands

    from bot.adapters.metrics import Metrics
    from bot.cogs.services import Services
    from bot.domain.terms import Terms
    from bot.services.serving import Serving
    from bot.services.storing import Usages
    from bot.settings import Settings


COMMANDS = "commands"
"""Which commands Discord was sent, in the data directory."""


def create_bot(settings: "Settings", metrics: "Metrics | None" = None) -> "commands.Bot":
    """The bot, ready to log in; what it needs opens in its `setup_hook` and closes in `close`.

    What it does is counted in the metrics, where there are some.
    """
    from bot.addresses import use_addresses
    from bot.client import Briefer
    from bot.registry import Registry

    use_addresses(settings.discord_api, settings.discord_gateway)
    return Briefer(
        lambda client: _open_services(settings, client, metrics),
        Registry(settings.data_dir / COMMANDS),
        logs.log_incident,
        message_content=bool(settings.message_content),
    )


@asynccontextmanager
async def _open_services(
    settings: "Settings", client: "discord.Client", metrics: "Metrics | None"
) -> AsyncIterator["Services"]:
    from discord.utils import utcnow

    from bot.adapters.jobs import open_jobs
    from bot.cogs.services import Services
    from bot.delivery import DiscordAttachments, DiscordDelivery
    from bot.services.accounting import Accounting
    from bot.services.desk import Desk
    from bot.services.forgetting import Forgetter
    from bot.services.gathering import Gathering
    from bot.services.intake import Intake
    from bot.services.leasing import Lease
    from bot.services.listening import Ears
    from bot.services.making import Making
    from bot.services.managing import Managing
    from bot.services.pacing import Pace
    from bot.services.rules import Rules
    from bot.services.watching import Watch

    terms = terms_of(settings)
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(settings, utcnow))
        paid = paid_for(settings, storage)
        kitchen = stack.enter_context(open_kitchen(settings, storage, paid))
        web = await stack.enter_async_context(open_web(settings))
        sources = stack.enter_context(readers_over(web))
        rules = Rules(storage.guilds, storage.usages, terms, utcnow)
        gathering = Gathering(sources, DiscordAttachments(client), storage.briefs)
        making = Making(rules, gathering, kitchen.__getitem__, storage.briefs, storage.steps, utcnow)
        slot = stack.enter_context(slot_of(settings, "run"))
        lease = Lease(storage.slots, slot, utcnow, timedelta(seconds=settings.lease_seconds))
        delivery = DiscordDelivery(client, lease.check, utcnow, logs.log_incident)
        usages = _counted(storage.usages, kitchen, metrics) if metrics else storage.usages
        desk = Desk(lease, making, delivery, storage.requests, storage.briefs, usages)
        jobs = await stack.enter_async_context(
            open_jobs(settings.database, slot, desk.answer, logs.log_incident)
        )
        watch = Watch(lease, storage.slots, storage.requests, jobs, logs.log_incident, _closing(client))
        intake = Intake(lease, storage.requests, jobs, desk, delivery)
        ears = Ears(storage.guilds, storage.briefs, storage.shared, utcnow)
        digests, subscriptions, scheduler = await stack.enter_async_context(
            open_digests(client, storage, web, DigestReaders(sources.links, kitchen, usages, paid))
        )
        yield Services(
            intake=intake,
            watch=watch,
            ears=ears,
            rules=rules,
            pace=Pace(settings.requests_per_minute, utcnow),
            managing=Managing(storage.guilds, ears),
            forgetter=Forgetter(storage.forgetting, storage.requests, intake, ears),
            briefs=storage.briefs,
            accounting=Accounting(storage.guilds, storage.usages, terms, utcnow),
            questions=questions_by(settings, paid).__getitem__,
            digests=digests,
            subscriptions=subscriptions,
            scheduler=scheduler,
            terms=terms,
            now=utcnow,
            log=logs.log_incident,
        )


def slot_of(settings: "Settings", kind: str) -> AbstractContextManager[str]:
    """The name of this process for the others: what is set, else the first of its kind that is free here."""
    from bot.adapters.naming import own_slot

    return nullcontext(settings.slot) if settings.slot else own_slot(settings.data_dir, kind)


def _closing(client: "discord.Client") -> Callable[[], object]:
    """Close the client, for a caller that can't wait for it."""
    return lambda: asyncio.get_running_loop().create_task(client.close())


def _counted(usages: "Usages", kitchen: "Mapping[EngineChoice, Serving]", metrics: "Metrics") -> "Usages":
    """Usage that is counted for Prometheus too, and the queues in front of the engines watched."""
    from bot.adapters.metrics import CountedUsages

    queues = {serving.queue for serving in kitchen.values()}
    metrics.watch("briefer_waiting", "Briefs that wait for an engine", lambda: sum(q.waiting for q in queues))
    metrics.watch("briefer_reading", "Briefs that an engine reads", lambda: sum(q.held for q in queues))
    metrics.watch("briefer_children", "Child processes that are alive", lambda: len(active_children()))
    return CountedUsages(usages, metrics)


def terms_of(settings: "Settings") -> "Terms":
    """What people are told of the operator's settings."""
    from bot.domain.terms import Terms

    return Terms(
        length=settings.length,
        language=settings.language,
        endpoint=urlsplit(settings.openai_base_url or OPENAI).hostname if settings.uses_endpoint else None,
        keep=timedelta(days=settings.keep_days),
        listens=bool(settings.message_content),
    )
