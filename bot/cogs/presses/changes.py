"""The same article, otherwise: longer, in another language, as of another day."""

import asyncio
from dataclasses import replace

from bot.cogs.asking import ask_anew, asker_of, request_id
from bot.cogs.presses.press import Press
from bot.domain.brief import Length
from bot.domain.request import Options
from bot.services.redating import redated
from bot.views.card import card
from bot.views.forms import date_form
from bot.views.texts import Texts


async def change_length(press: Press) -> None:
    """A new brief of the same article, as long as was chosen."""
    await _again(press, length=Length(press.chosen[0]))


async def change_language(press: Press) -> None:
    """A new brief of the same article, in the language that was chosen."""
    await _again(press, language=press.chosen[0])


async def _again(press: Press, *, length: Length | None = None, language: str | None = None) -> None:
    """In the place of the card, if it is this person's own; else as a private card beside it."""
    answer_id = None
    if press.wanted.value == str(press.interaction.user.id):
        await press.acknowledge()
    else:
        answer_id = await press.acknowledge_privately()
    kept = await press.kept_brief()
    had = kept.options
    options = Options(length or had.length, language or had.language, had.published)
    await ask_anew(press.services, press.interaction, kept, options, answer_id)


async def set_date(press: Press) -> None:
    """Ask for the article's day, and resolve its times again."""
    await press.ask(date_form(press.texts), _redate)


async def _redate(press: Press, published: str) -> None:
    """In the place of the card, if it is this person's own; else as a private card beside it."""
    await press.acknowledge()
    kept = await press.kept_brief()
    brief = await asyncio.to_thread(redated, kept.brief, published, press.services.now())
    changed = replace(kept, brief=brief, options=replace(kept.options, published=published))
    form = press.interaction
    own = kept.asker.user_id == form.user.id
    if not own:
        changed = replace(changed, id=request_id(form), asker=asker_of(form), message_id=None)
    await press.services.briefs.keep(changed)
    view = card(changed, texts=Texts(changed.asker.locale))
    await (press.show(view) if own else form.followup.send(view=view, ephemeral=True))
