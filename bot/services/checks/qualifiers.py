"""Rule of truth 2, offices: “former”, “acting” and the like stand only where the article prints them."""

from collections.abc import Collection, Iterable

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import Lexicon, content, telling
from bot.services.checks.naming import states
from bot.services.checks.vocabulary import LIGHT, OFFICES, TITLES
from bot.services.checks.words import Word, words

QUALIFIERS = {
    form: line.split()[0]
    for line in """
former ex erstwhile onetime
acting interim caretaker provisional
elect designate incoming
deputy vice
late deceased
outgoing departing
honorary emeritus
retired
""".strip().splitlines()
    for form in line.split()
}
"""Each qualifier with the one that stands for all its forms."""

_DOUBTFUL = {"acting", "deputy", "vice", "late", "outgoing", "honorary", "retired"}
_BETWEEN = QUALIFIERS.keys() | TITLES | {"the", "a", "an", "its", "his", "her", "their"}
_AFTER = {"elect", "designate"}
_BECOMING = {"become", "becomes", "succeed", "succeeds"}
"""Words that tell who is to hold an office without “incoming” or “-elect”."""
_ONCE = {"then", "previous", "previously", "formerly", "once"}
_REACH = 4
_NAMED = 6
"""Words after a qualifier among which the name of its holder stands."""


def wrong_office(text: str, evidence: Evidence) -> str | None:
    """A qualifier of office that the article does not print for that office, or that the text leaves out."""
    said = words(text)
    if word := _put_in(said, evidence):
        return f"the article does not print “{word.text}” here"
    offices = {word.stem for word in said if word.stem in OFFICES and not word.quoted}
    if not offices:
        return None
    named = (*evidence.words, *evidence.article.introductions(_names(said)))
    return _left_out(said, qualified(named, offices)) if any(map(_mentions, named)) else None


def _put_in(said: tuple[Word, ...], evidence: Evidence) -> Word | None:
    """The first qualifier of the text that the article does not print for that office."""
    ours = [at for at, word in enumerate(said) if _qualifies(said, at) and not word.quoted]
    if not ours:
        return None
    capitals = evidence.capitals | {word.folded for word in said if word.capital}
    windows = (*evidence.words, *evidence.article.introductions(capitals))
    printed = qualified(windows)
    return next((said[at] for at in ours if not _stands(said, at, printed, windows)), None)


def _names(said: tuple[Word, ...]) -> frozenset[str]:
    """The capitalised words of the text that are neither offices nor part of one, nor states."""
    places = {at for _, start, end in states(said) for at in range(start, end)}
    return frozenset(
        word.folded
        for at, word in enumerate(said)
        if word.capital
        and at not in places
        and not any(near.stem in OFFICES for near in said[at : at + 2])
        and not (at + 1 < len(said) and said[at + 1].capital and said[at + 1].clause == word.clause)
    )


def _stands(
    said: tuple[Word, ...], at: int, printed: dict[str, set[str]], windows: tuple[tuple[Word, ...], ...]
) -> bool:
    """Whether the office, or else a word, after a qualifier has it in the article, too."""
    kind = QUALIFIERS[said[at].folded]
    heads = _heads(said, at)
    if (kind == "former" and _of_old(heads, windows)) or _of_the_same(said, at, windows):
        return True
    if said[at].folded == "provisional" and not any(head.stem in OFFICES or head.capital for head in heads):
        return True
    meant = Lexicon(heads)
    enough = {kind, "retired"} if kind == "former" else {kind}
    if any(enough & kinds and meant.means(other) for other, kinds in printed.items()):
        return True
    known = [head for head in heads if head.stem in printed]
    offices = (
        [head for head in known if head.stem in OFFICES]
        or [head for head in known if not head.capital]
        or known
    )
    if offices:
        return any(enough & printed[head.stem] for head in offices)
    return kind in _DOUBTFUL or any(
        QUALIFIERS.get(word.folded) == kind for window in windows for word in window
    )


def _of_the_same(said: tuple[Word, ...], at: int, windows: tuple[tuple[Word, ...], ...]) -> bool:
    """Whether the article puts this qualifier before the same name, whatever it calls the office."""
    names = {word.folded for word in said[at + 1 : at + 1 + _NAMED] if word.capital and not word.opens}
    return any(
        QUALIFIERS.get(word.folded) == QUALIFIERS[said[at].folded]
        and any(head.capital or head.stem in OFFICES for head in _heads(window, at_))
        and names & {other.folded for other in window[at_ : at_ + 2 * _NAMED] if other.capital}
        for window in windows
        for at_, word in enumerate(window)
    )


def _of_old(heads: list[Word], windows: tuple[tuple[Word, ...], ...]) -> bool:
    """Whether the article calls one of these things, which are no offices, “old”."""
    things = {head.stem for head in heads if head.stem not in OFFICES and not head.capital}
    return any(
        word.folded == "old" and things & {near.stem for near in window[at + 1 : at + 1 + _REACH]}
        for window in windows
        for at, word in enumerate(window)
    )


def _left_out(said: tuple[Word, ...], printed: dict[str, set[str]]) -> str | None:
    """A qualifier that the article never leaves off before an office of these names, and the text does."""
    ours = qualified([said])
    if any(word.folded in _ONCE | {"time", "last", "used"} for word in said):
        return None
    for word in said:
        kinds = printed.get(word.stem, {""})
        if (
            word.stem in OFFICES
            and not word.quoted
            and "" not in kinds
            and not kinds & ours.get(word.stem, set())
            and not ("elect" in kinds and any(other.folded in _BECOMING for other in said))
            and not ("retired" in kinds and "former" in ours.get(word.stem, set()))
        ):
            return f"it leaves out “{min(kinds)}” before “{word.text}”"
    return None


def qualified(
    sentences: Iterable[tuple[Word, ...]], stems: Collection[str] | None = None
) -> dict[str, set[str]]:
    """For each stem the kinds of qualifier before it; an empty one where it also stands without.

    Where only some `stems` matter, sentences without one of them are passed by.
    """
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        if stems is not None and not any(word.stem in stems for word in sentence):
            continue
        cut = 0 if sentence and sentence[0].opens else _REACH
        plain = not _mentions(sentence)
        for at, word in enumerate(sentence):
            if at >= cut and word.folded not in QUALIFIERS and word.folded not in LIGHT:
                found.setdefault(word.stem, set()).update((plain and {""}) or _before(sentence, at) or {""})
    return found


def _mentions(sentence: tuple[Word, ...]) -> bool:
    """Whether a qualifier, or a word such as “then” for one, is in a sentence."""
    return any(word.folded in QUALIFIERS or word.folded in _ONCE for word in sentence)


def _before(sentence: tuple[Word, ...], at: int) -> set[str]:
    """The qualifiers up to a few words before a word, with nothing but a noun phrase between."""
    kinds = (
        {"elect"} if at + 1 < len(sentence) and sentence[at + 1].folded in {"elect", "designate"} else set()
    )
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = sentence[back]
        if word.clause != sentence[at].clause or not (
            content([word]) or word.folded in QUALIFIERS or word.folded in _ONCE
        ):
            break
        if _qualifies(sentence, back):
            kinds.add(QUALIFIERS[word.folded])
        if _once(sentence, back):
            kinds.add("former")
    return kinds


def _heads(said: tuple[Word, ...], at: int) -> list[Word]:
    """The words that a qualifier can belong to."""
    if said[at].folded in _AFTER:
        return list(said[max(0, at - 1) : at])
    heads = []
    for word in said[at + 1 : at + 1 + _REACH]:
        if word.clause != said[at].clause or not (telling([word]) or word.folded in _BETWEEN):
            break
        heads += [word] if content([word]) else []
    return heads


def _qualifies(sentence: tuple[Word, ...], at: int) -> bool:
    word = sentence[at].folded
    if word == "late":
        return (
            at > 0
            and sentence[at - 1].folded == "the"
            and at + 1 < len(sentence)
            and sentence[at + 1].capital
        )
    return word in QUALIFIERS and (word not in _AFTER or sentence[at].joined)


def _once(sentence: tuple[Word, ...], at: int) -> bool:
    """Whether “then” or “previous” stands for “former” here (“the then owners”)."""
    return sentence[at].folded in _ONCE and at > 0 and sentence[at - 1].clause == sentence[at].clause
