"""Above the text: the title, the author, and everything else that a page puts there."""

from collections import Counter
from itertools import islice

from bot.services.cleaning import headline
from bot.services.cleaning.bylines import author, bare_name, clock, dated, placed
from bot.services.cleaning.headline import Candidate, stems
from bot.services.cleaning.judging import Verdict
from bot.services.cleaning.kinship import SHARED
from bot.services.cleaning.lines import Line
from bot.services.cleaning.page import Page

GREETING = 25
"""Words below which a first paragraph may be no part of the article."""
POINT = 4
"""Words from which a bullet says something."""
STANDFIRST = 8
"""Words from which a line below the title is more than a label."""
BYLINE_WITHIN = 3
"""Lines below the title, and paragraphs, within which a byline stands."""
LEAD_WORDS = 400


def find_title(page: Page, given: str | None) -> None:
    """The line above the text that the text is about; with a given title its first copy, if there is one."""
    if given:
        page.title = next((i for i, line, _ in page if _same_title(line, given)), None)
        return
    page.title = _best(page, range(page.body().start))
    if page.title is None:
        page.title = _best(page, _beyond_greeting(page))


def _same_title(line: Line, title: str) -> bool:
    own, given = line.key, Line(title).key
    return bool(own) and (
        own == given or (line.size >= POINT and given.startswith(own + " ") and not line.ends)
    )


def _best(page: Page, head: range) -> int | None:
    if not head:
        return None
    counts = Counter(line.key for line in page.lines)
    marks = [i for i in head if _marks_byline(page.lines[i])]
    vocabulary = _lead(page, head.stop)
    for shape in (Verdict.PLAIN, Verdict.TEXT):
        candidates = [
            Candidate(i, page.lines[i], counts[page.lines[i].key])
            for i in head
            if page.verdicts[i] is shape and headline.plausible(page.lines[i])
        ]
        found = headline.best(candidates, marks, vocabulary)
        if found is not None:
            return found
    return None


def _beyond_greeting(page: Page) -> range:
    """Where a title can stand below one short paragraph that has nothing to do with the text."""
    body = page.body()
    if not body or page.lines[body.start].size >= GREETING or not page.messy():
        return range(0)
    stop = next((i for i in body[1:] if page.verdicts[i] is Verdict.TEXT and page.opens(i)), body.start)
    own = stems(page.lines[body.start].key)
    told = len(own & _lead(page, stop)) >= SHARED * len(own)
    return range(0) if told else range(body.start + 1, stop)


def _marks_byline(line: Line) -> bool:
    return bool(
        author(line)
        or dated(line)
        or placed(line)
        or bare_name(line)
        or line.bare.startswith(("share", "listen"))
    )


def _lead(page: Page, start: int) -> set[str]:
    text = (page.lines[i] for i in range(start, len(page.lines)) if page.verdicts[i] is Verdict.TEXT)
    words = (word for line in text for word in line.key.split())
    return stems(" ".join(islice(words, LEAD_WORDS)))


def find_author(page: Page) -> None:
    """The name in a byline above the text, or in a note below it."""
    body = page.body()
    above = page.title + 1 if page.title is not None else 0
    named = (author(page.lines[i]) for i in (*range(body.start), *body[:BYLINE_WITHIN]))
    bare = (
        bare_name(page.lines[i])
        for i in range(above, min(body.start, above + 2))
        if not page.lines[i + 1].bullet
    )
    notes = (author(line) for i, line, _ in page if page.is_furniture(i))
    page.author = next(filter(None, (*named, *bare, *notes)), None)


def drop_head(page: Page) -> None:
    """Names, labels and dates above the text; a standfirst, key points and a first heading stay."""
    body, messy = page.body(), page.messy()
    start = body.start
    for i in body[: BYLINE_WITHIN + 1]:
        if page.verdicts[i] is Verdict.PLAIN and author(page.lines[i]):
            page.drop(i)
    for i in range(start):
        if page.verdicts[i] is Verdict.PLAIN and not _belongs(page, i, start, messy=messy):
            page.drop(i)
    for i in range(page.title or 0):
        page.drop(i)


def _belongs(page: Page, i: int, start: int, *, messy: bool) -> bool:
    line = page.lines[i]
    if dated(line) or placed(line) or author(line) or bare_name(line):
        return clock(line) and i == start - 1
    if page.title is None or i < page.title:
        return not messy and line.size >= POINT
    if line.bullet:
        return line.size >= POINT
    after_title = i == page.title + 1
    return (
        clock(line)
        or (after_title and line.size >= STANDFIRST)
        or (i == start - 1 and line.text.endswith("?"))
    )
