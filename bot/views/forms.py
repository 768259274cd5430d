"""Forms that people fill in."""

from collections.abc import Awaitable, Callable
from typing import Concatenate, Generic, ParamSpec

import discord
from discord import ui

from bot.services.answering import LONGEST_QUESTION
from bot.views.texts import Texts

LONGEST_TEXT = 4000
"""Characters of a text field (Discord's limit)."""

LONGEST_DATE = 40

OPEN = 3600.0
"""Seconds in which a form can be sent; Discord does not tell when somebody closes one."""

IN_THREAD = "thread"
"""The choice that an answer is for all."""

TextField = ui.TextInput[ui.Modal]
FileField = ui.FileUpload[ui.Modal]
Labelled = ui.Label[ui.Modal]

Submitted = discord.Interaction[discord.Client]

P = ParamSpec("P")
"""What is filled in, field by field: texts as they were written, files and choices as lists."""

Filled = Callable[Concatenate[Submitted, P], Awaitable[None]]
"""What is done with it."""


class Form(Generic[P], ui.Modal):  # noqa: PYI059 - a modal keeps from its bases that it has a heir
    """Hands over what its fields hold, in their order, to what whoever opens it sets as `filled`."""

    filled: Filled[P]

    def __init__(self, title: str, *fields: Labelled) -> None:
        super().__init__(title=title, timeout=OPEN)
        for field in fields:
            self.add_item(field)

    async def on_submit(self, interaction: Submitted) -> None:
        """Hand it over."""
        hand_over: Callable[..., Awaitable[None]] = self.filled
        await hand_over(interaction, *map(_value, self.children))


def _value(field: object) -> object:
    assert isinstance(field, ui.Label)
    component = field.component
    if isinstance(component, ui.TextInput):
        return component.value
    assert isinstance(component, ui.FileUpload | ui.Select)
    return list(component.values)


def paste_form(texts: Texts) -> Form[[str, list[discord.Attachment]]]:
    """A field for an article, and one for a file."""
    text = lines("text", required=False)
    file = FileField(custom_id="file", required=False)
    return Form(
        texts.say("Brief an article"),
        Labelled(text=texts.say("The article, or a link"), component=text),
        Labelled(text=texts.say("Or a file"), component=file),
    )


def question_form(texts: Texts, *, threads: bool) -> Form[[str, list[str]]]:
    """A question and, where there can be `threads`, who is to see the answer."""
    question = lines("question", longest=LONGEST_QUESTION)
    fields = [Labelled(text=texts.say("Your question"), component=question)]
    if threads:
        private = discord.SelectOption(
            label=texts.say("Only I see the answer"), value="private", default=True
        )
        thread = discord.SelectOption(label=texts.say("In a thread below the brief"), value=IN_THREAD)
        where = ui.Select[ui.Modal](custom_id="where", required=False, options=[private, thread])
        fields.append(Labelled(text=texts.say("Answer"), component=where))
    return Form(texts.say("Ask about the article"), *fields)


def date_form(texts: Texts) -> Form[[str]]:
    """The day on which an article appeared."""
    date = TextField(custom_id="date", placeholder="2026-03-01", max_length=LONGEST_DATE)
    return Form(texts.say("Set date"), Labelled(text=texts.say("When the article appeared"), component=date))


def lines(
    custom_id: str, default: str | None = None, *, required: bool = True, longest: int = LONGEST_TEXT
) -> TextField:
    """A field of several lines."""
    return TextField(
        custom_id=custom_id,
        style=discord.TextStyle.paragraph,
        default=default,
        required=required,
        max_length=longest,
    )
