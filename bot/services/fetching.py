"""What a link leads to, as bytes; the port that services fetch through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was behind a link.

    `url` is the link as asked for, normalised; `final_url` is where its redirects ended. `content_type` is a
    bare MIME type such as `text/html`, told by the header and the first bytes; `charset` is the header's, in
    lower case. `body` is decoded (no gzip). `headers` are those of KEPT_HEADERS that were sent.
    """

    url: str
    final_url: str
    content_type: str
    charset: str | None
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


KEPT_HEADERS = ("content-language", "content-disposition", "last-modified", "link", "x-robots-tag")
"""What readers can use: the language, a file's name, a date, and the canonical link of a document."""


class Fetcher(Protocol):
    """Fetches links that strangers gave."""

    async def fetch(self, url: str, *, automatic: bool = False) -> Fetched:
        """What is behind the link; BrieferError when it can't or may not be had.

        `automatic`: nobody asked for this very link, so the site's robots.txt is respected.
        """
        ...
