"""The actors of an English article: which figures have a part in it, under which name, in which role."""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Span

from bot.domain.article import Article, Sentence
from bot.domain.countries import country_named
from bot.domain.reading import ActorClaim, Kind
from bot.engines.offline.actors.figures import HEADED, PROVEN, STATE, Figure, gather
from bot.engines.offline.actors.institutions import institutions
from bot.engines.offline.actors.kinds import OBJECTS, ORG, PERSON, PLACE, SPEAKS
from bot.engines.offline.actors.lines import Line, lines_of
from bot.engines.offline.actors.role import Role
from bot.engines.offline.actors.roles import roles, shared_roles
from bot.engines.offline.actors.spotting import Mention, spot, vocabulary
from bot.engines.offline.actors.words import bodies, grammar, people


def find_actors(article: Article, parsed: Sequence[tuple[Sentence, Span]]) -> tuple[ActorClaim, ...]:
    """The named actors of an English article, the most important first; roles and aliases as printed."""
    lines = lines_of(parsed)
    known = vocabulary(lines)
    spotted = [list(spot(line, known)) for line in lines]
    offices = [mention for line in lines for mention in institutions(line)]
    figures = gather([*(mention for names in spotted for mention in names if not mention.venue), *offices])
    shared = _shared(spotted)
    taken = {names[0].line.id: frozenset(m.title for m in names) for names in spotted if names}
    actors = [figure for figure in figures if is_actor(figure, article.title or "")]
    actors.sort(key=lambda f: -_importance(f, lines))
    return tuple(_claim(figure, shared, taken) for figure in actors)


def _shared(spotted: list[list[Mention]]) -> dict[tuple[int, int], list[Role]]:
    found: defaultdict[tuple[int, int], list[Role]] = defaultdict(list)
    for names in spotted:
        for mention, role in shared_roles(names):
            found[mention.line.id, mention.start].append(role)
    return found


def _importance(figure: Figure, lines: list[Line]) -> float:
    early = 2.0 * (1 - figure.mentions[0].line.id / (len(lines) + 1))
    return len(figure.mentions) + early + (figure.kind == PERSON)


def _claim(
    figure: Figure, shared: dict[tuple[int, int], list[Role]], taken: dict[int, frozenset[int]]
) -> ActorClaim:
    kind = Kind(figure.kind)
    found = [
        r
        for m in figure.mentions
        for r in (*shared.get((m.line.id, m.start), ()), *roles(m, kind, taken.get(m.line.id, frozenset())))
    ]
    role = max(found, key=lambda r: r.weight, default=None)
    name = _name(figure)
    return ActorClaim(
        name, kind, role.text if role else None, _aliases(figure, name), _evidence(figure, role)
    )


def _name(figure: Figure) -> str:
    if figure.kind == STATE:
        assert figure.country
        printed = [m.text for m in figure.mentions]
        return next((p for p in printed if p in figure.country.all_names and not p.isupper()), printed[0])
    return max((m.text for m in figure.mentions), key=lambda t: len(t.split()))


def _aliases(figure: Figure, name: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for mention in figure.mentions:
        found[mention.text] = None
        if mention.title < mention.start and set(mention.addressed()) <= people.HONORIFICS | people.RANKS:
            found[mention.line.printed(mention.title, mention.end)] = None
        if mention.acronym:
            found[mention.acronym] = None
        longer = mention.longer() if figure.kind == ORG else None
        if longer:
            found[longer] = None
    found.pop(name, None)
    return tuple(found)


def _evidence(figure: Figure, role: Role | None) -> tuple[int, ...]:
    first = figure.mentions[0].line.id
    ids = [first, *([role.line] if role else []), *(m.line.id for m in figure.mentions[:3])]
    return tuple(dict.fromkeys(ids))


ENOUGH_AGENCY = 0.95
"""A state is an actor when it acts once, or is party to something twice."""

ENOUGH_FOR_ONE_WORD = 2.5
"""Witnesses, deeds and repetitions that make an organization of a single capitalised word."""

LONGEST_LIST = 12
"""Names joined to one that acts (“Peru, Chile, … and Brazil signed it”)."""

SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))


def is_actor(figure: Figure, title: str) -> bool:
    """Whether the figure has a part in the story that the text proves."""
    if figure.kind == PERSON:
        return _is_sure_person(figure) and not _is_noun(figure)
    if figure.kind == STATE:
        return sum(map(_agency, figure.mentions)) >= ENOUGH_AGENCY
    if figure.kind == PLACE:
        return _is_theme(figure, title) or figure.votes[SPEAKS] > 0
    return figure.kind == ORG and _is_sure_body(figure) and not _is_office(figure)


def _is_sure_body(figure: Figure) -> bool:
    acts = min(2, sum(map(_acts, figure.mentions)))
    if len(figure.key) == 1 and not figure.acronyms:
        deeds = acts + 1.5 * min(1, figure.votes[SPEAKS])
        return figure.weights[ORG] + deeds + 0.5 * (len(figure.mentions) - 1) >= ENOUGH_FOR_ONE_WORD
    return bool(acts) or len(figure.mentions) > 1 or figure.votes[ORG] >= PROVEN


def _is_sure_person(figure: Figure) -> bool:
    weight = figure.weights[PERSON] + 0.5 * min(1, figure.votes[SPEAKS])
    acts = any(map(_acts, figure.mentions))
    if len(figure.key) == 1:
        return weight >= HEADED
    return weight >= (1.0 if acts else PROVEN) and (acts or figure.votes[PERSON] >= 0)


def _is_noun(figure: Figure) -> bool:
    """Whether what looks like a person is an office in capitals (“Senior Researcher”)."""
    first = figure.mentions[0]
    bare = all(people.is_person_noun(m.line.words[m.end - 1]) and m.title == m.start for m in figure.mentions)
    return bare and "PERSON" not in first.line.ents[first.start : first.end] and figure.votes[PERSON] < HEADED


def _is_office(figure: Figure) -> bool:
    """Whether what looks like a body is an office in capitals: “Town Clerk”."""
    first = figure.mentions[0]
    words = [first.line.word(i) for i in range(first.start, first.end)]
    office = words[-1] in people.PERSON_NOUNS - bodies.ORG_HEADS - bodies.ORG_NOUNS
    return office and "of" not in words and figure.votes[ORG] < PROVEN


def _is_theme(figure: Figure, title: str) -> bool:
    """Whether a place is what the article is about: in its title and again in the text."""
    titled = any(m.text in title for m in figure.mentions)
    return titled and any(not _is_where(m) for m in figure.mentions)


def _is_where(mention: Mention) -> bool:
    """Whether the mention only says where something is."""
    before = mention.line.word(mention.start - 1)
    if before == "the":
        before = mention.line.word(mention.start - 2)
    return before in grammar.PLACE_PREPOSITIONS or before in ("from", "to", "after", "on")


def _agency(mention: Mention) -> float:
    """How much a state acts in this mention: fully as a subject, hardly as the place of something."""
    line, before = mention.line, mention.line.word(mention.start - 1)
    if before == "the":
        before = line.word(mention.start - 2)
    if _acts(mention) or _is_party(line, _listed_first(line, mention.start)):
        return 1.0
    if before in grammar.PLACE_PREPOSITIONS or (before in ("from", "to") and not country_named(mention.text)):
        return 0.1
    return 0.6 if before in ("between", "with", "against", "and", "for") else 0.35


def _takes_part(line: Line, i: int) -> bool:
    """Whether something is done by it, said according to it, or done to it as to a party."""
    head = line.heads[i]
    if line.deps[i] in OBJECTS:
        return line.word(head) in grammar.CONTESTS
    return line.deps[i] == "pobj" and (line.word(head) == "by" or line.word(head - 1) == "according")


def _listed_first(line: Line, i: int) -> int:
    """The first of the places that commas and “and” join to this one, however they are parsed."""
    while i > 1 and line.word(i - 1) in (",", "and") and line.ents[i - 2] == "GPE":
        i -= 2
        while i > 0 and line.ents[i - 1] == "GPE" and not line.begins[i]:
            i -= 1
    return i


def _acts(mention: Mention) -> bool:
    line, within = mention.line, range(mention.start, mention.end)
    i = next((k for k in within if line.heads[k] not in within), mention.end - 1)  # “Office for Budgets”
    return _is_party(line, i)


def _is_party(line: Line, i: int) -> bool:
    for _ in range(LONGEST_LIST):
        if line.deps[i] in SUBJECTS or _takes_part(line, i):
            return True
        if line.deps[i] == "compound" and line.word(line.heads[i]) not in bodies.GROUP_NOUNS:
            return False
        if line.deps[i] not in ("conj", "appos", "compound"):
            return False
        i = line.heads[i]
    return False
