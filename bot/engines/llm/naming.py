"""A model may take a sentence for a name, above all one that speaks to it: such actors are taken back."""

import re
from dataclasses import replace

from bot.domain.article import Article
from bot.domain.brief import ClaimKind, Withheld
from bot.domain.reading import ActorClaim, Kind, Reading

SENTENCE_WORDS = 5
"""Words from which on a name that ends like a sentence, or has no capital inside, is none."""

BEFORE_A_NAME = r"\b(?:the|an?|its|their|our|his|her)\s+"
"""Words that no sentence of its own stands behind (“the association of retired train drivers”)."""

ENDS = re.compile(r"[.?!…][\"'”’»)]*$")
NO_NAME = "it is a sentence, not a name"


def take_back_sentences(reading: Reading, article: Article) -> tuple[Reading, tuple[Withheld, ...]]:
    """The reading without actors whose name is a sentence, and those."""
    sentences = [actor for actor in reading.actors if is_sentence(actor, article)]
    kept = tuple(actor for actor in reading.actors if actor not in sentences)
    withheld = tuple(Withheld(ClaimKind.ACTOR, actor.name, NO_NAME) for actor in sentences)
    return replace(reading, actors=kept), withheld


def is_sentence(actor: ActorClaim, article: Article) -> bool:
    """Whether a name is a sentence; groups may have common words (“families of the people on board”)."""
    words = actor.name.split()
    if len(words) < SENTENCE_WORDS:
        return False
    common = actor.name.lower() != actor.name.upper() and not any(word[0].isupper() for word in words[1:])
    if ENDS.search(actor.name):
        return True
    return common and actor.kind is not Kind.GROUP and not _is_called_so(actor.name, article)


def _is_called_so(name: str, article: Article) -> bool:
    printed = re.compile(BEFORE_A_NAME + re.escape(name), re.IGNORECASE)
    return any(printed.search(sentence.text) for sentence in article.sentences)
