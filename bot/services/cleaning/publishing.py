"""When an article appeared: given, by its dateline, by its page, or inferred from its text."""

from collections.abc import Iterable

from bot.domain.article import Extract, Published, PublishedFrom
from bot.services import dating
from bot.services.cleaning.datelines import dateline_length


def published(extract: Extract, dates: Iterable[str], lead: str, text: str) -> tuple[Published, str | None]:
    """The date in the order in which sources are believed, and a note where it was inferred.

    `dates` are lines of the page that hold a date, `lead` is the first paragraph, which may open with a dateline.
    """
    if extract.published and extract.published_from is PublishedFrom.GIVEN:
        return Published(_read(extract.published) or extract.published, PublishedFrom.GIVEN), None
    page = _read(extract.published) if extract.published else None
    printed = _printed([lead[: dateline_length(lead)], *dates], page)
    if printed:
        return Published(printed, PublishedFrom.DATELINE), None
    if page:
        return Published(page, extract.published_from), None
    inferred = _infer(text)
    return (Published(inferred[0], PublishedFrom.TEXT), inferred[1]) if inferred else (Published(), None)


def _printed(candidates: Iterable[str], page: str | None) -> str | None:
    return next(filter(None, (_read(text, page) for text in candidates if text)), None)


def _read(text: str, anchor: str | None = None) -> str | None:
    read = getattr(dating, "read_published", None)
    return read(text, anchor) if read else None


def _infer(text: str) -> tuple[str, str] | None:
    infer = getattr(dating, "infer_published", None)
    return infer(text) if infer else None
