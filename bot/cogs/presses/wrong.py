"""Somebody says that an item of a brief is wrong."""

from bot.cogs.presses.press import Press
from bot.domain.brief import Brief, ClaimKind
from bot.domain.errors import UnusableSource
from bot.domain.kept import Mark
from bot.views.notices import notice_card
from bot.views.texts import fixed
from bot.views.wrong import marked, wrong_card

CHANGED = fixed("This brief has changed since; press the button again.")
THANKS = fixed("Thank you; the managers of this server see how often briefs are marked as wrong.")


async def ask_what_is_wrong(press: Press) -> None:
    """The items of the brief, to choose from, for this person alone."""
    await press.acknowledge_privately()
    await press.show(wrong_card(await press.kept_brief(), texts=press.texts))


async def mark(press: Press) -> None:
    """Keep which items this person holds to be wrong."""
    await press.acknowledge()
    kept = await press.kept_brief()
    for kind, index in map(marked, press.chosen):
        text = _text(kept.brief, kind, index)
        said = Mark(kept.id, press.interaction.user.id, kind, index, text, press.services.now())
        await press.services.briefs.mark(said)
    await press.show(notice_card(THANKS, texts=press.texts))


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
