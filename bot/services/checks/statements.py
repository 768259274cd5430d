"""Whether a statement is traced: the rules of truth 2, from the cheapest to the subtlest."""

import re
from collections import Counter
from dataclasses import replace

from bot.domain.reading import StatementClaim
from bot.services.checks.binding import wrong_actor
from bot.services.checks.dates import dates, days_apart, wrong_date
from bot.services.checks.deeds import wrong_deed
from bot.services.checks.evidence import Evidence, Known
from bot.services.checks.figures import Cited, wrong_number
from bot.services.checks.lexicon import content
from bot.services.checks.names import foreign_name
from bot.services.checks.opposition import opposite_word
from bot.services.checks.polarity import turned_round
from bot.services.checks.qualifiers import wrong_office
from bot.services.checks.smuggling import smuggled
from bot.services.checks.support import unsupported
from bot.services.checks.verbatim import copied, false_quote

_LABEL = re.compile(r"\b[Vv]ersions? (\d+(?:\.\d+)+)")
"""The name of a version, which may stand anywhere in the article."""


def doubt(claim: StatementClaim, article: Known) -> str | None:
    """Why a statement is withheld, in plain words; None when every check passes."""
    if claim not in article.doubts:
        article.doubts[claim] = _doubt(claim, article)
    return article.doubts[claim]


def _doubt(claim: StatementClaim, article: Known) -> str | None:
    if not claim.text.strip():
        return "it is empty"
    if not article.cites(claim.sentences):
        return "it cites no sentence of the article"
    evidence = article.evidence(claim.sentences)
    verbatim = copied(claim.text, evidence)
    asking = verbatim and "?" in claim.text and _on_topic(evidence)
    return smuggled(claim.text, verbatim=verbatim, asking=asking) or (
        None if verbatim else _reworded(claim.text, evidence)
    )


def _on_topic(evidence: Evidence) -> bool:
    """Whether the article goes on about half of what the cited sentences speak of, or ends with them."""
    article, cited = evidence.article, Counter(word.stem for word in evidence.all_words)
    claims = [word.stem for word in content(evidence.all_words)]
    again = [any(article.stems[kin] > cited[kin] for kin in article.lexicon.kin(stem)) for stem in claims]
    return len(evidence.sentences) == len(article.article.sentences) or 2 * sum(again) >= len(claims)


def _reworded(text: str, evidence: Evidence) -> str | None:
    if quote := false_quote(text, evidence):
        return f"“{quote}” is not a quotation from the cited sentences"
    if name := foreign_name(text, evidence):
        return f"“{name}” is not in the cited sentences"
    if number := _wrong_figure(text, evidence):
        return f"“{number.rstrip('.,;:')}” is not in the cited sentences"
    if not evidence.article.english:
        return unsupported(text, evidence)
    rules = (wrong_office, turned_round, opposite_word, wrong_actor, unsupported)
    doubts = (rule(text, evidence) for rule in rules)
    return next(filter(None, doubts), None) or wrong_deed(text, evidence)


def _wrong_figure(text: str, evidence: Evidence) -> str | None:
    cited = "\n".join(sentence.text for sentence in evidence.sentences)
    ours = [(item.start, item.end) for item in dates(text)]
    ours += [
        label.span() for label in _LABEL.finditer(text) if label.group(1) in evidence.article.article.text
    ]
    theirs = [(item.start, item.end) for item in dates(cited) if item.month]
    timeline, source = evidence.article.timeline, Cited(cited, theirs, year=evidence.article.year)
    return wrong_date(text, evidence.sentences, timeline) or (
        wrong_number(text, source, ours)
        and wrong_number(text, replace(source, apart=days_apart(evidence.sentences, timeline)), ours)
    )
