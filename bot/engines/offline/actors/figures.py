"""Mentions gathered into figures: one person, organization, state or place under all its names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain.countries import Country, country_named, country_of_demonym, country_of_seat
from bot.engines.offline.actors.kinds import (
    ORG,
    OTHER,
    PERSON,
    PLACE,
    SPEAKS,
    WEAK_CAP,
    Ballot,
    add,
    shape,
    sight,
    votes,
)
from bot.engines.offline.actors.spotting import Mention
from bot.engines.offline.actors.words import bodies, grammar, things
from bot.services.wordlists import listed

STATE = "state"
LONGEST_PERSON = 4
PROVEN = 1.5
"""Weight of evidence that more than one weak witness gives."""

HEADED = 2.5
"""Votes of a name that has the head of an organization in it."""


@dataclass(slots=True)
class Figure:
    """Everything that is known about one name of the article."""

    key: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    votes: Ballot = field(default_factory=lambda: Ballot(float))
    sights: Ballot = field(default_factory=lambda: Ballot(float))
    acronyms: set[str] = field(default_factory=set)
    country: Country | None = None

    @property
    def kind(self) -> str:
        """What most witnesses say."""
        if self.country:
            return STATE
        weights = self.weights
        if len(self.key) == 1 and self.votes[PERSON] < PROVEN:
            weights.pop(PERSON, None)
        speaks = weights.pop(SPEAKS, 0)
        kind = max(weights, key=lambda kind: weights[kind]) if weights else ORG
        placed = kind == PLACE and self.votes[PLACE] >= PROVEN  # “Kelbrook voted to leave”
        return ORG if speaks and kind in (PLACE, OTHER) and not placed else kind

    @property
    def weights(self) -> Ballot:
        """All votes for each kind, those of the weak witnesses capped."""
        total = Ballot(float, self.votes)
        add(total, {kind: min(weight, WEAK_CAP) for kind, weight in self.sights.items()})
        return Ballot(float, {kind: weight for kind, weight in total.items() if weight > 0})

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.kind == PERSON

    def take(self, other: "Figure") -> None:
        """Make the other figure's mentions this one's."""
        self.mentions += other.mentions
        add(self.votes, other.votes)
        add(self.sights, other.sights)
        self.acronyms |= other.acronyms


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """A spelling without accents, doubled letters and the usual variants of transliteration."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if c.isalnum())
    for old, new in (
        ("kh", "h"),
        ("iy", "i"),
        ("yy", "i"),
        ("ii", "i"),
        ("j", "i"),
        ("y", "i"),
        ("w", "v"),
        ("ou", "u"),
    ):
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1", r"\1", plain)


def fold(mention: Mention) -> tuple[str, ...]:
    """The name's words, folded, without marks."""
    words = mention.line.words[mention.start : mention.end]
    return tuple(filter(None, (skeleton(word) for word in words)))


def gather(mentions: Iterable[Mention]) -> list[Figure]:
    """All figures of the article, the names of each merged; in order of their first mention."""
    surfaces = _surfaces(mentions)
    _coordinated(surfaces)
    _shortened(surfaces)
    full = [f for f in surfaces if len(f.key) > 1 and not f.country]
    people = _People([f for f in full if f.person])
    organizations = _Bodies([f for f in full if not f.person])
    states = _states([f for f in surfaces if f.country])
    rest = [f for f in surfaces if len(f.key) == 1 and not f.country]
    alone = [f for f in rest if not _adopted(f, people, organizations)]
    figures = [*people.figures, *organizations.figures, *states, *alone]
    return sorted(figures, key=lambda f: (f.mentions[0].line.id, f.mentions[0].start))


def _surfaces(mentions: Iterable[Mention]) -> list[Figure]:
    """One figure for each spelling, in order."""
    found: dict[tuple[str, ...], Figure] = {}
    for mention in mentions:
        key = fold(mention)
        if not key or country_of_demonym(mention.text):
            continue
        figure = found.get(key)
        if figure is None:
            figure = found[key] = Figure(key, votes=shape(mention), country=_country(mention))
        figure.mentions.append(mention)
        add(figure.votes, votes(mention))
        add(figure.sights, sight(mention))
        if mention.acronym:
            figure.acronyms.add(mention.acronym)
    return list(found.values())


def _shortened(surfaces: list[Figure]) -> None:
    """People are called by their last name afterwards, organizations by their first word."""
    short = {f.key[0] for f in surfaces if len(f.key) == 1}
    for figure in surfaces:
        plain = figure.votes[ORG] < HEADED and figure.votes[OTHER] < HEADED
        if 1 < len(figure.key) <= LONGEST_PERSON and plain:
            first, last = figure.key[0] in short, figure.key[-1] in short
            head = figure.mentions[0].line.word(
                figure.mentions[0].end - 1
            )  # “Harlow Town”, “Town” are a club
            headed = head in bodies.ORG_HEADS | things.PLACE_HEADS
            figure.votes[ORG if headed else PERSON] += 2.0 * (last and not first)
            figure.votes[ORG] += 1.5 * (first and not last)


def _coordinated(surfaces: list[Figure]) -> None:
    """“Pfizer and Novo Nordisk”: what only the model takes for a person is a body beside another one."""
    ended = {(m.line.id, m.end): f for f in surfaces if _is_body(f) for m in f.mentions}
    begun = {(m.line.id, m.title): f for f in surfaces if _is_body(f) for m in f.mentions}
    for figure in surfaces:
        if len(figure.key) < 2 or figure.votes[PERSON] > 0:  # noqa: PLR2004 - people have two names
            continue
        for mention in figure.mentions:
            line = mention.line
            behind = mention.title - 1 - (line.word(mention.title - 1) == "the")
            ahead = mention.after + 1 + (line.word(mention.after + 1) == "the")
            joined = (line.word(behind) == "and" and (line.id, behind) in ended) or (
                line.word(mention.after) == "and" and (line.id, ahead) in begun
            )
            figure.votes[ORG] += 2.0 * joined


def _is_body(figure: Figure) -> bool:
    weights = figure.weights
    return figure.country is None and weights[ORG] - weights[PERSON] >= PROVEN


def _country(mention: Mention) -> Country | None:
    return country_named(mention.text) or country_of_seat(mention.text)


def _states(figures: list[Figure]) -> list[Figure]:
    found: dict[str, Figure] = {}
    for figure in figures:
        assert figure.country is not None
        if figure.country.name in found:
            found[figure.country.name].take(figure)
        else:
            found[figure.country.name] = figure
    return list(found.values())


def _adopted(single: Figure, people: "_People", organizations: "_Bodies") -> bool:
    """Whether a name of one word is short for a longer one."""
    if single.weights[PLACE] >= PROVEN and single.kind == PLACE:
        return False
    owner = people.owner(single) or organizations.owner(single)
    if owner is not None and not is_home(_head(owner.mentions[0]), single.mentions):
        owner.take(single)
    return owner is not None


class _People:
    """People with two names or more, found again by surname, first name, initial or another spelling."""

    def __init__(self, figures: list[Figure]) -> None:
        self.figures: list[Figure] = []
        self._by_last: defaultdict[str, list[Figure]] = defaultdict(list)
        self._by_part: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in sorted(figures, key=lambda f: -len(f.key)):
            self._add(figure)

    def _add(self, figure: Figure) -> None:
        same = next(
            (known for known in self._by_last[figure.key[-1]] if _same_person(known.key, figure.key)), None
        )
        if same is not None:
            same.take(figure)
            return
        self.figures.append(figure)
        self._by_last[figure.key[-1]].append(figure)
        for part in figure.key[:-1]:
            self._by_part[part].append(figure)

    def owner(self, single: Figure) -> Figure | None:
        """Whose short name this is; of two with the same surname, the one who is named first."""
        word = single.key[0]
        if single.kind == ORG and single.mentions[0].text.isupper():
            return None
        found = self._by_last.get(word) or self._by_part.get(word) or []
        return min(found, key=lambda f: (f.mentions[0].line.id, f.mentions[0].start), default=None)


def _same_person(known: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two names with one surname agree on the given names (“B.” and “Bauyrzhan” do)."""
    if known[0] == new[0] or set(new) <= set(known):
        return True
    short, long = sorted((known[0], new[0]), key=len)
    return len(short) == 1 and long.startswith(short)


class _Bodies:
    """Organizations and places with names of two words or more, found again by acronym, part or head."""

    def __init__(self, figures: list[Figure]) -> None:
        self.figures: list[Figure] = []
        self._by_acronym: dict[str, Figure] = {}
        self._by_first: dict[str, Figure] = {}
        self._by_last: dict[str, Figure] = {}
        self._by_head: dict[str, Figure] = {}
        self._by_tail: dict[tuple[str, ...], Figure] = {}
        for figure in sorted(figures, key=lambda f: -len(f.key)):
            self._add(figure)

    def _add(self, figure: Figure) -> None:
        whole = self._by_tail.get(figure.key)
        if whole is not None and whole.kind == figure.kind:
            whole.take(figure)
            return
        self.figures.append(figure)
        for i in range(1, len(figure.key) - 1):
            self._by_tail.setdefault(figure.key[i:], figure)
            self._by_tail.setdefault(figure.key[: i + 1], figure)
        for acronym in (*figure.acronyms, _initials(figure.mentions[0])):
            self._by_acronym.setdefault(skeleton(acronym), figure)
        self._by_first.setdefault(figure.key[0], figure)
        self._by_last.setdefault(figure.key[-1], figure)
        self._by_head.setdefault(_head(figure.mentions[0]), figure)

    def owner(self, single: Figure) -> Figure | None:
        """Which longer name this acronym, first word (“Bridgewater”) or head (“the Bank”) stands for."""
        word, mention = single.key[0], single.mentions[0]
        if word in self._by_acronym and sum(c.isupper() for c in mention.text) > 1:
            return self._by_acronym[word]
        defined = self._by_acronym.get(word)
        if defined is not None and any(skeleton(acronym) == word for acronym in defined.acronyms):
            return defined
        lower = mention.text.casefold()
        if lower in bodies.ORG_HEADS and mention.line.word(mention.start - 1) == "the":
            return self._by_head.get(lower)
        if (
            lower in bodies.ORG_HEADS - bodies.WEAK_ORG_HEADS
            or lower in things.PLACE_HEADS | grammar.NOT_NAMES
        ):
            return None
        return self._by_first.get(word) or self._by_last.get(word)


def _initials(mention: Mention) -> str:
    words = mention.line.words[mention.start : mention.end]
    return "".join(word[0] for word in words if word[0].isupper())


def _head(mention: Mention) -> str:
    words = [mention.line.word(i) for i in range(mention.start, mention.end)]
    of = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
    return words[of - 1]


LOCAL = listed("school clinic hospital college university church parish museum library theatre")
"""Heads of bodies that are named after their town."""
WHERE = frozenset(("in", "at", "near", "from", "to", "around", "outside"))


def is_home(head: str, mentions: Iterable[Mention]) -> bool:
    """Whether the first word of a body's name, alone, means the place: `head` is what the body is."""
    return head in LOCAL and all(map(_locates, mentions))


def _locates(mention: Mention) -> bool:
    line, end = mention.line, mention.end
    named = line.tag(end) in ("NN", "NNS") and line.words[end].islower()
    return named or line.word(mention.start - 1) in WHERE
