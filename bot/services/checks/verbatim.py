"""Rule of truth 2, verbatim: what stands in quotation marks, and the article's own words as a statement."""

import re
import unicodedata
from collections.abc import Iterator

from bot.services.checks.evidence import Evidence
from bot.services.checks.opposites import DENIALS, NEGATORS
from bot.services.checks.qualifiers import QUALIFIERS
from bot.services.checks.words import Word, quoted_spans, words

_LOOK_BACK = 200
_MARKS = str.maketrans("“”„«»’‘–—", '"""""\'\'--')
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_SINGLE = re.compile(r"(?<!\w)['‘](\w[^'‘’\n]*(?:['’]\w[^'‘’\n]*)*)['’](?!\w)")


def copied(text: str, evidence: Evidence) -> bool:
    """Whether the text is a run of whole words of the cited sentences with no negation cut off at its edges.

    A full stop at the end and a capital at the start may be the engine's own.
    """
    wanted = _plain(text).rstrip(".").casefold()
    cited = " ".join(_plain(sentence.text) for sentence in evidence.sentences)
    at = cited.casefold().find(wanted)
    if at < 0 or not wanted:
        return False
    before, after = cited[:at], cited[at + len(wanted) :]
    return not (before[-1:].isalnum() or after[:1].isalnum() or _turned_by(before))


def _turned_by(before: str) -> bool:
    """Whether the words before the run would change it (“It is not true that …”, “Deputy …”)."""
    clause = words(before[-_LOOK_BACK:])
    tail = [word for word in clause if word.clause == clause[-1].clause] if clause else []
    if before.rstrip()[-1:] in {"", ".", "!", "?", '"', ":", ";"}:
        return False
    negated = any(word.folded in NEGATORS or word.stem in DENIALS for word in tail[-6:])
    return negated or any(word.folded in QUALIFIERS for word in tail[-1:])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split())


def false_quote(text: str, evidence: Evidence) -> str | None:
    """The first quotation that the cited sentences do not print word for word."""
    for quote in quotations(text):
        if _ELLIPSIS.search(quote) and _ELLIPSIS.sub("", quote).strip(" .,"):
            return quote
        if not _printed(words(quote), evidence):
            return quote
    return None


def quotations(text: str) -> list[str]:
    """What stands in quotation marks, double or single, without the marks."""
    double = [text[start + 1 : end].rstrip('”»“"') for start, end in quoted_spans(text)]
    outside = text
    for start, end in quoted_spans(text):
        outside = outside[:start] + " " * (end - start) + outside[end:]
    return [*double, *(match.group(1) for match in _SINGLE.finditer(outside))]


def _printed(quote: tuple[Word, ...], evidence: Evidence) -> bool:
    cited = evidence.all_words
    return not quote or any(not _cut_off(cited, at) for at in runs(quote, cited))


def runs(wanted: tuple[Word, ...], said: tuple[Word, ...]) -> Iterator[int]:
    """Where some words stand in a row in others, folded; nowhere if they are none."""
    line = [word.folded for word in wanted]
    for at in range(len(said) if line else 0):
        if said[at].folded == line[0] and [word.folded for word in said[at : at + len(line)]] == line:
            yield at


def _cut_off(cited: tuple[Word, ...], at: int) -> bool:
    """Whether the run leaves out a negation that stands right before it inside the same quotation."""
    before = cited[at - 1] if at else None
    return before is not None and before.quoted and cited[at].quoted and before.folded in NEGATORS
