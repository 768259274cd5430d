"""How surely two pieces of news are about the same event, between 0 and 1.

Words count by their rarity (Spärck Jones 1972, doi:10.1108/eb026526); names tell events apart where topics do
not (Kumaran and Allan 2004, doi:10.1145/1008992.1009044), and figures tell apart what happened to the same
people on another day. Three signs are weighed by a logistic regression fitted on
`tests/evals/reported/dev_a.jsonl` alone:

* the rarity of the words that both have in their leads, names left out;
* how many figures (amounts, counts, days, times) both have;
* how much of one's title the other has, by rarity: the title carries the event.

Two pieces that share no name are about two events. A summary as feeds give it has less to share than the lead
of an article, and has weights of its own.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from bot.services.checks.likeness import common
from bot.services.checks.vocabulary import LIGHT
from bot.services.checks.words import Word, words
from bot.services.dating.words import MONTH_NAMES, WEEKDAY_NAMES

LEAD = 160
"""Words of a text that are compared; what an article is about stands at its beginning."""
COMMON, RARE = 0.03, 0.003
"""The share of articles taken to have a word of the dictionary, and a name or a rarer word."""
BACKGROUND = 100
"""Articles of other days that a word's frequency today is seen among."""
OUTLETS = 5
"""As many pieces may have a word for one event's sake; only from there on it is common today."""
MOST_FIGURES = 3
SUMMARY = 50
"""Words below which a text is taken for a summary."""
SILENT = LIGHT | {*MONTH_NAMES, *WEEKDAY_NAMES}
"""Words that every article has, those with a capital among them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a natural unit of rarity, a figure and a whole title count, in logits from `bias`."""

    rarity: float
    figure: float
    title: float
    bias: float


LEADS = Weights(rarity=0.0783, figure=1.08, title=4.21, bias=-6.65)
SUMMARIES = Weights(rarity=0.1073, figure=0.85, title=6.9, bias=-5.83)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a piece is compared by: figures, its length in words, and stems, of names, content and title."""

    content: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]
    figures: frozenset[str]
    every: frozenset[str]
    familiar: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare stems are: minus the logarithm of the share of articles that have them."""

    found: Mapping[str, float]

    def of(self, stems: AbstractSet[str]) -> float:
        """The rarity of these together."""
        return sum(self.found[stem] for stem in stems)


def lead(text: str) -> str:
    """The beginning of a text, which is what is compared."""
    return " ".join(text.split(maxsplit=LEAD)[:LEAD])


def profile(title: str, text: str) -> Profile:
    """What a piece is compared by, from its title and the beginning of its text."""
    return _profile(title, lead(text))


@lru_cache(maxsize=2048)
def _profile(title: str, beginning: str) -> Profile:
    headline, body = words(title), words(beginning)
    telling = [word for word in (*headline, *body) if word.folded not in SILENT]
    names = frozenset(word.stem for word in telling if _is_name(word))
    figures = frozenset(word.stem for word in telling if word.number and len(word.stem) > 1)
    every = frozenset(word.stem for word in telling)
    told = every.intersection(word.stem for word in headline if word.folded not in SILENT)
    return Profile(
        content=frozenset(stem for stem in every - names if not stem[0].isdigit()),
        names=names,
        title=told,
        figures=figures,
        every=every,
        familiar=frozenset(word.stem for word in telling if common(word.folded)),
        length=len(body),
    )


def rarity(profiles: Sequence[Profile]) -> Rarity:
    """How rare the words of these pieces are, among them and in news at large."""
    counts = Counter(stem for each in profiles for stem in each.every)
    familiar = frozenset[str]().union(*(each.familiar for each in profiles))
    known = len(profiles) + BACKGROUND
    return Rarity(
        {
            stem: -log((COMMON if stem in familiar else RARE) + max(0, count - OUTLETS) / known)
            for stem, count in counts.items()
        }
    )


def resemblance(one: Profile, other: Profile, rarity: Rarity) -> float:
    """How surely two pieces are about the same event."""
    if not one.names & other.names:
        return 0.0
    weights = SUMMARIES if min(one.length, other.length) < SUMMARY else LEADS
    logit = (
        weights.bias
        + weights.rarity * rarity.of(one.content & other.content)
        + weights.figure * min(MOST_FIGURES, len(one.figures & other.figures))
        + weights.title * max(_told(one.title, other, rarity), _told(other.title, one, rarity))
    )
    return 1 / (1 + exp(-logit))


def _told(title: AbstractSet[str], other: Profile, rarity: Rarity) -> float:
    """How much of a title the other piece has."""
    least = min(rarity.of(title), rarity.of(other.every))
    return rarity.of(title & other.every) / least if least else 0.0


def _is_name(word: Word) -> bool:
    """Whether its capital says something: titles and openings of sentences have theirs anyway."""
    return word.capital and not common(word.folded)
