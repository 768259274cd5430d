"""What people write: mentions, replies, direct messages, and links in channels where the bot listens."""

from collections.abc import Sequence
from contextlib import suppress

import discord
from discord.ext import commands

from bot.cogs.asking import ask_by_message, roles_of
from bot.cogs.explaining import logged
from bot.cogs.services import Services
from bot.cogs.sources import UNREADABLE, sources_of
from bot.delivery import reply
from bot.domain.guild import Listening
from bot.domain.request import Asker, Source, Text
from bot.services.listening import Spot
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

OFFER = "📰"
"""The reaction that offers a brief; a person who adds it too asks for one."""

HINT = fixed("Send me a link, a file or an article, or reply to a message that has one.")
"""What somebody is told who sends nothing that can be briefed."""

TALK = 80
"""Characters below which a message to the bot is talk, not something to brief."""


class Listener(commands.Cog):
    """Answers to messages."""

    def __init__(self, bot: commands.Bot, services: Services) -> None:
        self._bot = bot
        self._services = services

    @property
    def _me(self) -> int:
        assert self._bot.user is not None
        return self._bot.user.id

    async def listen(self, channel: discord.TextChannel, listening: Listening) -> None:
        """Do this from now on with what is written in a channel, as its managers set it in `/settings`."""
        await self._services.managing.listen(channel.guild.id, channel.id, listening)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Brief a message that is meant for the bot; in channels where it listens, offer or brief others."""
        if message.author.bot or message.is_system():
            return
        async with logged(self._services.log):
            if message.guild is None or f"<@{self._me}>" in message.content.replace("<@!", "<@"):
                await self._answer(message)
            else:
                await self._overhear(message, message.guild.id)

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, added: discord.RawReactionActionEvent) -> None:
        """A click on the offered reaction asks for the brief; digests count all reactions of readers."""
        if added.guild_id is None or added.member is None or added.member.bot:
            return
        async with logged(self._services.log):
            await self._services.notebook.react(added.message_id, 1)
        if str(added.emoji) != OFFER:
            return
        async with logged(self._services.log):
            channel = self._bot.get_partial_messageable(added.channel_id, guild_id=added.guild_id)
            message = await channel.fetch_message(added.message_id)
            if any(reaction.me and str(reaction.emoji) == OFFER for reaction in message.reactions):
                asker = Asker(added.user_id, added.guild_id, _locale(message), roles_of(added.member))
                sources = sources_of(message, self._me, asked=False)
                await ask_by_message(self._services, message, sources, asker)

    @commands.Cog.listener()
    async def on_raw_reaction_remove(self, removed: discord.RawReactionActionEvent) -> None:
        """A reaction that was taken back no longer counts; who took it back may be any bot but us."""
        if removed.guild_id is not None and removed.user_id != self._me:
            async with logged(self._services.log):
                await self._services.notebook.react(removed.message_id, -1)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """What was shared in a message that is gone is no news for digests."""
        async with logged(self._services.log):
            await self._services.notebook.withdraw([deleted.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for many at once."""
        async with logged(self._services.log):
            await self._services.notebook.withdraw(list(deleted.message_ids))

    async def _answer(self, message: discord.Message) -> None:
        """Brief what the message holds, else what it replies to; where that is nothing, say what can be."""
        sources = _worth(sources_of(message, self._me, asked=True))
        if not any(not isinstance(source, Text) for source in sources):
            replied = await self._replied(message)
            sources = (sources_of(replied, self._me, asked=True) if replied else ()) or sources
        asker = _asker(message)
        if sources:
            await ask_by_message(self._services, message, sources, asker)
        else:
            said = UNREADABLE if message.attachments else HINT
            view = notice_card(said, texts=Texts(asker.locale))
            await reply(message.channel, message.to_reference(), view, f"hint{message.id}")

    async def _replied(self, message: discord.Message) -> discord.Message | None:
        """The message of somebody that this one replies to; None for our own, they hold no news.

        None too where it can't be had.
        """
        reference = message.reference
        if reference is None or reference.type is not discord.MessageReferenceType.default:
            return None
        replied = reference.resolved
        if replied is None and reference.message_id:
            with suppress(discord.NotFound, discord.Forbidden):
                replied = await message.channel.fetch_message(reference.message_id)
        return replied if isinstance(replied, discord.Message) and replied.author.id != self._me else None

    async def _overhear(self, message: discord.Message, guild_id: int) -> None:
        """Offer or make briefs of what somebody shares in a channel where the bot listens."""
        channels = [message.channel.id]
        if isinstance(message.channel, discord.Thread):
            channels.append(message.channel.parent_id)
        mode = await self._services.ears.mode(guild_id, channels)
        if mode is Listening.OFF:
            return
        sources = sources_of(message, self._me, asked=False)
        await self._services.ears.note(_spot(message, guild_id), sources)
        fresh = await self._services.ears.news(message.channel.id, sources)
        if fresh and mode is Listening.OFFER:
            await message.add_reaction(OFFER)
        elif fresh:
            self._services.ears.heard(message.channel.id, fresh)
            await ask_by_message(self._services, message, fresh, _asker(message), automatic=True)


def _worth(sources: Sequence[Source]) -> Sequence[Source]:
    """Without a few words of talk."""
    return [source for source in sources if not isinstance(source, Text) or len(source.text) >= TALK]


def _spot(message: discord.Message, guild_id: int) -> Spot:
    parent = message.channel.parent_id if isinstance(message.channel, discord.Thread) else None
    return Spot(message.id, message.author.id, guild_id, message.channel.id, parent)


def _asker(message: discord.Message) -> Asker:
    guild = message.guild.id if message.guild else None
    return Asker(message.author.id, guild, _locale(message), roles_of(message.author))


def _locale(message: discord.Message) -> str:
    """Messages don't tell their author's language; the server's own stands in."""
    return str(message.guild.preferred_locale) if message.guild else "en"
