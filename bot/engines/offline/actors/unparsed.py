"""Names in languages without a model: what capitals and repetition can prove, and no more."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from bot.domain.article import Article, Sentence
from bot.domain.reading import ActorClaim, Kind
from bot.engines.offline.actors.offices import (
    CASELESS,
    find_people,
    is_office,
    of_old,
    office_after,
    office_before,
    said_by,
)
from bot.services.wordlists import listed

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{2,40})[»“”\"]")
ENDS = frozenset('.!?:…«„“"»”–—-*•')
MOST = 15
LONGEST = 4
"""Words of a name; longer runs are headings and titles of works."""

SHORT = 3
"""Letters of an article that opens a sentence (“Der”, “Los”)."""

LONGEST_ACRONYM = 6
STEM = 4
"""Letters that inflected forms of one name share at least (“Путин”, “Путина”, “Путиным”)."""

PARTICLES = listed("de da do dos das del della di du des van von der den bin ben al el la le y e")
OPENERS = listed("""
selon segundo según laut secondo nach auch aber doch mit für pour avec sans para como cuando mientras pero
aunque también zudem nur bereits schon ihre seine unsere leur notre nuestra dopo anche aussi alors después
depois
""")
"""What opens a sentence before a name (“Selon Fatou Diop, …”)."""
TITLES = listed("dr prof ing sr sra dra mr mme hr fr don doña dott frau herr")
MONTHS_AND_DAYS = listed(
    "januar februar märz april mai juni juli august september oktober november dezember montag dienstag"
    " mittwoch donnerstag freitag samstag sonnabend sonntag"
)
STATE_ACRONYMS = listed("США РФ СССР КНР КНДР ФРГ ОАЭ ЮАР USA EUA EEUU UK UAE EAU VAE RDC ΗΠΑ США УССР БССР")
ORG_WORDS = re.compile(
    r"(?i)\b(?:банк|министерств|парти|университет|институт|союз|комитет|суд|дум|совет|академи|фонд|служб|агентств"
    r"|правительств|федераци|комисси|ассоциаци|корпораци|компани|газет|радио|клуб|театр|музе|завод|фабрик|церков|школ"
    r"|больниц|bank|banco|banca|banque|minist|partido|parti\b|partito|partei|universi|institut|sindicat|syndicat"
    r"|unión|unione|union|consejo|conseil|consiglio|comité|comit|komitee|commission|comisión|commissione|kommission"
    r"|tribunal|tribunale|cour\b|corte|gericht|parlament|congreso|congresso|senado|sénat|senat|câmara|cámara|bundes"
    r"|amt\b|stadtrat|gemeinderat|landtag|ausschuss|behörde|regierung|kammer\b|verband|verein|gesellschaft"
    r"|stiftung|fundación|fundação|fondation|fondazione|asociación|associa|federa"
    r"|confedera|liga\b|ligue|lega\b|club|clube|fc\b|real\b|grup|group|gmbh|s\.?a\.?\b|spa\b|ag\b|zeitung|journal"
    r"|diario|agencia|agência|agenzia|agence|museo|musée|teatro|théâtre|hospital|hôpital|iglesia|église|chiesa|kirche"
    r"|πανεπιστήμιο|υπουργείο|κόμμα|τράπεζα)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, whether inside their sentence, and what says that they are a person."""

    words: tuple[str, ...]
    inside: bool
    office: str | None = None
    speaks: bool = False


@dataclass(slots=True)
class Name:
    """One name with the forms in which it is printed and the sentences that print it."""

    forms: Counter[str] = field(default_factory=Counter)
    sentences: list[int] = field(default_factory=list)
    inside: int = 0
    """How often it stands inside a sentence, where a capital means something."""
    office: str | None = None
    person: bool = False
    """Whether an office or a verb of speech before it proves a person."""

    def seen(self, form: str, sentence: int, *, inside: bool) -> None:
        """Count one mention."""
        self.forms[form] += 1
        self.inside += inside
        if not self.sentences or self.sentences[-1] != sentence:
            self.sentences.append(sentence)


def find_names(article: Article) -> tuple[ActorClaim, ...]:
    """Names of people and organizations that repetition proves; without capitals, people with an office."""
    if article.language in CASELESS:
        return find_people(article)[:MOST]
    lower = _lower_words(article)
    people = _people(article.sentences, lower)
    bodies = _bodies(article.sentences)
    found = sorted([*people, *bodies], key=lambda pair: (-len(pair[1].sentences), pair[1].sentences[0]))
    return tuple(_claim(kind, name) for kind, name in found[:MOST])


def _lower_words(article: Article) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(article.text) if word.islower())


def _people(sentences: Iterable[Sentence], lower: frozenset[str]) -> Iterator[tuple[Kind, Name]]:
    names: defaultdict[tuple[str, ...], Name] = defaultdict(Name)
    singles: defaultdict[str, list[int]] = defaultdict(list)
    full: list[tuple[Run, int]] = []
    for sentence in sentences:
        for run in _runs(sentence, lower):
            if len(run.words) == 1:
                singles[run.words[0].casefold()[:STEM]].append(sentence.id)
            elif len(run.words) <= LONGEST:
                full.append((run, sentence.id))
    for run, sentence_id in full:
        bare = _bare(run.words, singles, inside=run.inside)
        name = names[_key(bare)]
        name.seen(" ".join(bare), sentence_id, inside=run.inside)
        name.office = name.office or run.office
        name.person = name.person or run.office is not None or run.speaks
    for key, name in names.items():
        name.sentences = sorted({*name.sentences, *singles.get(key[-1], ())})
        called = key[-1] in singles
        repeated = name.forms.total() > 1 or len(name.sentences) > 1
        form = next(iter(name.forms))
        if name.person:
            yield Kind.PERSON, name
        elif (name.inside or called) and (repeated or ORG_WORDS.match(form)):
            yield Kind.ORGANIZATION if ORG_WORDS.search(form) else Kind.PERSON, name


def _bare(words: tuple[str, ...], singles: Container[str], *, inside: bool) -> tuple[str, ...]:
    """The name without a word before it that stands alone too (“президент Украины Виктор …”)."""
    first, last = (word.casefold()[:STEM] for word in (words[0], words[-1]))
    if len(words) > 1 and words[1] in PARTICLES:
        return words
    return (
        words[1:]
        if len(words) == LONGEST - 1 and (first in singles or (not inside and last in singles))
        else words
    )


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """What all inflected forms of a name share."""
    return tuple(word.casefold()[:STEM] for word in words if word.casefold() not in PARTICLES)


def _runs(sentence: Sentence, lower: frozenset[str]) -> Iterator[Run]:
    """Runs of capitalised words."""
    if sentence.heading or sentence.text.isupper():
        return
    run: list[re.Match[str]] = []
    for match in [*WORD.finditer(sentence.text), None]:
        if match and _continues(sentence.text, run, match):
            run.append(match)
            continue
        yield from _closed(sentence.text, run, lower)
        run = [match] if match and _capital(match.group()) else []


def _continues(text: str, run: list[re.Match[str]], match: re.Match[str]) -> bool:
    if not run or text[run[-1].end() : match.start()] not in (" ", "\xa0", ". "):
        return False
    last = run[-1].group()
    if text[run[-1].end()] == "." and len(last) > 1 and last.casefold() not in TITLES:
        return False
    return _capital(match.group()) or match.group() in PARTICLES


def _capital(word: str) -> bool:
    return (
        word[0].isupper()
        and (len(word) == 1 or not word.isupper())
        and word.casefold() not in MONTHS_AND_DAYS
    )


def _closed(text: str, run: list[re.Match[str]], lower: frozenset[str]) -> Iterator[Run]:
    """The run without particles at its end, a word that only opens the sentence, and an office."""
    while run and run[-1].group() in PARTICLES:
        run = run[:-1]
    before = text[: run[0].start()].rstrip() if run else ""
    opens = bool(run) and (not before or before[-1] in ENDS)
    if opens and (run[0].group().casefold() in lower | OPENERS or len(run[0].group()) <= SHORT):
        run, opens = run[1:], False
    place = next((i for i in (1, 0) if len(run) > i + 1 and is_office(run[i].group())), None)
    if place is not None:
        yield from _held(text, run[place], run[place + 1 :])
    elif run:
        words, start = _untitled(run), run[0].start()
        office = office_before(text, start) or office_after(text, run[-1].end()) if len(words) > 1 else None
        yield Run(words, not opens, office, said_by(text, start))


def _held(text: str, office: re.Match[str], rest: list[re.Match[str]]) -> Iterator[Run]:
    """“Bürgermeisterin Anke Petersen”; what an article leads is what the office is for: “Leiter der Bahn”."""
    if rest[0].group() in PARTICLES:
        yield from (Run((match.group(),), inside=True) for match in rest[-1:])
    else:
        words = _untitled(rest)
        held = of_old(text, office.start()) + office.group()
        yield Run(words, inside=True, office=held if len(words) > 1 else None)


def _untitled(run: list[re.Match[str]]) -> tuple[str, ...]:
    """The words of a name without “Dr.” before it."""
    words = tuple(match.group() for match in run)
    while len(words) > 1 and words[0].casefold() in TITLES:
        words = words[1:]
    return words


def _bodies(sentences: Iterable[Sentence]) -> Iterator[tuple[Kind, Name]]:
    names: defaultdict[str, Name] = defaultdict(Name)
    for sentence in sentences:
        if sentence.heading or sentence.text.isupper():
            continue
        for word in WORD.findall(sentence.text):
            if word.isupper() and 1 < len(word) <= LONGEST_ACRONYM:
                names[word].seen(word, sentence.id, inside=True)
        for quoted in QUOTED.findall(sentence.text):
            if quoted[0].isupper() and len(quoted.split()) < LONGEST and not re.search(r"[.,!?]", quoted):
                names[quoted].seen(quoted, sentence.id, inside=True)
    for text, name in names.items():
        if len(name.sentences) > 1:
            yield (Kind.STATE if text in STATE_ACRONYMS else Kind.ORGANIZATION), name


def _claim(kind: Kind, name: Name) -> ActorClaim:
    forms = sorted(name.forms, key=lambda form: (-name.forms[form], len(form)))
    return ActorClaim(forms[0], kind, name.office, tuple(forms[1:]), tuple(name.sentences[:3]))
