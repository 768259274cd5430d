"""The application's commands (docs: Application Commands)."""

import re
from collections import Counter

from pydantic import BaseModel, Field

from tests.loopback.discord.shapes.refusals import invalid
from tests.loopback.discord.shapes.wire import Json, Snowflakes

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
MOST = {SLASH: 100, USER_MENU: 15, MESSAGE_MENU: 15}
NAME = re.compile(r"^[-_'\w]{1,32}$")


class Choice(BaseModel):
    name: str = Field(min_length=1, max_length=100)
    value: str | int | float


class Option(BaseModel):
    type: int
    name: str
    description: str = Field(min_length=1, max_length=100)
    required: bool = False
    choices: list[Choice] = Field(default=[], max_length=25)
    options: list["Option"] = Field(default=[], max_length=25)


class CommandBody(BaseModel, extra="allow"):
    """As it is registered; names in other languages obey the same rules."""

    name: str = Field(min_length=1, max_length=32)
    type: int = SLASH
    description: str = Field(default="", max_length=100)
    options: list[Option] = Field(default=[], max_length=25)
    name_localizations: dict[str, str] | None = None
    description_localizations: dict[str, str] | None = None

    def check(self) -> None:
        """Refuses names and descriptions that Discord would."""
        names = [self.name, *(self.name_localizations or {}).values()]
        if self.type == SLASH:
            names += [option.name for option in self.options]
            if not self.description:
                raise invalid("description", "This field is required")
        for name in names:
            if not 1 <= len(name) <= 32 or (self.type == SLASH and not _is_slash_name(name)):
                raise invalid("name", f"Command name is invalid: {name}")
        if any(len(text) > 100 for text in (self.description_localizations or {}).values()):
            raise invalid("description_localizations", "Must be between 1 and 100 in length.")


def _is_slash_name(name: str) -> bool:
    return bool(NAME.match(name)) and name == name.lower()


class Commands:
    """Registered commands, for every server."""

    def __init__(self, ids: Snowflakes, application: int) -> None:
        self._ids = ids
        self._application = application
        self._kept: dict[tuple[int, str], Json] = {}

    def listed(self) -> list[Json]:
        return list(self._kept.values())

    def put(self, bodies: list[CommandBody]) -> list[Json]:
        """Exactly these, and no others, from now on; those that keep their name keep their id."""
        for kind, count in Counter(body.type for body in bodies).items():
            if count > MOST.get(kind, 1):
                raise invalid("body", "Maximum number of application commands reached")
        if len({(body.type, body.name) for body in bodies}) < len(bodies):
            raise invalid("name", "Application command names must be unique")
        for body in bodies:
            body.check()
        self._kept = {(body.type, body.name): self._registered(body) for body in bodies}
        return self.listed()

    def find(self, name: str, kind: int) -> Json | None:
        """By name."""
        return self._kept.get((kind, name))

    def _registered(self, body: CommandBody) -> Json:
        known = self.find(body.name, body.type)
        return {
            "default_member_permissions": None,
            "nsfw": False,
            **body.model_dump(exclude_unset=True),
            "type": body.type,
            "description": body.description,
            "id": known["id"] if known else str(self._ids.new()),
            "application_id": str(self._application),
            "version": str(self._ids.new()),
        }
