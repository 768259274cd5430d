"""What stands in for an article is called so; what is only short is read."""

import json

import pytest

from bot.adapters.extraction.reading import read_page
from bot.domain.errors import UnusableSource
from tests.adapters.extraction.pages import AROUND, BELOW, HEAD, SENTENCES, article

LEAD = f"<p>{SENTENCES[0]}</p>"
TWO = f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"


def linked(free: object) -> str:
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge to open in June"}
    return f'<script type="application/ld+json">{json.dumps({**said, "isAccessibleForFree": free})}</script>'


def page(body: str, title: str = "The Courier", head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


CONSENT = (
    '<div class="consent-layer"><h1>Before you continue</h1><p>We and our 842 partners store and read information'
    " on your device, such as identifiers, to show personal content and to measure it.</p><p>You can change your"
    ' choice at any time below.</p><button>Accept all</button><button>Settings</button><a href="/p">Privacy</a></div>'
)
WALLS = {
    "consent layer": (page(CONSENT), "wall"),
    "consent form": (
        page(
            '<form action="/agree"><h2>Your choice</h2><p>This service keeps small files on your device so that it'
            ' can remember what you like to read.</p><input type="checkbox"><button>I agree</button></form>'
        ),
        "wall",
    ),
    "consent in German": (
        page(
            '<div id="cookie-wall"><h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und'
            " dem üblichen Tracking, oder schließen Sie ein Abonnement ab.</p><button>Weiter</button></div>"
        ),
        "wall",
    ),
    "robot check": (
        page(
            "<h1>Just a moment</h1><p>courier.example needs to review the security of your connection before it goes"
            ' on.</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
        ),
        "wall",
    ),
    "captcha": (
        page(
            "<p>Please show that you are no robot, and press the box below to go on to the page that you asked for.</p>"
            '<iframe src="https://geo.captcha-delivery.example/captcha/?x=1"></iframe>'
        ),
        "wall",
    ),
    "login": (
        page(
            '<form action="/login"><h1>Sign in</h1><p>You need an account to read on. It is free, and takes a minute'
            ' to make.</p><input type="text"><input type="password"><button>Sign in</button></form>'
        ),
        "wall",
    ),
    "paid, says JSON-LD": (
        page(AROUND + f"<article><h1>Bridge to open</h1>{TWO}</article>", head=HEAD + linked(free=False)),
        "wall",
    ),
    "paid, in words": (
        page(f"<article><h1>Bridge to open</h1>{TWO}</article>", head=linked("False")),
        "wall",
    ),
    "paid, says the barrier": (
        article(2, inside="")
        .decode()
        .replace("</article>", '<div class="paywall-offer"><p>Read on for 1 € a month.</p></div></article>'),
        "wall",
    ),
    "registration": (
        article(1)
        .decode()
        .replace("</article>", '<section id="regwall"><h2>Register to read on</h2></section></article>'),
        "wall",
    ),
    "script shell": (page('<div id="root"></div><script src="/app.js"></script>'), "not_an_article"),
    "script shell that asks for scripts": (
        page(
            '<noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><script>x()</script>'
        ),
        "not_an_article",
    ),
    "spinner": (
        page('<div class="spinner">Loading …</div><script src="/main.js"></script>'),
        "not_an_article",
    ),
    "soft 404": (
        page(
            f"{AROUND}<h1>404</h1><p>The page that you are looking for is not here any more, or never was.</p>{BELOW}"
        ),
        "not_found",
    ),
    "soft 404 in the title": (
        page(
            "<p>Diese Seite wurde leider nicht gefunden, vielleicht hilft die Suche weiter.</p>",
            title="Fehler 404 | Kurier",
        ),
        "not_found",
    ),
    "soft 410": (
        page("<h1>410 Gone</h1><p>This story has been taken down by its publisher some time ago.</p>"),
        "not_found",
    ),
    "menu": (
        page("<ul>" + "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(30)) + "</ul>"),
        "not_an_article",
    ),
    "nothing": (page(""), "not_an_article"),
}


@pytest.mark.parametrize("name", WALLS)
def test_what_stands_in_for_an_article_is_never_read_as_one(name: str) -> None:
    html, code = WALLS[name]
    with pytest.raises(UnusableSource) as caught:
        read_page(html)
    assert caught.value.code == code
    assert str(caught.value).count(".") == 1


SHORT = {
    "two paragraphs": article(2).decode(),
    "one paragraph": article(1).decode(),
    "no metadata": page(f"<h1>Bridge to open</h1>{TWO}"),
    "no heading": page(TWO),
    "plain text in a body": page(" ".join(SENTENCES[:2])),
    "with a newsletter form": article(2).decode().replace("</main>", '<form class="newsletter"><input><button>Sign up</button></form></main>'),
    "with a search box": page(f'<form action="/s"><input type="search"><button>Search</button></form><h1>Bridge</h1>{TWO}{LEAD}'),
    "with a cookie banner": article(2).decode().replace("</body>", '<div id="cookie-banner">We use cookies. <button>OK</button></div></body>'),
    "with a hidden login": article(2).decode().replace("</body>", '<form hidden><input type="password"><button>Go</button></form></body>'),
    "with a robot check in its comments": article(2).decode().replace("</body>", '<script src="https://www.captcha.example/recaptcha/api.js"></script></body>'),
    "free, says JSON-LD": article(2, HEAD + linked(free=True)).decode(),
    "free, with a barrier for others": article(2, HEAD + linked(free=True)).decode().replace("</main>", '<div class="paywall">Thanks for reading.</div></main>'),
    "with an empty barrier": article(2).decode().replace("</main>", '<div class="paywall"></div></main>'),
    "paid, but all there": article(30, HEAD + linked(free=False)).decode(),
    "about a cookie consent": page(f"<h1>Court rules on cookie consent</h1>{TWO}", head=HEAD),
    "about room 404": article(3).decode().replace("Bridge to open in June", "Room 404 opens to guests"),
    "in Chinese": page("<h1>大桥将于六月通车</h1><p>市议会周一开会，经过长时间辩论后同意在六月底之前开放新桥。</p><p>市长表示，起初没有人相信这件事。</p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHORT)
def test_a_short_article_is_read(name: str) -> None:
    text = read_page(SHORT[name]).text

    assert "The council met on Monday" in text or "市议会周一开会" in text
    assert not any(word in text for word in ("Sign up", "cookies", "Read more", "Thanks for"))
