"""What a page says about itself: title, author, site, date, language and its own address.

JSON-LD is believed first, then Open Graph and other names of <meta>, then what trafilatura and htmldate find.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from bot.adapters.extraction.linked_data import LinkedArticle, linked_article
from bot.adapters.extraction.trees import seen
from bot.services.dating import read_published

TITLES = (
    "dc:title", "dcterms:title", "dcterm:title", "og:title", "weibo:article:title", "weibo:webpage:title",
    "title", "twitter:title", "parsely-title",
)  # fmt: skip
"""Names of titles, in Readability's order; dots and colons are the same."""
DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date",
    "sailthru:date", "datepublished", "publishdate", "pubdate", "publish-date", "publication_date",
    "dc:date:issued", "dcterms:created", "dc:date", "dcterms:date", "citation_publication_date", "date",
)  # fmt: skip
AUTHORS = ("parsely-author", "sailthru:author", "byl", "dc:creator", "author", "article:author")
SITES = ("og:site_name", "application-name", "dc:publisher")
FRONT = re.compile(r"https?://|www\.")
SEPARATOR = re.compile(r"\s+[|\-–—\\/>»·•:]+\s+|\s*[|_»]\s*")
FEWEST = 3
"""Words of a title that stays when what follows its separator is cut off."""
SPACES = re.compile(r"\s+")
TAG = re.compile(r"<[^<>]{0,200}>")
LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says; where `free` is False its text has to be paid for; `article`: it calls itself one."""

    title: str | None
    author: str | None
    site: str | None
    published: str | None
    language: str | None
    canonical: str | None
    free: bool | None
    article: bool


def metadata(tree: HtmlElement, url: str | None = None) -> Metadata:
    """What the whole page, as it was parsed, says about itself."""
    described = linked_article(tree)
    linked = described or LinkedArticle()
    named = _named(tree)
    site = _line(linked.site) or _first(named, SITES)
    author = _line(linked.author) or _author(named)
    published = _published(linked, named)
    if not (site and author and published):
        found = extract_metadata(tree, url, extensive=False)  # slow: 10 ms
        site = site or _site(found.sitename)
        author = author or _line(found.author)
        published = published or found.date or None
    return Metadata(
        title=_title(tree, linked, named, site),
        author=author,
        site=site,
        published=published,
        language=_language(tree, linked, named),
        canonical=_canonical(tree, named),
        free=linked.free,
        article=described is not None or "article" in named.get("og:type", "").lower(),
    )


def _named(tree: HtmlElement) -> Mapping[str, str]:
    """Values of <meta> by name or property, lower case, colons for dots; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = element.get("content")
        names = " ".join(filter(None, map(element.get, ("property", "name", "itemprop", "http-equiv"))))
        for name in names.lower().replace(".", ":").split():
            if value and value.strip():
                found.setdefault(name, value)
    return found


def _first(named: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((line for name in names if (line := _line(named.get(name)))), None)


def _title(
    tree: HtmlElement, linked: LinkedArticle, named: Mapping[str, str], site: str | None
) -> str | None:
    """The first title that is not just the site's name; else the browser's, else the only top heading."""
    element = tree.find(".//head/title")
    whole = (_line(element.text_content()) if element is not None else None) or ""
    printed = [line for element in tree.iter("h1") if (line := _line(element.text_content()))]
    given = [*_linked_titles(linked, whole), *(_line(named.get(name)) for name in TITLES)]
    told = next((title for title in given if title and title != site), None)
    if told or whole:
        return _whole(told or _without_site(whole, site, printed), printed)
    return printed[0] if len(printed) == 1 else None


def _whole(title: str, printed: list[str]) -> str:
    """The only top heading, where the page names itself by the beginning of it."""
    shortened = len(printed) == 1 and len(title.split()) >= FEWEST and printed[0].startswith(f"{title} ")
    return printed[0] if shortened else title


def _linked_titles(linked: LinkedArticle, whole: str) -> list[str | None]:
    """Headline and name, the one that the browser's title prints first."""
    return sorted(
        (_line(linked.headline), _line(linked.name)), key=lambda title: not title or title not in whole
    )


def _without_site(title: str, site: str | None, printed: list[str]) -> str:
    """“Bridge opens | The Courier” without the name of the site."""
    for heading in printed:
        if heading != title and heading in title and len(heading.split()) >= FEWEST:
            return heading
    parts = SEPARATOR.split(title)
    if len(parts) > 1 and site and site.casefold() in (parts[0].casefold(), parts[-1].casefold()):
        rest = (
            title.removeprefix(parts[0])
            if site.casefold() == parts[0].casefold()
            else title.removesuffix(parts[-1])
        )
        return rest.strip(" |-–—\\/>»·•:_") or title
    return title


def _published(linked: LinkedArticle, named: Mapping[str, str]) -> str | None:
    """The first date that can be read to the day."""
    said = (linked.published, *(named.get(name) for name in DATES))
    read = (read_published(one[:LONGEST]) for one in said if one)
    return next(
        (value for value in read if value and len(value) >= len("2021-11-30") and "/" not in value), None
    )


def _language(tree: HtmlElement, linked: LinkedArticle, named: Mapping[str, str]) -> str | None:
    """What the root, the article or Open Graph names, as ISO 639."""
    said = (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), linked.language)
    for one in (*said, named.get("content-language"), named.get("og:locale")):
        if one and (match := LANGUAGE.match(one.strip())):
            return match[1].lower()
    return None


def _canonical(tree: HtmlElement, named: Mapping[str, str]) -> str | None:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    given = next((href for link in links if (href := (link.get("href") or "").strip())), None)
    return given or (named.get("og:url") or "").strip() or None


def _author(named: Mapping[str, str]) -> str | None:
    """A name; some sites give the address of a profile instead."""
    return next((line for name in AUTHORS if (line := _line(named.get(name))) and "/" not in line), None)


def _site(found: str | None) -> str | None:
    return None if found and FRONT.match(found) else _line(found)


def _line(value: str | None) -> str | None:
    """One line of plain text, or nothing."""
    if not value:
        return None
    return SPACES.sub(" ", TAG.sub("", seen(value)))[:LONGEST].strip() or None
