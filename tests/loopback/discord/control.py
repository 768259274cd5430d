"""The controls under /_control: POST /_control/NAME with the arguments as JSON, such as `say` or `drop`."""

from collections.abc import Callable
from dataclasses import asdict
from inspect import isawaitable

from aiohttp import web
from pydantic import ValidationError, validate_call

from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.people import NoSuchThing
from tests.loopback.discord.routes.calls import reply
from tests.loopback.discord.routes.faults import Fault, Limit
from tests.loopback.discord.shapes.refusals import Refusal
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Channel, Guild, Interaction, Message, User


class Controls:
    """Everything that tests do in process, by name, for scripts outside."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake = fake
        people = fake.people
        acts = (people.say, people.invoke, people.menu, people.click, people.submit, people.react)
        gone = (people.erase, people.close_channel, fake.faults.clear)
        told = (self.where, self.answers, self.unasked, self.record, self.happened)
        made = (self.guild, self.channel, self.user, self.direct, self.fail, self.limit)
        named: list[Callable[..., object]] = [self.burst, *acts, *gone, *told, *made, fake.clock.advance]
        self.actions = {action.__name__: action for action in named} | fake.gateway.controls
        self._checked: dict[str, Callable[..., object]] = {}

    async def serve(self, request: web.Request) -> web.Response:
        """400 with the reason for what can't be done."""
        name = request.match_info["action"]
        if name not in self.actions:
            return reply({"error": "no such control", "controls": sorted(self.actions)}, 404)
        arguments = await request.json() if request.can_read_body else {}
        try:
            result = self._action(name)(**arguments)
            result = await result if isawaitable(result) else result
        except (ValidationError, Refusal, NoSuchThing, KeyError, TimeoutError) as error:
            return reply({"error": f"{type(error).__name__}: {error}"}, 400)
        return reply(_shown(result))

    def _action(self, name: str) -> Callable[..., object]:
        """The action, with its arguments checked and brought into shape."""
        if name not in self._checked:
            self._checked[name] = validate_call(self.actions[name])
        return self._checked[name]

    def where(self) -> Json:
        """The addresses, the token and the ids that a script starts from."""
        world = self._fake.world
        return {
            "api": self._fake.api,
            "gateway": self._fake.gateway.url,
            "token": TOKEN,
            "bot": world.bot.id,
            "users": [world.alice.id, world.bob.id],
            "guild": world.guild.id,
            "channel": world.channel.id,
        }

    def answers(self) -> list[Json]:
        return [asdict(answered) for answered in self._fake.answers()]

    def unasked(self) -> list[Json]:
        return [asdict(shown) for shown in self._fake.unasked()]

    def record(self, since: int = 0) -> list[Json]:
        return [asdict(entry) for entry in self._fake.record.since(since)]

    async def happened(self, what: str, times: int = 1, seconds: float = 30.0) -> None:
        await self._fake.record.happened(what, times, seconds)

    def burst(self, command: str, requests: list[dict[str, str | int | float | bool]]) -> list[int]:
        """One command many times in the same instant, each by somebody new; the interactions' ids."""
        newcomers = [self.user(f"reader-{number}").id for number in range(len(requests))]
        asking = zip(newcomers, requests, strict=True)
        invoke = self._fake.people.invoke
        return [invoke(command, options=options, user=user).id for user, options in asking]

    def fail(self, fault: Fault) -> None:
        self._fake.faults.fail(fault)

    def limit(self, limit: Limit) -> None:
        self._fake.faults.limit(limit)

    def guild(self, name: str, *, joined: bool = True) -> Guild:
        return self._fake.world.add_guild(name, joined=joined)

    def channel(self, name: str, guild: int | None = None) -> Channel:
        world = self._fake.world
        return world.add_channel(world.guild if guild is None else world.guilds[guild], name)

    def user(self, name: str) -> User:
        return self._fake.world.add_user(name)

    def direct(self, user: int) -> Channel:
        return self._fake.world.direct(user)


def _shown(result: object) -> object:
    """What was made, by its id; anything else as it is."""
    if isinstance(result, Message | Interaction | Channel | Guild | User):
        return {"id": result.id}
    return {"result": result}
