"""The whole of cleaning, in order."""

import re
from collections.abc import Sequence

from bot.domain.article import Article, Extract
from bot.domain.errors import UnusableSource
from bot.services.cleaning import bylines
from bot.services.cleaning.characters import collapse, tidy
from bot.services.cleaning.languages import language_of
from bot.services.cleaning.lines import Line
from bot.services.cleaning.neighbours import refine
from bot.services.cleaning.page import Kept, Page
from bot.services.cleaning.publishing import published
from bot.services.cleaning.sentences import split
from bot.services.cleaning.unwrapping import unwrap


def clean(extract: Extract) -> Article:
    """A clean, numbered article; UnusableSource `empty` or `not_an_article` when nothing can be briefed."""
    page = _page(extract)
    kept = page.kept()
    if not kept:
        raise UnusableSource(
            "This holds only menus, notices and links, no article text: paste the article itself.",
            "not_an_article",
        )
    text, sentences = split(kept)
    when, note = published(extract, _dates(page), _lead(kept), text)
    return Article(
        text=text,
        sentences=sentences,
        title=_title(extract, page),
        url=extract.url,
        site=_given(extract.site) or bylines.site(page.removed()),
        author=_given(extract.author) or page.author,
        language=extract.language or language_of(text),
        published=when,
        removed=(*extract.removed, *(line.raw.strip() for line in page.removed())),
        notes=(note,) if note else (),
    )


def _page(extract: Extract) -> Page:
    text = tidy(extract.text)
    lines = [Line(line) for line in unwrap(text).split("\n") if line.strip()]
    if not lines:
        raise UnusableSource(
            "There is no text in this: paste an article, or give a file that has one.", "empty"
        )
    page = Page(lines)
    refine(page, _given(extract.title))
    return page


def _given(value: str | None) -> str | None:
    return collapse(tidy(value).replace("\n", " ")) or None if value else None


def _title(extract: Extract, page: Page) -> str | None:
    return _given(extract.title) or (None if page.title is None else page.lines[page.title].text)


def _lead(kept: Sequence[Kept]) -> str:
    return next((line.text for line in kept if not line.heading), "")


def _dates(page: Page) -> list[str]:
    """Removed lines that hold a full date, those above the text first."""
    return [line.text for line in page.removed() if re.search(r"\d{4}", line.text) and _tells_date(line)]


def _tells_date(line: Line) -> bool:
    return (
        bylines.dated(line)
        or bool(bylines.author(line))
        or line.bare.startswith(("published", "updated", "posted", "last updated"))
    )
