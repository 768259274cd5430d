"""People give the address of a site: the page there names its feed."""

import pytest

from bot.adapters.feeds.advertised import advertised

FEED = "<link rel=alternate type=application/rss+xml href='{}'>"
PAGE = "https://news.example/world/"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/feed">', "https://news.example/feed"),
        (
            "<LINK REL='home Alternate' TYPE='Application/Atom+XML' HREF=atom>",
            "https://news.example/world/atom",
        ),
        (
            '<link rel=alternate type=application/feed+json href="https://x.example/f"/>',
            "https://x.example/f",
        ),
        (f"{FEED.format('file:///etc/hostname')}{FEED.format('/second')}", "https://news.example/second"),
        ('<link rel=alternate hreflang=de href="/de"><link rel=stylesheet href="/a.css">', None),
        ('<a rel=alternate type=application/rss+xml href="/feed">', None),
        (f"{'<div>' * 250}{FEED.format('/deep')}", "https://news.example/deep"),
        (FEED.format("http://[::"), None),
        ("<![if !IE]><link", None),
        ("", None),
    ],
)
def test_the_first_feed_that_can_be_fetched_is_found(html: str, found: str | None) -> None:
    assert advertised(html.encode(), PAGE) == found
