"""Rule of truth 2, content: the words of a statement, clause by clause, are supported by its cited sentences."""

from bot.services.checks.evidence import Evidence, content
from bot.services.checks.words import Word, words

_WHOLE = 0.5
_RUN = 4
_FEW = 3


def unsupported(text: str, evidence: Evidence) -> str | None:
    """Why the words of the text are not those of its cited sentences, or None."""
    said = [word for word in content(words(text)) if not word.quoted]
    known = [_known(word, evidence) for word in said]
    if not said:
        return None
    if sum(known) < _WHOLE * len(said):
        return "its words are not in the cited sentences"
    run = _longest_run(said, known)
    if len(run) >= _RUN:
        return f"“{' '.join(word.text for word in run)}” is not in the cited sentences"
    return None


def _known(word: Word, evidence: Evidence) -> bool:
    return word.folded in evidence.folded or evidence.lexicon.means(word.stem)


def _longest_run(said: list[Word], known: list[bool]) -> list[Word]:
    best: list[Word] = []
    run: list[Word] = []
    for word, supported in zip(said, known, strict=True):
        run = [] if supported else [*run, word]
        best = max(best, run, key=len)
    return best
