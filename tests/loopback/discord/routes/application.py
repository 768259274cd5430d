"""The application itself: who it is, its commands, and where its gateway is."""

from tests.loopback.discord.commands import CommandBody
from tests.loopback.discord.routes.calls import Call, Routes
from tests.loopback.discord.rules import MESSAGE_CONTENT
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.wire import Json


async def me(call: Call) -> Json:
    return payloads.user(call.fake.world.bot)


async def application(call: Call) -> Json:
    granted = bool(call.fake.gateway.rules.privileged & MESSAGE_CONTENT)
    return payloads.application(call.fake.world, message_content=granted)


async def gateway(call: Call) -> Json:
    return {"url": call.fake.gateway.url}


async def gateway_for_bots(call: Call) -> Json:
    return call.fake.gateway.limits()


async def commands(call: Call) -> list[Json]:
    return call.fake.commands.listed()


async def put_commands(call: Call) -> list[Json]:
    bodies = await call.bodies(CommandBody)
    call.fake.record.add("commands", names=[body.name for body in bodies])
    return call.fake.commands.put(bodies)


ROUTES: Routes = {
    ("GET", "/users/@me"): me,
    ("GET", "/applications/@me"): application,
    ("GET", "/oauth2/applications/@me"): application,
    ("GET", "/gateway"): gateway,
    ("GET", "/gateway/bot"): gateway_for_bots,
    ("GET", "/applications/{application}/commands"): commands,
    ("PUT", "/applications/{application}/commands"): put_commands,
}
