"""Whether any notation of a link leads to a connection inside: 0 is the only good figure.

    BRIEFER_EVAL_DATA=… python -m tests.evals.ssrf [FILE.jsonl …]

Reads `urls/ssrf_urls.dev.jsonl` in that folder, or the files that are named: lines of `{"url", "expect"}` with
`block`, `never_internal` or `allow`. Links of the first two kinds are fetched directly and through a redirect, with
name servers that answer private addresses, that mix good and bad answers, that rebind and that tell the truth as
far as a name spells an address. Every connection that the process tries is counted by the interpreter itself
(`socket.connect` of its audit events), not by our own code; none leaves the machine, as sockets to all but the
loopback peer are refused after they were counted. Links of the last kind count as passed when a connection to the
public address of their name was tried.
"""

import asyncio
import json
import os
import re
import socket
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from itertools import cycle
from pathlib import Path

from bot.adapters.web.fetcher import Web, WebFetcher, open_fetcher
from bot.adapters.web.guard import is_public
from bot.adapters.web.limits import Limits
from bot.domain.errors import BrieferError
from tests.loopback.peer import Visit, redirect, serving

PUBLIC = "93.184.215.14"
PRIVATE = (
    "127.0.0.1",
    "10.0.0.7",
    "169.254.169.254",
    "192.168.1.1",
    "::1",
    "fd00:ec2::254",
    "168.63.129.16",
    "::ffff:7f00:1",
)
SPELT = re.compile(r"(\d{1,3}(?:[.-]\d{1,3}){3})")
LIMITS = Limits(total=5.0, kept=-1.0, failure_kept=-1.0)

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]


class NoNetwork(OSError):
    """A connection that was counted and not made."""


@dataclass
class Wire:
    """Every connection that was tried, but for the loopback peer's own."""

    peer_port: int = 0
    tried: list[str] = field(default_factory=list)

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """An audit hook: counts, and lets nothing out."""
        if event != "socket.connect":
            return
        address = arguments[1]
        if not isinstance(address, tuple) or address[:2] == ("127.0.0.1", self.peer_port):
            return
        self.tried.append(str(address[0]))
        raise NoNetwork(f"{address[0]} in an evaluation")

    def take(self) -> list[str]:
        """What was tried since the last time."""
        tried, self.tried = self.tried, []
        return tried


def private_answers() -> Lookup:
    """Each question gets another private address."""
    answers = cycle(PRIVATE)

    async def look_up(_: str, __: int) -> Sequence[str]:
        return [next(answers)]

    return look_up


def mixed_answers() -> Lookup:
    """A public and a private address, in changing order."""
    answers = cycle(PRIVATE)
    turns = cycle((1, -1))

    async def look_up(_: str, __: int) -> Sequence[str]:
        return [PUBLIC, next(answers)][:: next(turns)]

    return look_up


def rebinding_answers() -> Lookup:
    """Public at first, private ever after."""
    asked: Counter[str] = Counter()

    async def look_up(host: str, _: int) -> Sequence[str]:
        asked[host] += 1
        return [PUBLIC if asked[host] == 1 else PRIVATE[asked[host] % len(PRIVATE)]]

    return look_up


def spelt_answers() -> Lookup:
    """What nip.io, sslip.io and the like answer: the address that the name spells; else loopback."""

    async def look_up(host: str, _: int) -> Sequence[str]:
        spelt = SPELT.search(host)
        return [spelt[1].replace("-", ".") if spelt else "127.0.0.1"]

    return look_up


def system_answers() -> Lookup:
    """What the C library makes of a name without asking anybody, for notations that it takes for addresses."""

    async def look_up(host: str, port: int) -> Sequence[str]:
        try:
            found = socket.getaddrinfo(host.rstrip("."), port, flags=socket.AI_NUMERICHOST)
        except (OSError, UnicodeError):
            return ["127.0.0.1"]
        return [str(answer[4][0]) for answer in found]

    return look_up


RESOLVERS: dict[str, Callable[[], Lookup]] = {
    "private": private_answers,
    "mixed": mixed_answers,
    "rebinding": rebinding_answers,
    "spelt": spelt_answers,
    "system": system_answers,
}


async def _public(_: str, __: int) -> Sequence[str]:
    return [PUBLIC]


@dataclass(frozen=True)
class Case:
    """A line of the list."""

    url: str
    expect: str


def read_cases(paths: Sequence[Path]) -> list[Case]:
    """All lines of these files."""
    lines = [
        json.loads(line) for path in paths for line in path.read_text("utf8").splitlines() if line.strip()
    ]
    return [Case(line["url"], line["expect"]) for line in lines]


def denied(address: str) -> bool:
    """Whether an address is one that nobody may be led to; judged apart from the guard where that is possible."""
    return not ip_address(address).is_global or not is_public(address)


async def attack(cases: Sequence[Case], wire: Wire) -> Counter[str]:
    """How many links there were, how many connections were tried, and how many of them to denied addresses."""
    figures: Counter[str] = Counter()
    targets: dict[str, str] = {}

    async def lead_on(visit: Visit) -> None:
        await redirect(targets["next"])(visit)

    async with serving({"/hop": lead_on}) as peer:
        wire.peer_port = peer.origin[1]
        for name, make in RESOLVERS.items():
            web = Web(lifted=frozenset({peer.origin}), look_up=make(), limits=LIMITS)
            async with open_fetcher(web) as fetcher:
                for case in cases:
                    targets["next"] = case.url.replace("\r", "").replace("\n", "")
                    for way in (case.url, case.url, peer.url("/hop")):
                        await _note(figures, name, wire, await _code(fetcher, way), case)
    return figures


async def _note(figures: Counter[str], name: str, wire: Wire, code: str, case: Case) -> None:
    tried = wire.take()
    bad = [address for address in tried if denied(address)]
    figures[f"{name}: fetches"] += 1
    figures[f"{name}: connections"] += len(tried)
    figures[f"{name}: denied"] += len(bad)
    figures[f"code {code}"] += 1
    if bad or code == "fetched":
        print(f"  LED INSIDE by {name}: {case.url!r} → {bad} ({code})")


async def pass_through(cases: Sequence[Case], wire: Wire) -> int:
    """How many links reached the socket with the public address of their name."""
    passed = 0
    async with open_fetcher(Web(look_up=_public, limits=LIMITS)) as fetcher:
        for case in cases:
            code = await _code(fetcher, case.url)
            right = wire.take() == [PUBLIC]
            passed += right
            if not right:
                print(f"  NOT PASSED ({code}): {case.url!r}")
    return passed


async def _code(fetcher: WebFetcher, link: str) -> str:
    try:
        await fetcher.fetch(link)
    except BrieferError as error:
        return error.code
    return "fetched"


async def main(paths: Sequence[Path]) -> int:
    """Print the figures; 1 when a denied address was reached for or fewer than 99 % of the good links pass."""
    cases = read_cases(paths)
    wire = Wire()
    sys.addaudithook(wire.watch)
    bad = [case for case in cases if case.expect in {"block", "never_internal"}]
    good = [case for case in cases if case.expect == "allow"]
    figures = await attack(bad, wire)
    print(f"{len(bad)} links that must not lead inside, each directly, again, and through a redirect")
    for name in RESOLVERS:
        counts = (figures[f"{name}: {what}"] for what in ("fetches", "connections", "denied"))
        print("  {:10} {:5} fetches {:4} connections tried {:3} to denied addresses".format(name, *counts))
    codes = ", ".join(f"{key[5:]} {count}" for key, count in figures.most_common() if key.startswith("code "))
    print(f"  ended with: {codes}")
    passed = await pass_through(good, wire)
    print(f"{passed} of {len(good)} good links pass the guard ({passed / max(1, len(good)):.1%})")
    return int(
        any(count for key, count in figures.items() if key.endswith(": denied")) or passed < 0.99 * len(good)
    )


if __name__ == "__main__":
    named = [Path(argument) for argument in sys.argv[1:]]
    sys.exit(
        asyncio.run(main(named or [Path(os.environ["BRIEFER_EVAL_DATA"]) / "urls" / "ssrf_urls.dev.jsonl"]))
    )
