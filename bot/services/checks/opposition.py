"""Rule of truth 2, opposites: a statement does not say “rose” where its cited sentences say “fell”."""

from bot.services.checks.evidence import Evidence, telling
from bot.services.checks.opposites import opposites
from bot.services.checks.polarity import Signs
from bot.services.checks.words import Word, words

_SIDES = {
    "before": "after",
    "above": "below",
    "over": "under",
    "more": "less",
    "fewer": "more",
    "until": "from",
}
_SIDES |= {other: one for one, other in _SIDES.items()}


def opposite_word(text: str, evidence: Evidence) -> str | None:
    """Why a word of the text is the opposite of what the cited sentences say, or None."""
    said = words(text)
    ours, theirs = Signs([said]), Signs(evidence.words)
    for word in telling(said):
        if not word.quoted and _contradicted(word, ours, theirs):
            return f"it says “{word.text}”, the cited sentences say the opposite"
    return _other_side(said, evidence)


def _contradicted(word: Word, ours: Signs, theirs: Signs) -> bool:
    """Whether an opposite of the word is cited, nothing on its own side is, and the text does not say the opposite too."""
    others = opposites().get(word.stem, frozenset())
    cited = others & theirs.said.stems
    if not cited or theirs.said.same(word.stem) or others & ours.said.stems or ours.negated(word):
        return False
    allies = {ally for other in others for ally in opposites().get(other, frozenset())}
    if allies & theirs.said.stems:
        return False
    return not any(
        theirs.negated(other) for sentence in theirs.sentences for other in sentence if other.stem in cited
    )


def _other_side(said: tuple[Word, ...], evidence: Evidence) -> str | None:
    """“after” before the very words that the cited sentences put “before” before."""
    for word, following in zip(said, said[1:], strict=False):
        other = _SIDES.get(word.folded)
        if other and not word.quoted:
            pairs = {pair for sentence in evidence.words for pair in _pairs(sentence)}
            head = _head(said, following)
            if (other, head) in pairs and (word.folded, head) not in pairs:
                return f"it says “{word.text}”, the cited sentences say “{other}”"
    return None


def _pairs(sentence: tuple[Word, ...]) -> list[tuple[str, str]]:
    return [
        (word.folded, _head(sentence, after))
        for word, after in zip(sentence, sentence[1:], strict=False)
        if word.folded in _SIDES
    ]


def _head(sentence: tuple[Word, ...], word: Word) -> str:
    """The stem of the first telling word from here on."""
    rest = telling(sentence[sentence.index(word) :])
    return rest[0].stem if rest else ""
