"""What people do in the fake Discord: write, run commands, press buttons, fill in modals, react, delete."""

import base64
from secrets import token_hex

from pydantic import BaseModel

from tests.loopback.discord.commands import MESSAGE_MENU, SLASH, Commands
from tests.loopback.discord.composing import Composer, MessageBody, Reference, Sender, Upload
from tests.loopback.discord.gateway import Gateway
from tests.loopback.discord.interactions import COMMAND, COMPONENT, SUBMIT, Interactions
from tests.loopback.discord.reacting import Reaction, put, take
from tests.loopback.discord.sessions import EVERYONE
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.forms import filled
from tests.loopback.discord.shapes.limits import BUTTON, Component, flat
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Attachment, Channel, Interaction, Message, User, World

ATTACHMENT = 11
"""The type of an option that takes a file."""


class PersonsFile(BaseModel):
    """A file that somebody attaches: its text, or its bytes in base 64."""

    filename: str = "message.txt"
    text: str = ""
    base64: str | None = None
    kind: str | None = "text/plain; charset=utf-8"

    @property
    def data(self) -> bytes:
        return base64.b64decode(self.base64) if self.base64 is not None else self.text.encode()


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
        content: str = "",
        *,
        user: int | None = None,
        channel: int | None = None,
        reply_to: int | None = None,
        files: list[PersonsFile] | None = None,
    ) -> Message:
        """A message; to mention the bot, write `<@id>` or reply to it."""
        body = MessageBody(content=content)
        if reply_to is not None:
            body.message_reference = Reference(message_id=reply_to)
        uploads = [Upload(n, file.filename, file.data, file.kind) for n, file in enumerate(files or [])]
        sender = Sender(self._person(user).id)
        return self._composer.send(self._channel(channel), sender, body, uploads).message

    def invoke(
        self,
        command: str,
        *,
        options: dict[str, str | int | float | bool] | None = None,
        files: dict[str, PersonsFile] | None = None,
        user: int | None = None,
        channel: int | None = None,
    ) -> Interaction:
        """A slash command that the bot has registered, such as `brief`."""
        registered = self._registered(command, SLASH, channel)
        given, attached = [], {}
        for option in _options(registered):
            name, kind = str(option["name"]), option["type"]
            if options and name in options:
                given.append({"name": name, "type": kind, "value": options[name]})
            elif files and name in files:
                held = self._hold(files[name])
                attached[str(held.id)] = payloads.attachment(self._composer.base, held)
                given.append({"name": name, "type": ATTACHMENT, "value": str(held.id)})
        data: Json = {"id": registered["id"], "name": command, "type": SLASH, "options": given}
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

    def submit(
        self,
        interaction: int,
        values: dict[str, str | list[str]],
        *,
        files: dict[str, PersonsFile] | None = None,
    ) -> Interaction:
        """The modal that answered an interaction, filled in: values and files by label or custom id."""
        asked = self._interactions.of(interaction)
        if asked.opened is None:
            raise NoSuchThing("No modal is open.")
        held = {name: self._hold(file) for name, file in (files or {}).items()}
        chosen = {name: [str(file.id)] for name, file in held.items()}
        data: Json = {
            "custom_id": asked.opened["custom_id"],
            "components": filled(asked.opened, {**values, **chosen}),
        }
        shown = {str(file.id): payloads.attachment(self._composer.base, file) for file in held.values()}
        data["resolved"] = {"attachments": shown}
        asked.opened = None
        source = None if asked.message_id is None else self._world.messages[asked.message_id]
        person, channel = self._world.person(asked.user_id), self._channel(asked.channel_id)
        return self._ask(SUBMIT, person, channel, data, source)

    def react(self, message: int, emoji: str, *, user: int | None = None, remove: bool = False) -> None:
        """A reaction put on a message, or taken off."""
        reaction = Reaction(self._seen(message), self._person(user), emoji)
        (take if remove else put)(self._world, self._gateway, reaction)

    def erase(self, message: int) -> None:
        """A message deleted by a person."""
        self._composer.delete(self._seen(message))

    def close_channel(self, channel: int) -> None:
        """A channel deleted with all that is in it."""
        closed = self._world.channels.pop(channel)
        self._world.guilds[closed.guild_id or 0].channels.remove(channel)
        data = payloads.channel(self._world, closed)
        self._gateway.dispatch("CHANNEL_DELETE", data, closed.guild_id, EVERYONE)

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

    def _hold(self, file: PersonsFile) -> Attachment:
        held = Attachment(self._world.ids.new(), file.filename, file.data, file.kind)
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
