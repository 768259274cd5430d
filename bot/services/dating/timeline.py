"""The dates of one article."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.domain.article import Article, Published, PublishedFrom, Sentence
from bot.domain.when import When
from bot.services.dating.context import Context, Hit
from bot.services.dating.grammar import Timed, read_expression
from bot.services.dating.stretch import Stretch
from bot.services.dating.tense import looks_ahead
from bot.services.dating.tokens import Tokens
from bot.services.dating.vague import VAGUE
from bot.services.dating.words import MONTHS, SEASONS, UNITS, WEEKDAYS, ZONES

_CORE = re.compile(
    r"\d|\b(?:"
    + "|".join(sorted({*MONTHS, *WEEKDAYS, *SEASONS, *UNITS}))
    + r"|to(?:day|night|morrow)|yesterday|half|weekend|noon|midday|midnight|easter|christmas|thanksgiving|eve)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase as printed: `sentence.text[start:end]` is `text`.

    `vague` marks words that look ahead without a date (“in the coming weeks”, “indefinitely”).
    """

    text: str
    start: int
    end: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved phrase.

    `ahead` is True when it lies after the article's date or was printed in a clause that looks ahead, False when
    it lies before or the clause looks back, None when nothing tells. `note` is for the person: what was assumed.
    """

    when: When
    ahead: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    phrase: Phrase
    stretch: Stretch | None
    ahead: bool | None


class Timeline:
    """Finds the time phrases of an article and resolves them against its anchor and their neighbours."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._anchor = anchor_context(article.published)

    def find(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """The time phrases of a sentence, left to right, each as wide as it is one time."""
        return tuple(found.phrase for found in self._found(sentence))

    def resolve(self, phrase: str, sentence: Sentence) -> Dated:
        """What a phrase printed in this sentence means; a When without value where it has none."""
        start = sentence.text.casefold().find(phrase.casefold())
        if start < 0:
            return self._alone(phrase)
        end = start + len(phrase)
        touched = [one for one in self._found(sentence) if one.phrase.start < end and start < one.phrase.end]
        best = next((one for one in touched if one.stretch), touched[0] if touched else None)
        return self._dated(phrase, best) if best else Dated(When(phrase))

    def _alone(self, phrase: str) -> Dated:
        found = self._read(phrase, None)
        return self._dated(phrase, found[0]) if found else Dated(When(phrase))

    def _dated(self, phrase: str, found: _Found) -> Dated:
        if not found.stretch:
            return Dated(When(phrase), found.ahead)
        when = found.stretch.when(phrase, self._article.published.origin)
        return Dated(when, self._lies_ahead(found), found.stretch.note)

    def _lies_ahead(self, found: _Found) -> bool | None:
        today, stretch = self._anchor.today, found.stretch
        if today and stretch:
            if stretch.first and stretch.first > today:
                return True
            if stretch.last and stretch.last < today:
                return False
        return found.ahead

    def _found(self, sentence: Sentence) -> tuple[_Found, ...]:
        return (
            self._all.get(sentence.id, ()) if self._owns(sentence) else tuple(self._read(sentence.text, None))
        )

    def _owns(self, sentence: Sentence) -> bool:
        return self._article.has(sentence.id) and self._article.sentence(sentence.id) == sentence

    @cached_property
    def _all(self) -> dict[int, tuple[_Found, ...]]:
        """Every sentence's times, read once in order, because a time may be counted from an earlier one."""
        found: dict[int, tuple[_Found, ...]] = {}
        near: Stretch | None = None
        for sentence in self._article.sentences:
            if not _CORE.search(sentence.text) and not VAGUE.search(sentence.text):
                continue
            here = self._read(sentence.text, near)
            found[sentence.id] = tuple(here)
            near = next((one.stretch for one in reversed(here) if one.stretch), near)
        return found

    def _read(self, text: str, near: Stretch | None) -> list[_Found]:
        tokens = Tokens(text)
        found: list[_Found] = []
        for start, hit in _hits(tokens):
            left, right = tokens.starts[start], tokens.ends[hit.end - 1]
            ahead = looks_ahead(text, left, right)
            stretch = _resolved(hit, replace(self._anchor, ahead=ahead, near=near))
            near = stretch if stretch and stretch.first and stretch.last else near
            found.append(_Found(Phrase(text[left:right], left, right), stretch, ahead))
        found += [
            _Found(Phrase(match.group(), match.start(), match.end(), vague=True), None, True)
            for match in VAGUE.finditer(text)
            if not any(one.phrase.start < match.end() and match.start() < one.phrase.end for one in found)
        ]
        return sorted(found, key=lambda one: one.phrase.start)


def _hits(tokens: Tokens) -> list[tuple[int, Hit]]:
    hits: list[tuple[int, Hit]] = []
    at = 0
    while at < len(tokens):
        hit = read_expression(tokens, at) if _may_start(tokens, at) else None
        if hit:
            hits.append((at, hit))
        at = hit.end if hit else at + 1
    return hits


def _may_start(tokens: Tokens, at: int) -> bool:
    return tokens.word(at).isalnum()


def _resolved(hit: Hit, context: Context) -> Stretch | None:
    try:
        return hit.time.resolve(context)
    except (ValueError, OverflowError):  # beyond the years that a date can hold
        return None


def anchor_context(published: Published) -> Context:
    """The article's date as something to count from."""
    value = published.value
    if not value:
        return Context()
    year, month = int(value[:4]), int(value[5:7]) if len(value) >= 7 else None  # noqa: PLR2004
    if len(value) < 10 or published.origin is PublishedFrom.TEXT:  # noqa: PLR2004
        return Context(year=year, month=month)
    today = date.fromisoformat(value[:10])
    now = datetime.fromisoformat(value) if "T" in value else None
    return Context(today=today, now=now, year=year, month=month)
