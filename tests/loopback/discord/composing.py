"""What becomes of a message that is sent or edited, and who is told (docs: Message)."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, Field

from tests.loopback.discord.gateway import Gateway
from tests.loopback.discord.record import Record
from tests.loopback.discord.rules import Rules
from tests.loopback.discord.sessions import DIRECT_MESSAGES, GUILD_MESSAGES
from tests.loopback.discord.shapes import payloads
from tests.loopback.discord.shapes.limits import check_components, flat
from tests.loopback.discord.shapes.payloads import EPHEMERAL, LOADING, RICH
from tests.loopback.discord.shapes.refusals import Reason, Refusal, invalid
from tests.loopback.discord.shapes.wire import Json
from tests.loopback.discord.world import Attachment, Channel, Message, World

MOST_FILES = 10
MENTION = re.compile(r"<@!?(\d+)>")
EVERYBODY = re.compile("@(everyone|here)")


class Reference(BaseModel):
    message_id: int
    fail_if_not_exists: bool = True


class AllowedMentions(BaseModel):
    parse: list[str] = []
    users: list[int] = []
    replied_user: bool = False


EVERY_MENTION = AllowedMentions(parse=["users", "roles", "everyone"], replied_user=True)
"""What a message allows that says nothing of it."""


class NamedFile(BaseModel):
    """An upload's description, or one that an edit keeps, by id."""

    id: int
    filename: str | None = None
    description: str | None = None


class MessageBody(BaseModel):
    """What is sent to make or change a message; a field that is left out changes nothing."""

    content: str | None = Field(default=None, max_length=2000)
    components: list[Json] | None = None
    flags: int = 0
    nonce: Annotated[str, Field(max_length=25)] | int | None = None
    enforce_nonce: bool = False
    message_reference: Reference | None = None
    allowed_mentions: AllowedMentions | None = None
    attachments: list[NamedFile] | None = None


@dataclass
class Upload:
    """A file of a multipart body; `number` is the one in `files[number]`."""

    number: int
    filename: str
    data: bytes
    kind: str | None = None


@dataclass
class Sender:
    """Who sends; an answer to an interaction belongs to it, and an ephemeral one is shown to one person."""

    author_id: int
    interaction_id: int | None = None
    shown_to: int | None = None


@dataclass
class Sent:
    """A message and whether it is new: with a nonce it may be the one that was sent before."""

    message: Message
    new: bool = True


class Composer:
    """The one place that makes, changes and removes messages."""

    def __init__(self, world: World, gateway: Gateway, rules: Rules, record: Record) -> None:
        self.world = world
        self.base = ""
        """Where files lie, known when the server is up."""
        self._gateway = gateway
        self._rules = rules
        self._record = record

    def send(self, channel: Channel, sender: Sender, body: MessageBody, uploads: list[Upload]) -> Sent:
        """A new message, or the earlier one with the same nonce."""
        nonce = None if body.nonce is None else str(body.nonce)
        earlier = self._earlier(channel, sender, nonce) if body.enforce_nonce and nonce else None
        if earlier is not None:
            self._record.add("nonce repeated", message=str(earlier.id), nonce=nonce)
            return Sent(earlier, new=False)
        message = Message(
            self.world.ids.new(), channel.id, sender.author_id, self.world.clock.now(), nonce=nonce
        )
        message.flags = body.flags & (EPHEMERAL | LOADING | RICH | 1 << 2 | 1 << 12)
        message.interaction_id = sender.interaction_id
        message.shown_to = sender.shown_to if body.flags & EPHEMERAL else None
        self._refer(message, body)
        self._fill(message, body, uploads)
        self._mention(message, body)
        self.world.messages[message.id] = message
        self._tell("MESSAGE_CREATE", message)
        self._note("message", message)
        return Sent(message)

    def edit(self, message: Message, body: MessageBody, uploads: list[Upload]) -> Message:
        """The message as changed; a loading one is loading no more, and Components V2 stay."""
        changed = body.flags & RICH | message.flags & (EPHEMERAL | RICH | 1 << 12)
        if "flags" in body.model_fields_set:
            changed |= body.flags & 1 << 2
        before, message.flags = message.flags, changed
        try:
            self._fill(message, body, uploads)
        except Refusal:
            message.flags = before
            raise
        message.edited = self.world.clock.now()
        self._tell("MESSAGE_UPDATE", message)
        self._note("edit", message)
        return message

    def delete(self, message: Message) -> None:
        message.deleted = True
        channel = self.world.channels[message.channel_id]
        data: Json = {"id": str(message.id), "channel_id": str(channel.id)}
        if not message.shown_to:
            self._send_event("MESSAGE_DELETE", data, channel)
        self._note("delete", message)

    def payload(self, message: Message) -> Json:
        return payloads.message(self.world, self.base, message)

    def _earlier(self, channel: Channel, sender: Sender, nonce: str) -> Message | None:
        """The author's message with that nonce in the past few minutes, even if it was deleted since."""
        oldest = self.world.clock.now() - self._rules.nonce
        for message in self.world.messages.values():
            same = (message.channel_id, message.author_id, message.nonce) == (
                channel.id,
                sender.author_id,
                nonce,
            )
            if same and message.created >= oldest:
                return message
        return None

    def _refer(self, message: Message, body: MessageBody) -> None:
        reference = body.message_reference
        if reference is None:
            return
        parent = self.world.messages.get(reference.message_id)
        if parent is not None and not parent.deleted and parent.channel_id == message.channel_id:
            message.reply_to = parent.id
        elif reference.fail_if_not_exists:
            raise invalid("message_reference", "Unknown message")

    def _fill(self, message: Message, body: MessageBody, uploads: list[Upload]) -> None:
        """Puts the body in place when all of it can be taken."""
        given = body.model_fields_set
        content = body.content or "" if "content" in given else message.content
        components = body.components or [] if "components" in given else message.components
        rich = bool(message.flags & RICH)
        check_components(components, rich=rich)
        if rich and content:
            raise invalid("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")
        attachments = self._attach(message, body, uploads)
        if not (content or components or attachments or message.flags & LOADING):
            raise Refusal(Reason.EMPTY_MESSAGE)
        message.content, message.components, message.attachments = content, components, attachments
        message.versions.append(text(message))
        message.allows = (body.allowed_mentions or EVERY_MENTION).parse

    def _attach(self, message: Message, body: MessageBody, uploads: list[Upload]) -> list[Attachment]:
        """The files that are kept, and the new ones."""
        if sum(len(upload.data) for upload in uploads) > self._rules.upload:
            raise Refusal(Reason.TOO_LARGE)
        named = {file.id: file for file in body.attachments or []}
        kept = [held for held in message.attachments if body.attachments is None or held.id in named]
        for upload in uploads:
            described = named.get(upload.number, NamedFile(id=upload.number))
            held = Attachment(
                self.world.ids.new(), upload.filename, upload.data, upload.kind, described.description
            )
            self.world.attachments[held.id] = held
            kept.append(held)
        if len(kept) > MOST_FILES:
            raise invalid("attachments", "Must be 10 or fewer in length.")
        return kept

    def _mention(self, message: Message, body: MessageBody) -> None:
        """Who is named, and who of them hears a ping (docs: Allowed Mentions Object)."""
        said = text(message)
        named = [int(person) for person in MENTION.findall(said)]
        message.mentions = [person for person in dict.fromkeys(named) if person in self.world.users]
        allowed = body.allowed_mentions or EVERY_MENTION
        pinged = [
            person for person in message.mentions if "users" in allowed.parse or person in allowed.users
        ]
        if message.reply_to is not None and allowed.replied_user:
            author = self.world.messages[message.reply_to].author_id
            pinged += [author]
            message.mentions = list(dict.fromkeys([*message.mentions, author]))
        everybody = ["everyone"] if EVERYBODY.search(said) and "everyone" in allowed.parse else []
        message.pings = [str(person) for person in dict.fromkeys(pinged)] + everybody

    def _tell(self, event: str, message: Message) -> None:
        """Everybody who may read the message; without the message content intent most of it is blank."""
        if message.shown_to:
            return
        channel, bot = self.world.channels[message.channel_id], self.world.bot.id
        payload = self.payload(message)
        open_anyway = channel.guild_id is None or message.author_id == bot or bot in message.mentions
        blank: Json = {"content": "", "embeds": [], "attachments": [], "components": []}
        self._send_event(event, payload, channel, None if open_anyway else payload | blank)

    def _send_event(self, event: str, data: Json, channel: Channel, blank: Json | None = None) -> None:
        if not self.world.reaches_bot(channel):
            return
        scope: Json = {} if channel.guild_id is None else {"guild_id": str(channel.guild_id)}
        intent = DIRECT_MESSAGES if channel.guild_id is None else GUILD_MESSAGES
        blanked = None if blank is None else blank | scope
        self._gateway.dispatch(event, data | scope, channel.guild_id, intent, blanked)

    def _note(self, what: str, message: Message) -> None:
        self._record.add(
            what,
            message=str(message.id),
            channel=str(message.channel_id),
            author=str(message.author_id),
            interaction=None if message.interaction_id is None else str(message.interaction_id),
            reply_to=None if message.reply_to is None else str(message.reply_to),
            shown_to=None if message.shown_to is None else str(message.shown_to),
            loading=bool(message.flags & LOADING),
            text=text(message),
            files=[held.filename for held in message.attachments],
            pings=message.pings,
        )


def text(message: Message) -> str:
    """All that a reader sees of a message, as plain lines."""
    parts = [part.content for part in flat(message.components) if part.content]
    return "\n".join(line for line in [message.content, *parts] if line)
