"""Where the article ends and the page goes on in sentences: comments, boilerplate, author boxes."""

import re

from bot.services.cleaning.judging import Verdict
from bot.services.cleaning.lines import Line
from bot.services.cleaning.page import Page
from bot.services.cleaning.patterns import JOURNALIST, QUOTES

HALF = 0.5
BOX_AFTER = 0.7
"""Shares of the running text above a line from which it can be no longer the article's."""
BOILERPLATE = 150
AUTHOR_BOX = 60
END_MARK = re.compile(r"#{3,}|[-–— ]*(?:ends?|30)[-–— ]*", re.IGNORECASE)
REPORTED = re.compile(r"\b(?:said|says|told)\b")
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
        and bool(BOX.match(line.text) and JOURNALIST.search(line.text))
        and _impersonal(line)
    )
