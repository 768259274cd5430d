"""What stands below a day on a line of its own, and names no time itself: “Monday 2 November”."""

from collections.abc import Sequence
from dataclasses import dataclass

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
INFINITIVE = frozenset({"xcomp"})


@dataclass(slots=True)
class Headings:
    """The day on a line of its own that the sentences being read stand below."""

    day: Mention | None = None
    paragraph: int = 0

    def dating(self, sentence: Sentence, dated: Sequence[Mention]) -> Mention | None:
        """The day that a sentence stands below; read them in order, each with its times ahead."""
        alone = next((one for one in dated if _alone(one)), None)
        if alone is not None:
            self.day, self.paragraph = alone, sentence.paragraph
            return None
        opens, self.paragraph = sentence.paragraph > self.paragraph, sentence.paragraph
        day = self.day
        near = day is not None and sentence.paragraph - day.sentence.paragraph <= REACH
        return day if opens and near and not sentence.heading else None


def _alone(mention: Mention) -> bool:
    text, phrase = mention.sentence.text, mention.phrase
    ahead = mention.dated.ahead is True and not mention.same_day and mention.grain is Grain.FINE
    return ahead and not (text[: phrase.start] + text[phrase.end :]).strip(" .,:–—-")


def announces(span: Span) -> bool:
    """Whether a sentence without a time tells of a happening: “Sentencing of …”, “The court is to hear …”."""
    root = span.root
    if any(token.lower_ in NEGATIVE for token in span):
        return False
    if not is_finite(root):
        return root.lower_ in EVENTS
    clause = Clause((*children(root, INFINITIVE)[:1], root))
    return happens(clause) and outlook(clause) >= Outlook.PLAIN
