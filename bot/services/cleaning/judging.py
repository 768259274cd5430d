"""One line judged by its own wording and shape; what its neighbours say comes later."""

import re
from enum import Enum, auto
from functools import cache

from bot.services.cleaning import phrases
from bot.services.cleaning.bylines import dated
from bot.services.cleaning.lines import Line


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
LONGEST_MENU_ITEM = 4
QUOTES = re.compile(r"[\"“”«»„]")
WORDS = re.compile(r"[\w'’-]+")
PUNCTUATION = re.compile(r"[\W_]+")
COUNT = re.compile(
    rf"(?:\W*\d[\d.,]*\s?[km]?\W*\s*(?:{phrases.COUNTED})\b\W*)+|(?:{phrases.COUNTED})\W*\d[\d.,]*\W*",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?i:\b(?:photo|picture|image|photograph|illustration|graphic|foto|imagen|photographie|bild|fotografía)s?"
    r"(?: credit| courtesy)?(?: by)?\s?[:/©]\s?\S"
    r"|\b(?:photo|picture|image)s? (?:credit|courtesy|supplied|provided)\b"
    r"|\b(?:file|stock|handout|courtesy|archive|pool) (?:photo|picture|image|pic)\b)"
    r"|\b(?:AP|AFP|EPA|DPA|Reuters|REUTERS|Courier|Staff|Getty|PA) (?:[Pp]hoto|[Ii]mages?|[Pp]icture|PHOTO)\b"
    r"|\((?:[^()]{0,40}\b)?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Ff]oto|via|Getty|Reuters|AFP)\b[^()]{0,60}\)\W*$"
    r"|[/|©] ?(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|Shutterstock|Alamy)\b"
    r"|REUTERS/\w|\bvia Getty|Фото: ?\S|(?:الصورة|تصوير) ?:|[（(]?(?:图|摄影|写真)[：:/]"
)
BRACKETED_IMAGE = re.compile(
    r"^\W*(?:image|photo|picture|video|gallery|graphic|map|chart|embed)\b\s?:", re.IGNORECASE
)
REPORTING = re.compile(
    r"\((?:additional |further )?(?:reporting|writing|editing|edited|compiled|written|translated|report)\b[^()]{0,300}\)?\s*$",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)(?:\+?\d[\d ()-]{6,}\d)(?!\w)|(?:https?://|www\.)\S+|(?<!\w)@\w{3,}"
)
FORM = re.compile(r"^[☐☑✓□]|\[\s*[xX✓]?\s*\]|(?:\b\w+ ?\*(?:\s|$))|^\[[^\]]{1,40}\]$|_{4,}")


def judge(line: Line) -> Verdict:
    """The verdict on a line alone."""
    opener = _opener(line)
    if opener:
        return opener
    if _furniture(line):
        return Verdict.FURNITURE
    return Verdict.TEXT if line.prose and not _question(line) and not dated(line) else Verdict.PLAIN


def _question(line: Line) -> bool:
    """A question that stands alone heads what follows it, as in “Why the delay?”."""
    return line.size <= LONGEST_QUESTION and line.text.endswith("?") and not QUOTES.search(line.text)


def caption(line: Line) -> bool:
    """Whether it names the maker or owner of a picture."""
    if line.size > LONGEST_CAPTION:
        return False
    return bool(CREDIT.search(line.text) or BRACKETED_IMAGE.match(line.text))


def menu(line: Line) -> bool:
    """Whether it lists places of a site: short items between separators, or section names in a row."""
    items = line.items
    if len(items) > 1 and not line.ends and all(len(item.split()) <= LONGEST_MENU_ITEM for item in items):
        return len(items) > 2 or any(_fold_item(item) in _sections() | _labels() for item in items)  # noqa: PLR2004
    words = [word.casefold() for word in WORDS.findall(line.text[:300])]
    named = sum(word in _sections() for word in words)
    return len(words) > 2 and not line.prose and named >= 0.6 * len(words)  # noqa: PLR2004


def site_words(line: Line) -> int:
    """How many of its words are about the site rather than the world."""
    return sum(word in _site_words() for word in line.key.split()) if line.size <= LONGEST_NOTE else 0


def _opener(line: Line) -> Verdict | None:
    bare = line.bare
    if bare in _set("ENDING") or (not line.prose and re.match(r"(?:\d+|no) comments?\b", bare)):
        return Verdict.COMMENTS
    if bare in _set("BLOCK"):
        return Verdict.BLOCK
    if (
        not line.prose
        and line.size <= 9
        and re.match(r"(?:leave|post|add|write) (?:a|your) (?:reply|comment)", bare)
    ):  # noqa: PLR2004
        return Verdict.COMMENTS
    if line.prose or line.bullet or line.size > 9:  # noqa: PLR2004
        return None
    if re.match(r"(?:more|latest|also|other stories|popular) (?:in|from|on|stories|news|about|by)\b", bare):
        return Verdict.BLOCK
    return Verdict.ABOUT if (bare + " ").startswith(_starts("ABOUT")) and not re.search(r"\d", bare) else None


def _furniture(line: Line) -> bool:
    bare = line.bare
    if not PUNCTUATION.sub("", line.text) or bare in _labels():
        return True
    if (
        COUNT.fullmatch(bare)
        or menu(line)
        or caption(line)
        or (line.size <= LONGEST_INVITATION and FORM.search(line.text))
    ):
        return True
    return _note(line) or _invites(line)


def _note(line: Line) -> bool:
    """Who wrote, edited, owns or corrected it: “(Reporting by …; editing by …)”, “© 2023 …”."""
    if line.size > LONGEST_NOTE:
        return False
    opening = line.text.casefold().lstrip("*_-–—([ ")
    return opening.startswith(_starts("NOTES")) or bool(re.match(r"\W*(?:©|\(c\))", line.text, re.IGNORECASE))


def _invites(line: Line) -> bool:
    """An address to the reader about the site, not about the world."""
    if line.size > LONGEST_INVITATION:
        return False
    starts = (line.bare + " ").startswith(_starts("STARTS"))
    labelled = (line.bare + " ").startswith(_labelled())
    if not line.prose:
        return starts or (_reader(line) and site_words(line) > 0)
    if QUOTES.search(line.text) and not labelled:
        return False
    site = site_words(line)
    return labelled or (starts and site > 0) or (_reader(line) and site > 1)


def _reader(line: Line) -> bool:
    return any(word in _set_of_words("READER") for word in line.key.split())


def _fold_item(item: str) -> str:
    return Line(item).bare


@cache
def _set(name: str) -> frozenset[str]:
    table: str = getattr(phrases, name)
    return frozenset(
        phrase.strip().rstrip(":") for row in table.split("\n") for phrase in row.split("|") if phrase.strip()
    )


@cache
def _starts(name: str) -> tuple[str, ...]:
    table: str = getattr(phrases, name)
    return tuple(phrase for row in table.split("\n") for phrase in row.split("|") if phrase.strip())


@cache
def _labelled() -> tuple[str, ...]:
    return tuple(phrase for phrase in _starts("STARTS") if phrase.rstrip().endswith((":", "：")))


@cache
def _set_of_words(name: str) -> frozenset[str]:
    table: str = getattr(phrases, name)
    return frozenset(table.split())


@cache
def _labels() -> frozenset[str]:
    return _set("LABEL") | _set("BLOCK")


@cache
def _sections() -> frozenset[str]:
    return _set_of_words("SECTIONS")


@cache
def _site_words() -> frozenset[str]:
    return _set_of_words("SITE_WORDS")


def caption_key(line: Line) -> str:
    """The key of a caption without its credit, so that copies with and without it compare equal."""
    text = BRACKETED_IMAGE.sub("", line.text)
    credit = CREDIT.search(text)
    return Line(text[: credit.start()] if credit and credit.start() else text).key
