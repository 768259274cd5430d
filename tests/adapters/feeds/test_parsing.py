"""What becomes of entries: texts, links, ids and dates; what is no feed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import UnusableSource
from tests.adapters.feeds.made import ATOM, JSON, NOW, URL, item, read, rss

NINE = "Thu, 26 Nov 2026 09:00:00 GMT"


def test_an_entry_comes_with_its_texts_plain_its_link_clean_and_its_date_in_utc() -> None:
    found = read(
        rss(
            item(
                title="Harbour &amp;amp; bridge <![CDATA[<b>reopen</b>]]>",
                link="/a?utm_source=feed#top",
                guid="id-1",
                description="&lt;p&gt;It opens.&lt;/p&gt;&lt;p&gt;On Monday.&lt;/p&gt;",
                pubDate="Thu, 26 Nov 2026 10:00:00 +0100",
            )
        )
    )
    (entry,) = found.items
    assert found.title == "Harbour Post"
    assert (entry.id, entry.link) == ("id-1", "https://harbour.example/a")
    assert (entry.title, entry.summary) == ("Harbour & bridge reopen", "It opens. On Monday.")
    assert entry.outlet == "Harbour Post"
    assert entry.published == datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.mark.parametrize("title", ["★★★", "?!", "2026", "&lt;i&gt;…&lt;/i&gt;"])
def test_a_title_of_signs_alone_is_a_title(title: str) -> None:
    (entry,) = read(rss(item(title=title, link="/a"))).items
    assert entry.title == title.replace("&lt;i&gt;", "").replace("&lt;/i&gt;", "")


def test_atom_gives_its_page_and_its_first_date_not_the_update() -> None:
    (entry,) = read(ATOM, "application/atom+xml").items
    assert (entry.id, entry.link) == ("tag:hafen,2026:1", "https://harbour.example/artikel/1")
    assert (entry.title, entry.summary) == ("Der Hafen & die Brücke", "Am Montag öffnet der Hafen.")
    assert entry.published == datetime(2026, 11, 26, 9, tzinfo=UTC)


def test_json_feed_is_read_by_what_it_is_whatever_it_is_called() -> None:
    found = read(JSON, "text/plain")
    first, second = found.items
    assert (found.title, first.id, first.link) == ("Harbour JSON", "7", "https://harbour.example/a")
    assert first.summary == "On Monday. At nine."
    assert first.published == datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert (second.link, second.published) == ("https://harbour.example/b", None)


@pytest.mark.parametrize("date", ["", "soon", "Thu, 01 Jan 1970 00:00:00 GMT", "32 Foo 2026", "0000-00-00"])
def test_a_date_that_cannot_be_believed_is_none(date: str) -> None:
    (entry,) = read(rss(item(title="A", link="/a", pubDate=date))).items
    assert entry.published is None


def test_a_date_in_the_future_counts_as_now() -> None:
    found = read(rss(item(title="A", link="/a", pubDate="Thu, 26 Nov 2099 09:00:00 GMT")))
    assert found.items[0].published == NOW


def test_an_id_stays_when_the_date_changes() -> None:
    dates = (NINE, "Fri, 27 Nov 2026 09:00:00 GMT", "")
    with_id = {read(rss(item(title="A", link="/a", guid="1", pubDate=date))).items[0].id for date in dates}
    without = {read(rss(item(title="A", link="/a", pubDate=date))).items[0].id for date in dates}
    assert with_id == {"1"}
    assert without == {"https://harbour.example/a"}


def test_an_id_that_comes_twice_is_one_item() -> None:
    found = read(rss(item(title="A", link="/a", guid="1"), item(title="B", link="/b", guid="1")))
    assert [entry.title for entry in found.items] == ["A"]


@pytest.mark.parametrize(
    "link", ["", "javascript:alert(1)", "ftp://harbour.example/a", "http://u:p@h.example/"]
)
def test_an_entry_without_a_link_that_can_be_followed_is_left_out(link: str) -> None:
    found = read(rss(item(title="A", link=link), item(title="B", link="/b")))
    assert [entry.title for entry in found.items] == ["B"]


def test_of_a_flood_of_entries_the_first_are_taken() -> None:
    found = read(rss(*(item(title=f"A{number}", link=f"/{number}") for number in range(301))))
    assert len(found.items) == 300


def test_a_long_summary_is_given_by_its_beginning_in_whole_words() -> None:
    (entry,) = read(rss(item(title="A", link="/a", description="word " * 1000))).items
    assert len(entry.summary) <= 1002
    assert entry.summary.endswith("word …")


def test_a_broken_feed_gives_what_can_be_read_of_it() -> None:
    broken = rss(item(title="A &nosuch; B", link="/a")).replace(b"</channel></rss>", b"<item><title>")
    assert read(broken).items[0].link == "https://harbour.example/a"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><title>Harbour</title><p>The harbour opens on Monday.</p>",
        b"\x00\x01\x02",
        b'{"version": 1}',
        b'{"version": "https://jsonfeed.org/version/1"',
        b"{" + b'"a":{' * 100_000,
        URL.encode(),
        b"/etc/hostname",
    ],
)
def test_what_is_no_feed_is_refused_with_a_reason(body: bytes) -> None:
    with pytest.raises(UnusableSource) as caught:
        read(body, "text/html")
    assert caught.value.code == "unsupported"


def test_a_file_that_a_feed_names_as_an_entity_is_never_opened() -> None:
    doctype = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    (entry,) = read(rss(item(title="&a;!", link="/a")).replace(b"<rss", doctype + b"<rss")).items
    assert entry.title == "!"


def test_entities_that_grow_without_end_cost_no_more_than_the_feed() -> None:
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n + 1};" * 10}">' for n in range(8))
    doctype = f'<!DOCTYPE rss [{grown}<!ENTITY e8 "lol">]>'.encode()
    found = read(rss(item(title="&e0;", link="/a")).replace(b"<rss", doctype + b"<rss"))
    assert sum(len(entry.title) for entry in found.items) < 1000


def test_a_moment_before_now_is_not_the_future() -> None:
    (entry,) = read(rss(item(title="A", link="/a", pubDate=NINE))).items
    assert entry.published is not None
    assert entry.published < NOW - timedelta(hours=2)
