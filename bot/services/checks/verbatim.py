"""The fast way for statements that are the article's own words."""

import unicodedata

from bot.services.checks.evidence import Evidence
from bot.services.checks.opposites import DENIALS, NEGATORS
from bot.services.checks.qualifiers import QUALIFIERS
from bot.services.checks.words import words

_LOOK_BACK = 200
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
