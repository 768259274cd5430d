"""Dates in lists and above them: “5 May: hearing in Leeds”; “Monday 2 November” on a line of its own."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from bot.domain.article import Sentence
from bot.engines.offline.events import terms
from bot.engines.offline.events.carrying import happens
from bot.engines.offline.events.clauses import FINITE, TIMES, Clause, children, is_finite
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook, outlook
from bot.engines.offline.events.vetoes import NEGATIVE

BEFORE = re.compile(r"^[\W_]*$")
BEHIND = re.compile(r"^\W{0,2}\s*[:–—|-]\s*(?=\w)")
LABEL = re.compile(r"^\W*(?:\d+\.\s)?[^.:!?]{3,60}:\s$|^(?!.*[.!?:]\s).*,\s$", re.DOTALL)
"""What stands before the date of a line without a verb: “Opening night: ”, “Anna Bell in conversation, ”."""
BULLET = re.compile(r"^\s*[-*•·–▪●]\s+")
SHORTEST_LIST = 2
GAP = 2
"""How far apart two lines of one list may stand, for a line whose date was not understood."""
HAPPENS = re.compile(rf"\b(?:{'|'.join(terms.EVENTS)})s?\b", re.IGNORECASE)
NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")


def lines_of_lists(
    dated: Sequence[Mention], parsed: Sequence[tuple[Sentence, Span]]
) -> Iterator[tuple[Mention, Span]]:
    """The lines of lists of dates, each with its words, where the list shares a name with the text.

    A list about something else (a box of local events) is no announcement of the article, nor is a line alone
    but for one that labels its date by a happening (“Opening night: Friday 11 September”).
    """
    lines: dict[int, list[Mention]] = defaultdict(list)
    for mention in dated:
        lines[mention.sentence.id].append(mention)
    texts = (sentence.text[1:] for sentence, _ in parsed if sentence.id not in lines and not sentence.heading)
    names = {name for text in texts for name in NAME.findall(text)}
    for run in _runs(sorted(lines)):
        told = len(run) >= SHORTEST_LIST and any(_shares(lines[i][0], names) for i in run)
        for mention in (one for i in run for one in lines[i]):
            words = item(mention)
            if words is not None and (told or (_labelled(mention) and HAPPENS.search(words.text))):
                yield mention, words


def item(mention: Mention) -> Span | None:
    """The words behind a date that opens its line, or around one in a marked line without a verb."""
    text = mention.sentence.text
    if mention.grain is not Grain.FINE:
        return None
    if BEFORE.match(text[: mention.phrase.start]) and BEHIND.match(text[mention.phrase.end :]):
        return _stripped(mention, mention.time.end, mention.span.end)
    if any(token.tag_ in FINITE for token in mention.span):
        return None
    if _labelled(mention):
        return _stripped(mention, mention.span.start, mention.time.start)
    if not BULLET.match(text):
        return None
    start = mention.span.start if mention.time.start > mention.span.start + 1 else mention.time.end
    last = all(token.is_punct for token in mention.span.doc[mention.time.end : mention.span.end])
    return _stripped(
        mention, start, mention.time.start if last and start < mention.time.start else mention.span.end
    )


def _labelled(mention: Mention) -> bool:
    return bool(LABEL.match(mention.sentence.text[: mention.phrase.start]))


def _stripped(mention: Mention, start: int, end: int) -> Span | None:
    doc = mention.span.doc
    while start < end and (doc[start].is_punct or doc[start].text in {"*", "•", "|"}):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].tag_ in {"IN", "DT"}):
        end -= 1
    words = doc[start:end]  # “5 June – World Environment Day” is a day on both sides
    timely = any(token.like_num for token in words) and all(token.ent_type_ in TIMES for token in words)
    return words if end > start and not timely else None


def _runs(ids: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for i in ids:
        if run and i > run[-1] + GAP:
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _shares(mention: Mention, names: set[str]) -> bool:
    text, phrase = mention.sentence.text, mention.phrase
    return not names.isdisjoint(NAME.findall(text[: phrase.start] + text[phrase.end :]))


REACH = 2
"""Paragraphs below a day that are of that day, by their first sentence."""


def alone(mention: Mention) -> bool:
    """Whether a line is a day ahead and nothing else."""
    text, phrase = mention.sentence.text, mention.phrase
    ahead = mention.dated.ahead is True and not mention.same_day and mention.grain is Grain.FINE
    return ahead and not (text[: phrase.start] + text[phrase.end :]).strip(" .,:–—-")


def below(day: Mention, sentence: Sentence, before: tuple[Sentence, Span] | None) -> bool:
    """Whether a sentence opens a paragraph right below the day."""
    opens = before is not None and before[0].paragraph < sentence.paragraph and not sentence.heading
    return opens and 0 < sentence.paragraph - day.sentence.paragraph <= REACH


def announces(span: Span) -> bool:
    """Whether a sentence without a time tells of a happening: “Sentencing of …”, “The court is to hear …”."""
    root = span.root
    if any(token.lower_ in NEGATIVE for token in span):
        return False
    if not is_finite(root):
        return root.lower_ in terms.EVENTS
    clause = Clause((*children(root, frozenset({"xcomp"}))[:1], root))
    return happens(clause) and outlook(clause) >= Outlook.PLAIN
