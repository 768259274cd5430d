"""What stands below a day on a line of its own, and names no time itself: “Monday 2 November”."""

from spacy.tokens import Span

from bot.domain.article import Sentence
from bot.engines.offline.events.carrying import happens
from bot.engines.offline.events.clauses import Clause, children, is_finite
from bot.engines.offline.events.mention import Grain, Mention
from bot.engines.offline.events.outlook import Outlook, outlook
from bot.engines.offline.events.vetoes import NEGATIVE
from bot.engines.offline.events.words import EVENTS

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
        return root.lower_ in EVENTS
    clause = Clause((*children(root, frozenset({"xcomp"}))[:1], root))
    return happens(clause) and outlook(clause) >= Outlook.PLAIN
