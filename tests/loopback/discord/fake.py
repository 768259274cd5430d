"""The fake Discord: everything behind its API, gateway and controls, in one process or in its own."""

from tests.loopback.discord.commands import Commands
from tests.loopback.discord.composing import Composer
from tests.loopback.discord.gateway import Gateway
from tests.loopback.discord.interactions import Interactions
from tests.loopback.discord.ledger import Answered, Shown, answers, unasked
from tests.loopback.discord.people import People
from tests.loopback.discord.record import Record
from tests.loopback.discord.routes.faults import Faults
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.shapes.wire import Clock
from tests.loopback.discord.world import World

TOKEN = "loopback.discord.token"  # noqa: S105 - a key that opens nothing else


class FakeDiscord:
    """`api` and `gateway.url` are set when it is served."""

    def __init__(self, rules: Rules) -> None:
        self.api = ""
        self.clock = Clock()
        self.world = World(self.clock)
        self.record = Record(self.clock)
        self.faults = Faults(self.clock)
        self.gateway = Gateway(self.world, rules, self.record, TOKEN)
        self.commands = Commands(self.world.ids, self.world.bot.id)
        self.composer = Composer(self.world, self.gateway, rules, self.record)
        self.interactions = Interactions(self.world, self.composer, rules, self.record)
        self.people = People(self.world, self.gateway, self.composer, self.interactions, self.commands)

    def answers(self) -> list[Answered]:
        """What people got for each request."""
        return answers(self.world, list(self.interactions.by_token.values()))

    def unasked(self) -> list[Shown]:
        """What the bot posted that is no answer."""
        return unasked(self.world)
