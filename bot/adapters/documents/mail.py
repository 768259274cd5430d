"""Mails as files (RFC 5322): the text of the message, with subject, sender and date."""

from email import policy
from email.errors import MessageError
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage
from email.parser import BytesParser

from bot.adapters.documents import refusals
from bot.domain.article import Extract, PublishedFrom
from bot.domain.errors import UnusableSource

KIND = "mail"
LOCKED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
STUB = 20
"""Words of a text part that only says “your reader can't show this mail”, where there is an HTML part."""


def read_mail(data: bytes, url: str | None = None) -> Extract:
    """The message's own text, attachments left aside; UnusableSource `empty` or `unreadable` without one."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    if message.get_content_type() in LOCKED:
        raise refusals.locked(KIND)
    text = _text(message)
    if not text.strip():
        raise refusals.without_text(KIND)
    date = _date(message)
    return Extract(
        text,
        title=_header(message, "subject"),
        url=url,
        author=_sender(message),
        published=date,
        published_from=PublishedFrom.PAGE if date else PublishedFrom.UNKNOWN,
    )


def _text(message: EmailMessage) -> str:
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    printed = _content(plain)
    if html is None or len(printed.split()) > STUB:
        return printed
    from bot.adapters.extraction.reading import read_page, visible_text  # noqa: PLC0415 - as for pages

    page = _content(html)
    try:
        return read_page(page).text
    except UnusableSource:
        return visible_text(page) or printed


def _content(part: object) -> str:
    """The decoded part; bytes that its charset does not have are replaced."""
    if not isinstance(part, EmailMessage):
        return ""
    try:
        return str(part.get_content()).replace("\r\n", "\n")
    except (LookupError, MessageError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name) or "").split()) or None


def _sender(message: EmailMessage) -> str | None:
    """The name of who wrote it; the address where there is none."""
    header = message.get("from")
    if not isinstance(header, AddressHeader) or not header.addresses:
        return None
    first = header.addresses[0]
    return first.display_name or first.addr_spec or None


def _date(message: EmailMessage) -> str | None:
    header = message.get("date")
    moment = header.datetime if isinstance(header, DateHeader) else None
    return moment.isoformat(timespec="minutes") if moment else None
