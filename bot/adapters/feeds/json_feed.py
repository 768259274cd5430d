"""JSON Feed (https://www.jsonfeed.org/version/1.1/), read by hand: it is small."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.adapters.feeds.entries import Entry, feed_read
from bot.adapters.feeds.text import plain, text_of
from bot.domain.errors import UnusableSource
from bot.services.digesting.feeds import FeedRead

VERSION = "https://jsonfeed.org/version/"

Object = Mapping[str, object]


def is_json(body: bytes) -> bool:
    """Whether these bytes begin as a JSON object does."""
    return body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read_json(body: bytes, url: str, now: datetime) -> FeedRead:
    """The feed in these bytes; UnusableSource `unsupported` when it is none."""
    try:
        found: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _no_feed() from error
    if not isinstance(found, dict) or not _text(found, "version").startswith(VERSION):
        raise _no_feed()
    items = found.get("items")
    listed = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return feed_read(url, plain(_text(found, "title")) or None, map(_entry, listed), now)


def _entry(item: Object) -> Entry:
    identity = item.get("id")
    links = (_text(item, "url"), _text(item, "external_url"), _text(item, "id"))
    body = _text(item, "summary") or _text(item, "content_text")
    summary = plain(body) or text_of(_text(item, "content_html"))
    return Entry(
        id=str(identity).strip() or None if isinstance(identity, str | int | float) else None,
        links=tuple(filter(None, links)),
        title=plain(_text(item, "title")),
        summary=summary,
        published=_moment(_text(item, "date_published")) or _moment(_text(item, "date_modified")),
    )


def _text(parsed: Object, name: str) -> str:
    value = parsed.get(name)
    return value if isinstance(value, str) else ""


def _moment(value: str) -> datetime | None:
    """An RFC 3339 time; None when there is none, or one without its offset."""
    try:
        moment = datetime.fromisoformat(value.strip())
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _no_feed() -> UnusableSource:
    return UnusableSource("There is JSON at this address, but no JSON Feed: give a feed.", "unsupported")
