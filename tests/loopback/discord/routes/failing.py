"""Requests that are made to fail, before or after they are carried out."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

from tests.loopback.discord.fake import FakeDiscord
from tests.loopback.discord.routes.calls import reply
from tests.loopback.discord.routes.faults import Fault
from tests.loopback.discord.shapes.wire import Json

CONTROL = "/_control/"
VIA = {"Via": "1.1 google"}
"""How clients tell Discord's own 429 from one of the network in front of it."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def failing(fake: FakeDiscord, api: str) -> Middleware:
    """Faults and limits in front of every route; `api` is the part of a path that routes leave out."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(CONTROL):
            return await handler(request)
        route = f"{request.method} {request.path.removeprefix(api)}"
        wait = fake.faults.limit_for(route)
        if wait is not None:
            fake.record.add("limited", route=route)
            return _limited(wait)
        fault = fake.faults.fault_for(route)
        return await (handler(request) if fault is None else _fail(fake, fault, request, handler))

    return middleware


def _limited(wait: float) -> web.Response:
    """429 with the seconds to wait (docs: Rate Limits)."""
    body: Json = {"message": "You are being rate limited.", "retry_after": round(wait, 3), "global": False}
    return reply(body, 429, VIA | {"Retry-After": str(int(wait) + 1), "X-RateLimit-Scope": "user"})


async def _fail(
    fake: FakeDiscord, fault: Fault, request: web.Request, handler: Handler
) -> web.StreamResponse:
    fake.record.add("fault", route=fault.route, path=request.path, status=fault.status, late=fault.late)
    if fault.late:
        await handler(request)
    return reply({"message": fault.message, "code": fault.code}, fault.status)
