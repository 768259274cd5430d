"""The feed that a page names for readers (https://www.rssboard.org/rss-autodiscovery)."""

from html.parser import HTMLParser
from urllib.parse import urljoin

from bot.domain.errors import UnusableSource
from bot.services.links import normalise

KINDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
LONGEST = 500_000
"""Bytes of a page in which its head ends."""


def advertised(body: bytes, url: str) -> str | None:
    """The address of the first feed that the page at an address names; None where it names none."""
    reader = _Reader()
    reader.feed(body[:LONGEST].decode(errors="replace"))
    return next(filter(None, (_address(url, href) for href in reader.found)), None)


def _address(url: str, href: str) -> str | None:
    try:
        return normalise(urljoin(url, href))
    except (UnusableSource, ValueError):
        return None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        alternate = "alternate" in named.get("rel", "").lower().split()
        if tag == "link" and alternate and named.get("type", "").strip().lower() in KINDS:
            self.found.append(named.get("href", "").strip())
