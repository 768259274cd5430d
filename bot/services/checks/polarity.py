"""Rule of truth 2, polarity: a statement negates what its cited sentences negate, and nothing else."""

from collections.abc import Iterable

from bot.services.checks.denied import denied_clause
from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import Lexicon, akin, content, synonymous, telling
from bot.services.checks.listing import listed
from bot.services.checks.negation import Negation, Signs
from bot.services.checks.numbers import Number, numbers
from bot.services.checks.opposites import ASSENTS, BARS, CUES, DENIALS, LACKS, UNDOING, opposites
from bot.services.checks.segments import clauses
from bot.services.checks.stems import stem
from bot.services.checks.words import Word, words

_COMPARED = listed("further more later longer beyond less fewer earlier older younger higher lower")
_PREFIXED = 6
"""Letters that a word has at most where “un” begins it and is no prefix (“under”, “union”)."""
_AGREEING = frozenset({stem("agree"), stem("approve")})
"""Assents that news reports of too many things besides an answer to what is denied."""
_NOUN_NEGATORS = {"no", "nobody", "without", "none", "neither"}


def turned_round(text: str, evidence: Evidence) -> str | None:
    """Why the text says the opposite of its cited sentences, or None."""
    said = words(text)
    ours, theirs = Signs([said]), Signs(evidence.words)
    return (
        _doubled(ours, theirs)
        or _added(said, ours, theirs)
        or _dropped(said, ours, theirs)
        or _assented(said, ours, theirs)
    )


def _doubled(ours: Signs, theirs: Signs) -> str | None:
    """A “not” in or before another negation (“denied that … never”, “never rejected”), and not so there."""
    if theirs.doubled():
        return None
    if word := ours.doubled():
        return f"it says “{word.text}” where the cited sentences do not"
    undone = next((word for word in ours.undone() if not word.quoted), None)
    if undone and any(word.stem in UNDOING and not word.quoted for word in theirs.words):
        return f"it says “{undone.text}” where the cited sentences do not"
    return None


def _added(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A negation of ours over words that the cited sentences affirm or leave alone."""
    for negation in ours.negations:
        if negation.word.quoted or negation.lack or _compares(said, negation.word):
            continue
        if not negation.scope and _denying(theirs):
            continue
        if negation.of_claim and _denying(theirs):
            continue
        if not _borne_out(said, negation, ours, theirs):
            return f"it says “{negation.word.text}” where the cited sentences do not"
    return None


def _borne_out(said: tuple[Word, ...], negation: Negation, ours: Signs, theirs: Signs) -> bool:
    """Whether the cited sentences negate the same words, or say the negated thing in other words."""
    if (
        theirs.elliptic()
        or theirs.unrealised()
        or _last(said, negation, theirs)
        or (negation.limited and theirs.limiting())
    ):
        return True
    if any(theirs.agrees(word, negated=ours.negated(word)) for word in content(negation.scope)):
        return True
    heads = negation.heads[: 1 if negation.heads and theirs.signs(negation.heads[0]) else 2]
    if any(_opposed(head, theirs) or _barred(head, theirs) for head in heads):
        return True
    if not heads or negation.word.folded in _NOUN_NEGATORS:
        return _otherwise(said, negation, theirs)
    if negation.word.stem in DENIALS and not theirs.said.means(heads[0].stem):
        return True
    return _head_borne_out(heads[0], ours, theirs, otherwise=_otherwise(said, negation, theirs))


def _head_borne_out(head: Word, ours: Signs, theirs: Signs, *, otherwise: bool) -> bool:
    """Whether the negated word is negated there too or, in another wording, near a negative word."""
    signs = theirs.signs(head)
    if signs and theirs.said.same(head.stem):
        return ours.negated(head) in signs
    if not signs and _denying(theirs):
        return True
    return head.stem not in CUES and (_near_a_cue(head, theirs) if signs else otherwise)


def _near_a_cue(head: Word, theirs: Signs) -> bool:
    """Whether a word of the same meaning stands close to a negative word in the cited sentences."""
    return any(
        synonymous(word.stem, head.stem) and (theirs.negated(word) or _hedged(sentence, word))
        for sentence in theirs.sentences
        for word in sentence
    )


def _otherwise(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """Whether a negation or a negative word of the cited sentences goes with words that ours goes with too.

    “no” and “without” before a noun are said in so many ways that any negative word will do.
    """
    if negation.word.folded in _NOUN_NEGATORS:
        return any(
            word.stem in CUES or word.folded in CUES for sentence in theirs.sentences for word in sentence
        )
    around = next(run for run in clauses(said) if negation.word in run)
    if any(_shares(other.scope, around) for other in theirs.negations):
        return True
    return any(_negative(run, around) for sentence in theirs.sentences for run in clauses(sentence))


def _shares(scope: Iterable[Word], others: Iterable[Word]) -> bool:
    """Whether a content word of one is in the other, too."""
    lexicon = Lexicon(content(others))
    return any(lexicon.same(word.stem) for word in content(scope))


def _opposed(head: Word, theirs: Signs) -> bool:
    """Whether its opposite is affirmed (“innocent” for “not guilty”, “unhappy” for “not happy”)."""
    others = opposites().get(head.stem, frozenset()) | {prefix + head.stem for prefix in _PREFIXES}
    return any(
        other.stem in others and not theirs.negated(other)
        for sentence in theirs.sentences
        for other in sentence
    )


def _barred(head: Word, theirs: Signs) -> bool:
    """Whether the cited sentences speak of it only to say that it is banned, stopped or the like."""
    if head.stem in BARS:
        return False
    places = [
        [word for word in sentence if word.clause == other.clause]
        for sentence in theirs.sentences
        for other in sentence
        if akin(other.stem, head.stem)
    ]
    return bool(places) and all(any(word.stem in BARS for word in clause) for clause in places)


_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")


def _last(said: tuple[Word, ...], negation: Negation, theirs: Signs) -> bool:
    """“has not sat since 2022” for “last sat in 2022”."""
    rest = {
        word.folded
        for word in said
        if word.clause == negation.word.clause and word.start > negation.word.start
    }
    return "since" in rest and "last" in theirs.said.stems


def _compares(said: tuple[Word, ...], word: Word) -> bool:
    """“No race was as close” says in other words that it was the closest; “not further than” sets a limit."""
    rest = [other.folded for other in said[said.index(word) + 1 :][:9]]
    return (word.folded in {"no", "never"} and "as" in rest) or (
        "than" in rest and bool(_COMPARED & set(rest))
    )


def _negative(clause: list[Word], around: list[Word]) -> bool:
    """Whether a cited clause carries a negative word and shares something with the clause of ours."""
    if not any((word.stem in CUES or word.folded in CUES) and not word.quoted for word in clause):
        return False
    lexicon = Lexicon(telling(clause))
    figures = {value for number in _figures(clause) for value in number.values}
    shared = any(lexicon.means(word.stem) for word in telling(around))
    return shared or any(not number.values.isdisjoint(figures) for number in _figures(around))


def _figures(clause: Iterable[Word]) -> tuple[Number, ...]:
    return numbers(" ".join(word.text for word in clause))


def _dropped(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A cited negation whose words the statement repeats as if they were affirmed."""
    for negation in theirs.negations:
        head = negation.heads[0] if negation.heads else None
        limits = negation.limited and ours.limiting()
        if head is None or negation.word.quoted or theirs.signs(head) != {True} or limits:
            continue
        alike = [word for word in telling(said) if not word.quoted and _repeats(word, head, ours)]
        affirmed = [
            word for word in alike if not (ours.negated(word) or _hedged(said, word) or _lacks(said, word))
        ]
        if affirmed and (len(affirmed) == len(alike) or any(word.stem == head.stem for word in affirmed)):
            return f"it leaves out “{negation.word.text}” before “{head.text}”"
    return denied_clause(said, theirs)


def _lacks(said: tuple[Word, ...], word: Word) -> bool:
    """Whether the clause of a word of ours says no by a lack or a prefix (“lacks funds”, “unconnected”)."""
    clause = [other for other in said if other.clause == word.clause and other is not word]
    return any(
        other.stem in LACKS or (other.folded.startswith("un") and len(other.folded) > _PREFIXED)
        for other in clause
    )


def _repeats(word: Word, head: Word, ours: Signs) -> bool:
    """Whether a word of ours is the negated one or, where that is not said, another for it."""
    meant = head.stem != "say" and not ours.said.same(head.stem) and synonymous(head.stem, word.stem)
    return word.stem == head.stem or meant


def _assented(said: tuple[Word, ...], ours: Signs, theirs: Signs) -> str | None:
    """A yes of ours (“confirmed”, “accepted”) where the cited sentences only say no."""
    if not _denying(theirs) or any(
        word.stem in ASSENTS and not theirs.negated(word) for word in theirs.words
    ):
        return None
    yes = (
        word
        for word in said
        if word.stem in ASSENTS - _AGREEING and not (word.quoted or ours.negated(word) or _hedged(said, word))
    )
    return next((f"the cited sentences do not say “{word.text}”" for word in yes), None)


def _denying(theirs: Signs) -> bool:
    """Whether anything in the cited sentences says no."""
    return bool(theirs.negations) or any(word.stem in CUES for word in theirs.words)


def _hedged(said: tuple[Word, ...], word: Word) -> bool:
    """Whether a negative word stands close to a word of ours."""
    at = said.index(word)
    near = [
        other for other in said[max(0, at - 5) : at + 3] if other.clause == word.clause and other is not word
    ]
    return any((other.stem in CUES or other.folded in CUES) and other.folded != "still" for other in near)
