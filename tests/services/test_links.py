import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UnusableSource
from bot.services.links import canonical_link, find_links, is_variant, normalise, resolve


@pytest.mark.parametrize(
    ("message", "links"),
    [
        ("see https://a.org/x.", ["https://a.org/x"]),
        ("https://a.org/x, https://b.org/y; done", ["https://a.org/x", "https://b.org/y"]),
        ("(https://a.org/x)", ["https://a.org/x"]),
        ("(see https://a.org/x).", ["https://a.org/x"]),
        ("https://en.wikipedia.org/wiki/Foo_(bar)!", ["https://en.wikipedia.org/wiki/Foo_(bar)"]),
        ("(https://en.wikipedia.org/wiki/Foo_(bar))", ["https://en.wikipedia.org/wiki/Foo_(bar)"]),
        ("<https://a.org/x>", ["https://a.org/x"]),
        ("<https://a.org/x.>", ["https://a.org/x."]),
        ("[the harbour](https://a.org/x)", ["https://a.org/x"]),
        ("[the harbour](<https://a.org/x>)", ["https://a.org/x"]),
        ('[the harbour](https://a.org/x "a title")', ["https://a.org/x"]),
        ("[a](https://a.org/x_(y)),[b](https://b.org)", ["https://a.org/x_(y)", "https://b.org"]),
        ("[https://a.org/x](https://b.org/y)", ["https://b.org/y"]),
        ("||https://a.org/x||", ["https://a.org/x"]),
        ("**https://a.org/x**", ["https://a.org/x"]),
        ("_https://a.org/x_", ["https://a.org/x"]),
        ("~~https://a.org/x~~", ["https://a.org/x"]),
        ("https://a.org/x_", ["https://a.org/x_"]),
        ("“https://a.org/x”", ["https://a.org/x"]),
        ("'https://a.org/x'", ["https://a.org/x"]),
        ('"https://a.org/x"', ["https://a.org/x"]),
        ("https://a.org/x…", ["https://a.org/x"]),
        ("请看https://a.org/x。谢谢", ["https://a.org/x"]),
        ("（https://a.org/x）", ["https://a.org/x"]),
        ("HTTPS://A.org/x?", ["HTTPS://A.org/x"]),
        ("https://пример.рф/путь", ["https://пример.рф/путь"]),
        ("http://[2606:4700::1111]/x", ["http://[2606:4700::1111]/x"]),
        ("https://a.org/x?y=[1]&z=(2)", ["https://a.org/x?y=[1]&z=(2)"]),
        ("https://a.org/x?utm_source=z and https://a.org/x", ["https://a.org/x?utm_source=z"]),
        ("https://a.org/a,b;c:d", ["https://a.org/a,b;c:d"]),
        ("> https://a.org/x\n- https://b.org/y", ["https://a.org/x", "https://b.org/y"]),
    ],
)  # fmt: skip
def test_links_are_found_without_what_stands_around_them(message: str, links: list[str]) -> None:
    assert list(find_links(message)) == links


@pytest.mark.parametrize(
    "message",
    [
        "", "no link", "a.org/x", "www.a.org", "ftp://a.org/x", "https://", "http:// a.org", "`https://a.org/x`",
        "```\nhttps://a.org/x\n```", "xhttps://a.org/x", "https://u:p@a.org/x", "http://[::1", "mailto:a@b.org",
    ],
)  # fmt: skip
def test_what_is_no_link_of_a_page_is_not_found(message: str) -> None:
    assert find_links(message) == ()


@given(st.text(alphabet=st.sampled_from("htps:/.()[]<>|*_`~\"' aü。"), max_size=80))
def test_every_link_that_is_found_can_be_normalised(message: str) -> None:
    for link in find_links(message + "https://a.org/(x" + message):
        assert normalise(normalise(link)) == normalise(link)


@pytest.mark.parametrize(
    ("link", "form"),
    [
        ("HTTP://A.Org", "http://a.org/"),
        ("https://a.org:443/x", "https://a.org/x"),
        ("http://a.org:80/x", "http://a.org/x"),
        ("https://a.org:80/x", "https://a.org:80/x"),
        ("https://a.org/x#top", "https://a.org/x"),
        ("https://a.org/x?", "https://a.org/x"),
        ("https://a.org/b/../x/./y", "https://a.org/x/y"),
        ("https://a.org/x?utm_source=s&id=7&UTM_Campaign=c&fbclid=1&gclid=2", "https://a.org/x?id=7"),
        ("https://a.org/x?at=1&source=x&ref=y&c=%20&&d", "https://a.org/x?at=1&source=x&ref=y&c=%20&&d"),
        ("https://a.org/x?mc_cid=1", "https://a.org/x"),
        ("https://Bücher.example/ä?ö=ü", "https://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC"),
        ("https://seglerblog.stössenseer.de/", "https://seglerblog.xn--stssenseer-fcb.de/"),
        ("http://ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ", "http://example.com/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http:127.0.0.1/", "http://127.0.0.1/"),
        (" https://a.org/x y ", "https://a.org/x%20y"),
        ("https://a.org\\x", "https://a.org/x"),
    ],
)
def test_a_link_has_one_form(link: str, form: str) -> None:
    assert normalise(link) == form


@pytest.mark.parametrize(
    "link",
    [
        "", "a.org", "//a.org/x", "ftp://a.org/", "file:///etc/passwd", "gopher://a.org/", "jar:http://127.0.0.1!/", "data:text/html,x",
        "javascript:alert(1)", "http://", "http:///", "http://u@a.org/", "http://:p@a.org/", "http://a b.org/", "http://425.510.425.510",
        "http://[::1", "http://a.org:99999/", "https://a.org/" + "x" * 2040, "https://a.org/" + "ü" * 500, "http://\0.org/",
        "https://a.org/\ud800", "https://\ud800.org/",
    ],
)  # fmt: skip
def test_what_can_not_be_fetched_is_a_bad_link(link: str) -> None:
    with pytest.raises(UnusableSource) as caught:
        normalise(link)
    assert caught.value.code == "bad_link"


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("/y", "https://a.org/y"), ("y", "https://a.org/b/y"), ("?k=1", "https://a.org/b/x?k=1"), ("//b.org/y", "https://b.org/y"),
        ("HTTP://b.org", "http://b.org/"), ("\\\\b.org\\y", "https://b.org/y"), ("#top", "https://a.org/b/x"), ("", "https://a.org/b/x"),
    ],
)  # fmt: skip
def test_a_reference_leads_where_a_browser_would_go(reference: str, target: str) -> None:
    assert resolve("https://a.org/b/x", reference) == target


@pytest.mark.parametrize(
    ("page", "canonical", "found"),
    [
        ("https://amp.a.org/x", "https://a.org/x", "https://a.org/x"),
        ("https://a.org/x/amp/", "/x", "https://a.org/x"),
        ("https://a-org.cdn.ampproject.org/c/s/a.org/x", "https://a.org/x?utm_source=amp", "https://a.org/x"),
        ("http://a.org/x", "https://a.org/x", "https://a.org/x"),
        ("https://a.org/x", "https://a.org/x#top", None),
        ("https://a.org/x?id=1", "https://a.org/", None),
        ("https://a.org/x", "http://a.org/x", None),
        ("https://a.org/x", "http://[", None),
        ("https://a.org/x", "javascript:void(0)", None),
        ("https://a.org/x", "https://u:p@a.org/y", None),
        ("https://a.org/x", "", None),
        ("https://a.org/x", "https://\ud800.org/", None),
    ],
)
def test_a_canonical_is_taken_when_it_can_be_believed(page: str, canonical: str, found: str | None) -> None:
    assert canonical_link(page, canonical) == found


@pytest.mark.parametrize(
    "page",
    [
        "https://amp.a.org/x", "https://m.a.org/x", "https://de.m.wikipedia.org/wiki/X", "https://mobile.a.org/", "https://a.org/amp/x",
        "https://a.org/x/amp", "https://a.org/x.amp.html", "https://a.org/x?amp", "https://a.org/x?id=1&outputType=amp",
        "https://a-org.cdn.ampproject.org/c/s/a.org/x",
    ],
)  # fmt: skip
def test_amp_and_mobile_editions_are_recognised(page: str) -> None:
    assert is_variant(page)


@pytest.mark.parametrize(
    "page",
    [
        "https://a.org/x",
        "https://example.org/camp",
        "https://a.org/amplifiers/x",
        "https://m-a.org/",
        "https://amps.org/?x=amp",
    ],
)
def test_a_plain_page_is_no_variant(page: str) -> None:
    assert not is_variant(page)
