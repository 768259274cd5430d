"""Lists of feeds: read from any reader, written for any."""

import pytest

from bot.adapters.feeds.opml import Opml
from bot.domain.errors import UnusableSource
from bot.services.digesting.feeds import Listed

LIST = b"""<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Harbour" type="rss" xmlUrl="https://harbour.example/feed?utm_source=x"/>
<outline text="Again" xmlUrl="https://harbour.example/feed"/></outline>
<outline title="Bridge" xmlUrl="http://bridge.example/rss"/><outline text="No feed" htmlUrl="https://x.example/"/>
<outline text="Bad" xmlUrl="file:///etc/hostname"/></body></opml>"""


def test_the_feeds_of_all_folders_are_read_each_once_and_none_that_cannot_be_fetched() -> None:
    assert Opml().read(LIST) == (
        Listed("https://harbour.example/feed", "Harbour"),
        Listed("http://bridge.example/rss", "Bridge"),
    )


def test_what_is_written_is_read_back() -> None:
    feeds = (Listed("https://harbour.example/feed?a=1&b=2", 'Harbour "Post" <&>'),)
    assert Opml().read(Opml().write("Daily \x00 news", feeds)) == feeds


ENTITIES = (
    b'<!DOCTYPE opml [<!ENTITY a "https://a.example/">]><opml><body><outline xmlUrl="&a;"/></body></opml>'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b"<html/>", "unreadable"),
        (b"<opml><body>", "unreadable"),
        (ENTITIES, "unreadable"),
        (b"<opml><body/></opml>", "empty"),
        (Opml().write("x", [Listed(f"https://a.example/{n}", "a") for n in range(501)]), "too_large"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(UnusableSource) as caught:
        Opml().read(data)
    assert caught.value.code == code
