"""Rule of truth 2, opposites: a statement does not say “rose” where its cited sentences say “fell”."""

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import Lexicon, telling
from bot.services.checks.negation import Signs
from bot.services.checks.opposites import opposites
from bot.services.checks.words import Word, words

_PAIRS = (
    ("before", "after"),
    ("above over more exceeding", "below under less fewer"),
    ("start beginning", "end"),
    ("early", "late"),
)
_SIDES = {
    word: frozenset(other.split())
    for pair in _PAIRS
    for one, other in (pair, pair[::-1])
    for word in one.split()
}
_PARTICLES = {"up", "down", "back", "off", "out", "forward", "over", "away"}


def opposite_word(text: str, evidence: Evidence) -> str | None:
    """Why a word of the text is the opposite of what the cited sentences say, or None."""
    said = words(text)
    ours, theirs = Signs([said]), Signs(evidence.words)
    for word in telling(said):
        if not word.quoted and _contradicted(word, ours, theirs):
            return f"it says “{word.text}”, the cited sentences say the opposite"
    return _other_side(said, evidence)


def _contradicted(word: Word, ours: Signs, theirs: Signs) -> bool:
    """Whether an opposite of the word is cited, nothing on its side is, and the text says only this."""
    others = opposites().get(word.stem, frozenset())
    cited = others & theirs.said.stems
    if not cited or theirs.said.same(word.stem) or _also_said(word, cited, ours):
        return False
    allies = {ally for other in others for ally in opposites().get(other, frozenset())}
    if allies & theirs.said.stems:
        return False
    return not any(
        theirs.negated(other) for sentence in theirs.sentences for other in sentence if other.stem in cited
    )


def _also_said(word: Word, cited: frozenset[str], ours: Signs) -> bool:
    """Whether the text says the cited opposite too, of something else or in another word."""
    rest = (other for sentence in ours.sentences for other in telling(sentence) if other.stem != word.stem)
    lexicon = Lexicon(other for other in rest if other.folded not in _PARTICLES)
    return any(lexicon.means(other) for other in cited)


def _other_side(said: tuple[Word, ...], evidence: Evidence) -> str | None:
    """“after” before the very words that the cited sentences put “before” before."""
    theirs = [pair for sentence in evidence.words for pair in _sides(sentence)]
    for word, heads in _sides(said):
        alike = {one.folded for one, others in theirs if heads & others}
        against = sorted(alike & _SIDES[word.folded])
        if against and word.folded not in alike and not word.quoted:
            return f"it says “{word.text}”, the cited sentences say “{against[0]}”"
    return None


def _sides(sentence: tuple[Word, ...]) -> list[tuple[Word, set[str]]]:
    """The words of place and time that have an opposite, each with the stems of what follows."""
    return [(word, _heads(sentence[at + 1 :])) for at, word in enumerate(sentence) if word.folded in _SIDES]


def _heads(rest: tuple[Word, ...]) -> set[str]:
    return {word.stem for word in telling(word for word in rest[:5] if word.clause == rest[0].clause)[:2]}
