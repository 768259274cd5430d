"""Where the article ends and the page goes on in sentences: comments, boilerplate, teasers, author boxes."""

import re
from itertools import takewhile

from bot.services.cleaning.judging import Verdict
from bot.services.cleaning.kinship import Kinship
from bot.services.cleaning.lines import Line
from bot.services.cleaning.page import Page
from bot.services.cleaning.patterns import QUOTES

HALF = 0.5
BOX_AFTER = 0.7
LATE = 0.8
"""Shares of the running text above a line from which it can be no longer the article's."""
BOILERPLATE = 150
AUTHOR_BOX = 60
TEASER = 25
"""Words below which a sentence can be a teaser for another page."""
TEASER_HEAD = 6
END_MARK = re.compile(r"#{3,}|[-–— ]*(?:ends?|30)[-–— ]*", re.IGNORECASE)
REPORTED = re.compile(r"\b(?:said|says|told)\b")
TRADE = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist|columnist|writer|author|freelance\w*|professor|fellow|producer"
    r"|blogger|covers|writes|reports|bureau chief|contributor)\b",
    re.IGNORECASE,
)
BOX = re.compile(
    r"^(?:By )?(?:[^\W\d_a-z][\w'’.-]*\s){1,3}[^\W\d_a-z][\w'’.-]*,?"
    r" (?:is|was|covers|writes|reports|has|joined|works)\b(?!.*\bformer\b)"
    r"|^The (?:writer|author) (?:is|was) (?!due|set|to|expected|not)"
)


def drop_comments(page: Page) -> None:
    """Everything below the head of the comments or the end mark, once half of the text is above it."""
    for i, line, verdict, above in page.progress():
        if above > HALF and (verdict is Verdict.COMMENTS or END_MARK.fullmatch(line.text)):
            page.drop_from(i)
            return


def drop_boilerplate(page: Page) -> None:
    """“About the Bank” and the lines below that neither quote nor report; author boxes."""
    inside = False
    for i, line, verdict, above in page.progress():
        if verdict is Verdict.ABOUT:
            inside = above > HALF and _leads_to_boilerplate(page, i)
            page.verdicts[i] = Verdict.FURNITURE if inside else Verdict.PLAIN
        elif (inside and _impersonal(line)) or (above > BOX_AFTER and _author_box(line)):
            page.drop(i)
        elif verdict is Verdict.TEXT:
            inside = False


def _leads_to_boilerplate(page: Page, i: int) -> bool:
    below = next((j for j in range(i + 1, len(page.lines)) if page.verdicts[j] is Verdict.TEXT), None)
    return below is None or _impersonal(page.lines[below])


def _impersonal(line: Line) -> bool:
    return line.size <= BOILERPLATE and not QUOTES.search(line.text) and not REPORTED.search(line.text)


def _author_box(line: Line) -> bool:
    return (
        line.size <= AUTHOR_BOX
        and bool(BOX.match(line.text) and TRADE.search(line.text))
        and _impersonal(line)
    )


def drop_teasers(page: Page) -> None:
    """Near the end, under a short line: two or more short sentences, none of them akin to the article."""
    if not page.messy():
        return
    heads = [
        i
        for i, line, verdict, above in page.progress()
        if above > LATE
        and (verdict is Verdict.BLOCK or (verdict is Verdict.PLAIN and line.size <= TEASER_HEAD))
    ]
    if not heads:
        return
    kinship = Kinship(line for i, line, verdict in page if i < heads[0] and verdict is Verdict.TEXT)
    for head in heads:
        below = list(takewhile(lambda j: _can_tease(page, j, kinship), range(head + 1, len(page.lines))))
        if sum(page.verdicts[j] is Verdict.TEXT for j in below) > 1:
            for j in (head, *below):
                page.drop(j)


def _can_tease(page: Page, j: int, kinship: Kinship) -> bool:
    line = page.lines[j]
    return page.verdicts[j] is not Verdict.TEXT or (line.size < TEASER and not kinship.akin(line))
