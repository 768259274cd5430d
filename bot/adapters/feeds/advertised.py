"""The feed that a page names for readers (https://www.rssboard.org/rss-autodiscovery)."""

from urllib.parse import urljoin

from bot.adapters.extraction.trees import parse_as_nested
from bot.domain.errors import UnusableSource
from bot.services.links import normalise

KINDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
LONGEST = 500_000
"""Bytes of a page in which its head ends."""


def advertised(body: bytes, url: str) -> str | None:
    """The address of the first feed that the page at an address names; None where it names none."""
    try:
        tree = parse_as_nested(body[:LONGEST].decode(errors="replace"))
    except UnusableSource:
        return None
    links = (link for link in tree.iter("link") if "alternate" in (link.get("rel") or "").lower().split())
    found = (link.get("href") or "" for link in links if (link.get("type") or "").strip().lower() in KINDS)
    return next(filter(None, (_address(url, href.strip()) for href in found)), None)


def _address(url: str, href: str) -> str | None:
    try:
        return normalise(urljoin(url, href))
    except (UnusableSource, ValueError):
        return None
