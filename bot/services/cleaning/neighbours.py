"""What a line is beside its neighbours: rules that refine the verdicts on a page, in the order of `refine`."""

import re
from collections import Counter

from bot.services.cleaning import headline
from bot.services.cleaning.bylines import author, bare_name, clock, dated
from bot.services.cleaning.headline import Candidate, stems
from bot.services.cleaning.judging import QUOTES, Verdict, caption, caption_key
from bot.services.cleaning.lines import Line
from bot.services.cleaning.page import Page

POINT = 4
"""Words from which a bullet says something."""
STANDFIRST = 8
"""Words from which a line below the title is more than a label."""
LEAD_WORDS = 400
AKIN = 0.3
"""Share of a line's words that the article uses too, from which the line belongs to it."""
BOILERPLATE = 150
TEASER = 25
"""Words below which a sentence can be a teaser for another page."""
END_MARK = re.compile(r"#{3,}|[-–— ]*(?:ends?|30)[-–— ]*", re.IGNORECASE)
TRADE = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist|columnist|writer|author|freelance\w*|professor|fellow|producer|blogger|covers|"
    r"writes|reports|bureau chief|contributor)\b",
    re.IGNORECASE,
)
BOX = re.compile(
    r"^(?:By )?((?:[^\W\d_a-z][\w'’.-]*\s){1,3}[^\W\d_a-z][\w'’.-]*),? (?:is|was|covers|writes|reports|has|joined|works)\b"
)


def refine(page: Page, given_title: str | None) -> None:
    """Every rule, once."""
    drop_captions(page)
    drop_comments(page)
    drop_boilerplate(page)
    drop_last_links(page)
    find_title(page, given_title)
    drop_repeats(page)
    drop_links(page)
    drop_head(page)
    drop_tail(page)


def drop_captions(page: Page) -> None:
    """A caption that also stands there with its credit."""
    known = {caption_key(line) for line in page.lines if caption(line)}
    for i, line, _ in page:
        if line.size >= POINT and line.key in known:
            page.drop(i)


def drop_comments(page: Page) -> None:
    """Everything below the head of the comments or the end mark, once half of the text is above it."""
    total = page.words
    for i, line, verdict in page:
        ends = verdict is Verdict.COMMENTS or END_MARK.fullmatch(line.text)
        if ends and page.words_before(i) > total / 2:
            page.drop_from(i)
            return


def drop_boilerplate(page: Page) -> None:
    """“About the Bank” and the lines below that neither quote nor report; author boxes."""
    total, above, inside = page.words, 0, False
    for i, line, verdict in page:
        late = above > total / 2
        if verdict is Verdict.ABOUT:
            inside = late and _boilerplate(page, i)
            page.verdicts[i] = Verdict.FURNITURE if inside else Verdict.PLAIN
        elif (inside and _impersonal(line)) or (above > 0.7 * total and _author_box(line)):
            page.drop(i)
        else:
            inside = inside and verdict is not Verdict.TEXT
        above += line.size if verdict is Verdict.TEXT else 0


def _boilerplate(page: Page, i: int) -> bool:
    below = next((line for _, line, verdict in page if _ > i and verdict is Verdict.TEXT), None)
    return below is None or _impersonal(below)


def _impersonal(line: Line) -> bool:
    return (
        line.size <= BOILERPLATE
        and not QUOTES.search(line.text)
        and not re.search(r"\b(?:said|says|told)\b", line.text)
    )


def _author_box(line: Line) -> bool:
    return (
        line.size <= 2 * STANDFIRST * POINT
        and bool(BOX.match(line.text) and TRADE.search(line.text))
        and _impersonal(line)
    )


def drop_last_links(page: Page) -> None:
    """Teasers in full sentences under the last list of links: short, and about other things than the article."""
    total = page.words
    inside, vocabulary = False, set[str]()
    for i, line, verdict in page:
        if verdict is Verdict.BLOCK and page.words_before(i) > 0.7 * total:
            inside, vocabulary = True, _vocabulary(page, i)
        elif inside and verdict is Verdict.TEXT:
            inside = line.size < TEASER and not _akin(line, vocabulary)
            if inside:
                page.drop(i)


def _vocabulary(page: Page, stop: int) -> set[str]:
    text = (line.key for i, line, verdict in page if i < stop and verdict is Verdict.TEXT)
    return stems(" ".join(text))


def _akin(line: Line, vocabulary: set[str]) -> bool:
    own = stems(line.key)
    return not own or len(own & vocabulary) >= AKIN * len(own)


def find_title(page: Page, given: str | None) -> None:
    """The line above the text that the text is about; with a given title its first copy, if there is one."""
    if given:
        page.title = next((i for i, line, _ in page if _same_title(line, given)), None)
        return
    body = page.body
    if not body:
        return
    head = range(body.start)
    counts = Counter(line.key for line in page.lines)
    candidates = [
        Candidate(i, page.lines[i], counts[page.lines[i].key])
        for i in head
        if page.verdicts[i] in (Verdict.PLAIN, Verdict.TEXT) and headline.plausible(page.lines[i])
    ]
    marks = [i for i in head if _marks_byline(page.lines[i])]
    page.title = headline.best(candidates, marks, _lead(page))


def _marks_byline(line: Line) -> bool:
    return bool(author(line) or dated(line) or bare_name(line) or line.bare.startswith(("share", "listen")))


def _lead(page: Page) -> set[str]:
    words = (
        word for i in page.body if page.verdicts[i] is Verdict.TEXT for word in page.lines[i].key.split()
    )
    return stems(" ".join(word for word, _ in zip(words, range(LEAD_WORDS), strict=False)))


def _same_title(line: Line, title: str) -> bool:
    own, given = line.key, Line(title).key
    return bool(own) and (
        own == given or (line.size >= POINT and given.startswith(own + " ") and not line.ends)
    )


def drop_repeats(page: Page) -> None:
    """Copies of the title and lines printed twice; of running text the first copy stays."""
    counts = Counter(line.key for line in page.lines)
    seen = set() if page.title is None else {page.lines[page.title].key}
    for i, line, verdict in page:
        again = line.key in seen if verdict is Verdict.TEXT else counts[line.key] > 1
        if (
            (again or (page.title is not None and line.key == page.lines[page.title].key))
            and line.size > 1
            and not clock(line)
        ):
            page.drop(i)
        seen.add(line.key)


def drop_links(page: Page) -> None:
    """The short lines below the head of a list of links, up to the next running text."""
    inside = False
    for i, _, verdict in page:
        inside = verdict is Verdict.BLOCK or (inside and verdict is not Verdict.TEXT)
        if inside and verdict is Verdict.PLAIN:
            page.drop(i)


def drop_head(page: Page) -> None:
    """Names, labels and dates above the text; what may be a standfirst, key points or a first heading stays."""
    body = page.body
    for i in range(body.start):
        line, verdict = page.lines[i], page.verdicts[i]
        if verdict is Verdict.PLAIN and not _belongs(page, i, line, body.start):
            page.drop(i)
        elif verdict is Verdict.TEXT and page.title is not None and i < page.title:
            page.drop(i)


def _belongs(page: Page, i: int, line: Line, start: int) -> bool:
    if dated(line) or author(line) or bare_name(line):
        return clock(line) and i == start - 1
    if page.title is None or i < page.title:
        return not page.messy and line.size >= POINT
    if line.bullet:
        return line.size >= POINT
    after_title = i == page.title + 1
    return (
        clock(line)
        or (after_title and line.size >= STANDFIRST)
        or (i == start - 1 and line.text.endswith("?"))
    )


def drop_tail(page: Page) -> None:
    """Short lines below the text: links, names, places of the site."""
    body = page.body
    if not body:
        _drop_labels(page)
        return
    vocabulary, messy = _vocabulary(page, body.stop), page.messy
    for i in range(body.stop, len(page.lines)):
        line = page.lines[i]
        lone = i == body.stop and line.size >= STANDFIRST and _akin(line, vocabulary)
        if page.verdicts[i] is Verdict.PLAIN and not lone and (messy or line.size < POINT):
            page.drop(i)


def _drop_labels(page: Page) -> None:
    """Without any running text only lines that could be a headline are worth keeping."""
    for i, line, verdict in page:
        if verdict is Verdict.PLAIN and line.size <= POINT:
            page.drop(i)
