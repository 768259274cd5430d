"""A summary by selection: the few sentences that together say most of what the article says.

Greedy maximum coverage of weighted words under a length budget (Takamura & Okumura 2009,
doi:10.3115/1609067.1609154): words that come back, names of the actors and words of the opening weigh more;
quotations, questions and sentences that lean on the one before weigh less. No sentence is ever rewritten.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.article import Article, Sentence
from bot.domain.brief import Length
from bot.domain.reading import ActorClaim, EventClaim, StatementClaim
from bot.engines.offline.stopwords import STOPWORDS
from bot.services.cleaning import dateline_length

TARGET_WORDS = {Length.SHORT: 40, Length.STANDARD: 90, Length.LONG: 180}
"""Words aimed at for a long article."""

WHOLE = 2
"""A text of so many sentences comes back as it is."""

OVERSHOOT = 12
"""Words by which the last sentence may pass the target."""

ONE_SENTENCE_BELOW = 120
"""An article with fewer words than this is told in one sentence."""

SHORTEST = 6
"""Words below which a sentence says too little to stand alone."""

STEM = 6
"""Letters by which two words count as the same one."""

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|「[^」]*」")
WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
ENDS = re.compile(r"[.!?。！？؟।…][\"'”’»)\]]*$")
LEANS = re.compile(
    r"[“\"‘']?(he|she|they|it|this|that|these|those|his|her|their|its|but|and|so|yet|nor|or|there|then|others|another"
    r"|neither|both|here|such|by then|instead|however|meanwhile|also)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be chosen: its text, its words, and how well it stands alone (0 to 1.6)."""

    sentence: Sentence
    text: str
    stems: frozenset[str]
    length: int
    fitness: float


def summarize(
    article: Article, actors: Sequence[ActorClaim], events: Sequence[EventClaim], length: Length
) -> tuple[StatementClaim, ...]:
    """Verbatim sentences in the article's order, each citing itself."""
    candidates = _candidates(article, events)
    if len(candidates) <= WHOLE:
        chosen = candidates
    else:
        chosen = _choose(candidates, _weights(candidates, actors), _budget(article, length))
    return tuple(
        StatementClaim(c.text, (c.sentence.id,)) for c in sorted(chosen, key=lambda c: c.sentence.id)
    )


def _budget(article: Article, length: Length) -> int:
    if _count(article.text) < ONE_SENTENCE_BELOW:
        return 1
    return min(TARGET_WORDS[length], _count(article.text) // 3)


def _candidates(article: Article, events: Sequence[EventClaim]) -> list[Candidate]:
    announced = {sentence for event in events for sentence in event.sentences}
    body = [s for s in article.sentences if not s.heading] or list(article.sentences)
    full = [s for s in body if _count(s.text) >= SHORTEST and ENDS.search(s.text)]
    told = full if full and len(body) > WHOLE else body
    return [
        _candidate(sentence, first=n == 0, announces=sentence.id in announced)
        for n, sentence in enumerate(told)
    ]


def _candidate(sentence: Sentence, *, first: bool, announces: bool) -> Candidate:
    text = sentence.text[dateline_length(sentence.text) :]
    stems = frozenset(_stems(text))
    return Candidate(
        sentence, text, stems, _count(text), _fitness(text, stems, first=first, announces=announces)
    )


def _fitness(text: str, stems: frozenset[str], *, first: bool, announces: bool) -> float:
    told = frozenset(_stems(QUOTED.sub(" ", text)))
    quoted = 1 - len(told & stems) / max(1, len(stems))
    fitness = (1 - 0.5 * quoted) * (1.2 if first else 1) * (1.3 if announces else 1)
    if LEANS.match(text) and not first:
        fitness *= 0.75
    return fitness * (0.5 if "?" in text else 1)


def _weights(candidates: Sequence[Candidate], actors: Sequence[ActorClaim]) -> dict[str, float]:
    """What covering a word is worth: rare words a little, returning words by the logarithm of how often."""
    counts = Counter(stem for candidate in candidates for stem in candidate.stems)
    names = {stem for actor in actors for stem in _stems(" ".join((actor.name, *actor.aliases)))}
    opening = candidates[0].stems
    return {
        stem: 0.35 + 0.75 * math.log(count) + 0.4 * (stem in names) + 0.2 * (stem in opening)
        for stem, count in counts.items()
    }


def _choose(candidates: Iterable[Candidate], weights: dict[str, float], budget: int) -> list[Candidate]:
    left, chosen, words = set(candidates), list[Candidate](), 0
    covered: set[str] = set()

    def gain(candidate: Candidate) -> tuple[float, int]:
        new = sum(weights[stem] for stem in candidate.stems - covered)
        return new * candidate.fitness / candidate.length**0.7, -candidate.sentence.id

    while left and words < budget:
        best = max(left, key=gain)
        left.discard(best)
        if chosen and words + best.length > budget + OVERSHOOT:
            continue
        chosen.append(best)
        covered |= best.stems
        words += best.length
    return chosen


def _count(text: str) -> int:
    """Words; where a script writes none apart, two characters count as one."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2


def _stems(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return [stem for word in WORD.findall(plain) for stem in _cut(word)]


def _cut(word: str) -> list[str]:
    if UNSPACED.search(word):
        return [word[i : i + 2] for i in range(len(word) - 1)]
    return [word[:STEM]] if (len(word) > 2 and word not in STOPWORDS) or word.isdigit() else []  # noqa: PLR2004
