"""Answers, as messages in Discord."""

import secrets
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import cast

import aiohttp
import discord
import stamina
from discord.ui import LayoutView

from bot.domain.errors import BrieferError, Internal, StorageAway, TakenOver, UnusableSource
from bot.domain.kept import KeptBrief
from bot.domain.request import Again, Place, Request
from bot.services.briefing import Stage
from bot.views.card import card
from bot.views.layout import owners_on
from bot.views.notices import failure_card, notice_card
from bot.views.progress import progress_card
from bot.views.texts import Texts, fixed

CANCELLED = fixed("Cancelled.")

GONE = frozenset({10003, 10008, 10015, 10062, 40060, 50001, 50007, 50013, 50027, 160005})
"""Unknown channel, message, webhook or interaction; an interaction that was answered before; missing access
or permissions; a person who takes no messages; token no longer valid; a thread that is locked."""

UNREAD = 160002
"""Discord's code for a reply in a channel whose history may not be read."""

FAULTS = (discord.DiscordException, aiohttp.ClientError, OSError)
"""All that Discord, or the way to it, does to a request."""

ATTEMPTS = 4
PATIENCE = 300.0
"""Seconds in which an answer is brought or given up; discord.py has tried each attempt five times itself."""

SERVER_ERROR = 500

ORIGINAL = cast("int", "@original")
"""What stands for the id of an interaction's own answer (docs: Edit Original Interaction Response)."""

NOBODY = discord.AllowedMentions.none()
"""For edits: where only components change, discord.py leaves out what the client allows."""

CLOCKS = timedelta(seconds=10)
"""How much our clock and Discord's may differ."""

LOOKED_THROUGH = 200
"""Messages since the request among which an answer is looked for that may have been sent before."""

Log = Callable[[str, Exception], None]
"""Keeps the cause of a failure under its short id."""

Check = Callable[[Request], Awaitable[None]]
"""TakenOver unless the request is this process's to answer, for the next seconds at least."""


class DiscordAttachments:
    """What people attached, as Discord keeps it."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def load(self, url: str) -> bytes:
        """The bytes of an attachment; UnusableSource `not_found` when it is gone."""
        with there():
            return await self._client.http.get_from_cdn(url)


@contextmanager
def there() -> Iterator[None]:
    """What is attached, unless it is gone: UnusableSource `not_found`."""
    try:
        yield
    except (discord.NotFound, discord.Forbidden) as error:
        raise UnusableSource("The file is no longer there; attach it again.", "not_found") from error


class DiscordDelivery:
    """Brings answers to the place that Discord keeps for them, or as a reply in the channel.

    Before each attempt it is checked whose request it is: a process may have stood still for minutes.
    """

    def __init__(self, client: discord.Client, check: Check, now: Callable[[], datetime], log: Log) -> None:
        self._client = client
        self._check = check
        self._now = now
        self._log = log

    async def report(self, request: Request, stage: Stage, done: int, of: int) -> None:
        """Show how far the brief is; nothing where an answer can't be changed once it is sent.

        What keeps it from being shown is logged: the result is shown all the same.
        """
        place = request.place
        if place.token and place.message_id is None and not place.original:
            return
        view = progress_card(request.id, stage, done, of, texts=Texts(request.asker.locale))
        try:
            await self._show(request, view)
        except (*FAULTS, StorageAway, TakenOver) as error:
            self._log(request.id, error)

    async def deliver(self, request: Request, kept: KeptBrief) -> int | None:
        """Show the brief; the id of the message, None where the place is gone.

        What fails for a while is tried again; what fails for good is raised.
        """
        return await self._bring(request, card(kept, texts=Texts(request.asker.locale)))

    async def explain(self, request: Request, error: Exception, *, beside: bool = False) -> None:
        """Say in one sentence why there is no brief, with the id under which the cause is logged.

        `beside`: privately, beside what stands in the place of the answer. A failure of listening is only
        logged: nobody asked.
        """
        incident = secrets.token_hex(4)
        self._log(incident, error)
        if request.automatic:
            return
        told = error if isinstance(error, BrieferError) else Internal()
        view = failure_card(str(told), incident, texts=Texts(request.asker.locale))
        try:
            await (self._whisper(request, view) if beside else self._bring(request, view))
        except FAULTS as unsaid:
            self._log(incident, unsaid)

    async def withdraw(self, request: Request) -> None:
        """Say that the request was cancelled."""
        try:
            await self._bring(request, notice_card(CANCELLED, texts=Texts(request.asker.locale)))
        except (*FAULTS, TakenOver) as error:
            self._log(request.id, error)

    async def _bring(self, request: Request, view: LayoutView) -> int | None:
        """The id of the message that shows the view, tried a few times; None where the place is gone."""

        def temporary(error: Exception) -> bool | float:
            self._log(request.id, error)
            return is_temporary(error)

        try:
            async for attempt in stamina.retry_context(
                on=temporary, attempts=ATTEMPTS, timeout=PATIENCE, wait_initial=1.0, wait_max=30.0
            ):
                with attempt:
                    return await self._show(request, view)
        except discord.HTTPException as error:
            if error.code not in GONE:
                raise
        return None

    async def _show(self, request: Request, view: LayoutView) -> int | None:
        """Into the acknowledged answer where there is one, else as a new message that is sent once.

        Once the interaction's token is over, nothing is shown where the bot is no member, nor what only the
        asker may see.
        """
        await self._check(request)
        place = request.place
        if self._is_open(place):
            return await self._answer(request, view)
        if place.private or not place.member:
            return None
        if place.message_id and (place.token is None or isinstance(request.source, Again)):
            return await self._change(place, place.message_id, view)
        return await self._move(request, view)

    async def _move(self, request: Request, view: LayoutView) -> int:
        """A new message, in place of an acknowledgement that can be edited no longer.

        Where an earlier process has sent it, and died before its id was kept, that message is changed.
        """
        place = request.place
        try:
            earlier = await self._earlier(request)
            sent = await (self._change(place, earlier, view) if earlier else self._send(request, view))
        except discord.Forbidden:
            if place.message_id is None:
                raise
            return await self._change(place, place.message_id, view)
        if place.message_id is not None:
            await self._clear(place, place.message_id)
        return sent

    async def _earlier(self, request: Request) -> int | None:
        """The message for this request that stands in the channel though its id was never kept."""
        assert self._client.user is not None
        known = request.place.message_id
        if request.place.private or not request.place.member:
            return None  # it stands in no channel that the bot can look into
        channel = self._client.get_partial_messageable(request.place.channel_id)
        try:
            async for message in channel.history(after=request.received - CLOCKS, limit=LOOKED_THROUGH):
                own = message.author.id == self._client.user.id and message.id != known
                if own and request.id in owners_on(message):
                    return message.id
        except discord.Forbidden:
            return None  # the nonce alone keeps it from being sent twice, for a few minutes
        return None

    async def _send(self, request: Request, view: LayoutView) -> int:
        place = request.place
        channel = self._client.get_partial_messageable(place.channel_id)
        if place.reply_to is None:
            return (await channel.send(view=view, nonce=request.id)).id
        above = discord.MessageReference(
            message_id=place.reply_to, channel_id=place.channel_id, fail_if_not_exists=False
        )
        return (await reply(channel, above, view, request.id)).id

    async def _change(self, place: Place, message_id: int, view: LayoutView) -> int:
        message = self._client.get_partial_messageable(place.channel_id).get_partial_message(message_id)
        return (await message.edit(view=view, allowed_mentions=NOBODY)).id

    async def _clear(self, place: Place, message_id: int) -> None:
        channel = self._client.get_partial_messageable(place.channel_id)
        try:
            await channel.get_partial_message(message_id).delete()
        except discord.HTTPException as error:
            self._log("clear", error)

    async def _answer(self, request: Request, view: LayoutView) -> int:
        """A change of the message that was acknowledged, also where a crash left its id unrecorded."""
        place, webhook = request.place, self._webhook(request.place)
        known = place.message_id or (ORIGINAL if place.original else await self._earlier(request))
        if known is None:
            return (await webhook.send(view=view, ephemeral=place.private, wait=True)).id
        return (await webhook.edit_message(known, view=view)).id

    async def _whisper(self, request: Request, view: LayoutView) -> None:
        await self._check(request)
        if self._is_open(request.place):
            await self._webhook(request.place).send(view=view, ephemeral=True)

    def _is_open(self, place: Place) -> bool:
        return place.token is not None and place.until is not None and self._now() < place.until

    def _webhook(self, place: Place) -> discord.Webhook:
        application = self._client.application_id
        assert application is not None
        assert place.token is not None
        webhook = discord.Webhook.partial(application, place.token, client=self._client)
        webhook.type = discord.WebhookType.application  # or nothing can be sent to one person alone
        return webhook


async def reply(
    channel: discord.abc.Messageable, above: discord.MessageReference, view: LayoutView, nonce: str
) -> discord.Message:
    """A message that pings nobody, as a reply; as one by itself where the bot may not read what was said."""
    try:
        return await channel.send(view=view, nonce=nonce, reference=above, mention_author=False)
    except discord.HTTPException as error:
        if error.code != UNREAD:
            raise
        return await channel.send(view=view, nonce=nonce)


def is_temporary(error: Exception) -> bool | float:
    """Whether a failure may pass by itself; for a rate limit, the seconds after which it is over."""
    if isinstance(error, discord.RateLimited):
        return error.retry_after if error.retry_after < PATIENCE else False
    if isinstance(error, discord.HTTPException):
        return error.status >= SERVER_ERROR
    return isinstance(error, aiohttp.ClientError | OSError)
