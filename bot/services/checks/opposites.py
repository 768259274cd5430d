"""English words that turn a claim round: negations, words of denial, and pairs of opposites."""

import re
from functools import cache

from bot.services.checks.stems import stem
from bot.services.checks.words import Word
from bot.services.wordlists import listed

NEGATORS = listed("not no never none nobody nothing neither nor without hardly scarcely barely")
"""Words that negate what follows them."""

DENIALS = frozenset(
    stem(word)
    for word in listed("deny refuse decline reject fail refute dispute unable unlikely impossible unwilling")
)
"""Stems that negate what follows them: denied, refused to, failed to, is unlikely to."""

ASSENTS = frozenset(
    stem(word) for word in listed("confirm accept admit acknowledge manage agree concede approve")
)
"""Stems that say yes to a claim, an offer or a try."""

LACKS = frozenset(stem(word) for word in listed("lack want absence shortage"))
"""Stems that deny, before “of”, what follows."""

UNDOING = frozenset(stem(word) for word in listed("exclude deny reject dismiss"))
"""Stems that say no themselves, so that “not” before them says yes."""

CUES = (
    frozenset(
        stem(word)
        for word in listed("""
deny refuse decline reject fail refute dispute unable unlikely impossible unwilling lack lacking absence
absent avoid prevent prohibit ban bar forbid stop halt cease drop cancel scrap abandon withdraw
unless innocent acquit void invalid annul overturn contrary rather instead
unrelated unknown unclear unchanged unmet undecided unfinished idle vacant empty
otherwise barely lapse suspend postpone resist rebut contradict
still indefinitely freeze frozen shortage unaware unhappy unimpressed reluctant untrue
false wrong untrue dismiss exclude doubt miss
anonymity anonymous ill unwell pause delay skip lose escape
""")
    )
    | DENIALS
)
"""Stems that can carry a negation in other words; they excuse a “not” on the other side."""

BARS = frozenset(
    stem(word)
    for word in listed(
        "ban bar prohibit forbid prevent stop halt cease cancel scrap abandon drop suspend lack annul void "
        "block freeze frozen idle postpone delay"
    )
)
"""Stems that undo what their clause speaks of: sales that are banned are not made."""

_PREFIX = re.compile(
    r"(?:un(?!der|til|less|anim|veil|fold|earth|cover|lock|load|rest\b|preced|i(?![dmn]))|non(?!ethe))\w{4,}"
    r"|(?:i[lm](?!ag)|ir(?!rit)|in(?!valu|flam|hab|evit|fall|vinc|disp|cred))\w{3,}[ai]ble"
)
"""“Unpaid”, “unidentified” and “impassable”, not “under”, “union”, “unveiled” or “inevitable”."""
_ROOT = re.compile(r"(?:un|non|in|im|il|ir|dis)(\w{4,})|(\w{3,})less")
_LESS = re.compile(r"(?!regard|none|never|doubt|wire|price)\w+less")


def prefixed(word: Word) -> bool:
    """Whether “un-” or “non-” turns a word round."""
    return bool(_PREFIX.fullmatch(word.folded))


def root(word: Word) -> str:
    """The stem of what a prefix or “-less” turns round: of “pay” for “unpaid”; empty for other words."""
    found = _ROOT.fullmatch(word.folded)
    return stem(found[1] or found[2]) if found else ""


def cue(word: Word) -> bool:
    """Whether a word can carry a negation, in itself or in other words; “note” is no form of “not”."""
    return word.stem in CUES or word.folded in NEGATORS


def negative(word: Word, *, strictly: bool = False) -> bool:
    """Whether a word says no: a negation, a word such as “cancelled”, or one with “un-” or “-less”.

    Strictly, negations and words of denial do not count.
    """
    plain = word.folded in NEGATORS or word.stem in DENIALS
    other = cue(word) or prefixed(word) or word.folded == "non" or bool(_LESS.fullmatch(word.folded))
    return (other and not plain) or (plain and not strictly)


_OPPOSITES = """
postpone : advance
revive restore rebuild : scrap abandon
reinforce strengthen : weaken
uphold : overturn annul dismiss reject throw
keep unchanged : change
confirm : cancel scrap postpone
continue : stop halt
resume retake : suspend cancel
agree accept : refuse deny
sign : reject
expire lapse : renew extend
calm : angry
acceptable : unacceptable
able : unable
related : unrelated
available : unavailable
rise increase grow climb gain jump surge higher raise up : fall drop decline decrease slow dip lower
rise increase grow climb gain jump surge higher raise up : shrink slip plunge ease down lose
raise lift : lower cut
increase : reduce decrease
approve accept agree endorse adopt clear pass consent : reject refuse veto oppose
allow permit let : ban bar forbid prohibit prevent block
support endorse favor back : oppose against object condemn denounce
win : lose
won victory : lost defeat
begin start launch resume restart : end close finish stop halt suspend
open : end close stop halt suspend
confirm : deny
admit confess : deny
accept : decline refuse
guilty : innocent
convict : acquit
arrest detain capture : free release
release : capture
keep retain leave : abandon
stay remain : leave quit
arrive : depart
include : exclude
strengthen : weaken
strong : weak
improve : worsen
better : worse
more : less fewer
above over exceed : below under
majority : minority
most : least
before : after
likely : unlikely
possible : impossible
legal lawful : illegal unlawful
appoint hire : dismiss sack fire
join : leave quit
buy : sell
import : export
enter : leave
success succeed : failure fail
advance : retreat
attack : defend
hope : fear
praise welcome : criticize condemn denounce
welcome : reject
reopen : close shut
open : shut close
expand extend : shrink shorten
extend : curtail
largest biggest : smallest
high : low
highest : lowest
north northern : south southern
east eastern : west western
unanimous unanimously : divided
public : private secret
maximum : minimum
ally : enemy
tighten : loosen ease
impose : lift
build : demolish
arrive : leave
find : lose
remember : forget
valid : void invalid
friend : enemy
safe : dangerous
cheap : expensive
hot : cold
male : female
true : false
gain : loss
profit : loss
surplus : deficit
ahead : behind
up : down
upward : downward
inside : outside
same : different
satisfied satisfaction pleased : dissatisfied unhappy disappointed
calm : worry
worried concerned : pleased reassured
cooperate : refuse
comply : defy
guarantee : refuse
"""


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For each stem the stems that say the opposite."""
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES.strip().splitlines():
        left, right = ([stem(word) for word in side.split()] for side in line.split(":"))
        for one in left:
            found.setdefault(one, set()).update(right)
        for other in right:
            found.setdefault(other, set()).update(left)
    return {word: frozenset(others) for word, others in found.items()}
