"""The whole of cleaning, in order."""

from bot.domain.article import Article, Extract


def clean(extract: Extract) -> Article:
    """A clean, numbered article; UnusableSource `empty` or `not_an_article` when nothing can be briefed."""
    raise NotImplementedError
