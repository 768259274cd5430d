"""An answer to a question about an article, with the sentences that it was traced to."""

from collections.abc import Iterator

from discord import ui

from bot.domain.article import Article
from bot.services.answering import NOT_SAID, Answer
from bot.views.layout import CALM, framed, line, text
from bot.views.paging import CARD, Item, Passage, cut, paginate
from bot.views.quoting import beside
from bot.views.text import length, shortened
from bot.views.texts import Texts

QUESTION = 300
"""UTF-16 units of the question that is repeated."""

ROOM = 200
"""UTF-16 units kept for what could not be shown."""


def answer_card(answer: Answer, article: Article, *, texts: Texts) -> ui.LayoutView:
    """What the article says, or that it does not; what has no room is counted."""
    asked = texts.line(f"### {texts.shown(shortened(answer.question, QUESTION))}")
    foot = texts.line(f"-# {' · '.join(_foot(answer, texts))}")
    room = CARD - ROOM - length(asked) - length(foot)
    told = Passage(tuple(_items(answer, article, texts)), loose=True)
    first, *others = paginate([told], room, room, texts)
    parts = [text(asked), *(text(passage.text) for passage in first)]
    if left := sum(len(passage.items) for page in others for passage in page):
        more = texts.count("{n} more is not shown here.", "{n} more are not shown here.", left)
        parts.append(text(texts.line(f"-# {more}")))
    return framed([*parts, line(), text(foot)], CALM)


def _items(answer: Answer, article: Article, texts: Texts) -> Iterator[Item]:
    if not answer.statements:
        yield (texts.say(NOT_SAID),)
    for statement in answer.statements:
        said = tuple(texts.shown(piece) for piece in cut(statement.text))
        yield beside(said, statement, article, texts)
    for note in answer.notes:
        yield tuple(f"-# {texts.told(piece)}" for piece in cut(texts.known(note)))


def _foot(answer: Answer, texts: Texts) -> Iterator[str]:
    yield texts.say("From the sentences of the article alone")
    if answer.withheld:
        yield texts.count("{n} withheld", "{n} withheld", len(answer.withheld))
