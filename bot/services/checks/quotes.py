"""Rule of truth 2, quotations: what stands in quotation marks is a verbatim run of a cited sentence."""

import re

from bot.services.checks.evidence import Evidence
from bot.services.checks.words import Word, quoted_spans, words

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_SINGLE = re.compile(r"(?<!\w)['‘](\w[^'‘’\n]*(?:['’]\w[^'‘’\n]*)*)['’](?!\w)")
_NEGATORS = {"not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without"}


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
    wanted = [word.folded for word in quote]
    cited = evidence.all_words
    places = (
        [at for at in range(len(cited)) if cited[at].folded == wanted[0] and _runs(cited, at, wanted)]
        if wanted
        else [0]
    )
    return not wanted or any(not _cut_off(cited, at) for at in places)


def _runs(cited: tuple[Word, ...], at: int, wanted: list[str]) -> bool:
    return [word.folded for word in cited[at : at + len(wanted)]] == wanted


def _cut_off(cited: tuple[Word, ...], at: int) -> bool:
    """Whether the run leaves out a negation that stands right before it inside the same quotation."""
    before = cited[at - 1] if at else None
    return before is not None and before.quoted and cited[at].quoted and before.folded in _NEGATORS
