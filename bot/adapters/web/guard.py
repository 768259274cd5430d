"""Which addresses, ports and names may be fetched. Everything that is not ordinary public web is refused.

The table of special-purpose addresses is ssrfguard's, made from the registries of IANA. An address that
stands in any of its blocks is refused, also where the block is merely unusual: no article is published from a
relay or from an address that carries another one inside (IPv4-mapped, NAT64, 6to4, Teredo).
`ipaddress.is_global` is asked as well, so that neither has the last word.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from ssrfguard import DEFAULT_DENIED
from yarl import URL

from bot.domain.errors import BadSettings, NotAllowed

PORTS = frozenset({80, 443})
UNICAST = ip_network("2000::/3")
"""All IPv6 that was ever given out (RFC 4291 §2.4)."""
AZURE = ip_address("168.63.129.16")
"""Azure's host agent: a public address that only a virtual machine's own host answers to."""
IPV4 = re.compile(r"[\d.]+", re.ASCII)
PRIVATE_NAMES = (
    *("localhost", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa"),
    *("onion", "test", "invalid"),
)
"""Names that are never public (RFC 6761, RFC 6762 and its appendix G, RFC 7686, RFC 8375)."""

Origin = tuple[str, int]


class Refused(OSError):
    """A connection that may not be made. An OSError, as connectors expect; becomes NotAllowed at the edge."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules, with the origins (host in lower case, port) that the operator lifted them for."""

    lifted: frozenset[Origin] = frozenset()

    def lifts(self, url: URL) -> bool:
        """Whether the operator allowed exactly this host and port."""
        return (_bare(url.raw_host or ""), url.port or 0) in self.lifted

    def check(self, url: URL) -> None:
        """NotAllowed for what can be told without a look-up: a port, a literal address, a private name."""
        if self.lifts(url):
            return
        if url.port not in PORTS:
            raise NotAllowed(
                "Links are fetched from the usual ports only: 80 for http and 443 for https.",
                "blocked_address",
            )
        host = _bare(url.raw_host or "")
        if is_private_name(host) or not _name_or_public(host):
            raise blocked()


def check_spelling(written: str, link: str) -> None:
    """NotAllowed when a link leads to an IPv4 address but was written as something else (`0x7f.1`)."""
    host = URL(link, encoded=True).raw_host or ""
    if IPV4.fullmatch(host) and host not in written:
        raise blocked()


def is_public(address: str) -> bool:
    """Whether an address is an ordinary public one; False for what can't be read."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if found == AZURE or found.is_multicast or not found.is_global:
        return False
    return DEFAULT_DENIED.match(_without_scope(found)) is None and (found.version == 4 or found in UNICAST)  # noqa: PLR2004 - IPv4


def is_private_name(host: str) -> bool:
    """Whether a name is one that public DNS never answers for."""
    return any(host == name or host.endswith(f".{name}") for name in PRIVATE_NAMES)


def read_origins(setting: str) -> frozenset[Origin]:
    """The origins of `host:port, [::1]:port, …`; BadSettings when one can't be read."""
    return frozenset(_origin(part.strip()) for part in setting.split(",") if part.strip())


def blocked() -> NotAllowed:
    """What a person is told, whatever rule refused the address: nothing about the inside is given away."""
    return NotAllowed(
        "This link leads to an address that is not on the public web, so it is not fetched.",
        "blocked_address",
    )


def _origin(part: str) -> Origin:
    try:
        url = URL(f"http://{part}")
        host, port = url.raw_host, url.explicit_port
    except ValueError:
        host, port = None, None
    if not host or "*" in host or not port or url.path != "/" or url.user:
        raise BadSettings(f"BRIEFER_ALLOW_HOSTS takes host:port, separated by commas; {part!r} is not that.")
    return _bare(host), port


def _bare(host: str) -> str:
    return host.lower().removesuffix(".")


def _name_or_public(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return True
    return is_public(host)


def _without_scope(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    return type(address)(int(address))
