"""Web pages, saved or fetched: their article and what they say about it."""

from bot.domain.article import Extract, PublishedFrom


def read_page(html: str, url: str | None = None) -> Extract:
    """The article of a page, with its metadata.

    `url` is where the page was found. UnusableSource `not_an_article`, `wall` or `not_found` when the page
    holds no article, or something stands in for it.
    """
    from bot.adapters.extraction.reading import read  # noqa: PLC0415 - half a second that only pages need

    page = read(html, url)
    said = page.said
    return Extract(
        page.text,
        title=said.title,
        url=url or said.canonical,
        canonical=said.canonical,
        site=said.site,
        author=said.author,
        language=said.language,
        published=said.published,
        published_from=PublishedFrom.PAGE if said.published else PublishedFrom.UNKNOWN,
        removed=page.left_out,
    )


def visible_text(html: str) -> str:
    """All that a page shows, an empty line between blocks; "" where it shows nothing."""
    from bot.adapters.extraction.reading import visible  # noqa: PLC0415 - as above

    return visible(html)
