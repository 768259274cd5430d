"""A brief as the JSON document that other programs rely on."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

from bot.domain.article import Article
from bot.domain.brief import Brief
from bot.domain.errors import BrieferError

SCHEMA = "briefer.brief/1"

Document = dict[str, object]
"""An object of JSON; its keys stand in the order in which they are written."""


def line(document: Document) -> bytes:
    """One line of UTF-8; escaped to ASCII where half a surrogate pair from the input can't be encoded."""
    try:
        return json.dumps(document, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(document).encode() + b"\n"


def brief_document(brief: Brief) -> Document:
    """The whole brief; absent values are None, never ""."""
    return {
        "schema": SCHEMA,
        "article": {**_article(brief.article), "parts": brief.parts, "parts_read": brief.parts_read},
        "language": brief.language,
        "confidence": brief.confidence,
        "summary": _plain(brief.summary),
        "actors": _plain(brief.actors),
        "events": _plain(brief.events),
        "notes": _plain(brief.notes),
        "withheld": _plain(brief.withheld),
        "checks": {
            "statements": brief.statements_made,
            "traced": len(brief.summary),
            "withheld": brief.statements_withheld,
        },
        "sentences": {str(sentence.id): sentence.text for sentence in brief.article.sentences},
        "engine": _plain(brief.engine),
        "usage": _plain(replace(brief.usage, seconds=round(brief.usage.seconds, 3))),
    }


def error_document(error: BrieferError) -> Document:
    """Why there is no brief, for programs and for people."""
    return {"code": error.code, "message": str(error)}


def article_document(article: Article) -> Document:
    """What was read, as it goes to an engine: the article with its text."""
    return {**_article(article), "notes": _plain(article.notes), "text": article.text}


def _article(article: Article) -> Document:
    return {
        "title": article.title or None,
        "url": article.url or None,
        "site": article.site or None,
        "author": article.author or None,
        "language": article.language,
        "words": article.words,
        "reading_minutes": article.reading_minutes,
        "published": article.published.value or None,
        "published_from": article.published.origin,
        "removed": _plain(article.removed),
    }


def _plain(value: object) -> object:
    """A part of a brief, whose fields are called as in the contract; nothing, also as "", is None."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return None if value == "" else value
