"""Yes or no to being forgotten."""

from bot.cogs.presses.press import Press
from bot.domain.errors import NotAllowed
from bot.views.notices import notice_card
from bot.views.texts import fixed

NOT_YOURS = fixed("Only the person who asked can answer this.")
KEPT = fixed("Nothing was forgotten.")


async def forget_person(press: Press) -> None:
    """Forget whoever asked for it."""
    user_id = press.interaction.user.id
    if press.wanted.owner != str(user_id):
        raise NotAllowed(NOT_YOURS, "role")
    await press.acknowledge()
    await _tell(press, await press.services.forgetter.person(user_id))


async def forget_server(press: Press) -> None:
    """Forget the server of a manager."""
    await _tell(press, await press.services.forgetter.guild(await press.acknowledge_manager()))


async def forget_nothing(press: Press) -> None:
    """Leave everything as it is."""
    await press.interaction.response.edit_message(view=notice_card(KEPT, texts=press.texts))


async def _tell(press: Press, rows: int) -> None:
    said = press.texts.count("Forgotten: {n} entry.", "Forgotten: {n} entries.", rows)
    await press.show(notice_card(said, texts=press.texts))
