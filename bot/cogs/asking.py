"""From Discord's words to a request: who asks, where the answer goes, and the acknowledgement."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import discord

from bot.cogs.interactions import Interaction, texts_of
from bot.cogs.services import Services
from bot.cogs.sources import MOST, named
from bot.delivery import SERVER_ERROR, reply
from bot.domain.errors import NotAllowed
from bot.domain.kept import KeptBrief
from bot.domain.request import Again, Asker, Options, Place, Request, Source
from bot.services.intake import Acknowledge
from bot.views.notices import left_card, notice_card
from bot.views.progress import progress_card
from bot.views.texts import Texts

TOKEN_LIFE = timedelta(minutes=14)
"""How long an interaction's answer is edited; Discord lets it be for 15 minutes."""

IN_PLACE = discord.InteractionResponseType.deferred_message_update
"""How a press is acknowledged whose answer takes the place of the card."""

ACKNOWLEDGED = 40060
"""Discord's code for an interaction that has been acknowledged before, in an answer that got lost."""


def asker_of(interaction: Interaction) -> Asker:
    """Who asks, in whose language."""
    return Asker(
        interaction.user.id, interaction.guild_id, str(interaction.locale), roles_of(interaction.user)
    )


def roles_of(user: discord.abc.User) -> frozenset[int]:
    """The ids of a member's roles; none outside guilds."""
    return frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset()


async def ask(
    services: Services, interaction: Interaction, source: Source, options: Options, *, private: bool = False
) -> None:
    """Acknowledge an interaction at once, then have its source briefed into that answer."""

    async def acknowledge() -> int | None:
        try:
            answered = await interaction.response.defer(thinking=True, ephemeral=private)
        except discord.HTTPException as error:
            if error.code != ACKNOWLEDGED:
                raise
            return None
        return answered.message_id if answered else None

    place = replace(place_of(interaction, services.now(), private=private), original=True)
    request = _request(interaction, source, options, place)
    services.pace.admit(request.asker)
    await services.intake.take(request, acknowledge)


async def ask_about(services: Services, interaction: Interaction, sources: Sequence[Source]) -> None:
    """Brief several sources of one interaction: the first in its answer, the others in messages below it."""
    if len(sources) == 1:
        await ask(services, interaction, sources[0], Options())
        return
    for number, source in enumerate(sources[:MOST]):
        place = replace(place_of(interaction, services.now(), private=False), original=number == 0)
        request = _request(interaction, source, Options(), place, number)
        services.pace.admit(request.asker)
        await services.intake.take(request, _below(interaction, request))
    if sources[MOST:]:
        rest = left_card([named(source) for source in sources[MOST:]], texts=texts_of(interaction))
        await interaction.followup.send(view=rest, ephemeral=True)


async def ask_anew(
    services: Services, interaction: Interaction, kept: KeptBrief, options: Options, answer_id: int | None
) -> None:
    """Have the article of a card briefed once more, in the place that was acknowledged.

    That is the card, or a private answer: either can be found after a crash, however little was noted of it.
    """
    card = interaction.message if interaction.response.type is IN_PLACE else None
    private = card is None or card.flags.ephemeral
    place = replace(place_of(interaction, services.now(), private=private), original=card is None)
    request = _request(interaction, Again(kept.id), options, place)
    services.pace.admit(request.asker)

    async def acknowledged() -> int | None:
        return card.id if card else answer_id

    await services.intake.take(request, acknowledged)


async def ask_by_message(
    services: Services,
    message: discord.Message,
    sources: Sequence[Source],
    asker: Asker,
    *,
    automatic: bool = False,
) -> None:
    """Reply to a message once for each of its sources; where nobody asked, only when there is a brief."""
    for number, source in enumerate(sources[:MOST]):
        if not await _admitted(services, message, asker, automatic=automatic):
            return
        request = Request(
            id=f"m{message.id}-{number}",
            source=source,
            options=Options(),
            asker=asker,
            place=Place(channel_id=message.channel.id, reply_to=message.id),
            received=message.created_at,
            automatic=automatic,
        )
        await services.intake.take(request, _no_word if automatic else _reply(message, request))
    if sources[MOST:] and not automatic:
        rest = left_card([named(source) for source in sources[MOST:]], texts=Texts(asker.locale))
        await reply(message.channel, message.to_reference(), rest, f"left{message.id}")


async def _admitted(services: Services, message: discord.Message, asker: Asker, *, automatic: bool) -> bool:
    """Whether it is not too soon for one more; a person who asked is told when it is."""
    try:
        services.pace.admit(asker)
    except NotAllowed as refusal:
        if automatic:
            raise
        texts = Texts(asker.locale)
        view = notice_card(str(refusal), texts=texts)
        await reply(message.channel, message.to_reference(), view, f"pace{message.id}")
        return False
    return True


def request_id(interaction: Interaction, number: int = 0) -> str:
    """The id of what an interaction asks for, and of the brief that it gets; `number` counts its sources."""
    return f"i{interaction.id}-{number}"


def _request(
    interaction: Interaction, source: Source, options: Options, place: Place, number: int = 0
) -> Request:
    return Request(
        id=request_id(interaction, number),
        source=source,
        options=options,
        asker=asker_of(interaction),
        place=place,
        received=interaction.created_at,
    )


def _below(interaction: Interaction, request: Request) -> Acknowledge:
    """A message for one of several requests: the answer of their interaction, or one below it."""

    async def acknowledge() -> int | None:
        card = progress_card(request.id, texts=Texts(request.asker.locale))
        if interaction.response.is_done():
            return (await interaction.followup.send(view=card, wait=True)).id
        answered = await interaction.response.send_message(view=card)
        return answered.message_id

    return acknowledge


async def _no_word() -> int | None:
    return None


def _reply(message: discord.Message, request: Request) -> Acknowledge:
    """A reply; while Discord fails, none: the answer comes without it."""

    async def acknowledge() -> int | None:
        card = progress_card(request.id, texts=Texts(request.asker.locale))
        try:
            return (await reply(message.channel, message.to_reference(), card, request.id)).id
        except discord.HTTPException as error:
            if error.status < SERVER_ERROR:
                raise
            return None

    return acknowledge


def place_of(interaction: Interaction, now: datetime, *, private: bool) -> Place:
    """The answer of an interaction, as long as its token is good; then the channel, if the bot is there."""
    return Place(
        channel_id=interaction.channel_id or 0,
        token=interaction.token,
        until=now + TOKEN_LIFE,
        private=private,
        member=is_member(interaction),
    )


def is_member(interaction: Interaction) -> bool:
    """Whether the bot may write where it was asked: in its own guilds, and in direct messages with it."""
    if interaction.guild_id is None:
        return not interaction.context.private_channel
    return interaction.client.get_guild(interaction.guild_id) is not None
