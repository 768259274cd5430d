"""A brief as the JSON document that other programs rely on."""

import json

from bot.domain.article import Article
from bot.domain.brief import Actor, Brief, EngineInfo, Event, Statement, Usage, Withheld
from bot.domain.errors import BrieferError
from bot.domain.when import When

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
        "summary": [_statement(statement) for statement in brief.summary],
        "actors": [_actor(actor) for actor in brief.actors],
        "events": [_event(event) for event in brief.events],
        "notes": list(brief.notes),
        "withheld": [_withheld(item) for item in brief.withheld],
        "checks": {
            "statements": brief.statements_made,
            "traced": len(brief.summary),
            "withheld": brief.statements_withheld,
        },
        "sentences": _sentences(brief.article),
        "engine": _engine(brief.engine),
        "usage": _usage(brief.usage),
    }


def error_document(error: BrieferError) -> Document:
    """Why there is no brief, for programs and for people."""
    return {"code": error.code, "message": str(error)}


def article_document(article: Article) -> Document:
    """What was read, as it goes to an engine: the article with its text."""
    return {**_article(article), "notes": list(article.notes), "text": article.text}


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
        "removed": list(article.removed),
    }


def _sentences(article: Article) -> Document:
    return {str(sentence.id): sentence.text for sentence in article.sentences}


def _statement(statement: Statement) -> Document:
    return {
        "text": statement.text,
        "original": statement.original or None,
        "sentences": list(statement.sentences),
    }


def _actor(actor: Actor) -> Document:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role or None,
        "aliases": list(actor.aliases),
        "mentions": actor.mentions,
        "sentences": list(actor.sentences),
    }


def _event(event: Event) -> Document:
    return {
        "what": event.what,
        "where": event.where or None,
        "who": list(event.who),
        "status": event.status,
        "when": _when(event.when),
        "past": event.past,
        "sentences": list(event.sentences),
    }


def _when(when: When) -> Document:
    return {
        "phrase": when.phrase or None,
        "edtf": when.edtf or None,
        "start": when.start or None,
        "end": when.end or None,
        "precision": when.precision,
        "timezone": when.timezone or None,
        "anchor": when.anchor,
    }


def _withheld(item: Withheld) -> Document:
    return {"kind": item.kind, "text": item.text, "reason": item.reason}


def _engine(engine: EngineInfo) -> Document:
    prompts = {
        name: {"version": prompt.version, "hash": prompt.hash} for name, prompt in engine.prompts.items()
    }
    return {
        "name": engine.name,
        "model": engine.model or None,
        "prompts": prompts,
        "fallback": engine.fallback or None,
    }


def _usage(usage: Usage) -> Document:
    return {
        "calls": usage.calls,
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "cost_usd": usage.cost_usd,
        "seconds": round(usage.seconds, 3),
    }
