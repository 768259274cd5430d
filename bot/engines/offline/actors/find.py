"""The actors of an English article."""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Span

from bot.domain.article import Article, Sentence
from bot.domain.reading import ActorClaim, Kind
from bot.engines.offline.actors.ballots import ORG, PERSON
from bot.engines.offline.actors.figures import STATE, Figure, gather
from bot.engines.offline.actors.institutions import institutions
from bot.engines.offline.actors.lines import Line, lines_of
from bot.engines.offline.actors.listing import is_actor
from bot.engines.offline.actors.role import Role
from bot.engines.offline.actors.roles import roles
from bot.engines.offline.actors.sharing import shared_roles
from bot.engines.offline.actors.spotting import Mention, spot, vocabulary
from bot.engines.offline.actors.words import people


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
