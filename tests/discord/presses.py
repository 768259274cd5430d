"""Everything that can be pressed under a card, done to its end: forms are filled in, options chosen."""

from collections.abc import Awaitable, Callable

import discord
import simcord

from tests.discord.seen import ids

Result = simcord.InteractionResult
Press = Callable[[simcord.MemberActor, discord.Message], Awaitable[Result]]

QUESTION = "When will the council vote on the ferry?"


def _button(label: str) -> Press:
    async def press(actor: simcord.MemberActor, card: discord.Message) -> Result:
        return await actor.click(card, label=label)

    return press


def _form(label: str, **values: object) -> Press:
    async def press(actor: simcord.MemberActor, card: discord.Message) -> Result:
        form = await actor.click(card, label=label)
        return await actor.submit_modal(form, values) if form.modal else form

    return press


def _select(action: str, value: str) -> Press:
    async def press(actor: simcord.MemberActor, card: discord.Message) -> Result:
        return await actor.select(card, [value], custom_id=ids(card)[action])

    return press


PRIVATE: dict[str, Press] = {
    "Sources": _button("Sources"),
    "Calendar": _button("Calendar"),
    "Wrong?": _button("Wrong?"),
    "Ask": _form("Ask", question=QUESTION),
}
"""What is answered to whoever presses it, and to nobody else."""

CHANGING: dict[str, Press] = {
    "Length": _select("length", "short"),
    "Language": _select("language", "fr"),
    "Set date": _form("Set date", date="2020-03-03"),
}
"""What changes one's own card in its place, and gives others a card of their own."""

DELETE = {"Delete": _button("Delete")}
PRESSES = PRIVATE | CHANGING | DELETE
