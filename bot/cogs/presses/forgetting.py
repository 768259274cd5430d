"""Yes or no to being forgotten."""

from bot.cogs.explaining import Pressed
from bot.cogs.managers import managed_guild
from bot.cogs.services import Services
from bot.domain.errors import NotAllowed
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

NOT_YOURS = fixed("Only the person who asked can answer this.")
KEPT = fixed("Nothing was forgotten.")


async def forget_person(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Forget whoever asked for it."""
    if wanted.owner != str(interaction.user.id):
        raise NotAllowed(NOT_YOURS, "role")
    await interaction.response.defer()
    await _tell(interaction, await services.forgetter.person(interaction.user.id))


async def forget_server(services: Services, interaction: Pressed, _: CustomId, __: list[str]) -> None:
    """Forget the server of a manager."""
    guild_id = managed_guild(interaction)
    await interaction.response.defer()
    await _tell(interaction, await services.forgetter.guild(guild_id))


async def forget_nothing(_: Services, interaction: Pressed, __: CustomId, ___: list[str]) -> None:
    """Leave everything as it is."""
    view = notice_card(KEPT, texts=Texts(str(interaction.locale)))
    await interaction.response.edit_message(view=view)


async def _tell(interaction: Pressed, rows: int) -> None:
    texts = Texts(str(interaction.locale))
    said = texts.count("Forgotten: {n} entry.", "Forgotten: {n} entries.", rows)
    await interaction.edit_original_response(view=notice_card(said, texts=texts))
