"""One fetch: what comes back, what is sent, and what a site's answer means."""

import gzip
from dataclasses import replace

import pytest

from bot.adapters.web.fetcher import open_fetcher
from bot.domain.errors import BrieferError
from bot.services.fetching import Fetched
from tests.adapters.web.web import QUICK, lifting
from tests.loopback.peer import Behaviour, page, raw, redirect, serving

HTML = b"<!doctype html><title>Harbour</title><p>The harbour opens on Monday.</p>"


async def _fetch(behaviour: Behaviour, path: str = "/") -> Fetched:
    async with serving({"/": behaviour}) as peer, open_fetcher(lifting(peer)) as fetcher:
        return await fetcher.fetch(peer.url(path))


async def _code(behaviour: Behaviour) -> str:
    with pytest.raises(BrieferError) as caught:
        await _fetch(behaviour)
    assert str(caught.value).endswith(".")
    return caught.value.code


async def test_a_page_comes_with_its_address_type_charset_and_useful_headers() -> None:
    headers = {
        "Content-Language": "de",
        "Last-Modified": "Tue, 24 Nov 2026 10:00:00 GMT",
        "Set-Cookie": "a=b",
    }
    answer = page(HTML, kind='Text/HTML; Charset="ISO-8859-1"', headers=headers)
    async with serving({"/a": answer}) as peer, open_fetcher(lifting(peer)) as fetcher:
        found = await fetcher.fetch(peer.url("/a?utm_source=x&id=1#top"))
    assert found.url == found.final_url == peer.url("/a?id=1")
    assert (found.content_type, found.charset, found.body) == ("text/html", "iso-8859-1", HTML)
    assert found.headers == {"content-language": "de", "last-modified": headers["Last-Modified"]}


async def test_what_is_sent_is_honest_and_carries_nothing_of_the_person() -> None:
    routes = {"/a": redirect("/b", "301 Moved"), "/b": page(headers={"Set-Cookie": "a=b"}), "/c": page()}
    async with serving(routes) as peer, open_fetcher(lifting(peer, agent="Briefer/9 (me)")) as fetcher:
        await fetcher.fetch(peer.url("/a"))
        await fetcher.fetch(peer.url("/c"))
    for visit in peer.visits:
        assert visit.headers["user-agent"] == "briefer/9 (me)"
        assert visit.headers["host"] == peer.host
        assert not {"cookie", "referer", "authorization"} & set(visit.headers)


async def test_redirects_are_followed_four_times_and_no_more() -> None:
    routes = {
        f"/{hop}": redirect(f"{hop + 1}", f"{status} Go")
        for hop, status in enumerate((301, 302, 303, 307, 308))
    }
    async with serving({**routes, "/5": page()}) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert (await fetcher.fetch(peer.url("/1"))).final_url == peer.url("/5")
        with pytest.raises(BrieferError) as caught:
            await fetcher.fetch(peer.url("/0"))
    assert caught.value.code == "unreachable"
    assert peer.paths.count("/5") == 1


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("401 Unauthorized", "wall"), ("402 Payment Required", "wall"), ("403 Forbidden", "wall"), ("451 Unavailable", "wall"),
        ("404 Not Found", "not_found"), ("410 Gone", "not_found"), ("429 Too Many", "unreachable"), ("500 Oh", "unreachable"),
        ("503 Busy", "unreachable"), ("400 Bad", "unreachable"), ("302 Nowhere", "unreachable"), ("304 Same", "unreachable"),
    ],
)  # fmt: skip
async def test_a_status_that_is_no_page_is_told_in_its_own_words(status: str, code: str) -> None:
    assert await _code(page(b"" if status.startswith("3") else HTML, status=status)) == code


async def test_a_check_for_humans_is_a_wall_whatever_its_status() -> None:
    assert await _code(page(HTML, status="503 Busy", headers={"cf-mitigated": "challenge"})) == "wall"


@pytest.mark.parametrize(
    ("kind", "body", "read_as"),
    [
        ("text/html", HTML, "text/html"),
        ("application/xhtml+xml", HTML, "text/html"),
        ("text/html", b"no markup at all", "text/html"),
        ("", HTML, "text/html"),
        ("", b"Just a line of text.", "text/plain"),
        ("nonsense", HTML, "text/html"),
        ("application/octet-stream", b"%PDF-1.7\n...", "application/pdf"),
        ("application/pdf", b"%PDF-1.7\n...", "application/pdf"),
        ("text/html", b"%PDF-1.7\n\xe2\xe3\x00", "application/pdf"),
        ("application/pdf", b"\x00\x00junk\n%PDF-1.4\n", "application/pdf"),
        ("text/html", b"<p>A PDF begins with %PDF-1.4</p>", "text/html"),
        ("text/html", HTML * 3 + b"\x00", "text/html"),
        ("text/html", HTML.decode().encode("utf-16-le"), "text/html"),
        ("", HTML.decode().encode("utf-16-be"), "text/html"),
        ("application/pdf", HTML, "text/html"),
        ("text/plain", HTML, "text/plain"),
        ("text/plain", "Häfen".encode("utf-16"), "text/plain"),
        ("text/plain", "一丁七万丈三上下不与丐丑专且".encode("utf-16"), "text/plain"),
        ("text/markdown; charset=utf-8", b"# Harbour", "text/markdown"),
        ("text/rtf", b"{\\rtf1 Harbour}", "application/rtf"),
        ("message/rfc822", b"From: a@b.example\r\n\r\nHi", "message/rfc822"),
        ("application/octet-stream", b"Return-Path: <a@b.example>\r\n\r\nHi", "message/rfc822"),
        ("application/rss+xml", b"<?xml version='1.0'?><rss/>", "application/rss+xml"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04\x14\0\6\0docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "application/zip", b"PK\x03\x04\x14\0\6\0[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)  # fmt: skip
async def test_the_type_is_told_by_the_header_and_the_first_bytes(
    kind: str, body: bytes, read_as: str
) -> None:
    assert (await _fetch(page(body, kind))).content_type == read_as


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("image/png", b"\x89PNG\r\n\x1a\n\x00"),
        ("video/mp4", b"....ftyp"),
        ("application/json", b"{}"),
        ("text/html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("text/plain", b"\x7fELF\x02\x01\x01\x00\x00"),
        ("application/pdf", b"MZ\x90\x00\x03\x00\x00"),
        ("application/octet-stream", b"\x00\x01\x02\x03"),
        ("application/zip", b"PK\x03\x04\x14\0\0\0\x08\0picture.png"),
    ],
)
async def test_what_holds_no_article_is_unsupported_whatever_it_is_called(kind: str, body: bytes) -> None:
    assert await _code(page(body, kind)) == "unsupported"


async def test_a_page_may_be_as_large_as_the_limit_and_not_larger() -> None:
    assert len((await _fetch(page(b"<html>".ljust(4_000_000)))).body) == 4_000_000
    assert await _code(page(b"<html>".ljust(4_000_001))) == "too_large"


async def test_a_document_may_be_larger_than_a_page() -> None:
    assert len((await _fetch(page(b"%PDF-1.7".ljust(5_000_000), "application/pdf"))).body) == 5_000_000
    assert await _code(page(b"%PDF-1.7".ljust(20_000_001), "application/pdf")) == "too_large"


async def test_what_is_counted_is_decoded_bytes() -> None:
    body = gzip.compress(b"<html>".ljust(4_000_001))
    assert len(body) < 100_000
    assert await _code(page(body, headers={"Content-Encoding": "gzip"})) == "too_large"


async def test_a_chunked_page_is_read_whole() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    found = await _fetch(raw(head, b"6\r\n<html>\r\n", b"3;ext=1\r\nabc\r\n", b"0\r\n\r\n"))
    assert found.body == b"<html>abc"


async def test_a_long_header_of_a_news_site_is_no_obstacle() -> None:
    assert (await _fetch(page(HTML, headers={"Content-Security-Policy": "x" * 20_000}))).body == HTML


@pytest.mark.parametrize(
    "link",
    ["", "harbour", "ftp://a.example/", "http://u:p@a.example/", "http://", "http://a.example/" + "x" * 2048],
)
async def test_what_is_no_link_is_told_before_anything_is_asked(link: str) -> None:
    async with open_fetcher(replace(lifting(), limits=QUICK)) as fetcher:
        with pytest.raises(BrieferError) as caught:
            await fetcher.fetch(link)
    assert caught.value.code == "bad_link"
