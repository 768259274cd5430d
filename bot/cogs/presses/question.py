"""A question about an article, answered from its sentences alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.cogs.asking import asker_of, is_member
from bot.cogs.interactions import Interaction
from bot.cogs.presses.press import Press
from bot.cogs.services import Services
from bot.domain.errors import UnusableSource
from bot.domain.kept import KeptBrief
from bot.domain.request import Asker
from bot.services.answering import Answer
from bot.views.answers import answer_card
from bot.views.forms import IN_THREAD, question_form
from bot.views.notices import notice_card
from bot.views.texts import Texts, fixed

ANSWERED = fixed("The answer is in the thread below the brief.")
NO_THREAD = fixed("I can't write in a thread here, so only you see the answer.")
GONE = "The text of this article is kept for a day, and that is over: ask for a new brief first."

THREAD_NAME = 100
"""Characters of a thread's name (Discord's limit)."""


async def ask(press: Press) -> None:
    """Ask for the question and, under a card that all see, whether the answer is for all."""
    card = press.interaction.message if _can_have_thread(press.interaction) else None

    async def asked(sent: Press, question: str, where: Sequence[str] = ()) -> None:
        await sent.acknowledge_privately()
        kept = await sent.kept_brief()
        found = await _found(sent.services, asker_of(sent.interaction), kept, question)
        await _Reply(sent, kept, found).give(card if IN_THREAD in where else None)

    await press.ask(question_form(press.texts, threads=card is not None), asked)


async def _found(services: Services, asker: Asker, kept: KeptBrief, question: str) -> Answer:
    if not kept.whole:
        raise UnusableSource(GONE, "not_found")
    await services.rules.let_in(asker)
    chosen = await services.rules.chosen(asker, kept.options)
    return await services.questions(chosen.read_by).answer(asker, kept.brief.article, question)


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answer on its way to whoever asked, or to all."""

    sent: Press
    kept: KeptBrief
    found: Answer

    async def give(self, card: discord.Message | None) -> None:
        """In the thread of a card where one is wanted and can be had, else privately."""
        texts = self.sent.texts
        if card is not None and await self._in_thread(card):
            await self.sent.show(notice_card(ANSWERED, texts=texts))
            return
        await self.sent.show(self._shown(texts))
        if card is not None:
            view = notice_card(NO_THREAD, texts=texts)
            await self.sent.interaction.followup.send(view=view, ephemeral=True)

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


def _can_have_thread(interaction: Interaction) -> bool:
    """Whether all can see the card, in a channel of a server that has room for a thread, and has the bot."""
    message = interaction.message
    return (
        message is not None
        and is_member(interaction)
        and not message.flags.ephemeral
        and isinstance(message.channel, discord.TextChannel | discord.Thread)
    )
