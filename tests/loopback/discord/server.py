"""The fake Discord on loopback: /api/v10, /gateway, /attachments and /_control at one port."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from aiohttp import web
from pydantic import ValidationError

from tests.loopback.discord.control import Controls
from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.routes import answers, application, messages
from tests.loopback.discord.routes.calls import Call, Route, Routes, reply
from tests.loopback.discord.routes.failing import failing
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.shapes.refusals import Reason, Refusal, from_validation

API = "/api/v10"
PARTS = (answers, application, messages)
ROUTES: Routes = {place: route for part in PARTS for place, route in part.ROUTES.items()}
OPEN = ("/interactions/", "/webhooks/")
"""What a token in the path opens; everything else wants the bot's."""


@asynccontextmanager
async def serving(rules: Rules) -> AsyncIterator[FakeDiscord]:
    """A fake Discord that is up, at any port that is free."""
    fake = FakeDiscord(rules)
    runner = web.AppRunner(create_app(fake), shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host = f"127.0.0.1:{runner.addresses[0][1]}"
    fake.api = f"http://{host}{API}"
    fake.composer.base = f"http://{host}"
    fake.gateway.url = f"ws://{host}/gateway"
    try:
        yield fake
    finally:
        await fake.gateway.close()
        await runner.cleanup()


def create_app(fake: FakeDiscord) -> web.Application:
    """Every route, each with the faults that a test asked for."""
    app = web.Application(client_max_size=200 * 1024 * 1024, middlewares=[failing(fake, API)])
    app.router.add_get("/gateway", fake.gateway.serve)
    app.router.add_get("/attachments/{attachment}/{name}", partial(_file, fake))
    app.router.add_route("*", "/_control/{action}", Controls(fake).serve)
    for (method, path), route in ROUTES.items():
        app.router.add_route(method, API + path, _handler(fake, route))
    app.router.add_route("*", API + "/{rest:.*}", partial(_unknown, fake))
    return app


def _handler(fake: FakeDiscord, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            _check_key(request)
            return reply(await route(Call(fake, request)))
        except ValidationError as error:
            return _refuse(fake, request, from_validation(error))
        except Refusal as refusal:
            return _refuse(fake, request, refusal)

    return handle


def _check_key(request: web.Request) -> None:
    closed = not request.path.removeprefix(API).startswith(OPEN)
    if closed and request.headers.get("Authorization") != f"Bot {TOKEN}":
        raise Refusal(Reason.UNAUTHORIZED)


def _refuse(fake: FakeDiscord, request: web.Request, refusal: Refusal) -> web.Response:
    route = f"{request.method} {request.path.removeprefix(API)}"
    fake.record.add("refused", route=route, status=refusal.status, code=refusal.code, errors=refusal.errors)
    return reply(refusal.body, refusal.status)


async def _unknown(fake: FakeDiscord, request: web.Request) -> web.StreamResponse:
    return _refuse(fake, request, Refusal(Reason.NOT_FOUND))


async def _file(fake: FakeDiscord, request: web.Request) -> web.StreamResponse:
    held = fake.world.attachments.get(int(request.match_info["attachment"]))
    if held is None:
        return web.Response(status=404)
    return web.Response(body=held.data, headers={"Content-Type": held.kind or "application/octet-stream"})
