"""The controls under /_control: POST /_control/NAME with the arguments as JSON, such as `say`."""

from collections.abc import Callable
from dataclasses import asdict
from inspect import isawaitable

from aiohttp import web
from pydantic import ValidationError, validate_call

from tests.loopback.discord.fake import TOKEN, FakeDiscord
from tests.loopback.discord.people import NoSuchThing
from tests.loopback.discord.routes.calls import reply
from tests.loopback.discord.shapes.refusals import Refusal
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Interaction, Message


class Controls:
    """What scripts in other processes do, by name."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake = fake
        people = fake.people
        acts: list[Callable[..., object]] = [people.say, people.invoke, self.burst, fake.clock.advance]
        acts += [self.where, self.answers, self.unasked, self.record, self.happened, fake.gateway.caught_up]
        self._actions = {action.__name__: validate_call(action) for action in acts}

    async def serve(self, request: web.Request) -> web.Response:
        """400 with the reason for what can't be done."""
        name = request.match_info["action"]
        if name not in self._actions:
            return reply({"error": "no such control", "controls": sorted(self._actions)}, 404)
        arguments = await request.json() if request.can_read_body else {}
        try:
            result = self._actions[name](**arguments)
            result = await result if isawaitable(result) else result
        except (ValidationError, Refusal, NoSuchThing, KeyError, TimeoutError) as error:
            return reply({"error": f"{type(error).__name__}: {error}"}, 400)
        return reply(_shown(result))

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
        newcomers = [self._fake.world.add_user(f"reader-{number}").id for number in range(len(requests))]
        asking = zip(newcomers, requests, strict=True)
        invoke = self._fake.people.invoke
        return [invoke(command, options=options, user=user).id for user, options in asking]


def _shown(result: object) -> object:
    """A message or an interaction by its id; anything else as it is."""
    return {"id": result.id} if isinstance(result, Message | Interaction) else {"result": result}
