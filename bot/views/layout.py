"""Messages made of components (Discord's Components V2) that keep nothing."""

from collections.abc import Iterable

from discord import ButtonStyle, Colour, Message, SelectOption, ui

from bot.views.ids import custom_id, parsed
from bot.views.texts import Texts

CALM, LOW, FAILED = Colour(0x2A9D8F), Colour(0xE9A23B), Colour(0xC8553D)
"""What the edge of a card says at a glance: traced, to be read with care, no brief."""

Part = ui.Item[ui.LayoutView]
"""What a container holds: texts, lines, sections, files and rows of buttons or selects."""

Row = ui.ActionRow[ui.LayoutView]
Button = ui.Button[ui.LayoutView]
Select = ui.Select[ui.LayoutView]


class Still(ui.LayoutView):
    """A view that is never stored: its components carry custom ids, and dynamic items answer them."""

    def __init__(self, *children: ui.Item[ui.LayoutView]) -> None:
        super().__init__(timeout=None)
        for child in children:
            self.add_item(child)

    def is_finished(self) -> bool:
        """Always: discord.py keeps every view in memory that is not finished when it is sent."""
        return True


def framed(parts: Iterable[Part], colour: Colour) -> Still:
    """A view that is one container."""
    return Still(ui.Container(*parts, accent_colour=colour))


def text(content: str) -> ui.TextDisplay[ui.LayoutView]:
    """A text of a card."""
    return ui.TextDisplay(content)


def told(texts: Texts, *lines: str) -> ui.TextDisplay[ui.LayoutView]:
    """Lines of fixed texts as one text of a card, each in the direction that the language is written in."""
    return text("\n".join(map(texts.line, lines)))


def line() -> ui.Separator[ui.LayoutView]:
    """A thin line across a card."""
    return ui.Separator()


def button(
    action: str,
    label: str,
    owner: str,
    value: str | int | None = None,
    style: ButtonStyle = ButtonStyle.secondary,
) -> Button:
    """A button for an action on what has this id (see `CustomId`)."""
    return Button(style=style, label=label, custom_id=custom_id(action, owner, value))


def select_row(
    action: str,
    placeholder: str,
    owner: str,
    options: Iterable[SelectOption],
    value: str | int | None = None,
) -> Row:
    """A row with a select, of whose options one can be chosen, for an action on what has this id."""
    made = custom_id(action, owner, value)
    return Row(Select(custom_id=made, placeholder=placeholder, options=list(options)))


def pages_rows(owner: str, action: str, page: int, pages: int, texts: Texts) -> list[Row]:
    """◀ 2 / 3 ▶: buttons that lead to the pages before and after, by their numbers; none for one."""
    if pages == 1:
        return []
    here = texts.say("Page {page} of {pages}", page=page + 1, pages=pages)
    back = button(action, "◀", owner, page - 1 if page else "first")
    shown = button(action, here, owner, "here")
    on = button(action, "▶", owner, page + 1 if page + 1 < pages else "last")
    back.disabled, shown.disabled, on.disabled = not page, True, page + 1 == pages
    return [Row(back, shown, on)]


def owners_on(message: Message) -> set[str]:
    """What the components of a message of ours belong to: briefs or requests for them, runs of digests."""
    items = ui.LayoutView.from_message(message, timeout=None).walk_children()
    ids = (parsed(item.custom_id or "") for item in items if isinstance(item, ui.Button | ui.Select))
    return {found.owner for found in ids if found}
