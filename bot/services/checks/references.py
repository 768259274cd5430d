"""Rule of truth 2, names: what a name can stand for that the cited sentences print otherwise, or mean."""

from itertools import pairwise, takewhile

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import content
from bot.services.checks.moods import FINITE, past_form
from bot.services.checks.naming import BRUSSELS, states
from bot.services.checks.vocabulary import DATES, DESCRIPTIONS, OFFICES
from bot.services.checks.words import Word
from bot.services.wordlists import listed

_NEARBY = 9
_WHERE = {"in", "at", "near", "of", "over", "from", "around", "across"}
_WE = {"we", "us", "our", "ours"}
_I = {"i", "my", "me"}
_SOMEBODY = {"he", "she", "his", "her", "him"}


def stands_for(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """Whether the cited sentences print the name of which the word at `at` is part, or mean it."""
    word = said[at]
    common = word.opens or word.text.isupper() or word.folded in evidence.article.printed_small
    if word.folded in evidence.folded or (common and evidence.lexicon.means(word.stem)):
        return True
    ways = (
        _in_number,
        _derived,
        _the_union,
        _by_acronym,
        _by_introduction,
        _subject,
        _setting,
    )
    return any(way(said, at, evidence) for way in ways)


def _in_number(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """“Liberal” where “Liberals” are cited, and the other way round."""
    word = said[at].folded
    return bool({f"{word}s", word.removesuffix("s")} & evidence.capitals)


def _derived(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """“European” where “Europe” is cited, “Viennese” for “Vienna”, and the other way round."""
    word = said[at].folded
    return any(_of_place(word, other) or _of_place(other, word) for other in evidence.capitals)


def _of_place(adjective: str, place: str) -> bool:
    """Whether an ending makes this adjective of this place, whose last vowels may fall."""
    root = place.rstrip("aeiouy")
    ending = adjective.removeprefix(root)
    return len(root) >= _ROOT and ending != adjective and ending in _ENDINGS


_ROOT = 3
_ENDINGS = listed("an ans ean eans ian ians n ns ish ese ite ites i is ic ics er ers")


def _the_union(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """“the EU” where “Brussels” is cited, and the other way round."""
    meant = {"eu", "brussels"}
    return said[at].folded in BRUSSELS and bool(meant & evidence.capitals)


def _by_acronym(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """“SADC” and “CEO” where all words of theirs, or all but one, are cited; a word of it for “SADC”."""
    word = said[at].folded
    short = word[:-1] if len(word) > len("eu") else word
    if said[at].text.isupper() and not evidence.initials.isdisjoint({word, short}):
        return True
    full = evidence.article.spelled_out(word)
    if full and len(full & evidence.folded) * 2 >= len(full):
        return True
    return any(word in evidence.article.spelled_out(short) for short in evidence.capitals if len(short) > 1)


def _by_introduction(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """Whether the article, too, puts the word beside a cited name (“Asha” to “Kileo”)."""
    wanted = said[at].folded
    windows = (*evidence.article.introductions(_beside(said, at, evidence)), evidence.antecedents)
    return any(word.folded == wanted for window in windows for word in window)


def _beside(said: tuple[Word, ...], at: int, evidence: Evidence) -> frozenset[str]:
    """The cited names, titles of others left out, that no verb parts from a word: it says what they are."""
    titles = _titles(evidence)
    before = takewhile(_joins, reversed(said[max(0, at - _NEARBY) : at]))
    after = takewhile(_joins, said[at + 1 : at + _NEARBY])
    return frozenset(
        word.folded
        for word in (*before, *after)
        if word.capital and word.folded in evidence.capitals and word.folded not in titles
    )


def _joins(word: Word) -> bool:
    """Whether a word can stand between a name and what it is: no verb, nothing that begins a clause."""
    return not (word.folded in FINITE | _PARTING or past_form(word) or word.stem == "say")


_PARTING = {"according", "but", "although", "though", "because", "after", "before"}


def _titles(evidence: Evidence) -> frozenset[str]:
    """The offices that the cited sentences print as titles of a name (“Councilwoman Angela Fiore”)."""
    return frozenset(
        word.folded
        for sentence in evidence.words
        for word, after in pairwise(sentence)
        if word.stem in OFFICES and after.capital and after.start == word.end + 1
    )


def _subject(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """Whether a name of the headline is meant by “the company”, an interview's “I” and the like."""
    if said[at].folded in evidence.article.setting and _told_of(evidence):
        return True
    if not any(said[at].folded in name for name in evidence.article.headline_names):
        return False
    if any(word.quoted and word.folded in _WE for word in evidence.all_words):
        return True
    described = any(word.folded in DESCRIPTIONS for word in evidence.all_words if not word.capital)
    return described and bool({"the", "its"} & evidence.folded)


def _told_of(evidence: Evidence) -> bool:
    """Whether an interview's “I” or “we” speaks, or “he” or “she” stands where nobody is named but places."""
    plain = {word.folded for word in evidence.all_words if not word.quoted}
    named = any(_somebody(sentence, evidence.article.proper - DATES) for sentence in evidence.words)
    return bool(plain & (_WE | _I)) or (not named and bool(plain & _SOMEBODY))


def _somebody(sentence: tuple[Word, ...], proper: frozenset[str]) -> bool:
    """Whether a name stands outside quotations that is no state and no place behind an “in” or “from”."""
    places = {at for _, start, end in states(sentence) for at in range(start, end)}
    return any(
        word.folded in proper and not word.quoted and at not in places
        for at, word in enumerate(sentence)
        if not at or sentence[at - 1].folded not in _WHERE
    )


def _setting(said: tuple[Word, ...], at: int, evidence: Evidence) -> bool:
    """Whether a name of the headline or dateline only says where it happens (“the Marrakesh talks”)."""
    setting, start, end = evidence.article.setting, at, at + 1
    while start and said[start - 1].capital and not said[start - 1].opens:
        start -= 1
    while end < len(said) and said[end].capital:
        end += 1
    whole = tuple(word.folded for word in said[start:end])
    if not set(whole) <= setting and not (len(whole) > 1 and whole in evidence.article.headline_names):
        return False
    before = said[start - 1].folded if start else ""
    return before in _WHERE or (before == "the" and attributive(said, end)) or _owns(said, end)


def _owns(said: tuple[Word, ...], end: int) -> bool:
    """Whether a possessive before a common noun ends here (“Eastwold’s new plan”)."""
    last = said[end - 1]
    return last.end - last.start > len(last.text) and end < len(said) and not said[end].capital


def attributive(said: tuple[Word, ...], end: int) -> bool:
    """Whether a common noun or, behind a possessive (“Vietnam’s Sao Kim”), any word follows at once."""
    last, after = said[end - 1], said[end] if end < len(said) else None
    if after is None or last.end + 1 != after.start:
        return False
    owns = last.end - last.start > len(last.text)
    return (owns or not (after.capital or past_form(after))) and bool(content([after]))
