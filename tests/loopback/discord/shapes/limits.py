"""What Discord takes in a message, a modal and a command (docs: Message, Component Reference, Commands)."""

from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, Field, TypeAdapter

from tests.loopback.discord.shapes.refusals import invalid
from tests.loopback.discord.shapes.wire import Json

ROW, BUTTON, TEXT_INPUT, SECTION, TEXT, CONTAINER, LABEL = 1, 2, 4, 9, 10, 17, 18
SELECTS = (3, 5, 6, 7, 8)
LINK = 5
MOST_COMPONENTS = 40
MOST_TEXT = 4_000
MOST_ROWS = 5


class SelectOption(BaseModel):
    label: str = Field(min_length=1, max_length=100)
    value: str = Field(min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=100)


class Component(BaseModel):
    """Any component; which fields it has depends on its type."""

    type: int
    id: int = 0
    style: int | None = None
    custom_id: str | None = Field(default=None, min_length=1, max_length=100)
    label: str | None = Field(default=None, max_length=80)
    description: str | None = Field(default=None, max_length=256)
    emoji: Json | None = None
    url: str | None = Field(default=None, max_length=512, pattern="^(https?|discord)://")
    disabled: bool = False
    content: str | None = Field(default=None, min_length=1)
    placeholder: str | None = Field(default=None, max_length=150)
    max_length: int | None = Field(default=None, ge=1, le=4000)
    options: list[SelectOption] = Field(default=[], max_length=25)
    components: list["Component"] = []
    component: "Component | None" = None
    accessory: "Component | None" = None

    @property
    def children(self) -> list["Component"]:
        return self.components + [part for part in (self.component, self.accessory) if part]

    def walk(self) -> Iterator["Component"]:
        """Itself and all that it holds, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def checked(self) -> Self:
        """Itself, when its type has what it needs."""
        if self.type == ROW:
            self._check_row()
        elif self.type == BUTTON:
            self._check_button()
        elif self.type in (*SELECTS, TEXT_INPUT) and not self.custom_id:
            raise invalid("custom_id", "This field is required")
        elif self.type == TEXT and not self.content:
            raise invalid("content", "This field is required")
        elif self.type in (CONTAINER, SECTION) and not self.components:
            raise invalid("components", "This field is required")
        return self

    def _check_row(self) -> None:
        kinds = [child.type for child in self.components]
        buttons = set(kinds) == {BUTTON} and len(kinds) <= MOST_ROWS
        if not buttons and not (len(kinds) == 1 and kinds[0] in (*SELECTS, TEXT_INPUT)):
            raise invalid("components", "An action row holds one to five buttons, or one select.")

    def _check_button(self) -> None:
        if (self.style == LINK) != bool(self.url) or bool(self.url) == bool(self.custom_id):
            raise invalid("url", "A link button has a url, any other a custom id.")
        if not self.label and not self.emoji:
            raise invalid("label", "A button has a label or an emoji.")


COMPONENTS = TypeAdapter(list[Component])


def flat(components: list[Json]) -> list[Component]:
    """Every component of a message, nested ones too."""
    return [part for top in COMPONENTS.validate_python(components) for part in top.walk()]


def check_components(components: list[Json], *, rich: bool) -> None:
    """Refuses components that Discord would; `rich` is Components V2."""
    parts = [part.checked() for part in flat(components)]
    named = [part.custom_id for part in parts if part.custom_id]
    if len(set(named)) < len(named):
        raise invalid("components", "Component custom id cannot be duplicated")
    kinds = {top.type for top in COMPONENTS.validate_python(components)}
    if rich:
        _check_rich(parts, kinds)
    elif len(components) > MOST_ROWS or kinds - {ROW}:
        raise invalid("components", "Without IS_COMPONENTS_V2 there are at most five action rows.")


def _check_rich(parts: list[Component], top: set[int]) -> None:
    if top & {BUTTON, *SELECTS}:
        raise invalid("components", "Buttons and selects stand in action rows.")
    if len(parts) > MOST_COMPONENTS:
        raise invalid("components", "The total number of components cannot exceed 40.")
    if sum(len(part.content or "") for part in parts if part.type == TEXT) > MOST_TEXT:
        raise invalid("components", "The total text of components cannot exceed 4000 characters.")


class Modal(BaseModel):
    """What opens before a person when an interaction is answered with a modal."""

    custom_id: str = Field(min_length=1, max_length=100)
    title: str = Field(min_length=1, max_length=45)
    components: list[Component] = Field(min_length=1, max_length=5)
