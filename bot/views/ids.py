"""The custom ids of buttons and selects: what is wanted, of what, and one value.

They are all that a component carries, so that it works after a restart: `briefer:sources:Zk3f:2`.
"""

import re
from dataclasses import dataclass

LONGEST = 100
"""Characters of a custom id (Discord's limit)."""

SHAPE = r"briefer:(?P<action>[a-z_]+):(?P<owner>[\w-]+)(?::(?P<value>[\w-]+))?"


@dataclass(frozen=True, slots=True)
class CustomId:
    """A custom id, taken apart.

    `owner` is the id of the brief, request, digest, guild or person that it is about; `value` is None where
    the action needs none.
    """

    action: str
    owner: str
    value: str | None = None


def custom_id(action: str, owner: str, value: str | int | None = None) -> str:
    """The custom id for an action; ValueError when it could not be read again."""
    made = f"briefer:{action}:{owner}" if value is None else f"briefer:{action}:{owner}:{value}"
    if len(made) > LONGEST or parsed(made) != CustomId(action, owner, None if value is None else str(value)):
        raise ValueError(f"{made[:LONGEST]!r} is no custom id")
    return made


def parsed(text: str) -> CustomId | None:
    """The parts of a custom id; None when it is not one of ours."""
    found = re.fullmatch(SHAPE, text, re.ASCII)
    return CustomId(found["action"], found["owner"], found["value"]) if found else None
