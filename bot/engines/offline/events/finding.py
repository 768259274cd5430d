"""Upcoming events, date first: find the time, keep what lies ahead, print the words that announce it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from bot.domain.article import Article, Sentence
from bot.domain.reading import EventClaim, Status
from bot.domain.when import When
from bot.engines.offline.events.announcing import Announcement
from bot.engines.offline.events.clauses import AUXILIARIES, children
from bot.engines.offline.events.headed import alone, announces, below
from bot.engines.offline.events.listing import item, lines_of_lists
from bot.engines.offline.events.mention import Mention, mentions
from bot.engines.offline.events.places import where, who
from bot.engines.offline.events.sharing import announcements, shared_date
from bot.engines.offline.events.statuses import NO_NEW_DATE, is_put_off, looks_replaced
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
