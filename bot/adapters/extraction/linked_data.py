"""What a page says about its article in JSON-LD (schema.org)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

MOST = 2_000
"""Objects that are looked at on a page; real pages have under a hundred."""
KINDS = ("Article", "BlogPosting", "Posting", "Report")
"""How the types of written works end: NewsArticle, ScholarlyArticle, LiveBlogPosting …"""


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The first article that a page describes; `free` is False where it says that one has to pay."""

    headline: str | None = None
    name: str | None = None
    author: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
    free: bool | None = None


def linked_article(tree: HtmlElement) -> LinkedArticle | None:
    """What the page says of its article; None where it describes none."""
    for script in tree.iterfind(".//script"):
        if "ld+json" in (script.get("type") or "").lower():
            for found in _objects(_parsed(script.text_content())):
                if _is_article(found):
                    return _article(found)
    return None


def _article(found: dict[str, object]) -> LinkedArticle:
    return LinkedArticle(
        headline=_name(found.get("headline")),
        name=_name(found.get("name")),
        author=_names(found.get("author")),
        site=_name(found.get("publisher")),
        published=_text(found.get("datePublished")),
        language=_name(found.get("inLanguage")),
        free=_free(found),
    )


def _parsed(text: str) -> object:
    try:
        return json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(found: object) -> Iterator[dict[str, object]]:
    """Every object, outer ones first."""
    todo, seen = [found], 0
    while todo and seen < MOST:
        item = todo.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            todo.extend(value for value in item.values() if isinstance(value, dict | list))
        elif isinstance(item, list):
            todo.extend(item[:MOST])


def _is_article(found: dict[str, object]) -> bool:
    kinds = found.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(KINDS) for name in names)


def _free(found: dict[str, object]) -> bool | None:
    said = found.get("isAccessibleForFree")
    return None if said is None else str(said).strip().lower().rsplit("/", 1)[-1] not in ("false", "no", "0")


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The text itself, the name of a thing, or the first of several."""
    if isinstance(value, list):
        return next((name for item in value[:MOST] if (name := _name(item))), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: object) -> str | None:
    found = [_name(item) for item in value[:MOST]] if isinstance(value, list) else [_name(value)]
    return ", ".join(dict.fromkeys(name for name in found if name)) or None
