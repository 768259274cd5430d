"""An article and a reading given as JSON, to be held against each other by the checks alone."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints, TypeAdapter, ValidationError

from bot.domain.article import Article, Published, PublishedFrom, numbered
from bot.domain.errors import UnusableSource
from bot.domain.reading import Reading
from bot.services.dating import read_published

SentenceText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class NumberedArticle(BaseModel):
    """`{"title", "published", "sentences": ["…"]}`; ids count from 1."""

    title: str | None = None
    published: str | None = None
    language: str = "en"
    sentences: list[SentenceText]


def read_article(data: bytes | str) -> Article:
    """The article, a sentence a line; UnusableSource `unreadable` or `empty` when it is none."""
    try:
        given = NumberedArticle.model_validate_json(data)
    except ValidationError as error:
        raise UnusableSource(f"The article can't be read: {_reason(error)}.", "unreadable") from error
    if not given.sentences:
        raise UnusableSource("The article has no sentences.", "empty")
    value = read_published(given.published) if given.published else None
    return Article(
        "\n".join(given.sentences),
        numbered(given.sentences),
        given.title or None,
        language=given.language,
        published=Published(value, PublishedFrom.GIVEN) if value else Published(),
    )


def read_reading(data: bytes | str) -> Reading:
    """The claims, in the wire format of the `read` prompt; UnusableSource `unreadable` when they are none."""
    try:
        return TypeAdapter(Reading).validate_json(data)
    except ValidationError as error:
        raise UnusableSource(f"The reading can't be read: {_reason(error)}.", "unreadable") from error


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    message = f"{first['msg'][0].lower()}{first['msg'][1:]}"
    return f"{place}: {message}" if place else message
