"""Whether the clauses of a sentence tell something as done, as still ahead or unreal, or neither.

No parser: a sentence is read from left to right, and what a verb says of time holds until its clause ends.
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from bot.services.checks.segments import JOINS, clauses
from bot.services.checks.stems import stem
from bot.services.checks.vocabulary import STOP
from bot.services.checks.words import Word, words
from bot.services.dating.verbs import AHEAD, BACK, DETERMINERS, NO_PARTICIPLES, PARTICIPLES
from bot.services.dating.words import ORDINALS
from bot.services.wordlists import listed


class Mood(Enum):
    """How a word or a clause is told; `MIXED` for both, `OPEN` where nothing tells."""

    OPEN = "open"
    DONE = "done"
    AHEAD = "ahead"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with the mood of each of its words, the verbs among them, and its own mood.

    `certain` says that it announces (“will”, “is to”), and does not only hope.
    """

    text: str
    words: tuple[Word, ...]
    moods: tuple[Mood, ...]
    verbs: tuple[Word, ...]
    mood: Mood
    certain: bool


_MODALS = listed("will would shall should could can may might must")
_PROMISES = listed("""
plan plans planning planned hope hopes hoping hoped intend intends intending intended aim aims aiming
aimed want wants wanted wanting expect expects expected expecting likely unlikely seek seeks sought
seeking try tries trying tried ask asks asked asking urge urges urged urging order orders ordered
promise instruct instructs instructed decide decides decided settled promises promised pledge pledges
pledged vow vows vowed threaten threatens threatened threatening offer offers offered offering propose
proposes proposed proposal need needs needed require required requires supposed meant invite invited
allow allows allowed permission able bid request requested call calls called prepare prepares preparing
prepared recommend recommends recommended wish wishes wished tell tells told due scheduled slated poised
bound deadline free ready eager keen tipped forecast forecasts predict predicts predicted project
projects projected anticipate anticipates anticipated
""")
"""Words whose “to”, perhaps behind an object, names what they do not say is done."""
_BESIDE = listed("set about said believed alleged reported thought understood rumoured claimed")
"""Words that do so only right before “to”."""
_HOPES = listed("""
plan plans planning hope hopes call calls called calling bid proposal proposals threat demand demands
request talk asked asking appeal permission application prospect possibility risk chance
""")
"""Words whose “for” or “of” does so."""
_COMING = listed("planned proposed expected scheduled upcoming possible potential future draft intended")
"""Words that put the noun right behind them ahead."""
_WERE = listed("was were had did")
_WANTED = {"want", "wants", "wanted", "needs"}
_BE = listed("be been being is are was were get gets got am")
_HAVE = listed("has have had having")
_UNREAL = listed("if unless whether provided")
_CARRIED = listed("be have get been is are")
_RELATIVES = listed("which who whose where whom")
_SHORT_PASTS = listed("set put cut hit let shut split hurt")
_NO_VERBS = NO_PARTICIPLES | listed(
    "based red bed shed embed speed seed did had been wasn't weren't hadn't didn't hasn't haven't ago "
    "yesterday was were"
)
_BEFORE_NOUNS = (DETERMINERS | {"because", "since", "as", "while"}) - {"and", "or"}
_AFTER = listed("in on at by to for from with of and or as after before during last this next the a an")
_MONEY = listed("hundred thousand million billion trillion")
REPORTS = frozenset(
    stem(word)
    for word in listed("""
say tell announce add deny confirm warn report argue insist believe think learn state note stress claim
hear inform reject dismiss
""")
)
_SURE = listed("due expected set scheduled is are")
FINITE = _MODALS | _BE | _HAVE | AHEAD | listed("do does says tells")
_REACH, _OBJECT = 4, 5
_HOPEFUL = _PROMISES | _BESIDE | _COMING
_AUXILIARIES = _BE | _HAVE
_SAID_OF = _BE | _BESIDE


def hopeful(word: Word) -> bool:
    """Whether a word is itself one that looks ahead (“planned”, “expected”)."""
    return word.folded in _HOPEFUL


@lru_cache(maxsize=4096)
def told(text: str) -> tuple[Told, ...]:
    """The clauses of a text, split at commas, at words that join, and behind “said” and the like."""
    sentence = words(text)
    found = moods(sentence)
    verbs = frozenset(id(sentence[at]) for at in predicates(sentence))
    by_word = {id(word): mood for word, mood in zip(sentence, found, strict=True)}
    return tuple(_told(text, run, verbs, by_word) for run in _runs(sentence))


def _runs(sentence: tuple[Word, ...]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for clause in clauses(sentence, coarse=True):
        runs.append([])
        for word, left in zip(clause, range(len(clause) - 1, -1, -1), strict=True):
            if word.folded == "that" and runs[-1]:
                runs.append([])
            runs[-1].append(word)
            if word.stem in REPORTS and left > 1 and (past_form(word) or word.folded.endswith("s")):
                runs.append([])
    return [run for run in runs if run]


def _told(text: str, run: list[Word], verbs: frozenset[int], by_word: dict[int, Mood]) -> Told:
    found = tuple(by_word[id(word)] for word in run)
    own = tuple(word for word in run if id(word) in verbs)
    deeds = {by_word[id(word)] for word in own if word.stem not in REPORTS and not hopeful(word)}
    pairs = zip([None, *run], run, strict=False)
    if any(hopeful(word) and past_form(word) and _active(before) for before, word in pairs):
        deeds.add(Mood.DONE)
    if Mood.AHEAD in found:
        deeds.add(Mood.AHEAD)
    if not deeds and any(word.folded in _WERE for word in run):
        deeds.add(Mood.DONE)
    mood = next(iter(deeds)) if len(deeds) == 1 else Mood.MIXED if deeds else Mood.OPEN
    return Told(text[run[0].start : run[-1].end], tuple(run), found, own, mood, _certain(run))


def _active(before: Word | None) -> bool:
    """Whether a participle behind this word is no passive of the present (“is expected”)."""
    return before is None or before.folded not in {"is", "are"}


def _certain(run: list[Word]) -> bool:
    return any(
        word.folded == "will" or (after.folded == "to" and word.folded in _SURE)
        for word, after in pairwise(run)
    )


def moods(sentence: tuple[Word, ...]) -> tuple[Mood, ...]:
    """The mood of each word of a sentence."""
    found: list[Mood] = []
    run: list[int] = []
    mood, unreal = Mood.OPEN, False
    for at, word in enumerate(sentence):
        if at and _begins(sentence, at):
            _settle(found, run)
            joined = word.folded in {"and", "or"}
            run, mood, unreal = [], mood if joined else Mood.OPEN, unreal and joined
        unreal = unreal or word.folded in _UNREAL or (word.opens and word.folded == "should")
        found.append(Mood.AHEAD if unreal else _mood(sentence, at, mood))
        mood = _goes_on(sentence, at, mood, found[at])
        run.append(at)
    _settle(found, run)
    return tuple(found)


def _begins(sentence: tuple[Word, ...], at: int) -> bool:
    word = sentence[at]
    return word.clause != sentence[at - 1].clause or word.folded in JOINS or word.folded == "that"


def _settle(found: list[Mood], run: list[int]) -> None:
    """Words of a clause that only looks ahead are ahead (“the launch will take place”)."""
    inside = {found[at] for at in run}
    if Mood.AHEAD in inside and Mood.DONE not in inside:
        for at in run:
            found[at] = Mood.AHEAD


def _mood(sentence: tuple[Word, ...], at: int, mood: Mood) -> Mood:
    word, before = sentence[at], _before(sentence, at, _REACH)
    if _past(word, before):
        if (mood is Mood.AHEAD and _CARRIED & set(before)) or _WANTED & set(before):
            return Mood.AHEAD
        state = _adjective(sentence, at, before) or bool({"is", "are"} & set(before[-2:]))
        return Mood.OPEN if state else Mood.DONE
    return mood if _COMING.isdisjoint(before[-2:]) else Mood.AHEAD


def _goes_on(sentence: tuple[Word, ...], at: int, mood: Mood, here: Mood) -> Mood:
    """The mood of what follows a word in its clause."""
    word = sentence[at]
    if word.folded in _MODALS and (word.opens or not _big(word)):
        return Mood.AHEAD
    if word.folded == "to" and _promised(sentence, at):
        return Mood.AHEAD
    if word.folded == "did":
        return Mood.DONE
    if word.folded in {"for", "of", "on"} and at and sentence[at - 1].folded in _HOPES:
        return Mood.AHEAD
    finite = word.folded in {"has", "had"} or (word.folded in _HAVE and mood is not Mood.AHEAD)
    return Mood.OPEN if here is Mood.DONE or finite else mood


def _promised(sentence: tuple[Word, ...], at: int) -> bool:
    """Whether “to” here follows a promise, a plan or a form of “be”, perhaps with an object between."""
    before = _before(sentence, at, _OBJECT)
    after = sentence[at + 1].folded if at + 1 < len(sentence) else ""
    if after == "blame" or (after == "have" and set(before[-1:]) & _BESIDE):
        return False
    return after == "be" or not _PROMISES.isdisjoint(before) or not _SAID_OF.isdisjoint(before[-1:])


def _before(sentence: tuple[Word, ...], at: int, reach: int) -> list[str]:
    """The few words before this one in its clause, folded."""
    near = sentence[max(0, at - reach) : at]
    return [word.folded for word in near if word.clause == sentence[at].clause]


def _adjective(sentence: tuple[Word, ...], at: int, before: list[str]) -> bool:
    """Whether a participle goes with a noun (“a planned sale”, “hosted by Norway”)."""
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if sentence[at].joined:
        return True
    if after is None or after.clause != sentence[at].clause:
        return False
    if after.folded == "by":
        return len(before) > 1 and _AUXILIARIES.isdisjoint(before)
    return (
        before[-1:] != [] and before[-1] in _BEFORE_NOUNS and after.folded not in _AFTER and not _big(after)
    )


def past_form(word: Word) -> bool:
    """Whether a word is a past tense or a participle by its form."""
    low = word.folded
    if low in _NO_VERBS or (_big(word) and not word.opens):
        return False
    return (low.endswith("ed") and len(low) > 4) or low in PARTICIPLES or low in BACK  # noqa: PLR2004


def _past(word: Word, before: list[str]) -> bool:
    """Whether a word is a past form; “set”, “put” and the like behind “has” or “was” only."""
    return past_form(word) or (word.folded in _SHORT_PASTS and not _AUXILIARIES.isdisjoint(before[-2:]))


def _big(word: Word) -> bool:
    """Whether a word is printed as names are: with a capital, not all in capitals."""
    return word.capital and not (word.text.isupper() and len(word.text) > 1)


def predicates(sentence: tuple[Word, ...]) -> list[int]:
    """Where the verbs stand: past forms that are no adjectives, and base forms behind a modal or “to”."""
    return [at for at in range(len(sentence)) if _verb(sentence, at)]


def _verb(sentence: tuple[Word, ...], at: int) -> bool:
    word = sentence[at]
    led = at > 0 and (sentence[at - 1].folded in _MODALS or sentence[at - 1].folded == "to")
    if not (led or past_form(word) or word.folded in _SHORT_PASTS):
        return False
    before = _before(sentence, at, _REACH)
    if word.number or (word.folded == "won" and _MONEY & set(before[-1:])):
        return False
    if _past(word, before):
        return not _adjective(sentence, at, before)
    led = "to" in before[-1:] and not word.folded.endswith("s")
    adverb = word.folded in STOP or word.folded in ORDINALS or word.folded.endswith("ly")
    return not (_big(word) or adverb) and (led or bool(_MODALS & set(before[-1:])))


def whole_clauses(sentence: tuple[Word, ...]) -> list[list[Word]]:
    """The clauses of a sentence, each with a verb: “Sailings on Monday and | Tuesday were cancelled” is one.

    A subject is joined with what follows a relative clause (“Her trial, which …, | was put off”).
    """
    verbs = {id(sentence[at]) for at in predicates(sentence)}
    found: list[list[Word]] = []
    subject: list[Word] | None = None
    for run in clauses(sentence, coarse=True):
        relative = run[0].folded in _RELATIVES
        if subject is None or relative:
            found.append(list(run))
        else:
            subject.extend(run)
        if not relative:
            stated = any(id(word) in verbs or word.folded in FINITE for word in run)
            subject = None if stated else (subject or found[-1])
    return found
