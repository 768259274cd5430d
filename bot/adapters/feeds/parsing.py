"""Feeds in XML, good and broken: RSS, RDF and Atom, read with feedparser, which is given bytes only."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time

import feedparser

from bot.adapters.feeds.entries import Entry, feed_read
from bot.adapters.feeds.json_feed import is_json, read_json
from bot.adapters.feeds.text import plain, text_of
from bot.domain.errors import UnusableSource
from bot.services.digesting.feeds import FeedRead

DATES = ("published", "created", "updated")
"""As entries have them, the first one there is believed: an update is no new entry."""

Parsed = dict[str, object]


def parse_feed(body: bytes, url: str, content_type: str, charset: str | None, now: datetime) -> FeedRead:
    """The feed in these bytes, read at this address; UnusableSource `unsupported` when it is none.

    feedparser is not told the address: it would resolve ids against it, and they would change with it.
    """
    if is_json(body):
        return read_json(body, url, now)
    typed = f"{content_type or 'application/xml'}; charset={charset}" if charset else content_type
    found = feedparser.parse(BytesIO(body), response_headers={"content-type": typed} if typed else {})
    if not found.get("version") and not found.entries:
        raise UnusableSource("There is no feed at this address: give the address of one.", "unsupported")
    return feed_read(url, _text(found.feed, "title") or None, map(_entry, found.entries), now)


def _entry(entry: Parsed) -> Entry:
    source = entry.get("source")
    identity = entry.get("id")
    return Entry(
        id=identity.strip() or None if isinstance(identity, str) else None,
        links=tuple(_links(entry)),
        title=_text(entry, "title"),
        summary=_text(entry, "summary") or _content(entry),
        outlet=_text(source, "title") or None if isinstance(source, dict) else None,
        published=_published(entry),
    )


def _links(entry: Parsed) -> Iterator[str]:
    """The page's own address; where there is none, an id that is one."""
    for name in ("link", "id"):
        link = entry.get(name)
        if isinstance(link, str) and link.strip():
            yield link


def _text(parsed: Parsed, name: str) -> str:
    """A text of the feed without its markup."""
    value, detail = parsed.get(name), parsed.get(f"{name}_detail")
    return _shown(value, detail if isinstance(detail, dict) else {})


def _content(entry: Parsed) -> str:
    contents = entry.get("content")
    texts = [_shown(part.get("value"), part) for part in contents] if isinstance(contents, list) else []
    return next(filter(None, texts), "")


def _shown(value: object, detail: Parsed) -> str:
    if not isinstance(value, str):
        return ""
    return plain(value) if detail.get("type") == "text/plain" else text_of(value)


def _published(entry: Parsed) -> datetime | None:
    """The first date that can be read, in UTC as feedparser gives it."""
    found = (dict.get(entry, f"{name}_parsed") for name in DATES)  # its own get warns, and gives another date
    return next(filter(None, (_moment(date) for date in found if isinstance(date, struct_time))), None)


def _moment(date: struct_time) -> datetime | None:
    try:
        return datetime(*date[:5], min(date.tm_sec, 59), tzinfo=UTC)
    except ValueError:
        return None
