"""What a person is told when a site does not hand over its page; one plain sentence each."""

from aiohttp import ClientConnectorCertificateError, ClientConnectorError, ClientError, ClientSSLError
from multidict import CIMultiDictProxy

from bot.adapters.web.guard import Refused, blocked
from bot.domain.errors import BrieferError, PeerFailed, UnusableSource

WALLS = frozenset({401, 402, 403, 407, 451})
GONE = frozenset({404, 410})
BUSY = frozenset({429, 503})
OK = range(200, 300)


def of_status(status: int, headers: CIMultiDictProxy[str]) -> BrieferError | None:
    """Why a response of this status is no page; None when it is one.

    `cf-mitigated: challenge` marks Cloudflare's check for humans, whatever the status.
    """
    if status in WALLS or "cf-mitigated" in headers:
        return wall()
    if status in GONE:
        return UnusableSource(
            "There is no page at this link (any more): check it, or paste the text.", "not_found"
        )
    if status in BUSY:
        return busy()
    if status not in OK:
        return PeerFailed(
            f"The site answered with an error ({status}): try again later, or paste the text.", "unreachable"
        )
    return None


def of_failure(error: ClientError | OSError) -> BrieferError:
    """Why no whole response came."""
    if isinstance(error, Refused) or (
        isinstance(error, ClientConnectorError) and isinstance(error.os_error, Refused)
    ):
        return blocked()
    if isinstance(error, ClientConnectorCertificateError | ClientSSLError):
        return PeerFailed("The site's certificate can't be trusted, so the page was not read.", "unreachable")
    return PeerFailed("The site can't be reached: check the link, or try again later.", "unreachable")


def wall() -> UnusableSource:
    """The site shows its page to subscribers, to humans or to some countries only."""
    return UnusableSource(
        "The site does not show this page to programs: paste the text and I will brief that.", "wall"
    )


def busy() -> PeerFailed:
    """The site asks for patience."""
    return PeerFailed("The site asks us to wait: try again later, or paste the text.", "unreachable")


def timeout(seconds: float) -> PeerFailed:
    """The site took longer than a fetch may."""
    return PeerFailed(
        f"The site took longer than {seconds:g} seconds: try again later, or paste the text.", "timeout"
    )


def too_large(limit: int) -> UnusableSource:
    """More bytes than a page or document may have."""
    return UnusableSource(
        f"This has more than {limit // 1_000_000 or 1} MB: paste the part that you want briefed.", "too_large"
    )


def too_many_redirects(most: int) -> PeerFailed:
    """A link that leads from one address to the next."""
    return PeerFailed(
        f"This link was redirected more than {most} times: give the page's own address.", "unreachable"
    )


def unsupported(kind: str) -> UnusableSource:
    """No page, text or document."""
    what = f" ({kind})" if kind else ""
    return UnusableSource(
        f"This link leads to no article{what}: give a page, a text or a PDF, DOCX, EML or RTF file.",
        "unsupported",
    )


def robots() -> UnusableSource:
    """The site's robots.txt keeps programs away from this page."""
    return UnusableSource("The site asks programs not to fetch this page by themselves.", "wall")
