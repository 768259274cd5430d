"""What people got for what they asked: the question a chaos script puts is “was each answered exactly once?”."""

from dataclasses import dataclass, field

from tests.loopback.discord.composing import text
from tests.loopback.discord.shapes.payloads import LOADING
from tests.loopback.discord.world import Interaction, Message, World


@dataclass
class Shown:
    """One message of the bot as it stands now; `versions` are all texts that it had.

    `pings` are who was pinged, `allows` the kinds of mentions that would ping.
    """

    message: str
    channel: str
    text: str
    loading: bool
    deleted: bool
    shown_to: str | None
    versions: list[str]
    files: list[str]
    pings: list[str]
    allows: list[str]

    @property
    def counts(self) -> bool:
        """Whether it is an answer that can be read."""
        return not self.loading and not self.deleted


@dataclass
class Answered:
    """A request, an interaction or a person's message, and everything that was shown for it, in order.

    `after`: seconds until it was acknowledged. `answers`: messages that can be read now. An answer that updated the
    message of the button counts as one. `refused`: the codes that Discord gave the bot for it.
    """

    request: str
    kind: str
    name: str
    user: str
    callback: int | None = None
    after: float | None = None
    answers: int = 0
    shown: list[Shown] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)


def answers(world: World, interactions: list[Interaction]) -> list[Answered]:
    """Every interaction, then every message of a person that the bot replied to or that named it."""
    asked = [_interaction(world, interaction) for interaction in interactions]
    written = [message for message in world.messages.values() if message.author_id != world.bot.id]
    replied = [_message(world, message) for message in written]
    return asked + [
        one for one, message in zip(replied, written, strict=True) if one.shown or _named(world, message)
    ]


def unasked(world: World) -> list[Shown]:
    """The bot's messages that are neither an answer to an interaction nor a reply: digests, late answers."""
    return [
        shown(message)
        for message in world.messages.values()
        if message.author_id == world.bot.id and message.interaction_id is None and message.reply_to is None
    ]


def shown(message: Message) -> Shown:
    return Shown(
        message=str(message.id),
        channel=str(message.channel_id),
        text=text(message),
        loading=bool(message.flags & LOADING),
        deleted=message.deleted,
        shown_to=None if message.shown_to is None else str(message.shown_to),
        versions=message.versions,
        files=[held.filename for held in message.attachments],
        pings=message.pings,
        allows=message.allows,
    )


def _interaction(world: World, interaction: Interaction) -> Answered:
    ids = list(dict.fromkeys([interaction.original_id, *interaction.followups]))
    messages = [shown(world.messages[message_id]) for message_id in ids if message_id is not None]
    seconds = interaction.acknowledged
    return Answered(
        request=str(interaction.id),
        kind={2: "command", 3: "component", 5: "modal"}[interaction.kind],
        name=str(interaction.data.get("name") or interaction.data.get("custom_id")),
        user=str(interaction.user_id),
        callback=interaction.callback,
        after=None if seconds is None else round(seconds - interaction.created, 4),
        answers=sum(message.counts for message in messages),
        shown=messages,
        refused=interaction.refused,
    )


def _message(world: World, message: Message) -> Answered:
    bots = [one for one in world.messages.values() if one.author_id == world.bot.id]
    replies = [shown(one) for one in bots if one.reply_to == message.id]
    first = min((one.created for one in bots if one.reply_to == message.id), default=None)
    return Answered(
        request=str(message.id),
        kind="message",
        name=text(message)[:80],
        user=str(message.author_id),
        after=None if first is None else round(first - message.created, 4),
        answers=sum(reply.counts for reply in replies),
        shown=replies,
    )


def _named(world: World, message: Message) -> bool:
    channel = world.channels[message.channel_id]
    return world.bot.id in message.mentions or (channel.guild_id is None and not channel.closed)
