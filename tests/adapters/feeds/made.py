"""Small feeds in the shapes that news sites have."""

from datetime import UTC, datetime

from bot.adapters.feeds.parsing import parse_feed
from bot.services.digesting.feeds import FeedRead

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
URL = "https://harbour.example/news/feed.xml"


def rss(*items: str, channel: str = "<title>Harbour Post</title><language>en-GB</language>") -> bytes:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}{"".join(items)}</channel></rss>'.encode()
    )


def item(**parts: str) -> str:
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in parts.items()) + "</item>"


def read(body: bytes, content_type: str = "application/rss+xml") -> FeedRead:
    return parse_feed(body, URL, content_type, None, NOW)


ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Hafenblatt</title>
<entry><id>tag:hafen,2026:1</id><title type="html">Der &lt;b&gt;Hafen&lt;/b&gt; &amp;amp; die Br&#252;cke</title>
<link rel="alternate" href="/artikel/1?utm_source=feed"/><link rel="enclosure" href="/ton.mp3"/>
<published>2026-11-26T10:00:00+01:00</published><updated>2026-11-26T11:00:00Z</updated>
<content type="html">&lt;p&gt;Am Montag &amp;ouml;ffnet&lt;/p&gt;&lt;p&gt;der Hafen.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
</feed>"""

JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour JSON", "language": "en-US", "items": [
{"id": 7, "url": "/a", "title": "The harbour opens", "content_html": "<p>On <em>Mon</em>day.</p><p>At nine.</p>",
 "date_published": "2026-11-26T09:00:00Z"},
{"id": "https://harbour.example/b", "content_text": "No title, no date"}, 5]}"""
