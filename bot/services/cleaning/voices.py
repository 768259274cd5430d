"""Sentences in which the page speaks, not the article: to its reader, about itself, about its authors.

News reports in the third person. Where the rest of a text does, a short sentence that says “we” or “you”
outside quotation marks and of nobody that they said it, and offers, asks or commands something, is the
page's own; so is one that presents a journalist of whom the text tells nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from bot.services.cleaning.judging import Verdict, commands, personal, press_words, site_words
from bot.services.cleaning.lines import CLOSERS, Line
from bot.services.cleaning.page import Page
from bot.services.cleaning.patterns import CONTACT, JOURNALIST, QUOTES

LATE = 0.8
"""Share of the running text above a line from which it can be no longer the article's."""
VOICE = 30
"""Words up to which a line can be the page's own voice."""
SHOUT = 20
HABIT = 0.25
"""Share of the paragraphs that speak in a manner, from which it is the article's; one long one is enough."""
ABOUT_PRESS = 2
"""Words for the press that the text has nowhere else, from which a line is about this newspaper."""

SPOKEN = re.compile(
    r"\b(?:said|says|saying|told|tells|asked|asks|wrote|writes|added|according to|read|reads|urged|warned"
    r"|warns|promised|argued|argues|announced|replied|answered|declared|insisted|insists|claimed|claims|reported)\b"
)
SINGLE_QUOTES = re.compile(r"(?:^|\s)[‘'](?=\w)|[’'](?:\s|$)")
SPEAKER = re.compile(r"^\W*(?:[A-Z][\w'’.-]*\s?){1,4}:\s")
WE = re.compile(r"\b(?:we|we're|we've|we'll|our|ours|us)\b", re.IGNORECASE)
YOU = re.compile(r"\b(?:you|you're|you've|you'll|your|yours)\b", re.IGNORECASE)
SHORTENED = re.compile(r"\b(?:U\.?S\.?|US)\b")
OFFERED = re.compile(
    r"\bbelow\b|\bhere\W*$|\bclick|\b(?:sign|log) (?:up|in)\b|^thank|\bon \d{2,4}[ -]?\d", re.IGNORECASE
)
ITSELF = re.compile(
    r"^\W*[a-z]+ us\b|\b(?:story|stories|article|page|site|website|links?|coverage|reporting|team|standards"
    r"|reading this)\b",
    re.IGNORECASE,
)
EXCLAIMED = re.compile(r"!(?:\s+[A-Z]|\W*$)")
MANNERS = {"we": WE, "you": YOU, "!": EXCLAIMED}
CUT_QUESTION = re.compile(
    r"^(?:got|have|know|seen|spotted|see|want|need|looking|enjoy\w*|like|love|missed|interested|worried|concerned"
    r"|affected|tired|struggling)\b(?! (?:he|she|it|they|the|this|that|his|her|its|their|these|those)\b)"
    r"[^.?!]{0,80}\? [A-Z]",
    re.IGNORECASE,
)
"""A question without its subject, as advertisements and newsrooms ask: “Got a tip? Call …”."""
PRESENTED = re.compile(
    r"(?:By )?((?:[^\W\d_a-z][\w'’.-]*\s){0,3}[^\W\d_a-z][\w'’.-]*),?"
    r" (?:(?:is|was|works|has)\b(?!.*\b(?:former|ex-)\b)"
    rf".*{JOURNALIST.pattern}|(?:has )?(?:covers|covered|writes|reports|reported|written) (?!that\b)\w+)",
)
"""“Mary Bell is a staff writer in Harwick.”"""


class _Text:
    """The running text of a page: how it speaks and what it tells, read only where a line is in doubt."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def manners(self) -> frozenset[str]:
        """The manners in which the text itself speaks."""
        return frozenset(manner for manner in MANNERS if self._speaks(manner))

    def _speaks(self, manner: str) -> bool:
        """Whether it does; of a long text mostly the first paragraphs tell (this was a fifth of cleaning)."""
        most, found = HABIT * len(self._lines), 0
        for line in self._lines:
            if MANNERS[manner].search(_plain(line)) and _own(line):
                found += 1
                if found > most or line.size > VOICE:
                    return True
        return False

    @cached_property
    def told(self) -> Counter[str]:
        """In how many lines each word stands."""
        return Counter(word for line in self._lines for word in set(line.key.split()))


def drop_voices(page: Page) -> None:
    """The page talking to its reader, and lines about the author."""
    body = page.body()
    if not body:
        return
    text = _Text([line for i, line, verdict in page if verdict is Verdict.TEXT and i >= body.start])
    surname, messy = _surname(page), page.messy()
    for i, line, verdict, above in page.progress():
        if (
            verdict not in (Verdict.TEXT, Verdict.PLAIN)
            or line.size > VOICE
            or not line.worded
            or (page.title is not None and i < page.title)
        ):
            continue
        inside = verdict is Verdict.TEXT and i >= body.start
        late = messy and above > LATE and page.verdicts[i - 1] is not Verdict.TEXT
        if (
            _strange(line, text)
            or _about_press(line, text, inside=inside)
            or _presents(line, text, inside=inside)
            or (late and (surname in line.key.split() or (page.is_furniture(i - 1) and _speaks(line))))
        ):
            page.drop(i)


def _shown(line: Line) -> frozenset[str]:
    text = _plain(line)
    return frozenset(manner for manner, shows in MANNERS.items() if shows.search(text))


def _plain(line: Line) -> str:
    return SHORTENED.sub("", line.text)


def _own(line: Line) -> bool:
    """Whether a line speaks for itself: it quotes nobody and reports nobody's words."""
    return not (
        QUOTES.search(line.text)
        or SINGLE_QUOTES.search(line.text)
        or SPOKEN.search(line.small)
        or SPEAKER.match(line.text)
    )


def _strange(line: Line, text: _Text) -> bool:
    """Whether a line speaks in a manner in which the article does not."""
    if not _own(line):
        return False
    if line.size <= SHOUT and CUT_QUESTION.match(line.text):
        return True
    shown = _shown(line)
    if not shown or shown <= text.manners:
        return False
    shown -= text.manners
    offers = OFFERED.search(line.text) or CONTACT.search(line.text) or site_words(line) or press_words(line)
    return (
        (
            "we" in shown
            and bool(offers or commands(line) or YOU.search(line.text) or ITSELF.search(line.text))
        )
        or ("you" in shown and bool(offers))
        or ("!" in shown and bool(offers or commands(line)))
    )


def _about_press(line: Line, text: _Text, *, inside: bool) -> bool:
    """Whether it is about this newspaper or site, in words that the text has nowhere else."""
    words = press_words(line)
    if len(words) < ABOUT_PRESS or not _own(line):
        return False
    return not any(text.told[word] > inside for word in words)


def _presents(line: Line, text: _Text, *, inside: bool) -> bool:
    """Whether it presents a journalist who is nowhere else in the text."""
    found = PRESENTED.match(line.text)
    if not found or not _own(line) or line.text.rstrip(CLOSERS)[-1:] != ".":
        return False
    surname = Line(found[1]).key.split()[-1]
    return text.told[surname] <= inside


def _speaks(line: Line) -> bool:
    return personal(line) or (bool(CONTACT.search(line.text)) and not QUOTES.search(line.text))


def _surname(page: Page) -> str | None:
    """The author's surname, unless the article itself tells of somebody so named."""
    if not page.author:
        return None
    surname = Line(page.author).key.split()[-1]
    told = any(
        surname in line.key.split()
        for _, line, verdict in page
        if verdict is Verdict.TEXT and line.size > VOICE
    )
    return None if told else surname
