"""Claims beside the sentences that they were traced to, verbatim, each with its number."""

from collections.abc import Iterable, Iterator

from bot.domain.article import Article
from bot.domain.brief import Statement
from bot.views.paging import Item, cut, joined
from bot.views.texts import Texts

SHOWN = 3
"""Sentences printed under an actor, who may be named in all of them; the numbers of the others follow."""


def beside(claim: Item, statement: Statement, article: Article, texts: Texts) -> Item:
    """A statement's lines above its sentences; a statement that is its sentence is printed once."""
    sentences = quoted(article, statement.sentences, texts)
    cited = [article.sentence(number).text for number in statement.sentences if article.has(number)]
    if cited == [statement.text] and statement.original is None:
        return (*sentences, f"-# {texts.say('word for word')}")
    return (*claim, *sentences)


def quoted(article: Article, ids: Iterable[int], texts: Texts) -> Item:
    """Each sentence under its number, in Discord's way of quoting."""
    return tuple(line for number in ids for line in _sentence(article, number, texts))


def first_quoted(article: Article, ids: tuple[int, ...], texts: Texts) -> Item:
    """The first sentences, and the numbers of the others."""
    others = [str(number) for number in ids[SHOWN:]]
    also = texts.count("Also in sentence", "Also in sentences", len(others))
    listed = joined((" " if at == 1 else ", ", part) for at, part in enumerate([also, *others]))
    return (*quoted(article, ids[:SHOWN], texts), *(f"> -# {line}" for line in listed if others))


def _sentence(article: Article, number: int, texts: Texts) -> Iterator[str]:
    """A sentence in as many lines as it needs; what is no longer kept is named."""
    said = article.sentence(number).text if article.has(number) else ""
    pieces = [texts.shown(piece) for piece in cut(said)] or [f"*{texts.say('no longer kept')}*"]
    yield f"> **{number}** {pieces[0]}"
    yield from (f"> {piece}" for piece in pieces[1:])
