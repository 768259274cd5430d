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
from bot.services.cleaning.patterns import REPORTING
from bot.services.cleaning.publishing import published
from bot.services.cleaning.refusing import refuse_other_than_prose
from bot.services.cleaning.sentences import split
from bot.services.cleaning.unwrapping import unwrap

LONGEST_DATED = 16
YEAR = re.compile(r"(?<!\d)(?:1[3-9]|2[0-5])\d\d(?!\d)")
LABEL = re.compile(r"^(?:subject|title|headline|re|fwd?|betreff|asunto|objet|тема)\s?:\s+", re.IGNORECASE)


def clean(extract: Extract) -> Article:
    """A clean, numbered article; UnusableSource `empty` or `not_an_article` when nothing can be briefed."""
    page = _page(extract)
    kept = page.kept()
    if not kept:
        raise UnusableSource(
            "This holds no sentence of an article: paste the article itself.",
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
        language=language_of(text, extract.language),
        published=when,
        removed=(*extract.removed, *(line.raw.strip() for line in page.removed())),
        notes=(note,) if note else (),
    )


def _page(extract: Extract) -> Page:
    text = tidy(extract.text)
    lines = [Line(part) for line in unwrap(text).split("\n") for part in _unglued(line) if part.strip()]
    if not lines:
        raise UnusableSource(
            "There is no text in this: paste an article, or give a file that has one.", "empty"
        )
    refuse_other_than_prose(text)
    page = Page(lines)
    refine(page, _given(extract.title))
    return page


def _unglued(line: str) -> tuple[str, ...]:
    """The line, and the note on its reporters at its end."""
    note = REPORTING.search(line)
    return (line[: note.start()], note.group()) if note else (line,)


def _given(value: str | None) -> str | None:
    return collapse(tidy(value).replace("\n", " ")) or None if value else None


def _title(extract: Extract, page: Page) -> str | None:
    """Given, or printed: “Subject: …” in a mail without its label."""
    return _given(extract.title) or (
        None if page.title is None else LABEL.sub("", page.lines[page.title].text, count=1)
    )


def _lead(kept: Sequence[Kept]) -> str:
    return next((line.text for line in kept if not line.heading), "")


def _dates(page: Page) -> list[str]:
    """Removed lines that may hold the date of the page, those made for it first."""
    lines = [line for line in page.removed() if line.size <= LONGEST_DATED and YEAR.search(line.text)]
    head = {line.raw for line in page.lines[: page.body().start]}
    made = [line.text for line in lines if _tells_date(line)]
    return made + [line.text for line in lines if line.raw in head and line.text not in made]


def _tells_date(line: Line) -> bool:
    return (
        bylines.dated(line)
        or bylines.author(line) is not None
        or line.bare.startswith(("published", "updated", "posted", "last updated"))
    )
