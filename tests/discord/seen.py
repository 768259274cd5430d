"""What a person sees of a message, and the buttons that can be pressed."""

from collections.abc import Iterator

import discord


def seen(message: discord.Message | None) -> str:
    """All text of a message, components in their order; empty where there is no message."""
    if message is None:
        return ""
    texts = [part.content for part in parts(message) if isinstance(part, discord.TextDisplay)]
    return "\n".join([message.content, *texts]).strip()


def labels(message: discord.Message) -> list[str]:
    """What stands on the buttons and selects."""
    found = [part for part in parts(message) if isinstance(part, discord.Button | discord.SelectMenu)]
    return [(part.label if isinstance(part, discord.Button) else part.placeholder) or "" for part in found]


def parts(message: discord.Message) -> Iterator[object]:
    """Every component of a message, however deep."""
    for component in message.components:
        yield from _walk(component)


def _walk(component: object) -> Iterator[object]:
    yield component
    for child in getattr(component, "children", ()):
        yield from _walk(child)
    if (accessory := getattr(component, "accessory", None)) is not None:
        yield from _walk(accessory)


def ids(message: discord.Message) -> dict[str, str]:
    """The custom ids of what can be pressed, by their action; the first of each."""
    found = [
        part.custom_id for part in parts(message) if isinstance(part, discord.Button | discord.SelectMenu)
    ]
    return {custom_id.split(":")[1]: custom_id for custom_id in reversed(found) if custom_id}
