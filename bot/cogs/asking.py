"""From Discord's words to a request: who asks, where the answer goes, and the acknowledgement."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import discord

from bot.cogs.explaining import Pressed
from bot.cogs.services import Services
from bot.cogs.sources import MOST, named
from bot.domain.kept import KeptBrief
from bot.domain.request import Again, Asker, Options, Place, Request, Source
from bot.services.desk import Acknowledge
from bot.views.left import left_card
from bot.views.progress import progress_card
from bot.views.texts import Texts

TOKEN_LIFE = timedelta(minutes=14)
"""How long an interaction's answer is edited; Discord lets it be for 15 minutes."""


def asker_of(interaction: Pressed) -> Asker:
    """Who asks, in whose language."""
    return Asker(
        interaction.user.id, interaction.guild_id, str(interaction.locale), roles_of(interaction.user)
    )


def roles_of(user: discord.abc.User) -> frozenset[int]:
    """The ids of a member's roles; none outside guilds."""
    return frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset()


async def ask(
    services: Services, interaction: Pressed, source: Source, options: Options, *, private: bool = False
) -> None:
    """Acknowledge an interaction at once, then have its source briefed into that answer."""

    async def acknowledge() -> int | None:
        answered = await interaction.response.defer(thinking=True, ephemeral=private)
        return answered.message_id if answered else None

    place = place_of(interaction, services.now(), private=private)
    await services.intake.take(_request(interaction, source, options, place), acknowledge)


async def ask_about(services: Services, interaction: Pressed, sources: Sequence[Source]) -> None:
    """Brief several sources of one interaction: the first in its answer, the others in messages below it."""
    await ask(services, interaction, sources[0], Options())
    texts = Texts(str(interaction.locale))
    for number, source in enumerate(sources[1:MOST], start=1):
        request = _request(
            interaction, source, Options(), place_of(interaction, services.now(), private=False), number
        )

        async def acknowledge(request: Request = request) -> int | None:
            card = progress_card(request.id, texts=texts)
            below = await interaction.followup.send(view=card, wait=True)
            return below.id

        await services.intake.take(request, acknowledge)
    if sources[MOST:]:
        rest = left_card([named(source) for source in sources[MOST:]], texts=texts)
        await interaction.followup.send(view=rest, ephemeral=True)


async def ask_anew(services: Services, interaction: Pressed, kept: KeptBrief, options: Options) -> None:
    """Have the article of a card briefed once more: in the place of that card, if it is this person's own."""
    if interaction.message is None or kept.asker.user_id != interaction.user.id:
        await ask(services, interaction, Again(kept.id), options, private=True)
        return
    card = interaction.message.id

    async def acknowledge() -> int | None:
        await interaction.response.defer()
        return card

    place = place_of(interaction, services.now(), private=interaction.message.flags.ephemeral)
    await services.intake.take(_request(interaction, Again(kept.id), options, place), acknowledge)


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
        await message.reply(view=rest, mention_author=False)


def _request(
    interaction: Pressed, source: Source, options: Options, place: Place, number: int = 0
) -> Request:
    return Request(
        id=f"i{interaction.id}-{number}",
        source=source,
        options=options,
        asker=asker_of(interaction),
        place=place,
        received=interaction.created_at,
    )


async def _no_word() -> int | None:
    return None


def _reply(message: discord.Message, request: Request) -> Acknowledge:
    async def acknowledge() -> int | None:
        card = progress_card(request.id, texts=Texts(request.asker.locale))
        reply = await message.reply(view=card, nonce=request.id, mention_author=False)
        return reply.id

    return acknowledge


def place_of(interaction: Pressed, now: datetime, *, private: bool) -> Place:
    """The answer of an interaction, as long as its token is good; then the channel, if the bot is there."""
    return Place(
        channel_id=interaction.channel_id or 0,
        token=interaction.token,
        until=now + TOKEN_LIFE,
        private=private,
        member=interaction.is_guild_integration() or interaction.guild_id is None,
    )
