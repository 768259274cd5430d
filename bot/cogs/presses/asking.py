"""A question about an article, answered from its sentences alone."""

import discord

from bot.cogs.explaining import Pressed, explained
from bot.cogs.presses.press import kept_brief
from bot.cogs.services import Services
from bot.domain.errors import NotAllowed, UnusableSource
from bot.services.answering import Answer, answer
from bot.views.answers import answer_card
from bot.views.forms import QuestionForm
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

IN_THREAD = fixed("The answer is in the thread below the brief.")
GONE = "The text of this article is kept for a day, and that is over: ask for a new brief first."


async def ask_question(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the question, and whether the answer is for all."""
    texts = Texts(str(interaction.locale))
    card = interaction.message

    async def asked(submitted: Pressed, question: str, *, in_thread: bool) -> None:
        async with explained(submitted, services.log):
            await submitted.response.defer(ephemeral=True, thinking=True)
            await _reply(services, submitted, wanted, question, card if in_thread else None)

    await interaction.response.send_modal(QuestionForm(asked, texts=texts))


async def _reply(
    services: Services, submitted: Pressed, wanted: CustomId, question: str, card: discord.Message | None
) -> None:
    kept = await kept_brief(services, wanted)
    if not kept.whole:
        raise UnusableSource(GONE, "not_found")
    article = kept.brief.article
    found = await answer(services.answerer, article, question, services.now)
    texts = Texts(str(submitted.locale))
    if card is None:
        await submitted.edit_original_response(view=answer_card(found, article, texts=texts))
        return
    thread = await _thread(card, found)
    await thread.send(view=answer_card(found, article, texts=Texts(kept.asker.locale)))
    await submitted.edit_original_response(view=notice_card(IN_THREAD, texts=texts))


async def _thread(card: discord.Message, found: Answer) -> discord.Thread:
    """The thread of a card; begun if there is none. It is ours, so that nobody is pinged."""
    if card.thread is not None:
        return card.thread
    try:
        return await card.create_thread(name=found.question[:100])
    except (discord.Forbidden, ValueError) as error:
        raise NotAllowed("I can't begin a thread here: ask for a private answer.", "role") from error
