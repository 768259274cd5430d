"""Upcoming events, date first: find the time, keep what lies ahead, print the words that announce it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from bot.domain.article import Article, Sentence
from bot.domain.reading import EventClaim, Status
from bot.domain.when import When
from bot.engines.offline.events import terms
from bot.engines.offline.events.announcing import Announcement
from bot.engines.offline.events.clauses import AUXILIARIES, TIMES, children
from bot.engines.offline.events.listing import alone, announces, below, item, lines_of_lists
from bot.engines.offline.events.mention import Mention, mentions
from bot.engines.offline.events.outlook import NO_NEW_DATE, is_put_off, looks_replaced
from bot.engines.offline.events.sharing import announcements, shared_date
from bot.engines.offline.events.wording import before_noun, noun_phrase, right_edge, wording
from bot.services.dating import Timeline
from bot.services.mentions import Found, merge_events

LONGEST_FOREIGN = 200
"""Characters of a sentence that is printed whole because nothing of it was parsed."""


CLOSE = 3
"""Words between a verb and what belongs to it (“has been put off”)."""


def find_events(
    article: Article, parsed: Sequence[tuple[Sentence, Span]], timeline: Timeline
) -> tuple[EventClaim, ...]:
    """What the article says lies ahead, in its order; without a parse only sentences with a date ahead."""
    if not parsed:
        return _unparsed(article, timeline)
    today = _day(article)
    found: list[Found] = []
    lines: list[Mention] = []
    before: tuple[Sentence, Span] | None = None
    day: Mention | None = None
    for sentence, span in parsed:
        dated = list(mentions(sentence, span, timeline, today))
        items = [mention for mention in dated if item(mention) is not None]
        lines += items
        if not sentence.heading and not items:
            found += [one for announced in announcements(dated) for one in _claims(announced, before)]
        day = next(filter(alone, dated), day)
        if day and below(day, sentence, before) and not timeline.find(sentence) and announces(span):
            found.append(_listed(day, span[:-1] if span[-1].is_punct else span, sentence.id))
        before = sentence, span
    found += [_listed(mention, words) for mention, words in lines_of_lists(lines, parsed)]
    return merge_events(sorted(found, key=lambda one: one.claim.sentences))


def _day(article: Article) -> str | None:
    value = article.published.value or ""
    return value[:10] if len(value) >= len("2021-11-30") else None


def _listed(mention: Mention, words: Span, *lines: int) -> Found:
    place = where(words, mention)
    names, ids = who(words, mention, place), (*lines, mention.sentence.id)
    return Found(
        EventClaim(str(words.text), mention.phrase.text, place, names, sentences=ids), mention.dated.when
    )


def _claims(announced: Announcement, before: tuple[Sentence, Span] | None) -> Iterator[Found]:
    mention = announced.mention
    phrase = mention.phrase.text if announced.dated else _open_date(announced)
    when = mention.dated.when if announced.dated else When(phrase)
    noun = shared_date(announced)
    words = wording(announced) if noun is None else before_noun(wording(announced), noun)
    claim = _claim(words, announced, phrase, announced.status)
    if before is not None and announced.clause and looks_replaced(announced.clause) and is_put_off(before[1]):
        claim = replace(claim, status=Status.POSTPONED, sentences=(*claim.sentences, before[0].id))
    yield Found(claim, when)
    if noun is not None:
        yield Found(_claim(noun_phrase(noun, mention), announced, phrase, Status.SCHEDULED), when)


def _claim(words: Span, announced: Announcement, phrase: str, status: Status) -> EventClaim:
    mention = announced.mention
    reach = words.doc[words.start : max(words.end, mention.time.end, right_edge(announced))]
    place = where(reach, mention, announced.clause.verb.i if announced.clause else 0)
    names = who(words, mention, place)
    return EventClaim(str(words.text), phrase, place, names, status, (mention.sentence.id,))


def _open_date(announced: Announcement) -> str:
    """What is printed where the new date would stand, else the words that put it off."""
    assert announced.clause is not None, "only a clause puts off"
    printed = NO_NEW_DATE.search(announced.mention.sentence.text)
    if printed is not None:
        return printed.group()
    verb = announced.clause.verb
    parts = children(verb, AUXILIARIES | {"prt"})
    group = [verb, *(token for token in parts if abs(token.i - verb.i) <= CLOSE)]
    return str(verb.doc[min(t.i for t in group) : max(t.i for t in group) + 1].text)


def _unparsed(article: Article, timeline: Timeline) -> tuple[EventClaim, ...]:
    return merge_events(
        [found for sentence in article.sentences for found in _whole(sentence, timeline, _day(article))]
    )


def _whole(sentence: Sentence, timeline: Timeline, today: str | None) -> Iterator[Found]:
    if (
        sentence.heading
        or len(sentence.text) > LONGEST_FOREIGN
        or not re.search(r"[.!。።।؟]\W*$", sentence.text)
    ):
        return
    phrases = [phrase.text for phrase in timeline.find(sentence)[:3]]
    read = [(phrase, timeline.resolve(phrase, sentence)) for phrase in phrases]
    ahead = [(phrase, dated.when) for phrase, dated in read if dated.ahead and dated.when.edtf]
    later = [(phrase, when) for phrase, when in ahead if (when.end or "9999")[:10] != today]
    for phrase, when in (later or ahead)[:1]:  # not the day on which it was said
        yield Found(EventClaim(sentence.text, phrase, sentences=(sentence.id,)), when)


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
        return token.tag_ in {"NNP", "NNPS"} or token.lower_ in terms.VENUES
    return preposition in {"to", "on"} and token.ent_type_ in PLACES


def _of_subject(preposition: Token) -> bool:
    """“the UN mission in Colombia will report”: that is a name, unless the subject is the event itself."""
    noun = preposition.head
    return noun.dep_ in SUBJECTS and noun.lower_ not in terms.EVENTS


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
