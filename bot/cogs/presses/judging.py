"""Somebody says that an item of a brief is wrong."""

from bot.cogs.explaining import Pressed
from bot.cogs.presses.press import kept_brief
from bot.cogs.services import Services
from bot.domain.brief import Brief, ClaimKind
from bot.domain.kept import Mark
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed
from bot.views.wrong import marked, wrong_card

THANKS = fixed("Thank you; the managers of this server see how often briefs are marked as wrong.")


async def ask_what_is_wrong(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """The items of the brief, to choose from, for this person alone."""
    kept = await kept_brief(services, wanted)
    view = wrong_card(kept, texts=Texts(str(interaction.locale)))
    await interaction.response.send_message(view=view, ephemeral=True)


async def mark(services: Services, interaction: Pressed, wanted: CustomId, chosen: list[str]) -> None:
    """Keep which items this person holds to be wrong."""
    kept = await kept_brief(services, wanted)
    for kind, index in map(marked, chosen):
        text = _text(kept.brief, kind, index)
        said = Mark(kept.id, interaction.user.id, kind, index, text, services.now())
        await services.briefs.mark(said)
    await interaction.response.edit_message(view=notice_card(THANKS, texts=Texts(str(interaction.locale))))


def _text(brief: Brief, kind: ClaimKind, index: int) -> str:
    match kind:
        case ClaimKind.STATEMENT:
            return brief.summary[index].text
        case ClaimKind.ACTOR:
            return brief.actors[index].name
        case ClaimKind.EVENT:
            return brief.events[index].what
