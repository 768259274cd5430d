"""What every press needs."""

from collections.abc import Awaitable, Callable

from bot.cogs.explaining import Pressed
from bot.cogs.services import Services
from bot.domain.errors import UnusableSource
from bot.domain.kept import KeptBrief
from bot.views.ids import CustomId

Handler = Callable[[Services, Pressed, CustomId, list[str]], Awaitable[None]]
"""Answers a press of a component with this custom id; a select hands over what was chosen."""


async def kept_brief(services: Services, wanted: CustomId) -> KeptBrief:
    """The brief that a component belongs to; UnusableSource when it is kept no longer."""
    kept = await services.briefs.get(wanted.owner)
    if kept is None:
        raise UnusableSource("This brief is no longer kept; ask for a new one.", "not_found")
    return kept


async def privately(interaction: Pressed) -> int | None:
    """Acknowledge a press that is answered to this person alone: before anything is looked up.

    The id of the answer, where Discord tells it.
    """
    answered = await interaction.response.defer(ephemeral=True, thinking=True)
    return answered.message_id if answered else None


def page(wanted: CustomId) -> int:
    """The page that a component leads to, counted from 0."""
    return int(wanted.value) if wanted.value and wanted.value.isdecimal() else 0
