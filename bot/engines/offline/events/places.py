"""Where an event takes place and who acts in it, as printed in its words."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from bot.engines.offline.events.clauses import TIMES
from bot.engines.offline.events.mention import Mention
from bot.engines.offline.events.words import EVENTS, VENUES

PLACING = frozenset({"in", "at", "outside", "near", "inside", "aboard"})
GOING = frozenset({"to", "on", "off", "into", "from", "under"})
ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "appos", "pobj", "agent", "ROOT", "attr"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def where(words: Span, mention: Mention, after: int = 0) -> str | None:
    """The printed place: what follows “in”, “at” or “outside”, else a place gone to; best behind `after`."""
    found = [token for token in words if _is_place(token, mention)]
    ranked = sorted(found, key=lambda token: (token.head.lower_ not in PLACING, token.i < after))
    return _printed(ranked[0], words) if ranked else None


def who(words: Span, mention: Mention, place: str | None) -> tuple[str, ...]:
    """The names that act: those of people, organizations and states not named as a place or a time."""
    names = (ent for ent in _entities(words) if ent.label_ in ACTORS and not mention.holds(ent.root))
    acting = (_bare(ent) for ent in names if _acts(ent))
    return tuple(dict.fromkeys(name for name in acting if name and (place is None or name not in place)))


def _entities(words: Span) -> Iterator[Span]:
    """`words.ents`, which looks through the whole document each time."""
    doc = words.doc
    for token in words:
        end = token.i + 1
        while token.ent_iob_ == "B" and end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        if token.ent_iob_ == "B" and end <= words.end:
            yield Span(doc, token.i, end, token.ent_type)


def _is_place(token: Token, mention: Mention) -> bool:
    preposition = token.head.lower_
    if token.dep_ != "pobj":
        return False
    if mention.holds(token) or token.ent_type_ in TIMES or _of_subject(token.head):
        return False
    if preposition in PLACING:
        return token.tag_ in {"NNP", "NNPS"} or token.lower_ in VENUES
    return preposition in {"to", "on"} and token.ent_type_ in PLACES


def _of_subject(preposition: Token) -> bool:
    """“the UN mission in Colombia will report”: that is a name, unless the subject is the event itself."""
    noun = preposition.head
    return noun.dep_ in SUBJECTS and noun.lower_ not in EVENTS


def _printed(token: Token, words: Span) -> str:
    tails = [
        child.right_edge for child in token.children if child.lower_ in {"of", "and"} or child.dep_ == "conj"
    ]
    last = max((token, *tails), key=lambda tail: tail.i)
    end = last.i + 1
    end += end < words.end and token.doc[end].tag_ == "POS"  # “at St Bride's”
    return str(token.doc[max(token.left_edge.i, words.start) : min(end, words.end)].text)


def _acts(ent: Span) -> bool:
    root = ent.root
    away = root.dep_ == "pobj" and root.head.lower_ in PLACING | GOING
    aside = ent.start > 0 and ent.doc[ent.start - 1].text == "("
    return root.dep_ in ACTING and not away and not aside


def _bare(ent: Span) -> str:
    text = str(ent.text).removeprefix("the ").removeprefix("The ")
    for ending in ("'s", "’s", " in", " at"):
        text = text.removesuffix(ending)
    return text
