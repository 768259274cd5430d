"""A summary by selection: the few sentences that together say most of what the article says.

Greedy maximum coverage of weighted words under a length budget (Takamura & Okumura 2009,
doi:10.3115/1609067.1609154): words that come back, names of the actors and words of the opening weigh more.
A sentence counts for less the worse it stands alone or reports. No sentence is ever rewritten.
The numbers were set on annotated news (`tests/evals`); none moves the covered points by more than 0.02.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.article import Article, Sentence
from bot.domain.brief import Length
from bot.domain.folding import fold
from bot.domain.reading import ActorClaim, EventClaim, StatementClaim
from bot.engines.offline.loaded import is_loaded
from bot.services.cleaning import dateline_length
from bot.services.instructions import is_instruction
from bot.services.wordlists import STOPWORDS

OVERSHOOT = 14
"""Words by which the last sentence may pass the target."""

WHOLE = 2
"""A text of so many sentences comes back as it is."""

ONE_SENTENCE_BELOW = 120
"""An article with fewer words than this is told in one sentence."""

SHORTEST = 9
"""Words below which a sentence says too little to stand alone."""

STEM = 6
"""Letters by which two words count as the same one."""

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|「[^」]*」")
WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
ENDS = re.compile(r"[.!?。！？؟।…][\"'”’»)\]]*$")
FIGURE = re.compile(
    r"[$€£¥₹]\s?\d|\d\s?%|\d,\d{3}"
    r"|\d[\d.,]*\s?(per ?cent|million|billion|trillion|bn|people|votes|tonnes|years)\b",
    re.IGNORECASE,
)
LEANS = re.compile(
    r"[“\"‘']?(he|she|they|it|this|that|these|those|his|her|their|its|but|and|so|yet|nor|or|there|then|others|another"
    r"|neither|both|here|such|by then|instead|however|meanwhile|also)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its rank, how far down (0 to 1), whether it opens a paragraph or announces."""

    rank: int
    depth: float
    opens: bool
    announces: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be chosen: its text, its words, and how much they count here (about 0.2 to 2)."""

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
    chosen.sort(key=lambda candidate: candidate.sentence.id)
    return tuple(StatementClaim(candidate.text, (candidate.sentence.id,)) for candidate in chosen)


def _budget(article: Article, length: Length) -> int:
    words = _count(article.text)
    return 1 if words < ONE_SENTENCE_BELOW else min(length.words, words // 3)


def _candidates(article: Article, events: Sequence[EventClaim]) -> list[Candidate]:
    announcing = {sentence for event in events for sentence in event.sentences}
    opening = {s.paragraph: s.id for s in reversed(article.sentences)}
    told = _told(article)
    return [
        _candidate(s, Place(n, n / len(told), opening[s.paragraph] == s.id, s.id in announcing))
        for n, s in enumerate(told)
    ]


def _told(article: Article) -> Sequence[Sentence]:
    plain = [s for s in article.sentences if not is_instruction(s.text)] or article.sentences
    body = [s for s in plain if not s.heading] or list(plain)
    full = [s for s in body if _count(s.text) >= SHORTEST and ENDS.search(s.text)]
    enough = 2 * sum(_count(s.text) for s in full) >= sum(_count(s.text) for s in body)
    return full if enough and len(body) > WHOLE else body


def _candidate(sentence: Sentence, place: Place) -> Candidate:
    text = sentence.text[dateline_length(sentence.text) :]
    stems = frozenset(_stems(text))
    return Candidate(sentence, text, stems, _count(text), _standing(place) * _manner(text, stems, place))


def _standing(place: Place) -> float:
    """News tells its point first, and opens a paragraph with what the paragraph is about."""
    early = 1 + 0.25 * math.exp(-place.rank / 5)
    return early * (1 - 0.25 * place.depth) * (1.25 if place.opens else 1) * (1.2 if place.announces else 1)


def _manner(text: str, stems: frozenset[str], place: Place) -> float:
    """Reports and figures count for more than quotations, questions, judgements and loose continuations."""
    told = QUOTED.sub(" ", text)
    quoted = 1 - len(stems.intersection(_stems(told))) / max(1, len(stems))
    manner = 1 - 0.5 * quoted
    if place.rank and LEANS.match(text):
        manner *= 0.6
    if "?" in text:
        manner *= 0.5
    if is_loaded(told):
        manner *= 0.25
    return manner * (1.15 if FIGURE.search(told) else 1)


def _weights(candidates: Sequence[Candidate], actors: Sequence[ActorClaim]) -> dict[str, float]:
    """What it is worth to cover a word: the more, the more sentences have it."""
    counts = Counter(stem for candidate in candidates for stem in candidate.stems)
    names = {stem for actor in actors for stem in _stems(" ".join((actor.name, *actor.aliases)))}
    opening = candidates[0].stems
    return {
        stem: 0.4 + 0.75 * math.log(count) + 0.3 * (stem in names) + 0.2 * (stem in opening)
        for stem, count in counts.items()
    }


def _choose(candidates: Iterable[Candidate], weights: Mapping[str, float], budget: int) -> list[Candidate]:
    left, chosen, words = set(candidates), list[Candidate](), 0
    covered: set[str] = set()

    def gain(candidate: Candidate) -> tuple[float, int]:
        new = sum(weights[stem] for stem in candidate.stems - covered)
        return new * candidate.fitness / max(1, candidate.length) ** 0.7, -candidate.sentence.id

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
    return [stem for word in WORD.findall(fold(text)) for stem in _cut(word)]


def _cut(word: str) -> list[str]:
    if UNSPACED.search(word):
        return [word[i : i + 2] for i in range(len(word) - 1)]
    return [word[:STEM]] if (len(word) > 2 and word not in STOPWORDS) or word.isdigit() else []  # noqa: PLR2004
