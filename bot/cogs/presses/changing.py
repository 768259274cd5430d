"""The same article, otherwise: longer, in another language, as of another day."""

import asyncio
from dataclasses import replace

from bot.cogs.asking import ask_anew, asker_of, request_id
from bot.cogs.explaining import Pressed, explained
from bot.cogs.presses.press import kept_brief, privately
from bot.cogs.services import Services
from bot.domain.brief import Length
from bot.domain.kept import KeptBrief
from bot.domain.request import Options
from bot.services.redating import redated
from bot.views.card import card
from bot.views.forms import DateForm
from bot.views.ids import CustomId
from bot.views.texts import Texts


async def change_length(
    services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]
) -> None:
    """A new brief of the same article, as long as was chosen."""
    await _again(services, interaction, wanted, length=Length(chosen[0]))


async def change_language(
    services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]
) -> None:
    """A new brief of the same article, in the language that was chosen."""
    await _again(services, interaction, wanted, language=chosen[0])


async def _again(
    services: Services,
    interaction: Pressed,
    wanted: CustomId,
    *,
    length: Length | None = None,
    language: str | None = None,
) -> None:
    """In the place of the card, if it is this person's own; else as a private card beside it."""
    answer_id = None
    if wanted.value == str(interaction.user.id):
        await interaction.response.defer()
    else:
        answer_id = await privately(interaction)
    kept = await kept_brief(services, wanted)
    had = kept.options
    options = Options(length or had.length, language or had.language, had.published)
    await ask_anew(services, interaction, kept, options, answer_id)


async def set_date(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the article's day, and resolve its times again."""

    async def given(submitted: Pressed, published: str) -> None:
        async with explained(submitted, services.log):
            await submitted.response.defer()
            kept = await kept_brief(services, wanted)
            await _redate(services, submitted, kept, published)

    await interaction.response.send_modal(DateForm(given, texts=Texts(str(interaction.locale))))


async def _redate(services: Services, submitted: Pressed, kept: KeptBrief, published: str) -> None:
    """In the place of the card, if it is this person's own; else as a private card beside it."""
    brief = await asyncio.to_thread(redated, kept.brief, published, services.now())
    changed = replace(kept, brief=brief, options=replace(kept.options, published=published))
    own = kept.asker.user_id == submitted.user.id
    if not own:
        changed = replace(changed, id=request_id(submitted), asker=asker_of(submitted), message_id=None)
    await services.briefs.keep(changed)
    view = card(changed, texts=Texts(changed.asker.locale))
    if own:
        await submitted.edit_original_response(view=view)
    else:
        await submitted.followup.send(view=view, ephemeral=True)
