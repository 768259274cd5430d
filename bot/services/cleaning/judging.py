"""One line judged by its own wording and shape; what its neighbours say comes later."""

from enum import Enum, auto

from bot.domain.folding import fold
from bot.services.cleaning import phrases
from bot.services.cleaning.bylines import author, dated
from bot.services.cleaning.lines import Line
from bot.services.cleaning.patterns import (
    ABOUT_ITSELF,
    ADDRESS,
    APPOINTED,
    ARROW,
    BRACKETED_IMAGE,
    COUNT,
    CREDIT,
    CREDIT_KEYS,
    FORM,
    IMPERATIVE,
    LETTER,
    MORE,
    OFFER,
    QUOTES,
    REPLY,
    RIGHTS,
    RIGHTS_KEYS,
    TEASER,
    UNCOUNTED,
    WORDS,
)
from bot.services.wordlists import listed


class Verdict(Enum):
    """What a line is by itself."""

    TEXT = auto()
    PLAIN = auto()
    """Short and without a sentence's end: a heading, a headline, a name, a caption: neighbours decide."""
    FURNITURE = auto()
    BLOCK = auto()
    """The head of a list of links or of an advertisement."""
    COMMENTS = auto()
    """The head of the readers' comments."""
    ABOUT = auto()
    """The head of boilerplate about a sender or an author."""


LONGEST_INVITATION = 45
LONGEST_NOTE = 60
LONGEST_CAPTION = 70
LONGEST_QUESTION = 12
LONGEST_BYLINE = 20
LONGEST_ADDRESS = 15
LONGEST_MENU_ITEM = 4
LONGEST_OPENER = 9
SHORT_OFFER = 14
TEASER_WORDS = 25
MOST = 0.6
NEUTRAL = listed(
    "a all an and as at be by for from i in is it me my no not now of on only or our the this to up via with"
    " you your"
)
"""Words that stand on buttons and everywhere else."""
BUTTONS = phrases.INTERFACE | phrases.SITE_WORDS | {word for label in phrases.LABEL for word in label.split()}
"""Words of buttons and labels."""
LONE = phrases.LABEL | phrases.BLOCK
"""Lines that are furniture wherever they stand alone, heads of lists among them."""
PLACES = LONE | phrases.SECTIONS
"""Items of menus."""
DENSE = 0.1
"""Share of words about the site, from which a longer address to the reader is about nothing else."""


def judge(line: Line) -> Verdict:
    """The verdict on a line alone."""
    if line.size > LONGEST_CAPTION and line.ends and LETTER.search(line.text):
        return Verdict.TEXT
    opener = _opener(line)
    if opener:
        return opener
    if _furniture(line):
        return Verdict.FURNITURE
    named = line.size <= LONGEST_BYLINE and author(line)
    return Verdict.TEXT if line.prose and not (_question(line) or dated(line) or named) else Verdict.PLAIN


def _question(line: Line) -> bool:
    """A question that stands alone heads what follows it, as in “Why the delay?”."""
    return line.size <= LONGEST_QUESTION and line.text.endswith("?") and not QUOTES.search(line.text)


def personal(line: Line) -> bool:
    """Whether the page itself speaks to its reader, outside quotation marks."""
    return not QUOTES.search(line.text) and (_reader(line) or commands(line))


def commands(line: Line) -> bool:
    """Whether it begins by telling its reader what to do."""
    return bool(IMPERATIVE.match(line.bare))


def caption(line: Line) -> bool:
    """Whether it names the maker or owner of a picture."""
    if line.size > LONGEST_CAPTION:
        return False
    credit = line.has_any(CREDIT_KEYS) and CREDIT.search(line.text)
    return bool(credit or BRACKETED_IMAGE.match(line.text))


def menu(line: Line) -> bool:
    """Whether it lists places of a site: short items between separators, or section names in a row."""
    items = () if line.ends else line.items
    if len(items) > 1 and all(len(item.split()) <= LONGEST_MENU_ITEM for item in items):
        return len(items) > 2 or any(Line(item).bare in PLACES for item in items)  # noqa: PLR2004
    if line.prose:
        return False
    words = WORDS.findall(fold(line.text[:300]))
    named = sum(word in phrases.SECTIONS for word in words)
    return len(words) > 2 and named >= 0.6 * len(words)  # noqa: PLR2004


def interface(line: Line) -> bool:
    """Whether most of its words stand on the buttons and labels of pages: “Add to reading list”."""
    words = [word for word in line.key.split() if word not in NEUTRAL]
    return sum(word in BUTTONS for word in words) >= MOST * len(words) > 0


def press_words(line: Line) -> frozenset[str]:
    """Which of its words newspapers use of themselves."""
    return phrases.PRESS.intersection(line.key.split())


def site_words(line: Line) -> int:
    """How many of its words are about the site rather than the world."""
    return sum(map(phrases.SITE_WORDS.__contains__, line.key.split())) if line.size <= LONGEST_NOTE else 0


def _opener(line: Line) -> Verdict | None:
    if _heads_comments(line):
        return Verdict.COMMENTS
    if line.bare in phrases.BLOCK:
        return Verdict.BLOCK
    if line.prose or line.bullet or line.size > LONGEST_OPENER:
        return None
    if MORE.match(line.bare):
        return Verdict.BLOCK
    return Verdict.ABOUT if _begins(line, phrases.ABOUT) and not line.bare[-1:].isdigit() else None


def _heads_comments(line: Line) -> bool:
    if line.size <= LONGEST_OPENER and REPLY.match(line.bare):
        return True
    short = line.size <= LONGEST_QUESTION or not line.prose
    return short and UNCOUNTED.sub(" ", line.bare).strip() in phrases.ENDING


def _furniture(line: Line) -> bool:
    if not LETTER.search(line.text) or line.bare in LONE:
        return True
    if COUNT.fullmatch(line.bare) or menu(line) or caption(line):
        return True
    if not line.prose and (FORM.search(line.text) or _address(line)):
        return True
    return note(line) or _invites(line)


def _address(line: Line) -> bool:
    """Where a page has more or hears from its reader, but no appointment: “news@herald.example”."""
    short = line.size <= LONGEST_ADDRESS and line.worded
    return short and bool(ADDRESS.search(line.text)) and not APPOINTED.search(line.text)


def note(line: Line) -> bool:
    """Who wrote, edited, owns or corrected it: “(Reporting by …; editing by …)”, “© 2023 …”."""
    if line.size > LONGEST_NOTE:
        return False
    bare = line.small.lstrip("*_-–—[ ")
    if bare.startswith(phrases.NOTES) or bare.lstrip("(").startswith(phrases.NOTES):
        return True
    if ABOUT_ITSELF.match(line.bare):
        return True
    return line.has_any(RIGHTS_KEYS) and bool(RIGHTS.search(line.text)) and not QUOTES.search(line.text)


def _invites(line: Line) -> bool:
    """An address to the reader about the site, not about the world."""
    if line.size > LONGEST_INVITATION:
        return False
    starts = _begins(line, phrases.STARTS)
    if not line.prose and (starts or ARROW.match(line.text)):
        return True
    if TEASER.match(line.bare):
        return True
    if QUOTES.search(line.text):
        return False
    site = site_words(line)
    if (line.size <= TEASER_WORDS or site > 1) and OFFER.search(line.key):
        return True
    dense = site > 1 and site >= DENSE * line.size
    return site > 0 and (starts or ((dense or line.size <= SHORT_OFFER) and _reader(line)))


def _reader(line: Line) -> bool:
    return not phrases.READER.isdisjoint(line.key.split())


def _begins(line: Line, openings: tuple[str, ...]) -> bool:
    return (line.bare + " ").startswith(openings)
