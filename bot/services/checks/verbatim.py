"""The fast way for statements that are the article's own words."""

import unicodedata

from bot.services.checks.evidence import Evidence
from bot.services.checks.words import words

_NEGATORS = {"not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without"}
_MARKS = str.maketrans("“”„«»’‘–—", '"""""\'\'--')


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
    return not (before[-1:].isalnum() or after[:1].isalnum() or _negated_from(before))


def _negated_from(before: str) -> bool:
    """Whether what stands before the run, in its own sentence, would turn it round (“It is not true that …”)."""
    clause = words(before[-200:])
    tail = [word for word in clause if word.clause == clause[-1].clause] if clause else []
    ended = before.rstrip()[-1:] in {"", ".", "!", "?", '"', ":", ";"}
    return not ended and any(word.folded in _NEGATORS or word.stem in _DENIALS for word in tail[-6:])


_DENIALS = {"deni", "deny", "refus", "reject", "declin", "fail"}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split())
