"""Rule of truth 2, who does what: a name does not stand where the cited sentences put another one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.services.checks.evidence import Evidence
from bot.services.checks.lexicon import telling
from bot.services.checks.moods import FINITE, past_form
from bot.services.checks.naming import BRUSSELS, states
from bot.services.checks.vocabulary import DATES, OFFICES, TITLES
from bot.services.checks.words import Word, words
from bot.services.dating.verbs import DETERMINERS
from bot.services.wordlists import listed

_APPOSED = 6
_NO_NAMES = TITLES | {"president", "minister", "justice", "judge"} | DATES
_RELATIVES = {"whose", "which", "who", "where", "and", "or"}
_LINKS = listed(
    "of in to by for from at on with and or into between over under after before as that which who"
)
_PARTICLES = listed("bin binti bint anak de da do dos del la van von der al el ibn ben of i y")
_ARTICLES = {"the", "a", "an", "its", "their"}
_WITHIN = {"at", "in", "near"}
_BEING = {"is", "are", "was", "were", "be", "been"}
_PLAIN = {"say", "tell", "call", "be", "state", "add", "have", "do"}


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a sentence, as folded words or as its state, with the stems of its neighbours.

    `owned` is what is printed as “of” it.
    """

    name: frozenset[str]
    state: bool
    text: str
    before: str
    after: str
    owned: str


def wrong_actor(text: str, evidence: Evidence) -> str | None:
    """Why a name of the text stands in another's place, or None."""
    said, proper = words(text), evidence.article.proper
    theirs = [place for sentence in evidence.words for place in places(sentence, proper)]
    for place in places(said, proper):
        for side in ("before", "after"):
            if reason := _displaced(place, side, theirs):
                return reason
    known = [pair for sentence in evidence.words for pair in holders(sentence, proper)]
    return next(filter(None, (_usurped(pair, known) for pair in holders(said, proper))), None)


def holders(sentence: tuple[Word, ...], proper: frozenset[str]) -> list[tuple[str, frozenset[str], str]]:
    """The offices of a sentence with the names right after or, set off by a comma, before them."""
    found = []
    for start, end, state in _names(sentence, proper):
        start = start if state else _titled(sentence, start, end)  # noqa: PLW2901
        name, text = frozenset(word.folded for word in sentence[start:end]), sentence[end - 1].text
        following = sentence[end : end + _APPOSED]
        if state or text.isupper() or _goes_on(sentence[end - 1], following) or _title(sentence, start, end):
            continue
        if office := _before(sentence, start, end):
            found.append((office.stem, name, text))
        apposed = [word for word in following if word.clause == sentence[end - 1].clause + 1]
        if apposed[:1] == list(following[:1]) and _describes(apposed):
            found += [(word.stem, name, text) for word in _untaken(apposed, proper)]
    return found


def _title(sentence: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether a name is but the end of a title (“the Governor-General”)."""
    return sentence[start].joined and sentence[end - 1].stem in OFFICES


def _titled(sentence: tuple[Word, ...], start: int, end: int) -> int:
    """Where a name begins that is printed in one with its title (“Security Council Secretary Nikolai …”)."""
    titles = [at for at in range(start, end - 1) if sentence[at].stem in OFFICES]
    return titles[-1] + 1 if titles else start


def _before(sentence: tuple[Word, ...], start: int, end: int) -> Word | None:
    """The office right before a name, or in the noun phrase that the name, between commas, stands for."""
    if start and sentence[start - 1].stem in OFFICES:
        return sentence[start - 1]
    after = sentence[end].clause if end < len(sentence) else -1
    if not start or not sentence[start - 1].clause < sentence[start].clause < after:
        return None
    phrase = [word for word in sentence[:start] if word.clause == sentence[start - 1].clause][-_APPOSED:]
    offices = [at for at, word in enumerate(phrase) if word.stem in OFFICES]
    rest = phrase[offices[0] + 1 :] if offices else []
    plain = offices and not any(word.folded in FINITE or past_form(word) for word in rest)
    return phrase[offices[0]] if plain else None


def _describes(apposed: list[Word]) -> bool:
    """Whether words behind a comma begin as an apposition does (“the mayor of …”, “mayor of …”)."""
    first = apposed[0] if apposed else None
    return first is not None and (first.folded in DETERMINERS or first.stem in OFFICES or first.capital)


def _untaken(apposed: list[Word], proper: frozenset[str]) -> Iterator[Word]:
    """The offices of an apposition; one before a name is that name's (“…, Judge Okafor”)."""
    for word, after in pairwise([*apposed, apposed[-1]]):
        taken = after is not word and after.capital and after.stem not in OFFICES and after.folded in proper
        if word.stem in OFFICES and not taken:
            yield word


def _goes_on(last: Word, following: tuple[Word, ...]) -> bool:
    """Whether a run is only the beginning of a name, a title, or of a word such as “Leeds-based”."""
    next_ = following[0] if following else last
    return next_.start == last.end + 1 and (next_.capital or next_.joined)


def _usurped(
    pair: tuple[str, frozenset[str], str], known: list[tuple[str, frozenset[str], str]]
) -> str | None:
    """Whether the office of a name is another's in the cited sentences."""
    office, name, text = pair
    others = [(other, printed) for stem, other, printed in known if stem == office]
    if not others or any(name & other for other, _ in others):
        return None
    return f"the cited sentences give this office to {others[0][1]}, not to {text}"


def places(sentence: tuple[Word, ...], proper: frozenset[str]) -> list[Place]:
    """The names of a sentence outside quotations, each with its neighbours."""
    found = []
    for start, end, state in _names(sentence, proper):
        printed = sentence[start:end]
        name = frozenset({state} if state else (word.folded for word in printed))
        name |= BRUSSELS if name & {"brussels", "eu"} else frozenset()
        within = start > 0 and sentence[start - 1].folded in _WITHIN
        before, after = _neighbour(sentence, start, -1), "" if within else _neighbour(sentence, end - 1, 1)
        text = " ".join(word.text for word in printed)
        found.append(Place(name, bool(state), text, before, after, _owned(sentence, start)))
    return found


def _names(sentence: tuple[Word, ...], proper: frozenset[str]) -> Iterable[tuple[int, int, str]]:
    """Spans of names: states, and runs of words that the article prints only with a capital."""
    known = {start: (end, state) for state, start, end in states(sentence)}
    at = 0
    while at < len(sentence):
        end, state = known.get(at, (at, ""))
        while not state and end < len(sentence) and end not in known and _proper(sentence, at, end, proper):
            end += 1
        if end > at:
            yield at, end, state
        at = max(end, at + 1)


def _proper(sentence: tuple[Word, ...], start: int, at: int, proper: frozenset[str]) -> bool:
    word = sentence[at]
    together = at == start or (
        word.clause == sentence[at - 1].clause
        and 0 < word.start - sentence[at - 1].end <= 1 + (len(sentence[at - 1].text) == 1)
    )
    plain = word.folded not in _NO_NAMES
    if at > start and together and word.folded in _PARTICLES:
        return at + 1 < len(sentence) and sentence[at + 1].capital
    return together and word.capital and plain and not word.quoted and word.folded in proper


def _neighbour(sentence: tuple[Word, ...], at: int, step: int) -> str:
    """The stem of the telling word beside a name; only words such as “the” or “has” may stand between.

    What somebody “is” or “was”, is said in too many ways: an apposition, a passive.
    """
    beside = sentence[at + 1 : at + 4] if step > 0 else sentence[max(0, at - 3) : at][::-1]
    for word in beside:
        if word.quoted or word.clause != sentence[at].clause or word.folded in _LINKS:
            return ""
        if step > 0 and word.folded in _BEING:
            return ""
        if telling([word]):
            return "" if word.number or word.stem in _PLAIN else word.stem
    return ""


def _owned(sentence: tuple[Word, ...], start: int) -> str:
    """The stem of what the name from here on owns (“the branch of the Union”), or none."""
    at = start - 1
    while at > 0 and (sentence[at].capital or sentence[at].folded in _ARTICLES):
        at -= 1
    return sentence[at - 1].stem if at > 0 and sentence[at].folded == "of" else ""


def _displaced(place: Place, side: str, theirs: list[Place]) -> str | None:
    """Whether the word on this side stands there beside other names only, and not beside this one."""
    word = getattr(place, side)
    if not word or not any(place.name & other.name for other in theirs):
        return None
    same = [other for other in theirs if getattr(other, side) == word and other.state == place.state]
    own = [
        other
        for other in theirs
        if place.name & other.name and word in {other.before, other.after, other.owned}
    ]
    if same and not own and not any(place.name & other.name for other in same):
        return f"the cited sentences say this of {same[0].text}, not of {place.text}"
    return None
