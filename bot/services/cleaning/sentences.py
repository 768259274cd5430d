"""Numbered sentences: one light splitter for all languages, mended where it cuts wrongly."""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from unicodedata import category

from bot.domain.article import Sentence
from bot.services.cleaning.datelines import dateline_length
from bot.services.cleaning.page import Kept

LONGEST_SENTENCE = 1000
LONGEST_PARAGRAPH = 20_000
"""Characters that spaCy parses at once without the memory showing."""

HARD_STOP = re.compile(
    r"[։。！？।॥።။۔؟](?:(?<=[。！？])[”’」』）)\"']*|(?<![。！？])[։।॥።။۔؟]*[”’»\"')]*(?=\s|$|[^\W\d]))"
)
GLUED = re.compile(r"[.!?](?<=[^\W\d_A-Z]{2}[.!?])[”’\"')]*(?=[“‘\"'(]?[^\W\d_a-z][^\W\d_A-Z.@/]+[ ,’'])")
CASELESS = re.compile(
    r"([ªº\u01bb-\u01c3\u0294\u05d0-\u1fff\u2135-\u2138\u2c00-\U0010ffff])(?<=[^\W\d_]{2})[»”\"')]*\.[»”\"')]*(?=\s+[«“\"(]?([^\W\d_]))"
)
"""A stop between two words; in scripts without capitals it ends a sentence."""
CAPITAL_STOP = re.compile(r"[.!?][”’\"')]*(?=\s+[“‘\"'(]?[A-ZÀ-Þ])")
PLAIN_WORD = re.compile(
    r"(?<=[\s(“‘\"'])(?:[a-zà-ÿ]{4,}|so|it|in|on|up|out|now|too|not|was|did|him|her|us|me|day|war|end|own|way|one|two"
    r"|all|any|yet|off|old|new|far|law|job|men|per cent)$"
)
"""A stop before a capital, and the plain word before it; the splitter takes many words for abbreviations."""
LONGEST_WORD = 60
POINT = 8
"""Characters with a list's number that ends no sentence."""
CLOCK_STOP = re.compile(
    r"(?=\d)(?<!\bthe )\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.m\.[”’\"')]*(?=\s+[“‘\"'(]?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May\b|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich)"
    r"[A-Z][a-z]*\s+(?!time\b)[a-z])"
)
"""A time of day before a new sentence: a capital, and no weekday, month or zone."""
_ABBREVIATED = """
approx assn assoc dept govt incl inst intl natl resp univ vols seqq evtl inkl exkl zzgl bspw aprox avda dpto
janv févr juil sept pagg
"""
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
TITLES = re.compile(
    r"(?:^|[\s(“\"'])(?:Mr|Mrs|Ms|Mme|Mlle|Dr|Drs|Sr|Sra|Srta|Sres|Prof|St|Ste|Lt|Col|Gen|Gov|Sen|Rep|Capt|Cpl|Sgt|Maj|Adm|Cmdr|Rev|Hon|Rs"
    r"|Fr|Hr|Frl|Engr?|Ing|Shri|Smt|Lic|Dra|Dott|Sig|Pres|Supt|Insp|Messrs|Mt|Ft|[Vv]s|им|тыс|млн|млрд|ул|рис|проф|акад)\.$"
)
INITIALS = re.compile(
    r"(?:^|[\s(“\"'])(?!(?:U\.S|U\.K|U\.N|E\.U|D\.C|L\.A|N\.Y|B\.C|A\.D|P\.S)\.)(?:[A-Z]\.\s?){1,3}$"
)
"""Initials before a surname, and not a place or an era that can end a sentence."""
LETTER = re.compile(r"(?:^|[\s(«\"])(?:[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3]|डॉ)\.$")
"""One letter of Hebrew or Arabic script: a title or an initial (“د. أحمد”)."""
ORDINAL = re.compile(r"\d{1,2}\.")
NUMBER_SIGN = re.compile(r"\bNos?\.$")
NUMBERED = re.compile(r"\d|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[IVXL]{1,5})\b")
"""What follows “No.” where that is short for “number”: without one it is an answer."""
MONTH = re.compile(
    r"(?:Jan|Feb|Mär|Maer|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jän|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\b"
)
ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]")
CLAUSE = re.compile(r"[;:,،؛、，；：](?=\s|[^\x00-\x7f])|\s[–—-]\s")


def split(lines: Iterable[Kept]) -> tuple[str, tuple[Sentence, ...]]:
    """The article's text, one paragraph a line, and its sentences; `text[start:end]` is a sentence's text."""
    sentences: list[Sentence] = []
    base, paragraphs = 0, count()
    texts = []
    for line in lines:
        for paragraph in _paragraphs(line.text):
            number = next(paragraphs)
            for start, end in spans(paragraph):
                text = paragraph[start:end]
                place = (base + start, base + end)
                sentences.append(Sentence(len(sentences) + 1, text, *place, number, line.heading))
            texts.append(paragraph)
            base += len(paragraph) + 1
    return "\n".join(texts), tuple(sentences)


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph stand, without the space around them."""
    start = 0
    for end in [*_ends(paragraph), len(paragraph)]:
        first, last = _strip(paragraph, start, end)
        if last - first > LONGEST_SENTENCE:
            yield from _short(paragraph, first, last)
        elif first < last:
            yield first, last
        start = end


def _paragraphs(text: str) -> Iterator[str]:
    while len(text) > LONGEST_PARAGRAPH:
        cut = _cut(text, LONGEST_PARAGRAPH)
        yield text[:cut].strip()
        text = text[cut:].strip()
    if text:
        yield text


def _cut(text: str, limit: int) -> int:
    """A place to cut at or before the limit: after a sentence, else a clause, else a word, else anywhere."""
    head = text[:limit]
    for mark in (r"[.!?。]\S?\s", CLAUSE, r"\s"):
        found = [match.end() for match in re.finditer(mark, head[limit // 2 :])]
        if found:
            return limit // 2 + found[-1]
    return limit


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that is too long, in pieces."""
    while end - start > LONGEST_SENTENCE:
        cut = start + _cut(text[start:end], LONGEST_SENTENCE)
        yield _strip(text, start, cut)
        start = cut
    start, end = _strip(text, start, end)
    if start < end:
        yield start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(paragraph: str) -> list[int]:
    """Where sentences end, the last one left out."""
    import nupunkt  # noqa: PLC0415 - loads its model

    opening = dateline_length(paragraph)
    # The splitter's ends lie behind the space.
    ends = set(_joined(paragraph, [end for _, end in nupunkt.sent_spans(paragraph)][:-1]))
    ends.update(match.end() for pattern in (HARD_STOP, GLUED) for match in pattern.finditer(paragraph))
    ends.update(m.end() for m in CASELESS.finditer(paragraph) if category(m[1]) == category(m[2]) == "Lo")
    if ".m." in paragraph:
        ends.update(match.end() for match in CLOCK_STOP.finditer(paragraph))
    stops = [stop for stop in CAPITAL_STOP.finditer(paragraph) if stop.end() + 1 not in ends]
    ends.update(stop.end() for stop in stops if _after_plain_word(paragraph, stop.start()))
    return sorted(end for end in ends if opening < end < len(paragraph))


def _after_plain_word(paragraph: str, stop: int) -> bool:
    word = PLAIN_WORD.search(paragraph, max(0, stop - LONGEST_WORD), stop)
    return word is not None and word.group() not in ABBREVIATIONS


def _joined(paragraph: str, ends: Iterable[int]) -> Iterator[int]:
    """The ends that stand; those after an abbreviation or an ordinal do not."""
    start = 0
    for end in ends:
        before = paragraph[max(start, end - LONGEST_WORD) : end].rstrip()
        if not _open(before, paragraph[end : end + 30].lstrip(), end - start):
            yield end
            start = end


def _open(before: str, after: str, length: int) -> bool:
    """Whether a sentence goes on after this stop."""
    if length < POINT and ENUMERATOR.fullmatch(before):
        return True
    word = before.rsplit(maxsplit=1)[-1] if before else ""
    if word.endswith(".") and _announces(word, before, after):
        return True
    if NUMBERED.match(after):
        return bool(NUMBER_SIGN.search(word))
    return after[:1].islower() and (before[-1:] in "!?" or _abbreviated(word))


def _announces(word: str, before: str, after: str) -> bool:
    """Whether a title, an initial or an ordinal ends here, and its name or month follows."""
    if TITLES.search(word) or LETTER.search(word):
        return True
    if word[-2:-1].isupper() and after[:1].isupper():
        return bool(INITIALS.search(before))
    return bool(ORDINAL.fullmatch(word)) and (after[:1].islower() or bool(MONTH.match(after)))


def _abbreviated(word: str) -> bool:
    """Short, and more consonants than a word of that length has: “тыс.”, “déc.”, “bn.”, “p.m.”."""
    return "." in word[:-1] or (word.endswith(".") and len(word) <= 5)  # noqa: PLR2004
