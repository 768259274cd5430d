"""What a supervisor and Prometheus ask a process: `/healthz`, `/readyz`, `/metrics`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.adapters.metrics import Metrics
from bot.domain.errors import BadSettings

CLOSING = 1.0
"""Seconds that a request in progress has when the process ends."""

Ready = Callable[[], Awaitable[str | None]]
"""Why the process can't serve people now; None when it can."""


@asynccontextmanager
async def serving_health(address: str, metrics: Metrics, ready: Ready) -> AsyncIterator[str]:
    """Answers on `host:port` (port 0 is any that is free), with the address that came of it.

    `/healthz` says that the process runs, `/readyz` with 503 and the reason that it serves nobody now.
    BadSettings when the address can't be had.
    """
    host, _, port = address.rpartition(":")
    runner = web.AppRunner(_application(metrics, ready), access_log=None, shutdown_timeout=CLOSING)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host.strip("[]"), int(port))
        try:
            await site.start()
        except (OSError, OverflowError) as error:
            raise BadSettings(f"BRIEFER_HEALTH={address} can't be used: choose another port.") from error
        yield f"{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _application(metrics: Metrics, ready: Ready) -> web.Application:
    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def readyz(_: web.Request) -> web.Response:
        reason = await ready()
        return web.Response(text=f"{reason or 'ready'}\n", status=503 if reason else 200)

    async def page(_: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    application = web.Application()
    application.router.add_get("/healthz", healthz)
    application.router.add_get("/readyz", readyz)
    application.router.add_get("/metrics", page)
    return application
