"""The application itself: who it is, its commands, and where its gateway is."""

from tests.loopback.discord.commands import CommandBody
from tests.loopback.discord.routes.calls import Call, Routes
from tests.loopback.discord.rules import MESSAGE_CONTENT
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.wire import Json


async def me(call: Call) -> Json:
    return payloads.user(call.fake.world.bot)


async def person(call: Call) -> Json:
    return payloads.user(call.fake.world.person(call.number("user")))


async def application(call: Call) -> Json:
    granted = bool(call.fake.gateway.rules.privileged & MESSAGE_CONTENT)
    return payloads.application(call.fake.world, message_content=granted)


async def gateway(call: Call) -> Json:
    return {"url": call.fake.gateway.url}


async def gateway_for_bots(call: Call) -> Json:
    return call.fake.gateway.limits()


def _scope(call: Call) -> int | None:
    """The guild whose commands are meant, or all."""
    return call.number("guild") if "guild" in call.request.match_info else None


async def commands(call: Call) -> list[Json]:
    return call.fake.commands.listed(_scope(call))


async def command(call: Call) -> Json:
    return call.fake.commands.get(_scope(call), call.number("command"))


async def put_commands(call: Call) -> list[Json]:
    bodies = await call.bodies(CommandBody)
    call.fake.record.add("commands", names=[body.name for body in bodies])
    return call.fake.commands.put(_scope(call), bodies)


async def upsert_command(call: Call) -> Json:
    return call.fake.commands.upsert(_scope(call), await call.body(CommandBody))


async def remove_command(call: Call) -> None:
    call.fake.commands.remove(_scope(call), call.number("command"))


GLOBAL = "/applications/{application}/commands"
OF_A_GUILD = "/applications/{application}/guilds/{guild}/commands"

ROUTES: Routes = {
    ("GET", "/users/@me"): me,
    ("GET", "/users/{user}"): person,
    ("GET", "/applications/@me"): application,
    ("GET", "/oauth2/applications/@me"): application,
    ("GET", "/gateway"): gateway,
    ("GET", "/gateway/bot"): gateway_for_bots,
}
for scope in (GLOBAL, OF_A_GUILD):
    ROUTES |= {
        ("GET", scope): commands,
        ("PUT", scope): put_commands,
        ("POST", scope): upsert_command,
        ("GET", scope + "/{command}"): command,
        ("DELETE", scope + "/{command}"): remove_command,
    }
