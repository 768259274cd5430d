"""The clause that a time phrase belongs to: its verb, and the verbs over it that carry the tense."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from bot.engines.offline.events import terms
from bot.engines.offline.events.mention import Mention
from bot.services.wordlists import listed

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
COMPLEMENTS = frozenset({"acomp", "oprd"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ATTRIBUTIVE = frozenset({"amod", "compound", "pcomp", "nmod", "poss", "csubj"})
TIMES = frozenset({"DATE", "TIME"})
"""Types that the model gives to times."""
COMING = frozenset({"coming", "following"})
"""Part of a time, and no verb: “this coming Tuesday”."""
KEEPING = listed("keep keeps kept keeping leave leaves leaving")
MEANS = listed(
    "way ways thing things reason reasons chance time place places tip tips right call bid plan deal"
)
LEADING = frozenset({"DT", "CD", "WRB", "WP", "JJS"})
UPWARD = listed("xcomp ccomp acl acomp conj advcl oprd prep advmod dobj attr pobj appos") | SUBJECTS
"""Links by which a verb without a tense leans on the word over it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A happening (`verb`) and the words over it up to the one with a tense (`finite`), lowest first.

    “is due to brief”: brief, due, is. `noun` is set where the phrase hangs on a noun below the verb;
    `participle` where it does so by a word such as “scheduled” or “that had been announced”.
    """

    chain: tuple[Token, ...]
    noun: Token | None = None
    participle: Token | None = None

    @property
    def verb(self) -> Token:
        """The happening itself."""
        return self.chain[0]

    @property
    def finite(self) -> Token:
        """The word that carries the tense, itself or by an auxiliary."""
        return self.chain[-1]

    @property
    def words(self) -> tuple[str, ...]:
        """The chain and the adjectives that complete it, in small letters; “set up” is one word."""
        complements = [child.lower_ for token in self.chain for child in children(token, COMPLEMENTS)]
        return (*(_with_particle(token) for token in self.chain), *complements)

    @property
    def subject(self) -> Token | None:
        """The nearest subject in the chain."""
        return next((s for token in self.chain for s in children(token, SUBJECTS)), None)

    @property
    def auxiliaries(self) -> frozenset[str]:
        """The words of tense and modality, in small letters."""
        return frozenset({self.finite.lower_, *(aux.lower_ for aux in auxiliaries_of(self.finite))})


def _with_particle(token: Token) -> str:
    particles = [child.lower_ for child in token.children if child.dep_ == "prt" and child.lower_ != "in"]
    return " ".join([token.lower_, *particles])


def ancestors(token: Token) -> Iterator[Token]:
    """The heads over a token, nearest first."""
    while token.head is not token and token.head != token:
        token = token.head
        yield token


def children(token: Token, deps: frozenset[str]) -> list[Token]:
    """The dependents of a token in these relations."""
    return [child for child in token.children if child.dep_ in deps]


def auxiliaries_of(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, and those that the parser hung on one of them (“will” on “be”)."""
    return [found for aux in children(verb, AUXILIARIES) for found in (aux, *children(aux, AUXILIARIES))]


def is_finite(token: Token) -> bool:
    """Whether a word carries a tense or a modal, by itself or by an auxiliary."""
    if token.tag_ in FINITE:
        return True
    return any(aux.tag_ in FINITE for aux in auxiliaries_of(token)) or is_mistagged(token)


def is_mistagged(token: Token) -> bool:
    """Whether a plain present was taken for a noun or a base form (“The bureau releases data on May 3”)."""
    bare = token.tag_ == "VB" and not children(token, AUXILIARIES)
    nominal = (token.tag_ in NOMINAL or bare) and token.lower_ in terms.HAPPENING
    return (
        nominal and token.dep_ in {"ROOT", "ccomp"} and any(child.dep_ == "nsubj" for child in token.children)
    )


def is_verb(token: Token) -> bool:
    """Whether a word heads a clause rather than describes a noun."""
    verbal = token.tag_ in VERBAL or bool(children(token, SUBJECTS))
    return verbal and token.dep_ not in ATTRIBUTIVE


def clause_of(mention: Mention) -> Clause | None:
    """The clause around a phrase; None where there is no verb with a tense over it."""
    noun: Token | None = None
    participle: Token | None = None
    root = mention.time.root
    above = [root, *ancestors(root)]
    for token in above:
        if is_verb(token) and not (mention.holds(token) and token.lower_ in COMING):
            if _is_unclosed(token):
                return _outcome(token)
            chain = chain_of(token)
            describing = _describing(token, chain)
            if describing is not None:
                noun, participle = describing.head, describing
                continue
            return Clause(chain, noun, participle) if is_finite(chain[-1]) else None
        if noun is None and token.tag_ in NOMINAL and not mention.holds(token):
            noun = token
    return None


def _is_unclosed(verb: Token) -> bool:
    """A participle that the parser took for the verb: “A forum planned for Sunday … has been scrapped”."""
    bare = (
        verb.tag_ == "VBN"
        and not children(verb, AUXILIARIES)
        and verb.lower_ in terms.SCHEDULING | terms.EXPECTING
    )
    return bare and verb.dep_ == "ROOT" and bool(children(verb, SUBJECTS))


def _outcome(participle: Token) -> Clause | None:
    below = [child for child in participle.children if child.i > participle.i and _is_told(child)]
    noun = children(participle, SUBJECTS)[0]
    return Clause(chain_of(below[0]), noun, participle) if below else None


def _is_told(verb: Token) -> bool:
    """Whether a verb has a tense; a plain present looks bare where it is joined to a participle."""
    return is_finite(verb) or (verb.dep_ == "conj" and verb.tag_ == "VB" and not children(verb, AUXILIARIES))


def _describing(verb: Token, chain: tuple[Token, ...]) -> Token | None:
    """What makes the clause a mere description: “that was announced for”, “planned for”, “due to open on”."""
    if chain[-1].dep_ == "amod" and chain[-1].lower_ == "due":  # “the strike, due to start on”
        return chain[-1]
    for token in (chain[-1], verb):
        if _describes(token):
            return token
    links = (b for b, a in pairwise(chain) if a.tag_ in NOMINAL and b.tag_ != "VB")
    return next((b for b in links if b.lower_ in terms.SCHEDULING | {"due"}), None)


def _describes(verb: Token) -> bool:
    """Whether a verb only describes a noun of the clause above, with no future of its own."""
    first = next(iter(children(verb, AUXILIARIES)), None)
    if verb.dep_ == "relcl" and first is not None and first.tag_ == "TO" and verb.tag_ == "VBN":
        return True  # “elections, to be held on”
    if verb.dep_ == "acl":
        if verb.head.dep_ == "dobj" and verb.head.head.lower_ in KEEPING:
            return False  # “keeps agencies funded”
        return verb.tag_ in {"VBN", "VBG", "VBD"} and not children(verb, AUXILIARIES | SUBJECTS)
    tenses = {aux.lower_ for aux in children(verb, AUXILIARIES)} | {verb.lower_}
    return verb.dep_ == "relcl" and bool(tenses & {"was", "were", "had"})


def chain_of(verb: Token) -> tuple[Token, ...]:
    """A verb and the words over it up to the one with a tense."""
    chain = [verb]
    while not is_finite(chain[-1]) and chain[-1].dep_ in UPWARD and not _is_aside(chain[-1]):
        chain.append(chain[-1].head)
    return tuple(chain)


def _is_aside(verb: Token) -> bool:
    """“Giving judgment on Wednesday, the judge said …”: it borrows no tense."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG"


def headline_verb(mention: Mention) -> Token | None:
    """“Pope to visit Lampedusa July 4”: the infinitive of a line that has no verb with a tense."""
    if any(token.tag_ in FINITE for token in mention.span):
        return None
    infinitives = [
        t.head for t in mention.span if t.tag_ == "TO" and t.dep_ == "aux" and t.i < mention.time.start
    ]
    return next((verb for verb in infinitives[:1] if _is_headline(verb)), None)


def _is_headline(verb: Token) -> bool:
    """Whether somebody named before it is to do it: neither “A chance to visit” nor “Ten ways to vote”."""
    subject = next(iter(children(verb, SUBJECTS)), None) if verb.dep_ == "ROOT" else verb.head
    if subject is None or subject.i > verb.i or subject.lower_ in MEANS:
        return False
    named = verb.dep_ == "ROOT" or (subject.dep_ == "ROOT" and subject.tag_ in {"NN", "NNP"})
    happens = (
        verb.dep_ == "ROOT" or verb.lower_ in terms.HAPPENING or bool(children(verb, frozenset({"auxpass"})))
    )
    return named and happens and not any(child.tag_ in LEADING for child in subject.lefts)


def misread_verb(mention: Mention) -> Token | None:
    """A plain present that the parser took for a noun: “Nominations close at 4pm”."""
    before = _segment(mention.span, mention.time.start)
    if any(token.tag_ in FINITE for token in before):  # “Campaigns … shall commence”: a noun behind a modal
        verbs = (verb for modal, verb in pairwise(before) if modal.tag_ == "MD" and verb.tag_ in NOMINAL)
        return next((verb for verb in verbs if verb.lower_ in terms.HAPPENING), None)
    return next((verb for at, verb in enumerate(before) if _present_of(before[:at], verb)), None)


def _present_of(left: list[Token], verb: Token) -> bool:
    """Whether a word could be the verb of the nouns to its left: “close” of a plural, “ships” of any."""
    if not left or verb.lower_ not in terms.HAPPENING or verb.tag_ in VERBAL or verb.text[0].isupper():
        return False
    subject = left[-1]
    if subject.text[0].isupper() and subject.tag_ not in {"NNS", "DT", "PRP$"}:  # a team is one or many
        return True
    plural = any(token.tag_ in {"NNS", "NNPS"} for token in left)
    return subject.tag_ in NOMINAL | {"JJ"} and (plural or verb.lower_.endswith("s"))


def _segment(span: Span, end: int) -> list[Token]:
    """The words of the clause before a position, back to the last comma, semicolon or colon."""
    tokens: list[Token] = []
    for token in reversed(span.doc[span.start : end]):
        if token.text in {",", ";", ":", "–", "—"}:
            break
        tokens.append(token)
    return tokens[::-1]
