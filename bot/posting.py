"""Digests, as messages in the channels of Discord."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import discord
import stamina

from bot.delivery import ATTEMPTS, FAULTS, Log, is_temporary
from bot.domain.digest import Digest, Run
from bot.domain.errors import NotAllowed
from bot.domain.post import Post
from bot.views.digest import digest_card, warning_card
from bot.views.layout import owners_on

LOOKED_AT = 100
"""Messages of a channel since a run was due among which its own is looked for, the latest first."""

SLACK = timedelta(minutes=1)
"""By how much our clock and Discord's may differ."""

GONE = "The channel is gone, or I may not see it any more."
FORBIDDEN = "I may not write in the channel any more."


class DiscordNoticeboard:
    """The port `Noticeboard` in Discord."""

    def __init__(self, client: discord.Client, log: Log) -> None:
        self._client = client
        self._log = log

    async def find(self, digest: Digest, run: Run) -> Sequence[int]:
        """The ids of the run's messages in the channel, the first first."""
        assert self._client.user is not None
        since = run.due - SLACK
        async with _refused():
            history = self._channel(digest).history(limit=LOOKED_AT, after=since, oldest_first=False)
            ours = [message async for message in history if message.author.id == self._client.user.id]
        return sorted(message.id for message in ours if run.id in owners_on(message))

    async def send(self, digest: Digest, run: Run, post: Post) -> int:
        """Post, with the run's id as nonce, tried a few times; the id of the message."""
        view = digest_card(digest, run, post)
        async with _refused():
            async for attempt in stamina.retry_context(on=is_temporary, attempts=ATTEMPTS):
                with attempt:
                    message = await self._channel(digest).send(view=view, nonce=run.id)
        return message.id

    async def withdraw(self, digest: Digest, message_id: int) -> None:
        """Take a message back; nothing where it is gone."""
        try:
            await self._channel(digest).get_partial_message(message_id).delete()
        except FAULTS as error:
            self._log("withdraw", error)

    async def warn(self, digest: Digest, reason: str) -> None:
        """Write to the owner of the server, else into the channel for such messages."""
        guild = self._client.get_guild(digest.guild_id)
        for place in _places(guild) if guild else ():
            try:
                channel = await self._client.create_dm(place) if isinstance(place, discord.Object) else place
                await channel.send(view=warning_card(digest, reason))
            except FAULTS as error:
                self._log(digest.id, error)
            else:
                return

    def _channel(self, digest: Digest) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(digest.channel_id)


def _places(guild: discord.Guild) -> Iterator[discord.Object | discord.TextChannel]:
    """Where managers can be told, the best place first: the owner directly, then channels."""
    if guild.owner_id is not None:
        yield discord.Object(guild.owner_id)
    yield from filter(None, (guild.public_updates_channel, guild.system_channel))


@asynccontextmanager
async def _refused() -> AsyncIterator[None]:
    """What Discord refuses for good, as NotAllowed."""
    try:
        yield
    except discord.Forbidden as error:
        raise NotAllowed(FORBIDDEN, "role") from error
    except discord.NotFound as error:
        raise NotAllowed(GONE, "role") from error
