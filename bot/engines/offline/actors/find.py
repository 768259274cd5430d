"""The actors of an English article."""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Span

from bot.domain.article import Article, Sentence
from bot.domain.countries import country_named
from bot.domain.reading import ActorClaim, Kind
from bot.engines.offline.actors import words as w
from bot.engines.offline.actors.casing import is_shouted, recased
from bot.engines.offline.actors.figures import STATE, Figure, gather
from bot.engines.offline.actors.institutions import institutions
from bot.engines.offline.actors.kinds import ORG, PERSON, PLACE
from bot.engines.offline.actors.lines import Line, lines_of
from bot.engines.offline.actors.roles import Role, roles
from bot.engines.offline.actors.sharing import shared_roles
from bot.engines.offline.actors.spotting import Mention, spot, vocabulary
from bot.engines.offline.parsing import parse

MOST = 30
"""More actors than this no reader takes in; the least important are left out."""

ENOUGH_AGENCY = 0.95
"""A state is an actor when it acts once, or is party to something twice."""

ENOUGH_FOR_ONE_WORD = 2.5
"""Witnesses, deeds and repetitions that make an organization of a single capitalised word."""

SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))


def find_actors(article: Article, parsed: Sequence[tuple[Sentence, Span]]) -> tuple[ActorClaim, ...]:
    """The named actors of an English article, the most important first; roles and aliases as printed."""
    if is_shouted(article):
        parsed = list(parse(recased(article)))
    lines = lines_of(parsed)
    known = vocabulary(lines)
    spotted = [list(spot(line, known)) for line in lines]
    offices = [mention for line in lines for mention in institutions(line)]
    figures = gather([*(mention for names in spotted for mention in names), *offices])
    shared = _shared(spotted)
    taken = {names[0].line.id: frozenset(m.title for m in names) for names in spotted if names}
    actors = [figure for figure in figures if _listed(figure, article)]
    actors.sort(key=lambda f: -_importance(f, lines))
    return tuple(_claim(figure, shared, taken) for figure in actors[:MOST])


def _shared(spotted: list[list[Mention]]) -> dict[tuple[int, int], list[Role]]:
    found: defaultdict[tuple[int, int], list[Role]] = defaultdict(list)
    for names in spotted:
        for mention, role in shared_roles(names):
            found[mention.line.id, mention.start].append(role)
    return found


def _listed(figure: Figure, article: Article) -> bool:
    if all(m.venue for m in figure.mentions) or _credited(figure):
        return False
    if figure.kind == PERSON:
        return _is_sure_person(figure) and not _is_noun(figure)
    if figure.kind == STATE:
        return sum(map(_agency, figure.mentions)) >= ENOUGH_AGENCY
    if figure.kind == PLACE:
        return _is_theme(figure, article)
    if figure.kind == ORG:
        acts = any(map(_acts, figure.mentions))
        if len(figure.key) == 1 and not figure.acronyms:
            acting = min(2, sum(map(_acts, figure.mentions)))
            return figure.weights[ORG] + acting + 0.5 * (len(figure.mentions) - 1) >= ENOUGH_FOR_ONE_WORD
        return acts or len(figure.mentions) > 1 or figure.votes[ORG] >= 1.5
    return False


def _is_sure_person(figure: Figure) -> bool:
    weight = figure.weights[PERSON]
    acts = any(map(_acts, figure.mentions))
    if len(figure.key) == 1:
        return weight >= 2.5
    return weight >= (1.0 if acts else 1.5) and (acts or figure.votes[PERSON] >= 0)


def _is_noun(figure: Figure) -> bool:
    """Whether what looks like a person is an office in capitals (“Senior Researcher”)."""
    first = figure.mentions[0]
    bare = all(w.is_person_noun(m.line.words[m.end - 1]) and m.title == m.start for m in figure.mentions)
    return bare and "PERSON" not in first.line.ents[first.start : first.end] and figure.votes[PERSON] < 2.5


def _is_theme(figure: Figure, article: Article) -> bool:
    """Whether a place is what the article is about: in its title and again in the text."""
    titled = any(m.text in (article.title or "") for m in figure.mentions)
    return titled and any(not m.venue and not _is_where(m) for m in figure.mentions)


def _is_where(mention: Mention) -> bool:
    """Whether the mention only says where something is."""
    before = mention.line.word(mention.start - 1)
    if before == "the":
        before = mention.line.word(mention.start - 2)
    return before in w.PLACE_PREPOSITIONS or before in ("from", "to", "after", "on")


def _agency(mention: Mention) -> float:
    """How much a state acts in this mention: fully as a subject, hardly as the place of something."""
    line, before = mention.line, mention.line.word(mention.start - 1)
    if before == "the":
        before = line.word(mention.start - 2)
    if _acts(mention):
        return 1.0
    if before in w.PLACE_PREPOSITIONS or (before in ("from", "to") and not country_named(mention.text)):
        return 0.1
    return 0.6 if before in ("between", "with", "against", "and", "for") else 0.35


def _credited(figure: Figure) -> bool:
    first = figure.mentions[0]
    line = first.line
    before = {line.word(i) for i in range(max(0, first.title - 3), first.title)}
    return "by" in before and bool(
        before & {"reporting", "editing", "writing", "photo", "photograph", "written"}
    )


def _acts(mention: Mention) -> bool:
    line, i = mention.line, mention.end - 1
    for _ in range(4):
        if line.deps[i] in SUBJECTS:
            return True
        if line.deps[i] == "pobj" and line.word(line.heads[i]) == "by":
            return True
        if line.deps[i] == "dobj" and line.word(line.heads[i]) in w.CONTESTS:
            return True
        if line.deps[i] == "compound" and line.word(line.heads[i]) not in w.GROUP_NOUNS:
            return False
        if line.deps[i] not in ("conj", "appos", "compound"):
            return False
        i = line.heads[i]
    return False


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
        if mention.title < mention.start and set(mention.addressed()) <= w.HONORIFICS | w.RANKS:
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
