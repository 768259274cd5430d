"""The guilds, channels, people and messages of the fake Discord."""

from dataclasses import dataclass, field

from tests.loopback.discord.shapes.refusals import Reason, Refusal
from tests.loopback.discord.shapes.wire import SHARD_BITS, Clock, Json, Snowflakes

TEXT, DIRECT, GROUP = 0, 1, 3
"""Channel types."""

FIRST_GUILD = 1_000_000
"""The number of the first guild; a guild's shard is its number modulo the shards."""


@dataclass
class User:
    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"


@dataclass
class Channel:
    """`recipient`: the other side of a direct message.

    `closed`: a conversation between people, of which the bot learns by interactions alone.
    """

    id: int
    name: str
    kind: int = TEXT
    guild_id: int | None = None
    recipient: int | None = None
    closed: bool = False


@dataclass
class Guild:
    """`joined` is false where the bot is no member and only users have it installed."""

    id: int
    name: str
    joined: bool = True
    channels: list[int] = field(default_factory=list)


@dataclass
class Attachment:
    id: int
    filename: str
    data: bytes
    kind: str | None = None
    description: str | None = None


@dataclass
class Message:
    """`shown_to` is the one person who sees it when it is ephemeral; `versions` are its texts, oldest first.

    `allows` are the kinds of mentions in it that would ping.
    """

    id: int
    channel_id: int
    author_id: int
    created: float
    content: str = ""
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    nonce: str | None = None
    reply_to: int | None = None
    mentions: list[int] = field(default_factory=list)
    pings: list[str] = field(default_factory=list)
    allows: list[str] = field(default_factory=list)
    interaction_id: int | None = None
    shown_to: int | None = None
    edited: float | None = None
    deleted: bool = False
    versions: list[str] = field(default_factory=list)


@dataclass
class Interaction:
    """What a person asked by command, button, select or modal, and what came of it.

    `guest`: the application is installed by the person only. `opened` is the modal that is before the person.
    """

    id: int
    token: str
    kind: int
    user_id: int
    channel_id: int
    created: float
    data: Json
    message_id: int | None = None
    guest: bool = False
    callback: int | None = None
    acknowledged: float | None = None
    original_id: int | None = None
    followups: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    opened: Json | None = None


class World:
    """One guild with one channel and two people to begin with; everybody is in every guild."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.ids = Snowflakes(clock)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.attachments: dict[int, Attachment] = {}
        self.bot = self.add_user("Briefer", bot=True)
        self.alice = self.add_user("alice")
        self.bob = self.add_user("bob")
        self.guild = self.add_guild("Harbour watch")
        self.channel = self.add_channel(self.guild, "news")

    def add_user(self, name: str, *, bot: bool = False) -> User:
        user = User(self.ids.new(), name, bot)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, joined: bool = True) -> Guild:
        guild = Guild((FIRST_GUILD + len(self.guilds)) << SHARD_BITS, name, joined)
        self.guilds[guild.id] = guild
        return guild

    def add_channel(self, guild: Guild, name: str) -> Channel:
        channel = Channel(self.ids.new(), name, TEXT, guild.id)
        self.channels[channel.id] = channel
        guild.channels.append(channel.id)
        return channel

    def direct(self, user_id: int) -> Channel:
        """The bot's private channel with a person, opened when there is none."""
        self.person(user_id)
        for channel in self.channels.values():
            if channel.recipient == user_id and not channel.closed:
                return channel
        channel = Channel(self.ids.new(), "", DIRECT, recipient=user_id)
        self.channels[channel.id] = channel
        return channel

    def add_conversation(self, kind: int) -> Channel:
        """Alice's with Bob alone, or in a group."""
        channel = Channel(self.ids.new(), "", kind, recipient=self.bob.id, closed=True)
        self.channels[channel.id] = channel
        return channel

    def reaches_bot(self, channel: Channel) -> bool:
        """Whether the bot hears and sees what happens in a channel."""
        return not channel.closed and (channel.guild_id is None or self.guilds[channel.guild_id].joined)

    def person(self, user_id: int) -> User:
        if user_id not in self.users:
            raise Refusal(Reason.UNKNOWN_USER)
        return self.users[user_id]

    def channel_of(self, channel_id: int) -> Channel:
        """A channel that the bot can see."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Refusal(Reason.UNKNOWN_CHANNEL)
        if not self.reaches_bot(channel):
            raise Refusal(Reason.MISSING_ACCESS)
        return channel

    def message_of(self, channel_id: int, message_id: int) -> Message:
        """A message that is still there for everybody in its channel."""
        message = self.messages.get(message_id)
        if message is None or message.deleted or message.channel_id != channel_id or message.shown_to:
            raise Refusal(Reason.UNKNOWN_MESSAGE)
        return message

    def history(self, channel_id: int) -> list[Message]:
        """What stands in a channel for everybody, oldest first."""
        return [
            message
            for message in self.messages.values()
            if message.channel_id == channel_id and not message.deleted and not message.shown_to
        ]
