"""A question about an article, answered from its sentences alone."""

from dataclasses import dataclass

import discord

from bot.cogs.asking import asker_of, is_member
from bot.cogs.explaining import Pressed, explained
from bot.cogs.presses.press import kept_brief, privately
from bot.cogs.services import Services
from bot.domain.errors import UnusableSource
from bot.domain.kept import KeptBrief
from bot.domain.request import Asker
from bot.services.answering import Answer
from bot.views.answers import answer_card
from bot.views.forms import QuestionForm
from bot.views.ids import CustomId
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

IN_THREAD = fixed("The answer is in the thread below the brief.")
NO_THREAD = fixed("I can't write in a thread here, so only you see the answer.")
GONE = "The text of this article is kept for a day, and that is over: ask for a new brief first."

THREAD_NAME = 100
"""Characters of a thread's name (Discord's limit)."""


async def ask_question(services: Services, interaction: Pressed, wanted: CustomId, _: list[str]) -> None:
    """Ask for the question and, under a card that all see, whether the answer is for all."""
    card = interaction.message if _can_have_thread(interaction) else None

    async def asked(submitted: Pressed, question: str, *, in_thread: bool) -> None:
        async with explained(submitted, services.log):
            await privately(submitted)
            kept = await kept_brief(services, wanted)
            found = await _found(services, asker_of(submitted), kept, question)
            await _Reply(submitted, kept, found).give(card if in_thread else None)

    texts = Texts(str(interaction.locale))
    await interaction.response.send_modal(QuestionForm(asked, threads=card is not None, texts=texts))


async def _found(services: Services, asker: Asker, kept: KeptBrief, question: str) -> Answer:
    if not kept.whole:
        raise UnusableSource(GONE, "not_found")
    await services.rules.let_in(asker)
    chosen = await services.rules.chosen(asker, kept.options)
    return await services.questions(chosen.read_by).answer(asker, kept.brief.article, question)


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answer on its way to whoever asked, or to all."""

    submitted: Pressed
    kept: KeptBrief
    found: Answer

    async def give(self, card: discord.Message | None) -> None:
        """In the thread of a card where one is wanted and can be had, else privately."""
        texts = Texts(str(self.submitted.locale))
        if card is None:
            await self.submitted.edit_original_response(view=self._shown(texts))
        elif await self._in_thread(card):
            await self.submitted.edit_original_response(view=notice_card(IN_THREAD, texts=texts))
        else:
            await self.submitted.edit_original_response(view=self._shown(texts))
            await self.submitted.followup.send(view=notice_card(NO_THREAD, texts=texts), ephemeral=True)

    async def _in_thread(self, card: discord.Message) -> bool:
        try:
            thread = await _thread(card, self.found.question[:THREAD_NAME])
            await thread.send(view=self._shown(Texts(self.kept.asker.locale)))
        except (discord.Forbidden, discord.NotFound):
            return False
        return True

    def _shown(self, texts: Texts) -> discord.ui.LayoutView:
        return answer_card(self.found, self.kept.brief.article, texts=texts)


async def _thread(card: discord.Message, name: str) -> discord.Thread:
    """The thread that a card stands in, else its own; begun if there is none.

    It begins at our own message, so that nobody is pinged.
    """
    if isinstance(card.channel, discord.Thread):
        return card.channel
    return card.thread or await card.create_thread(name=name)


def _can_have_thread(interaction: Pressed) -> bool:
    """Whether all can see the card, in a channel of a server that has room for a thread, and has the bot."""
    message = interaction.message
    return (
        message is not None
        and is_member(interaction)
        and not message.flags.ephemeral
        and isinstance(message.channel, discord.TextChannel | discord.Thread)
    )
