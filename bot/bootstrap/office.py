"""What answers requests, for every process that takes them, answers them, or does both."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from multiprocessing import active_children

import discord
from discord.utils import utcnow

from bot.adapters import logs
from bot.adapters.jobs import open_handing, open_jobs
from bot.adapters.metrics import CountedUsages, Metrics
from bot.adapters.naming import own_slot
from bot.adapters.storage import Storage
from bot.adapters.web.fetcher import WebFetcher
from bot.bootstrap.basics import open_storage
from bot.bootstrap.readers import LimitedModel, limited_models, open_servings
from bot.bootstrap.reading import open_web, readers_over
from bot.delivery import DiscordAttachments, DiscordDelivery
from bot.domain.brief import ReadBy
from bot.domain.terms import Terms
from bot.services.desk import Desk, Jobs, Work
from bot.services.gathering import Gathering
from bot.services.leasing import Lease
from bot.services.making import Making
from bot.services.rules import Rules
from bot.services.serving import Serving
from bot.services.sources import Sources
from bot.services.storing import Usages
from bot.services.watching import Watch
from bot.settings import Settings


class Duty(StrEnum):
    """What a process does with requests; the value is part of the name of its slot."""

    ALL = "run"
    TAKES = "gateway"
    ANSWERS = "worker"


@dataclass(frozen=True, slots=True)
class Office:
    """The desk, where requests are answered, with all that it works with."""

    storage: Storage
    models: Mapping[ReadBy, LimitedModel]
    servings: Mapping[ReadBy, Serving]
    web: WebFetcher
    sources: Sources
    rules: Rules
    usages: Usages
    lease: Lease
    delivery: DiscordDelivery
    desk: Desk
    jobs: Jobs
    watch: Watch


@asynccontextmanager
async def open_office(  # noqa: PLR0913, PLR0917 - what processes differ in
    settings: Settings,
    client: discord.Client,
    duty: Duty,
    terms: Terms,
    metrics: Metrics | None,
    give_up: Callable[[], object],
) -> AsyncIterator[Office]:
    """All that it takes to answer requests in Discord; it gives up when its slot is somebody else's."""
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(settings, utcnow))
        models = limited_models(settings, storage)
        servings = stack.enter_context(open_servings(settings, storage, models))
        web = await stack.enter_async_context(open_web(settings))
        sources = stack.enter_context(readers_over(web))
        rules = Rules(storage.guilds, storage.usages, terms, utcnow)
        gathering = Gathering(sources, DiscordAttachments(client), storage.briefs)
        making = Making(rules, gathering, servings.__getitem__, storage.briefs, storage.steps, utcnow)
        slot = stack.enter_context(_slot(settings, duty))
        lease = Lease(storage.slots, slot, utcnow, timedelta(seconds=settings.lease_seconds))
        delivery = DiscordDelivery(client, lease.check, utcnow, logs.log_incident)
        usages = _counted(storage.usages, servings, metrics) if metrics else storage.usages
        desk = Desk(lease, making, delivery, storage.requests, storage.briefs, usages)
        jobs = await stack.enter_async_context(_open_jobs(settings, slot, duty, desk.answer))
        watch = Watch(lease, storage.slots, storage.requests, jobs, logs.log_incident, give_up)
        yield Office(
            storage, models, servings, web, sources, rules, usages, lease, delivery, desk, jobs, watch
        )


def _open_jobs(settings: Settings, slot: str, duty: Duty, work: Work) -> AbstractAsyncContextManager[Jobs]:
    if duty is Duty.TAKES:
        return open_handing(settings.database, logs.log_incident)
    queue = duty is Duty.ANSWERS
    return open_jobs(settings.database, slot, work, logs.log_incident, queue=queue)


def _slot(settings: Settings, duty: Duty) -> AbstractContextManager[str]:
    """The name of this process for the others: what is set, else the first of its kind that is free here."""
    return nullcontext(settings.slot) if settings.slot else own_slot(settings.data_dir, duty)


def _counted(usages: Usages, servings: Mapping[ReadBy, Serving], metrics: Metrics) -> Usages:
    """Usage that is counted for Prometheus too, and the queues in front of the engines watched."""
    queues = {serving.queue for serving in servings.values()}
    metrics.watch("briefer_waiting", "Briefs that wait for an engine", lambda: sum(q.waiting for q in queues))
    metrics.watch("briefer_reading", "Briefs that an engine reads", lambda: sum(q.held for q in queues))
    metrics.watch("briefer_children", "Child processes that are alive", lambda: len(active_children()))
    return CountedUsages(usages, metrics)
