"""The verbatim words that say what happens."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from bot.engines.offline.events import terms
from bot.engines.offline.events.announcing import Announcement
from bot.engines.offline.events.clauses import (
    AUXILIARIES,
    FINITE,
    SUBJECTS,
    TIMES,
    Clause,
    children,
    is_finite,
)
from bot.engines.offline.events.mention import Mention

LONGEST = 140
"""Characters that a reader takes in at a glance; longer wording stays only where no boundary allows less."""

NEAR = 60
"""Characters within which a verb with an object repeats all that lies between it and its subject."""

CORE = SUBJECTS | AUXILIARIES | {"dobj", "attr", "acomp", "xcomp", "prt", "agent", "dative", "oprd", "neg"}
OUTSIDE = frozenset({"conj", "cc", "punct", "parataxis", "advcl", "mark", "preconj", "dep", "intj", "meta"})
DANGLING = frozenset({"IN", "TO", "CC", "DT", ",", ":", "-LRB-", "``", "''", "HYPH", "NFP"})
COPULAS = frozenset({"is", "are", "was", "were"})
HAVING = frozenset({"have", "has", "had"})
PRESENT = {"VBZ": "present", "VBP": "present", "MD": "present", "VBD": "past"}
CLAUSAL = frozenset({"conj", "relcl", "advcl", "acl"})
DAYS = frozenset({"day", "date", "week", "month"})
QUOTES = frozenset({"“", "”", '"'})
STOPS = frozenset({";", ":", "—"})


def wording(announced: Announcement) -> Span:
    """The contiguous words of the clause or noun phrase, without the time phrase at an edge."""
    if announced.noun is not None:
        return noun_phrase(announced.noun, announced.mention, announced.clause)
    assert announced.clause is not None, "an announcement has a clause or a noun"
    return _trimmed(_clause(announced.clause, announced.mention, dated=announced.dated), announced.mention)


def noun_phrase(noun: Token, mention: Mention, clause: Clause | None = None) -> Span:
    """The noun phrase before the time phrase, or before “scheduled for”."""
    start = max(noun.left_edge.i, mention.span.start)
    participle = clause.participle if clause is not None else None
    verbs = [participle, *children(participle, AUXILIARIES)] if participle is not None else []
    end = min([mention.time.start, *(verb.i for verb in verbs)])
    return _trimmed(noun.doc[start : max(noun.i + 1, end)], mention)


def before_noun(words: Span, noun: Token) -> Span:
    """The words up to “on the margins of” a noun that is an event of its own."""
    link = noun
    while link.dep_ in {"pobj", "prep"} and link.head.dep_ in {"pobj", "prep"}:
        link = link.head
    end = link.i if words.start < link.i < words.end else words.end
    return words.doc[words.start : end]


def right_edge(announced: Announcement) -> int:
    """Where the clause ends; 0 for a noun phrase."""
    clause = announced.clause
    if clause is None or announced.noun is not None:
        return 0
    last = max((c.right_edge.i for t in clause.chain for c in t.children if _belongs(c)), default=0)
    return min(last + 1, announced.mention.span.end)


def _clause(clause: Clause, mention: Mention, *, dated: bool) -> Span:
    doc, start, end = clause.finite.doc, _start(clause, mention), _end(clause, mention, cut=dated)
    if len(doc[start:end].text) > LONGEST:
        start = max(start, _subject_start(clause, mention))
    if len(doc[start:end].text) > LONGEST and clause.verb.i < mention.time.start:
        end = min(end, mention.time.start)
    return doc[start:end]


def _start(clause: Clause, mention: Mention) -> int:
    """From the subject, or from the condition before it."""
    subject = _subject_start(clause, mention)
    before = [c for t in clause.chain for c in children(t, frozenset({"advcl"})) if c.i < subject]
    opening = [c for c in before if c.left_edge.lower_ in terms.CONDITIONS | {"in"}]
    first = min((child.left_edge.i for child in opening), default=subject)
    return max(mention.span.start, first)


def _subject_start(clause: Clause, mention: Mention) -> int:
    antecedent = clause.finite.head
    if antecedent.dep_ == "pobj" and antecedent.head.head.lower_ in terms.EVENTS:
        antecedent = antecedent.head.head  # “a survey of the wall, which they are to carry out”
    if clause.finite.dep_ == "relcl" and not mention.holds(antecedent) and antecedent.lower_ not in DAYS:
        return max(mention.span.start, antecedent.left_edge.i)
    subjects = [s for token in clause.chain for s in children(token, SUBJECTS)] or _shared_subject(clause)
    first = [s.left_edge.i for s in subjects]
    if clause.participle is not None and clause.noun is not None:
        first = [*first, clause.noun.left_edge.i]
    misread = not subjects and clause.finite.tag_ not in FINITE and clause.finite.dep_ not in CLAUSAL
    if misread or any(s.ent_type_ in {"DATE", "CARDINAL"} and not mention.holds(s) for s in subjects):
        first = [_after_stop(clause, mention)]
    if (teller := _teller(clause, subjects)) is not None:
        first = [teller.left_edge.i]
    verbs = [clause.finite, *children(clause.finite, AUXILIARIES)]
    return max(mention.span.start, min(*first, *(token.i for token in verbs), clause.verb.i))


def _teller(clause: Clause, subjects: Sequence[Token]) -> Token | None:
    """Who says it, right before a clause that a bare pronoun acts in: “The council said it would meet”."""
    told = clause.finite.dep_ == "ccomp" and clause.finite.head.i < clause.finite.i
    if not told or not subjects or any(subject.tag_ != "PRP" for subject in subjects):
        return None
    teller = Clause((clause.finite.head,)).subject
    if teller is None or teller.tag_ == "PRP" or teller.i > clause.finite.head.i:
        return None
    return teller if clause.verb.idx - teller.left_edge.idx < LONGEST else None


def _after_stop(clause: Clause, mention: Mention) -> int:
    """Behind the last mark that closes a clause: a parse that takes a year for the subject can't tell."""
    stops = [t.i + 1 for t in mention.span if t.text in STOPS and t.i < clause.finite.i]
    return max(stops, default=mention.span.start)


def _shared_subject(clause: Clause) -> list[Token]:
    """The subject of the clause that this one is coordinated with, where the words between are few.

    The two share their tense: in “says that it was cut short and intends to sue”, who says intends. Modals go
    together: in “will report before the market opens, and will host a call”, who reports hosts.
    """
    finite = clause.finite
    if finite.dep_ != "conj":
        return []
    heads = [head for head in finite.ancestors if Clause((head,)).subject and _tense(head) == _tense(finite)]
    modal = [head for head in heads if _modal(finite) and _modal(head) == _modal(finite)]
    first = next((Clause((head,)).subject for head in (*modal, *heads)), None)
    if first is None or clause.verb.idx - first.left_edge.idx >= LONGEST:
        return []
    between = first.doc[first.i + 1 : finite.i]
    far = clause.verb.idx - first.left_edge.idx >= NEAR or any(token.ent_type_ in TIMES for token in between)
    says_enough = any(children(token, frozenset({"dobj", "attr"})) for token in clause.chain)
    return [] if far and says_enough else [first]


def _modal(verb: Token) -> str | None:
    return next((aux.lower_ for aux in children(verb, AUXILIARIES) if aux.tag_ == "MD"), None)


def _tense(verb: Token) -> str | None:
    tags = [token.tag_ for token in [*children(verb, AUXILIARIES), verb]]
    return next((PRESENT[tag] for tag in tags if tag in PRESENT), None)


def _end(clause: Clause, mention: Mention, *, cut: bool) -> int:
    """Up to the phrase where the clause is complete before it, else to the end of the clause."""
    core = max(_core(clause, mention)) + 1
    last = max((c.right_edge.i for t in clause.chain for c in t.children if _belongs(c)), default=core - 1)
    within = any(token.is_ancestor(mention.time.root) or mention.holds(token) for token in clause.chain)
    if cut and not within and clause.finite.tag_ in FINITE | {"VB", "VBN"}:
        return min(max(core, last + 1), mention.span.end)
    complete = core <= mention.time.start and clause.finite.doc[core - 1].lower_ not in HAVING
    if cut and complete:
        return mention.time.start
    if clause.finite.lower_ in HAVING:
        last = max(
            last, *(c.right_edge.i for c in clause.finite.children if c.dep_ in {"advcl", "relcl", "acl"}), -1
        )
    return min(max(core, last + 1, mention.time.end if cut else 0), mention.span.end)


def _core(clause: Clause, mention: Mention) -> list[int]:
    """The last words of the verb chain, its subjects and complements, but for those inside the phrase."""
    parts = [
        c for t in clause.chain for c in children(t, CORE) if c not in clause.chain and not mention.holds(c)
    ]
    return [
        *(t.i for t in clause.chain if not mention.holds(t)),
        *(_reach(part, mention) for part in parts),
    ] or [0]


def _reach(part: Token, mention: Mention) -> int:
    """The end of a complement, or its head where the phrase hangs inside it."""
    inside = part.left_edge.i <= mention.time.start <= part.right_edge.i
    return part.i if inside else part.right_edge.i


def _belongs(token: Token) -> bool:
    return token.dep_ not in OUTSIDE and not (token.dep_ == "ccomp" and is_finite(token))


def _trimmed(span: Span, mention: Mention) -> Span:
    """Without the phrase, function words and marks at the edges."""
    doc, start, end = span.doc, span.start, span.end
    if mention.time.start <= start < mention.time.end < end:
        start = mention.time.end
    if end == mention.time.end and start < mention.time.start:
        end = mention.time.start
    start = _dateline(doc, start, end)
    while start < end - 1 and (_leads(doc[start]) or _opens_alone(doc[start:end])):
        start += 1
    while start < end - 1 and _dangles(doc[end - 1]):
        end -= 1
    return doc[start:end]


def _dateline(doc: Doc, start: int, end: int) -> int:
    """The place behind “GENEVA, March 4 (Agency) -” or “PARAMARIBO —”."""
    dashes = [i for i in range(start, min(end, start + 14)) if doc[i].text in {"—", "–", "-", "--"}]
    place = doc[start].text.isupper() and len(doc[start].text) > len("UN")
    return dashes[-1] + 1 if dashes and place and doc[dashes[-1] - 1].whitespace_ else start


def _leads(token: Token) -> bool:
    """A mark, “and” or “that” before the words that matter."""
    mark = token.is_punct and not token.is_left_punct
    return mark or token.dep_ == "cc" or (token.dep_ == "mark" and token.lower_ in {"that", "because", "as"})


def _opens_alone(words: Span) -> bool:
    """Whether a quotation begins that does not end among these words."""
    return words[0].text in QUOTES and not any(token.text in QUOTES for token in words[1:])


def _dangles(token: Token) -> bool:
    return token.tag_ in DANGLING or token.lower_ in COPULAS or (token.is_punct and token.text not in '”)"%')
