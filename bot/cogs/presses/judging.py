"""Somebody says that an item of a brief is wrong."""

from bot.cogs.explaining import Pressed
from bot.cogs.presses.press import kept_brief, privately
from bot.cogs.services import Services
from bot.domain.brief import Brief, ClaimKind
from bot.domain.errors import UnusableSource
from bot.domain.kept import Mark
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed
from bot.views.wrong import marked, wrong_card

CHANGED = fixed("This brief has changed since; press the button again.")
THANKS = fixed("Thank you; the managers of this server see how often briefs are marked as wrong.")


async def ask_what_is_wrong(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The items of the brief, to choose from, for this person alone."""
    await privately(interaction)
    kept = await kept_brief(services, wanted)
    await interaction.edit_original_response(view=wrong_card(kept, texts=Texts(str(interaction.locale))))


async def mark(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Keep which items this person holds to be wrong."""
    await interaction.response.defer()
    kept = await kept_brief(services, wanted)
    for kind, index in map(marked, chosen):
        text = _text(kept.brief, kind, index)
        said = Mark(kept.id, interaction.user.id, kind, index, text, services.now())
        await services.briefs.mark(said)
    await interaction.edit_original_response(view=notice_card(THANKS, texts=Texts(str(interaction.locale))))


def _text(brief: Brief, kind: ClaimKind, index: int) -> str:
    """What the item says; UnusableSource `not_found` when the brief has become another since."""
    try:
        return _texts(brief, kind)[index]
    except IndexError as error:
        raise UnusableSource(CHANGED, "not_found") from error


def _texts(brief: Brief, kind: ClaimKind) -> list[str]:
    match kind:
        case ClaimKind.STATEMENT:
            return [statement.text for statement in brief.summary]
        case ClaimKind.ACTOR:
            return [actor.name for actor in brief.actors]
        case ClaimKind.EVENT:
            return [event.what for event in brief.events]
