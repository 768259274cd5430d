"""What a link leads to, as bytes; the ports that services fetch through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was behind a link.

    `url` is the link as asked for, normalised; `final_url` is where its redirects ended. `content_type` is a
    bare MIME type such as `text/html`, told by the header and the first bytes; `charset` is the header's, in
    lower case. `body` is decoded (no gzip). `headers` are those of KEPT_HEADERS that were sent. `unchanged`:
    the site says that nothing is new since the validators that it was asked with; there is no body then.
    """

    url: str
    final_url: str
    content_type: str
    charset: str | None
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    unchanged: bool = False


KEPT_HEADERS = ("content-language", "content-disposition", "etag", "last-modified", "link", "x-robots-tag")
"""What readers can use: the language, a file's name, validators, and the canonical link of a document."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site can be asked with whether something changed, as it sent them (RFC 9110 §8.8)."""

    etag: str | None = None
    modified: str | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Self:
        """Those among the headers that can be sent back: a site may send any bytes."""
        sent = {name: value for name, value in headers.items() if value.isascii() and value.isprintable()}
        return cls(sent.get("etag"), sent.get("last-modified"))


class Fetcher(Protocol):
    """Fetches links that strangers gave."""

    async def fetch(self, url: str, *, automatic: bool = False) -> Fetched:
        """What is behind the link; BrieferError when it can't or may not be had.

        `automatic`: nobody asked for this very link, so the site's robots.txt is respected.
        """
        ...


class Refresher(Protocol):
    """Fetches what changes often and is meant for programs, such as feeds: never from what is kept."""

    async def refresh(self, url: str, known: Validators) -> Fetched:
        """What is behind the link now, of any type, or that it is unchanged; BrieferError as for `fetch`."""
        ...
