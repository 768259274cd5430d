"""The dates of one article."""

from dataclasses import dataclass

from bot.domain.article import Article, Sentence
from bot.domain.when import When


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase as printed: `sentence.text[start:end]` is `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved phrase.

    `ahead` is True when it lies after the article's date or was printed in a clause that looks ahead, False when
    it lies before or the clause looks back, None when nothing tells. `note` is for the person: what was assumed.
    """

    when: When
    ahead: bool | None = None
    note: str | None = None


class Timeline:
    """Finds the time phrases of an article and resolves them against its anchor and their neighbours."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def find(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """The time phrases of a sentence, left to right, each as wide as it is one time."""
        raise NotImplementedError

    def resolve(self, phrase: str, sentence: Sentence) -> Dated:
        """What a phrase printed in this sentence means; a When without value where it has none."""
        raise NotImplementedError
