"""Rule of truth 2, polarity: no clause repeats as true what its cited sentences deny."""

from bot.services.checks.lexicon import content, synonymous
from bot.services.checks.listing import listed
from bot.services.checks.negation import Signs
from bot.services.checks.opposites import BARS, CUES, TURNS
from bot.services.checks.segments import clauses
from bot.services.checks.support import overlap
from bot.services.checks.words import Word

_NEAR = 0.5
_CLEARLY = 1.0
"""How many words more a clause shares with what is denied than with what is not, to be the denied one."""
_SURELY = 1.5
"""The same for a few last words of it."""
_ATTACHING = listed("following after before during amid despite by from over because")
"""Words that open a clause which only says when or why."""


def denied_clause(said: tuple[Word, ...], theirs: Signs) -> str | None:
    """A clause without any negative word that is closest to a clause that the cited sentences negate."""
    negated, plain = theirs.clauses()
    barred = _barred_clauses(theirs)
    plain = [run for run in plain if run not in barred]
    theirs_too = {word.stem for word in theirs.words}
    cleared = True
    attached = [run for run in clauses(said) if run[0].folded == "with"]
    for run in [*clauses(said, coarse=True), *attached]:
        before, cleared = cleared, not any(_cue(word, theirs_too) for word in run)
        claims = [word for word in content(run) if not (word.capital or word.quoted)]
        barrable = run[0].folded not in _ATTACHING and _is_barred(claims, barred, plain)
        if before and cleared and claims and (barrable or _is_denied(claims, negated, plain)):
            return f"the cited sentences deny “{' '.join(word.text for word in run)}”"
    return None


def _is_denied(claims: list[Word], negated: list[list[Word]], plain: list[list[Word]]) -> bool:
    """Whether some claims, or the last of them, share more with what is denied than with what is not."""
    return _closer(claims, negated, plain) or any(
        _closer(claims[at:], negated, plain, _SURELY) for at in range(1, len(claims) - 1)
    )


def _is_barred(claims: list[Word], barred: list[list[Word]], plain: list[list[Word]]) -> bool:
    """Whether some claims are closest to a clause with a word such as “cancelled”, and do not say it."""
    stops = [word.stem for run in barred for word in run if word.stem in BARS]
    if any(synonymous(word.stem, other) for word in claims for other in stops):
        return False
    return _closer(claims, [[word for word in run if word.stem not in BARS] for run in barred], plain)


def _closer(
    claims: list[Word], negated: list[list[Word]], plain: list[list[Word]], by: float = _CLEARLY
) -> bool:
    scope = max(negated, key=lambda words: overlap(claims, words), default=[])
    shared = [word for word in claims if overlap([word], scope) > _NEAR]
    if len(shared) == len(claims) and not any(overlap(claims, words) for words in plain):
        return True
    return overlap(shared, scope) > by + max((overlap(shared, words) for words in plain), default=0.0)


def _barred_clauses(theirs: Signs) -> list[list[Word]]:
    """The clauses with a word such as “cancelled” or “banned”, which says no without a negation."""
    runs = (run for sentence in theirs.sentences for run in clauses(sentence, coarse=True))
    return [
        run
        for run in runs
        if any(word.stem in BARS and not theirs.negated(word) and not word.quoted for word in run)
    ]


def _cue(word: Word, cited: set[str]) -> bool:
    """Whether a word can say in other words what cited ones negate; most do not where they are cited too."""
    turns = word.stem in TURNS or word.folded.startswith(("un", "non"))
    return word.stem in CUES or word.folded in CUES or (turns and word.stem not in cited)
