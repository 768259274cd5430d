"""Lists of feeds as OPML (http://opml.org/spec2.opml), which feed readers exchange."""

from collections.abc import Iterable

from lxml import etree

from bot.adapters.feeds.text import plain
from bot.domain.errors import UnusableSource
from bot.services.digesting.feeds import Listed
from bot.services.links import normalise

MOST = 500
"""Feeds of a list."""


class Opml:
    """The port `FeedLists`."""

    def read(self, data: bytes) -> tuple[Listed, ...]:
        """The feeds of a list, folders ignored, each once; UnusableSource also where it declares entities."""
        root = _root(data)
        listed = [Listed(url, _title(each)) for each in root.iter("outline") if (url := _address(each))]
        feeds = {feed.url: feed for feed in reversed(listed)}
        if not feeds:
            raise UnusableSource("This list has no feeds: give an OPML file of a feed reader.", "empty")
        if len(feeds) > MOST:
            raise UnusableSource(f"This list has {len(feeds)} feeds; {MOST} at most are taken.", "too_large")
        return tuple(reversed(feeds.values()))

    def write(self, title: str, feeds: Iterable[Listed]) -> bytes:
        """A list of feeds for other readers."""
        root = etree.Element("opml", version="2.0")
        etree.SubElement(etree.SubElement(root, "head"), "title").text = plain(title)
        body = etree.SubElement(root, "body")
        for feed in feeds:
            etree.SubElement(body, "outline", type="rss", text=plain(feed.title or feed.url), xmlUrl=feed.url)
        written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return written


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _no_list() from error
    if root.tag != "opml" or root.getroottree().docinfo.internalDTD is not None:
        raise _no_list()
    return root


def _address(outline: etree._Element) -> str | None:
    try:
        return normalise(outline.get("xmlUrl", ""))
    except UnusableSource:
        return None


def _title(outline: etree._Element) -> str:
    return plain(outline.get("title") or outline.get("text") or "")


def _no_list() -> UnusableSource:
    return UnusableSource("This is no OPML list: export one from a feed reader.", "unreadable")
