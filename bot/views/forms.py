"""Forms that people fill in."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import discord
from discord import ui

from bot.services.answering import LONGEST_QUESTION
from bot.views.texts import Texts

LONGEST_PASTE = 4000
"""Characters of a text field."""

LONGEST_DATE = 40

OPEN = 3600.0
"""Seconds in which a form can be sent; Discord does not tell when somebody closes one."""

Submitted = discord.Interaction[discord.Client]

Pasted = Callable[[Submitted, str, list[discord.Attachment]], Awaitable[None]]
"""What is done with a filled-in form: its text, which may be empty, and its files."""

Dated = Callable[[Submitted, str], Awaitable[None]]
"""What is done with a date as it was written."""


class Asked(Protocol):
    """What is done with a question; `in_thread`: the answer is for all."""

    async def __call__(self, form: Submitted, question: str, *, in_thread: bool) -> None:
        """Answer it."""
        ...


class PasteForm(ui.Modal):
    """A field for an article, and one for a file."""

    def __init__(self, pasted: Pasted, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Brief an article"), timeout=OPEN)
        self._pasted = pasted
        self._text = ui.TextInput[PasteForm](
            custom_id="text", style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_PASTE
        )
        self._file = ui.FileUpload[PasteForm](custom_id="file", required=False)
        self.add_item(ui.Label(text=texts.say("The article, or a link"), component=self._text))
        self.add_item(ui.Label(text=texts.say("Or a file"), component=self._file))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over what was filled in."""
        await self._pasted(interaction, self._text.value.strip(), list(self._file.values))


class QuestionForm(ui.Modal):
    """A question and, where there can be `threads`, who is to see the answer."""

    def __init__(self, asked: Asked, *, threads: bool, texts: Texts) -> None:
        super().__init__(title=texts.say("Ask about the article"), timeout=OPEN)
        self._asked = asked
        self._question = ui.TextInput[QuestionForm](
            custom_id="question", style=discord.TextStyle.paragraph, max_length=LONGEST_QUESTION
        )
        self._where = ui.Select[QuestionForm](
            custom_id="where",
            required=False,
            options=[
                discord.SelectOption(label=texts.say("Only I see the answer"), value="private", default=True),
                discord.SelectOption(label=texts.say("In a thread below the brief"), value="thread"),
            ],
        )
        self.add_item(ui.Label(text=texts.say("Your question"), component=self._question))
        if threads:
            self.add_item(ui.Label(text=texts.say("Answer"), component=self._where))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over the question."""
        in_thread = self._where.values == ["thread"]
        await self._asked(interaction, self._question.value, in_thread=in_thread)


class DateForm(ui.Modal):
    """The day on which an article appeared."""

    def __init__(self, given: Dated, *, texts: Texts) -> None:
        super().__init__(title=texts.say("Set date"), timeout=OPEN)
        self._given = given
        self._date = ui.TextInput[DateForm](
            custom_id="date", placeholder="2026-03-01", max_length=LONGEST_DATE
        )
        self.add_item(ui.Label(text=texts.say("When the article appeared"), component=self._date))

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand over the date."""
        await self._given(interaction, self._date.value.strip())
