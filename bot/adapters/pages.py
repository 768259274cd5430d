"""Saved web pages: their article and what they say about it."""

from bot.domain.article import Extract, PublishedFrom
from bot.domain.errors import UnusableSource


def read_page(html: str) -> Extract:
    """The article of a page, with its metadata; UnusableSource `not_an_article` when there is none."""
    import trafilatura  # noqa: PLC0415 - half a second that only pages need

    found = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, favor_precision=True
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise UnusableSource(
            "No article was found on this page: open the article itself and save that, or paste its text.",
            "not_an_article",
        )
    return Extract(
        found.text,
        title=found.title or None,
        url=found.url or None,
        site=found.sitename or None,
        author=found.author or None,
        language=found.language or None,
        published=found.date or None,
        published_from=PublishedFrom.PAGE if found.date else PublishedFrom.UNKNOWN,
    )
