"""Reading on: other pages of a card, and the sentences behind it."""

from bot.cogs.explaining import Pressed
from bot.cogs.presses.press import kept_brief, page, privately
from bot.cogs.services import Services
from bot.views.card import card
from bot.views.ids import CustomId
from bot.views.sources import sources_card
from bot.views.texts import Texts


async def show_page(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Another page, in the place of this one."""
    await interaction.response.defer()
    kept = await kept_brief(services, wanted)
    await interaction.edit_original_response(view=card(kept, page(wanted), texts=Texts(kept.asker.locale)))


async def show_sources(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Each statement beside its sentences, for this person alone."""
    await (interaction.response.defer() if wanted.value else privately(interaction))
    kept = await kept_brief(services, wanted)
    await interaction.edit_original_response(
        view=sources_card(kept, page(wanted), texts=Texts(str(interaction.locale)))
    )
