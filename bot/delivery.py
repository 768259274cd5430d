"""Answers, as messages in Discord."""

import secrets
from collections.abc import Callable
from datetime import datetime

import discord
from discord.ui import LayoutView

from bot.domain.errors import BrieferError, Internal, UnusableSource
from bot.domain.kept import KeptBrief
from bot.domain.request import Place, Request
from bot.services.briefing import Stage
from bot.views.card import card
from bot.views.notices import failure_card, notice_card
from bot.views.progress import progress_card
from bot.views.texts import Texts, fixed

ORIGINAL = "@original"
"""How Discord names the answer of an interaction whose id nobody has kept."""

CANCELLED = fixed("Cancelled.")

GONE = frozenset({10003, 10008, 10015, 10062, 50001, 50013, 50027})
"""Unknown channel, message, webhook or interaction; missing access or permissions; token no longer valid."""

Log = Callable[[str, Exception], None]
"""Keeps the cause of a failure under its short id."""


class DiscordAttachments:
    """What people attached, as Discord keeps it."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def load(self, url: str) -> bytes:
        """The bytes of an attachment; UnusableSource `not_found` when it is gone."""
        try:
            return await self._client.http.get_from_cdn(url)
        except (discord.NotFound, discord.Forbidden) as error:
            raise UnusableSource("The file is no longer there; attach it again.", "not_found") from error


class DiscordDelivery:
    """Brings answers to the place that Discord keeps for them, or as a reply in the channel."""

    def __init__(self, client: discord.Client, now: Callable[[], datetime], log: Log) -> None:
        self._client = client
        self._now = now
        self._log = log

    async def report(self, request: Request, stage: Stage, done: int, of: int) -> None:
        """Show how far the brief is; a person who can't be told is told the result."""
        view = progress_card(request.id, stage, done, of, texts=Texts(request.asker.locale))
        try:
            await self._show(request, view)
        except discord.HTTPException as error:
            self._log("report", error)

    async def deliver(self, request: Request, kept: KeptBrief) -> int | None:
        """Show the brief; the id of the message, None where the place is gone."""
        return await self._show_or_log(request, card(kept, texts=Texts(request.asker.locale)))

    async def explain(self, request: Request, error: Exception) -> None:
        """Say in one sentence why there is no brief, with the id under which the cause is logged.

        A failure of listening is only logged: nobody asked.
        """
        incident = secrets.token_hex(4)
        self._log(incident, error)
        if request.automatic:
            return
        told = error if isinstance(error, BrieferError) else Internal()
        await self._show_or_log(request, failure_card(str(told), incident, texts=Texts(request.asker.locale)))

    async def withdraw(self, request: Request) -> None:
        """Say that the request was cancelled."""
        await self._show_or_log(request, notice_card(CANCELLED, texts=Texts(request.asker.locale)))

    async def _show_or_log(self, request: Request, view: LayoutView) -> int | None:
        try:
            return await self._show(request, view)
        except discord.HTTPException as error:
            if error.code not in GONE:
                raise
            self._log(request.id, error)
            return None

    async def _show(self, request: Request, view: LayoutView) -> int | None:
        """Into the acknowledged answer where there is one, else as a new message that is sent once.

        What only the asker may see is shown nowhere once the interaction's token is over.
        """
        place = request.place
        if place.token and place.until and self._now() < place.until:
            return await self._answer(place, place.token, view)
        if place.private:
            return None
        channel = self._client.get_partial_messageable(place.channel_id)
        if place.message_id is not None and place.token is None:
            message = await channel.get_partial_message(place.message_id).edit(view=view)
            return message.id
        if place.reply_to is None:
            return (await channel.send(view=view, nonce=request.id)).id
        above = discord.MessageReference(
            message_id=place.reply_to, channel_id=place.channel_id, fail_if_not_exists=False
        )
        sent = await channel.send(view=view, nonce=request.id, reference=above, mention_author=False)
        return sent.id

    async def _answer(self, place: Place, token: str, view: LayoutView) -> int:
        application = self._client.application_id
        assert application is not None
        webhook = discord.Webhook.partial(application, token, client=self._client)
        target = place.message_id or ORIGINAL
        message = await webhook.edit_message(target, view=view)  # type: ignore[arg-type]
        return message.id
