"""Questions answered without a model: the article's own sentences that share most with them, verbatim."""

import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.article import Article, Sentence
from bot.domain.brief import EngineInfo
from bot.domain.reading import StatementClaim
from bot.services.answering import Found
from bot.services.checks.lexicon import Lexicon, content
from bot.services.checks.words import Word, words
from bot.services.dating import Timeline

MOST = 3
"""Sentences of an answer."""

ENOUGH = 0.5
"""Share of the question's weight that a sentence must have to answer it."""

NEAR = 0.75
"""Share of the best sentence's weight that a further one must have."""

BONUS = 0.25
"""What a sentence gains that has what the question word asks for: a time, a name, a number."""

NOTE = "Chosen by the words of your question; the embedded engine can only quote."


class OfflineAnswerer:
    """Quotes the sentences of an article that fit a question best."""

    async def answer(self, article: Article, question: str) -> Found:
        """The best sentences in the article's order; none where none shares enough with it."""
        chosen = await asyncio.to_thread(best_sentences, article, question)
        claims = tuple(StatementClaim(sentence.text, (sentence.id,)) for sentence in chosen)
        return Found(claims, EngineInfo("offline"), notes=(NOTE,) if claims else ())


@dataclass(frozen=True, slots=True)
class _Line:
    sentence: Sentence
    printed: Sequence[Word]
    lexicon: Lexicon


def best_sentences(article: Article, question: str) -> list[Sentence]:
    """The sentences that carry most of the question's words, rare words counting most."""
    lines = [_line(sentence) for sentence in article.sentences if sentence.text and not sentence.heading]
    asked = {word.stem for word in _asked(question)}
    weights = {stem: _rarity(stem, lines) for stem in asked}
    whole = sum(weights.values())
    if not whole:
        return []
    wants = _Wants(question, article)
    scored = [(_share(line, weights) / whole, line) for line in lines]
    ranked = sorted(
        ((share + BONUS * wants.met_by(line), share, line) for share, line in scored if share >= ENOUGH),
        key=lambda found: (-found[0], found[2].sentence.id),
    )
    near = [line.sentence for score, _, line in ranked[:MOST] if score >= NEAR * ranked[0][0]]
    return sorted(near, key=lambda sentence: sentence.id)


def _line(sentence: Sentence) -> _Line:
    printed = words(sentence.text)
    return _Line(sentence, printed, Lexicon(printed))


def _asked(question: str) -> Sequence[Word]:
    printed = words(question)
    return content(printed) or [word for word in printed if word.number]


def _rarity(stem: str, lines: Sequence[_Line]) -> float:
    having = sum(line.lexicon.same(stem) for line in lines)
    return math.log(1 + len(lines) / (1 + having))


def _share(line: _Line, weights: dict[str, float]) -> float:
    return sum(weight for stem, weight in weights.items() if line.lexicon.means(stem))


class _Wants:
    """What kind of answer a question word asks for."""

    def __init__(self, question: str, article: Article) -> None:
        self._words = {word.folded for word in words(question)}
        self._timeline = Timeline(article)

    def met_by(self, line: _Line) -> bool:
        """Whether a sentence has an answer of that kind."""
        if "when" in self._words:
            return bool(self._timeline.find(line.sentence))
        if self._words & {"who", "whom", "whose"}:
            return any(word.capital and not word.opens for word in line.printed)
        if "how" in self._words and self._words & {"many", "much", "long", "old", "far"}:
            return any(word.number for word in line.printed)
        return False
