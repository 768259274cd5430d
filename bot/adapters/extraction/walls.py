"""Pages that stand in for an article: told by their structure and their length, not by their phrases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from bot.adapters.extraction.blocks import Block
from bot.adapters.extraction.metadata import Metadata
from bot.domain.errors import UnusableSource

STUB = 250
"""Words from which a text is an article whatever stands around it."""
TEASER = 150
"""Words that publishers show in front of a paywall at most."""
ASKING = 4
"""Words with which a barrier asks for something; fewer are the links of a header, such as “Log in”."""
GATE = 120
"""Words that a page shows in all when it asks for agreement, a login or a proof."""
SLIGHT, BRIEFEST = 25, 10
"""Words below which a page holds no article: unsigned, and with a date or called an article."""
LONGEST = 200
SHELL = 40
"""Words that a page may show before its scripts have run."""
MISSING = re.compile(r"(?<!\d)(?:404|410)(?!\d)")
CHALLENGE = re.compile(
    r"captcha|turnstile|challenge-platform|/challenges?/|datadome|perimeterx|px-cloud|imperva|incapsula",
    re.IGNORECASE,
)
"""Addresses of the services that tell people from robots."""
PAYWALL = re.compile(
    r"pay-?wall|reg-?wall|metered|piano-|premium-(?:wall|offer|gate)|subscri\w*-(?:wall|gate|offer|prompt|only)"
    r"|content-gate|gated",
    re.IGNORECASE,
)
"""How publishers and their vendors call the barrier in classes and ids."""
CONSENT = re.compile(r"consent|cookie|gdpr|cmp-|privacy-(?:gate|wall)", re.IGNORECASE)
DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CONTROLS = ("button", "input", "select")

SUBSCRIPTION = "The site asks for a subscription; paste the text and I will brief that."
ROBOTS = "The site wants to see that a person is reading; paste the text and I will brief that."
AGREEMENT = (
    "The site asks for agreement or a login before it shows its text; paste the text and I will brief that."
)
BROWSER = "The page builds its text in a browser; paste the text and I will brief that."
GONE = "The site says that this page does not exist: check the link."
NOTHING = "No article was found on this page: open the article itself and save that, or paste its text."


@dataclass(frozen=True, slots=True)
class Look:
    """A page as sent and as shown, what it says of itself, and which of its blocks are the article."""

    sent: HtmlElement
    visible: HtmlElement
    said: Metadata
    shown: Sequence[Block]
    kept: Sequence[Block]


def refuse_walls(page: Look) -> None:
    """UnusableSource `wall`, `not_found` or `not_an_article` where a page stands in for its article."""
    words = _running(page.kept)
    if words >= STUB:
        return
    barred = words < TEASER and page.said.free is None and _named(page.visible, PAYWALL)
    if page.said.free is False or barred:
        raise UnusableSource(SUBSCRIPTION, "wall")
    signed = page.said.article or bool(page.said.published)
    if not signed:
        _refuse_unsigned(page)
    if words < (BRIEFEST if signed else SLIGHT):
        _refuse_slight(page)


def _refuse_unsigned(page: Look) -> None:
    """A short page that nobody dated or called an article."""
    tops = (top.text_content()[:LONGEST] for top in page.sent.iter("h1"))
    if any(MISSING.search(title) for title in (page.said.title or "", *tops)):
        raise UnusableSource(GONE, "not_found")
    if _words(page.shown) >= GATE:
        return
    if _challenged(page.sent):
        raise UnusableSource(ROBOTS, "wall")
    if _gated(page.sent) or (_named(page.visible, CONSENT) and _controls(page.sent)):
        raise UnusableSource(AGREEMENT, "wall")


def _refuse_slight(page: Look) -> None:
    """A page with hardly a sentence; one that has nothing else, and no scripts, is taken as it is."""
    shown, scripted = _words(page.shown), page.sent.find(".//script") is not None
    if shown < SHELL and scripted:
        raise UnusableSource(BROWSER, "not_an_article")
    only_links = shown >= SLIGHT and _running(page.kept) == 0
    if not page.kept or only_links or 2 * _words(page.kept) < shown:
        raise UnusableSource(NOTHING, "not_an_article")


def _challenged(tree: HtmlElement) -> bool:
    """Whether a service that tells people from robots stands on the page."""
    sources = (element.get("src") or "" for element in tree.iter("script", "iframe"))
    actions = (form.get("action") or "" for form in tree.iter("form"))
    return any(CHALLENGE.search(one) for one in (*sources, *actions))


def _gated(tree: HtmlElement) -> bool:
    """Whether a form asks for a password, or most of what is shown stands in a form with buttons."""
    if any((element.get("type") or "").lower() == "password" for element in tree.iter("input")):
        return True
    body = tree.find("body")
    whole = len(" ".join(body.text_content().split())) if body is not None else 0
    return any(
        2 * len(" ".join(form.text_content().split())) > whole and form.find(".//button") is not None
        for form in tree.iter("form", "dialog")
    )


def _controls(tree: HtmlElement) -> bool:
    return next(tree.iter(*CONTROLS), None) is not None


def _named(tree: HtmlElement, names: re.Pattern[str]) -> bool:
    """Whether a part of the page that asks for something, in words, is named so."""
    return any(
        names.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        and len(element.text_content().split()) >= ASKING
        for element in tree.iter("div", "section", "aside", "dialog", "form", "article")
    )


def _running(found: Sequence[Block]) -> int:
    """Words of running text."""
    return _words([block for block in found if block.prose or not block.linked])


def _words(found: Sequence[Block]) -> int:
    """Words; in scripts without spaces two characters count as one."""
    return sum(max(len(block.words), len(DENSE.findall(block.text)) // 2) for block in found)
