"""What Discord refuses, what it would make of a text, and what a person would read."""

import re

from discord import ui

from bot.views.text import length
from tests.views.reading import components, ids, texts

ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")
INVISIBLE = re.compile("[\u200b\u2067\u2068\u2069]")
TIMESTAMP = re.compile(r"<t:\d+:[fRt]>")


def refused(view: ui.LayoutView) -> list[str]:
    """Every limit of Discord's that a view exceeds."""
    found = list(components(view))
    content = texts(view)
    checks = {
        "4,000 characters": sum(map(length, content)) <= 4000,
        "40 components": len(found) <= 40,
        "empty text": all(text.strip() for text in content),
        "custom ids": len(set(ids(view))) == len(ids(view))
        and all(1 <= len(made) <= 100 for made in ids(view)),
        "labels": all(0 < length(str(part.get("label", "x"))) <= 80 for part in found),
        "placeholders": all(0 < length(str(part.get("placeholder", "x"))) <= 150 for part in found),
        "rows": all(len(_list(part, "components")) in range(1, 6) for part in found if part["type"] == 1),
        "sections": all(len(_list(part, "components")) in range(1, 4) for part in found if part["type"] == 9),
        "options": all(_options_fit(_list(part, "options")) for part in found if part["type"] == 3),
    }
    return [name for name, kept in checks.items() if not kept]


def bare(text: str) -> str:
    """What is left for Discord to make something of: `·` stands for what a backslash takes away."""
    return ESCAPED.sub("·", text)


def read(text: str) -> str:
    """What a person reads where there is no markup."""
    return INVISIBLE.sub("", re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text))


def letters(text: str) -> str:
    """Letters and figures alone, to find a text in whatever surrounds it."""
    return "".join(filter(str.isalnum, text))


def _list(part: dict[str, object], name: str) -> list[dict[str, object]]:
    found = part.get(name)
    return found if isinstance(found, list) else []


def _options_fit(options: list[dict[str, object]]) -> bool:
    values = {option["value"] for option in options}
    fit = all(0 < length(str(option[name])) <= 100 for option in options for name in ("label", "value"))
    described = all(0 < length(str(option.get("description") or "x")) <= 100 for option in options)
    return 1 <= len(options) <= 25 and len(values) == len(options) and fit and described
