"""The same article, otherwise: longer, in another language, as of another day."""

from dataclasses import replace

from bot.cogs.asking import ask_anew
from bot.cogs.explaining import Pressed, explained
from bot.cogs.presses.press import kept_brief
from bot.cogs.services import Services
from bot.domain.brief import Length
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
    kept = await kept_brief(services, wanted)
    had = kept.options
    await ask_anew(
        services,
        interaction,
        kept,
        Options(length or had.length, language or had.language, had.published),
    )


async def set_date(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the article's day, and resolve its times again."""
    texts = Texts(str(interaction.locale))

    async def given(submitted: Pressed, published: str) -> None:
        async with explained(submitted, services.log):
            await _redate(services, submitted, wanted, published)

    await interaction.response.send_modal(DateForm(given, texts=texts))


async def _redate(services: Services, submitted: Pressed, wanted: CustomId, published: str) -> None:
    kept = await kept_brief(services, wanted)
    brief = redated(kept.brief, published, services.now())
    changed = replace(kept, brief=brief, options=replace(kept.options, published=published))
    await services.briefs.keep(changed)
    await submitted.response.edit_message(view=card(changed, texts=Texts(kept.asker.locale)))
