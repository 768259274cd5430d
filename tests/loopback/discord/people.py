"""What people do in the fake Discord: write, run commands, press buttons, fill in modals."""

from secrets import token_hex

from tests.loopback.discord.commands import MESSAGE_MENU, SLASH, Commands
from tests.loopback.discord.composing import Composer, MessageBody, Sender
from tests.loopback.discord.gateway import Gateway
from tests.loopback.discord.interactions import COMMAND, COMPONENT, SUBMIT, Interactions
from tests.loopback.discord.sessions import EVERYONE
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.forms import filled
from tests.loopback.discord.shapes.limits import BUTTON, Component, flat
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Attachment, Channel, Interaction, Message, User, World


class NoSuchThing(Exception):
    """What a person wants to use isn't before them: a mistake of the test, not of the bot."""


class People:
    """Every action is by alice in the first channel unless told otherwise; ids are those of the world."""

    def __init__(
        self,
        world: World,
        gateway: Gateway,
        composer: Composer,
        interactions: Interactions,
        commands: Commands,
    ) -> None:
        self._world = world
        self._gateway = gateway
        self._composer = composer
        self._interactions = interactions
        self._commands = commands

    def say(
        self,
        content: str,
        *,
        user: int | None = None,
        channel: int | None = None,
    ) -> Message:
        """A message; to mention the bot, write `<@id>`."""
        sender = Sender(self._person(user).id)
        return self._composer.send(self._channel(channel), sender, MessageBody(content=content), []).message

    def invoke(
        self,
        command: str,
        *,
        options: dict[str, str | int | float | bool] | None = None,
        files: dict[str, str] | None = None,
        user: int | None = None,
        channel: int | None = None,
    ) -> Interaction:
        """A slash command that the bot has registered, such as `brief`; files are given by their text."""
        registered = self._registered(command, SLASH, channel)
        held = {name: self._hold(text) for name, text in (files or {}).items()}
        values = {**(options or {}), **{name: str(file.id) for name, file in held.items()}}
        given = [
            {"name": name, "type": option["type"], "value": values[name]}
            for option in _options(registered)
            if (name := str(option["name"])) in values
        ]
        data: Json = {"id": registered["id"], "name": command, "type": SLASH, "options": given}
        attached = {str(file.id): payloads.attachment(self._composer.base, file) for file in held.values()}
        data |= {"resolved": {"attachments": attached}} if attached else {}
        return self._ask(COMMAND, self._person(user), self._channel(channel), data)

    def menu(self, command: str, message: int, *, user: int | None = None) -> Interaction:
        """A command of the menu that every message has, such as “Brief this”."""
        target = self._seen(message)
        registered = self._registered(command, MESSAGE_MENU, target.channel_id)
        data: Json = {
            "id": registered["id"],
            "name": command,
            "type": MESSAGE_MENU,
            "target_id": str(target.id),
        }
        data["resolved"] = {"messages": {str(target.id): self._composer.payload(target)}}
        return self._ask(COMMAND, self._person(user), self._channel(target.channel_id), data)

    def click(
        self, message: int, component: str, *, values: list[str] | None = None, user: int | None = None
    ) -> Interaction:
        """A press of the button with that label or custom id, or a choice in a select."""
        target = self._seen(message)
        used = _usable(target, component)
        data: Json = {"custom_id": used.custom_id, "component_type": used.type, "id": used.id}
        data |= {} if used.type == BUTTON else {"values": values or []}
        channel = self._channel(target.channel_id)
        return self._ask(COMPONENT, self._person(user), channel, data, target)

    def submit(self, interaction: int, values: dict[str, str | list[str]]) -> Interaction:
        """The modal that answered an interaction, filled in: values by label or custom id."""
        asked = self._interactions.of(interaction)
        if asked.opened is None:
            raise NoSuchThing("No modal is open.")
        data: Json = {
            "custom_id": asked.opened["custom_id"],
            "components": filled(asked.opened, values),
            "resolved": {"attachments": {}},
        }
        asked.opened = None
        source = None if asked.message_id is None else self._world.messages[asked.message_id]
        person, channel = self._world.person(asked.user_id), self._channel(asked.channel_id)
        return self._ask(SUBMIT, person, channel, data, source)

    def _ask(
        self, kind: int, person: User, channel: Channel, data: Json, source: Message | None = None
    ) -> Interaction:
        interaction = Interaction(
            id=self._world.ids.new(),
            token=token_hex(40),
            kind=kind,
            user_id=person.id,
            channel_id=channel.id,
            created=self._world.clock.now(),
            data=data,
            message_id=None if source is None else source.id,
            guest=not self._world.reaches_bot(channel),
        )
        self._interactions.open(interaction)
        shown = payloads.interaction(self._world, self._composer.base, interaction)
        self._gateway.dispatch("INTERACTION_CREATE", shown, channel.guild_id, EVERYONE)
        return interaction

    def _registered(self, name: str, kind: int, channel: int | None) -> Json:
        found = self._commands.find(name, kind)
        if found is None:
            raise NoSuchThing(f"The command {name} is not registered.")
        if not payloads.offered(self._world, found, self._channel(channel)):
            raise NoSuchThing(f"The command {name} is not offered here.")
        return found

    def _hold(self, text: str) -> Attachment:
        held = Attachment(self._world.ids.new(), "article.txt", text.encode(), "text/plain; charset=utf-8")
        self._world.attachments[held.id] = held
        return held

    def _person(self, user: int | None) -> User:
        return self._world.alice if user is None else self._world.person(user)

    def _channel(self, channel: int | None) -> Channel:
        return self._world.channel if channel is None else self._world.channels[channel]

    def _seen(self, message: int) -> Message:
        seen = self._world.messages[message]
        if seen.deleted:
            raise NoSuchThing("The message was deleted.")
        return seen


def _options(command: Json) -> list[Json]:
    options = command.get("options", [])
    assert isinstance(options, list)
    return options


def _usable(message: Message, wanted: str) -> Component:
    """The component with that label or custom id, which is not greyed out."""
    for part in flat(message.components):
        if part.custom_id and wanted in (part.custom_id, part.label, part.placeholder) and not part.disabled:
            return part
    raise NoSuchThing(f"The message has no {wanted!r} to use.")
