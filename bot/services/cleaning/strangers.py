"""Short lines inside and below the text that are no headings of it.

A heading of an article is a few words long, or asks a question, or is one of a series (times of a live
page, days of a timeline, names of a list). In the news that we have annotated, every other line without
a sentence's end was the page's: captions, teasers, signatures, buttons, tickers.
"""

import re
from collections.abc import Sequence

from bot.services.cleaning.bylines import AGO, author, bare_name, clock, dated, stamped
from bot.services.cleaning.headline import stems
from bot.services.cleaning.judging import Verdict, commands, interface
from bot.services.cleaning.lines import Line
from bot.services.cleaning.page import HEADING, Page
from bot.services.cleaning.patterns import CONTACT, QUOTES
from bot.services.wordlists import STOPWORDS

ENOUGH = 100
"""Words of running text that have enough in common with their own headings."""
SERIES = 3
"""Lines of one kind, from which they are the article's."""
LONGEST_SIGNATURE = 5
LONGEST_HEADING = 7
"""Words; longer ones in the body of 74 annotated articles were questions, captions or teasers."""
FUNCTION = stems(" ".join(STOPWORDS))
SIGNATURE = re.compile(
    r"[-–—/(\[]+\s?(?:(?i:with \w+ inputs)|[^\W\d_a-z][\w.'’&-]*(?: [^\W\d_a-z][\w.'’&-]*){0,3})[)/\]]*"
)
"""An agency that signs: “(GNA)”, “— PTI”, “/TASS/”."""
TRADED = re.compile(
    r"\W*(?:[\w'’-]+ ){0,4}(?:reporter|correspondent|editor|columnist|staff writer|bureau chief)s?",
    re.IGNORECASE,
)
POINTED = re.compile(
    r"\b(?:click|tap|it|up|report) here\W*$|^(?:watch|listen|read|see|vote|comment)\b.*\bbelow\W*$",
    re.IGNORECASE,
)
TWO = re.compile(r"\w{4,}[.?!]\s+[^\W\d_a-z]\w+")
"""The end of a sentence inside of a line that ends as none: “AI-generated voice. Report an issue”."""
LONGEST_PAIR = 12
NUMBERED = re.compile(r"\A\W*\d{1,2}[.)]\s")
LIVED = re.compile(r"\bborn\b.*\d{4}")
NUMBER = re.compile(r"\d[\d.,:]*")
FIGURES = 2
SIGNS = re.compile(r"[|▲▼°%@#>»=/]")
UNSPELT = re.compile(r"[\u0590-\u08ff\u0900-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts in which words are not parted, or begin with what is no part of them."""
ANNOUNCED = re.compile(
    r"(?:watch(?: live)?|video|listen|podcast|audio|gallery|in pictures|photos?|pics?|words|live|live blog"
    r"|live updates|breaking|just in|developing|trending|opinion|analysis|explainer|explained|editorial"
    r"|comment|column|in depth|long read|fact check|quiz|poll|survey|crossword|from (?:the|our) archives?"
    r"|related(?: story)?|read|see|also (?:see|read)|next|previous|recommended|must read|don.t miss"
    r"|episode(?: \d+)?|now playing|slide|today.s \w+|translation|graphics?|image alt text|ad|sponsored"
    r"|promoted|via)(?:\s?[:|»>–—]|\s-)\s",
    re.IGNORECASE,
)
"""What a page calls other things that it has: “Podcast: Why ferries break down”."""


def drop_strangers(page: Page) -> None:
    """Lines below the title that are no headings of the text and no part of a list."""
    body = page.body()
    if not body:
        return
    for i in range(page.title + 1 if page.title is not None else body.start, len(page.lines)):
        if page.is_plain(i) and page.lines[i].worded and _announces(page.lines[i]):
            page.drop(i)
    plain = [page.lines[i] for i in body if page.is_plain(i)]
    long, clocks, days = (sum(map(kind, plain)) for kind in (_long, clock, dated))
    short = [i for i in range(body.start, len(page.lines)) if page.is_plain(i) and page.lines[i].worded]
    short = [i for i in short if not _in_series(page, i, days)]
    aliens = _aliens(page, [i for i in short if i >= body.stop or _odd(page.lines[i])])
    for i in short:
        line = page.lines[i]
        lone = long < SERIES and _long(line) and not _goes_on(page, i)
        if lone or i in aliens or _signs(page, line, clocks):
            page.drop(i)


def _odd(line: Line) -> bool:
    return not _heads(line) or interface(line) or commands(line)


def _aliens(page: Page, odd: Sequence[int]) -> frozenset[int]:
    """Those of these lines that have no word in common with the running text."""
    if not odd or page.words() < ENOUGH:
        return frozenset()
    alien = {i for i in odd if _spelt(page.lines[i])}
    having = dict[str, list[int]]()
    for i in alien:
        for stem in stems(page.lines[i].key) - FUNCTION:
            having.setdefault(stem, []).append(i)
    for line in (line for _, line, verdict in page if verdict is Verdict.TEXT):
        if not alien:
            break
        for stem in stems(line.key) & having.keys():
            alien.difference_update(having.pop(stem))
    return frozenset(alien)


def _announces(line: Line) -> bool:
    text = line.text
    labelled = ANNOUNCED.match(text) or AGO.search(text) or TRADED.fullmatch(text) or POINTED.search(text)
    return bool(labelled) or stamped(line) or (":" in text and bool(CONTACT.search(text)))


def _signs(page: Page, line: Line, clocks: int) -> bool:
    """Whether its form is that of a signature, a lone date or time, a byline or two sentences."""
    if clock(line):
        return clocks == 1
    if dated(line) or author(line) or (SIGNATURE.fullmatch(line.text) and line.size <= LONGEST_SIGNATURE):
        return True
    return bare_name(line) == page.author is not None or (
        line.size <= LONGEST_PAIR and bool(TWO.search(line.text)) and not _open(line)
    )


def _long(line: Line) -> bool:
    """Whether it has more words than a heading, and is neither a question nor a list's item."""
    return LONGEST_HEADING < line.size <= HEADING and not _open(line) and not line.bullet and _spelt(line)


def _open(line: Line) -> bool:
    """Whether it asks, quotes, counts, tells somebody's dates, or leads to what follows."""
    return any(form.search(line.text) for form in (QUOTES, NUMBERED, LIVED)) or line.text[-1] in "?？:：;,—–-"


def _goes_on(page: Page, i: int) -> bool:
    """Whether it is a piece of a sentence that was broken."""
    below = page.lines[i + 1].text if i + 1 < len(page.lines) else ""
    return page.lines[i].text[:1].islower() or below[:1].islower()


def _spelt(line: Line) -> bool:
    """Whether its script shows words, and with them what two lines share."""
    return not UNSPELT.search(line.text)


def _heads(line: Line) -> bool:
    """Whether it has the form of a heading between sections: words, at most one number, no signs."""
    return len(NUMBER.findall(line.text)) < FIGURES and not SIGNS.search(line.text)


def _in_series(page: Page, i: int, days: int) -> bool:
    """Whether it is one of several lines of its kind: beside each other, or days all over the text."""
    line = page.lines[i]
    if any(page.is_plain(j) for j in (i - 1, i + 1)) or (line.bullet and not SIGNATURE.fullmatch(line.text)):
        return True
    return days >= SERIES and dated(line)
