"""What sites ask for: robots.txt for automatic fetches, a few at a time, and patience."""

import asyncio
import socket
from dataclasses import replace

import pytest

from bot.adapters.web.connector import AddrInfo, open_socket
from bot.adapters.web.fetcher import WebFetcher, open_fetcher
from bot.adapters.web.hosts import Hosts
from bot.domain.errors import BrieferError
from tests.adapters.web.test_keeping import Clock
from tests.adapters.web.web import QUICK, lifting
from tests.loopback.peer import Behaviour, Visit, page, redirect, reset, serving

ROBOTS = page(b"User-agent: *\nDisallow: /private\n\nUser-agent: Other\nDisallow: /\n", "text/plain")


async def _code(fetcher: WebFetcher, link: str, *, automatic: bool = True) -> str:
    try:
        await fetcher.fetch(link, automatic=automatic)
    except BrieferError as error:
        return error.code
    return "fetched"


async def test_robots_txt_is_asked_once_and_respected_by_automatic_fetches_only() -> None:
    async with (
        serving({"/robots.txt": ROBOTS, "/a": page(), "/private": page()}) as peer,
        open_fetcher(lifting(peer)) as fetcher,
    ):
        assert await _code(fetcher, peer.url("/a")) == "fetched"
        assert await _code(fetcher, peer.url("/private")) == "wall"
        assert await _code(fetcher, peer.url("/private"), automatic=False) == "fetched"
    assert peer.paths == ["/robots.txt", "/a", "/private"]


async def test_a_persons_own_request_never_asks_robots_txt() -> None:
    async with serving({"/a": page()}) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert await _code(fetcher, peer.url("/a"), automatic=False) == "fetched"
    assert peer.paths == ["/a"]


async def test_what_was_fetched_automatically_is_there_when_a_person_asks() -> None:
    async with serving({"/a": page()}) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert await _code(fetcher, peer.url("/a")) == "fetched"
        assert await _code(fetcher, peer.url("/a"), automatic=False) == "fetched"
    assert peer.paths == ["/robots.txt", "/a"]


async def test_robots_txt_holds_for_every_hop() -> None:
    routes = {"/robots.txt": ROBOTS, "/a": redirect("/private"), "/private": page()}
    async with serving(routes) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert await _code(fetcher, peer.url("/a")) == "wall"
    assert "/private" not in peer.paths


async def test_robots_txt_can_be_switched_off() -> None:
    routes = {"/robots.txt": ROBOTS, "/private": page()}
    async with serving(routes) as peer, open_fetcher(lifting(peer, respect_robots=False)) as fetcher:
        assert await _code(fetcher, peer.url("/private")) == "fetched"
    assert peer.paths == ["/private"]


SITES: dict[str, tuple[Behaviour, str]] = {
    "without one": (page(b"", status="404 Not Found"), "fetched"),
    "that forbids even that": (page(b"", status="403 Forbidden"), "fetched"),
    "with an error": (page(b"", status="500 Oh"), "wall"),
    "that breaks off": (reset(), "wall"),
    "with nonsense": (page(b"\xff\xfe\0 nonsense : : \n" * 100, "image/png"), "fetched"),
    "that names us": (page(b"User-agent: Briefer\nDisallow: /\n", "text/plain"), "wall"),
    "with a pattern that would take for ever": (
        page(b"User-agent: *\nDisallow: /" + b"*a" * 500 + b"$\n"),
        "fetched",
    ),
    "with one that is too long": (page(b"#" * 600_000, "text/plain"), "wall"),
}


@pytest.mark.parametrize("site", SITES)
async def test_a_site_without_robots_txt_allows_and_one_that_fails_does_not(site: str) -> None:
    robots, code = SITES[site]
    async with serving({"/robots.txt": robots, "/a": page()}) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert await _code(fetcher, peer.url("/a")) == code


async def test_automatic_fetches_of_one_host_take_turns() -> None:
    limits = replace(QUICK, automatic_gap=0.1)
    robots = page(b"User-agent: *\nCrawl-delay: 0.2\n", "text/plain")
    routes = {"/robots.txt": robots, "/a": page(), "/b": page(), "/c": page()}
    async with serving(routes) as peer, open_fetcher(lifting(peer, limits=limits)) as fetcher:
        began = asyncio.get_running_loop().time()
        await asyncio.gather(*(_code(fetcher, peer.url(path)) for path in ("/a", "/b", "/c")))
        assert asyncio.get_running_loop().time() - began >= 0.4


@pytest.mark.parametrize("delay", ["nan", "inf", "-5", "1e999", "soon"])
async def test_a_crawl_delay_that_is_no_time_is_not_waited_for(delay: str) -> None:
    robots = page(f"User-agent: *\nCrawl-delay: {delay}\n".encode(), "text/plain")
    routes = {"/robots.txt": robots, "/a": page(), "/b": page()}
    limits = replace(QUICK, longest_gap=3600.0, longest_turn=3600.0)
    async with serving(routes) as peer, open_fetcher(lifting(peer, limits=limits)) as fetcher:
        async with asyncio.timeout(30):
            codes = [await _code(fetcher, peer.url(path)) for path in ("/a", "/b")]
    assert codes == ["fetched", "fetched"]


def test_a_queue_of_automatic_fetches_does_not_grow_without_end() -> None:
    hosts = Hosts(QUICK, Clock())
    assert [hosts.turn("a.example", 30.0) for _ in range(3)] == [0.0, 30.0, 60.0]
    with pytest.raises(BrieferError):
        hosts.turn("a.example", 30.0)


async def test_a_host_serves_us_only_a_few_at_a_time() -> None:
    under_way = most = 0

    async def slow(visit: Visit) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.02)
        under_way -= 1
        await page()(visit)

    routes = {f"/{number}": slow for number in range(20)}
    async with serving(routes) as peer, open_fetcher(lifting(peer)) as fetcher:
        await asyncio.gather(*(fetcher.fetch(peer.url(path)) for path in routes))
    assert most == QUICK.at_once_per_host


async def test_only_a_few_documents_are_read_at_a_time() -> None:
    under_way = most = 0

    async def slow(visit: Visit) -> None:
        nonlocal under_way, most
        await visit.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 19000000\r\n\r\n%PDF-1.7"
        )
        await visit.send(b" " * 15_000_000)
        under_way += 1  # more was taken than the buffers in between hold: this one is being read
        most = max(most, under_way)
        await asyncio.sleep(0.02)
        under_way -= 1
        await visit.send(b" " * (4_000_000 - 8))

    def narrow(address: AddrInfo) -> socket.socket:
        made = open_socket(address)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
        return made

    routes = {f"/{number}": slow for number in range(4)}
    limits = replace(QUICK, total=5.0, documents_at_once=1)
    async with (
        serving(routes) as peer,
        open_fetcher(lifting(peer, limits=limits, make_socket=narrow)) as fetcher,
    ):
        await asyncio.gather(*(fetcher.fetch(peer.url(path)) for path in routes))
    assert most == 1


@pytest.mark.parametrize(
    ("asked", "kept"),
    [("120", 120), ("999999999", 600), ("Wed, 21 Oct 2026 07:28:00 GMT", 0), ("-5", 0), ("²", 0)],
)
async def test_a_host_that_asks_us_to_wait_is_left_alone_so_long(asked: str, kept: int) -> None:
    clock = Clock()
    busy = page(b"", status="429 Too Many Requests", headers={"Retry-After": asked})
    routes = {"/busy": busy, "/a": page(), "/b": page()}
    async with serving(routes) as peer, open_fetcher(lifting(peer, clock=clock)) as fetcher:
        assert await _code(fetcher, peer.url("/busy"), automatic=False) == "unreachable"
        expected = "unreachable" if kept else "fetched"
        assert await _code(fetcher, peer.url("/a"), automatic=False) == expected
        clock.now += kept + 1
        assert await _code(fetcher, peer.url("/b"), automatic=False) == "fetched"


async def test_nothing_is_remembered_of_hosts_that_nobody_uses() -> None:
    hosts = Hosts(QUICK, Clock())
    for number in range(3000):
        async with hosts.place(f"{number}.example"):
            hosts.wait(f"{number}.example", "5")
            hosts.turn(f"{number}.example", 1.0)
    assert not hosts._busy  # noqa: SLF001 - memory is the promise
    assert len(hosts._waits) == len(hosts._turns) == 1000  # noqa: SLF001 - as above
