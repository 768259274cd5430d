"""Peers that mean harm: a typed error in time, no memory taken, and the next fetch is fine."""

import asyncio
import tracemalloc
from dataclasses import replace

import pytest

from bot.adapters.web.fetcher import Web, open_fetcher
from bot.domain.errors import BrieferError
from tests.adapters.web.web import QUICK, lifting
from tests.loopback.evil import BOMBS, EVIL, packed_bomb, path, routes
from tests.loopback.peer import page, raw, serving

SHORT = replace(QUICK, total=0.4, failure_kept=0.0)
PATIENCE = 30.0
"""Seconds in which what ends by itself has ended on a busy machine too; a peer that hangs never does."""


@pytest.mark.parametrize("name", [name for name in EVIL if name not in BOMBS])
async def test_an_evil_peer_gets_a_typed_error_in_time_and_the_next_fetch_is_fine(name: str) -> None:
    async with serving(routes()) as peer, open_fetcher(lifting(peer, limits=SHORT)) as fetcher:
        async with asyncio.timeout(PATIENCE):
            with pytest.raises(BrieferError) as caught:
                await fetcher.fetch(peer.url(path(name)))
        assert caught.value.code in EVIL[name].codes
        assert b"harbour" in (await fetcher.fetch(peer.url("/good"))).body


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_of_300_megabytes_costs_little_memory(name: str) -> None:
    packed_bomb(*BOMBS[name])
    async with serving(routes()) as peer, open_fetcher(lifting(peer)) as fetcher:
        tracemalloc.start()
        with pytest.raises(BrieferError) as caught:
            await fetcher.fetch(peer.url(path(name)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert caught.value.code == "too_large"
    assert most < 60_000_000


async def test_a_name_server_that_does_not_answer_is_a_timeout() -> None:
    async def silent(host: str, port: int) -> list[str]:
        await asyncio.sleep(3600)
        return [host, str(port)]

    async with open_fetcher(Web(look_up=silent, limits=SHORT)) as fetcher:
        with pytest.raises(BrieferError) as caught:
            await fetcher.fetch("https://news.example/")
    assert caught.value.code == "timeout"


async def test_a_site_that_speaks_no_tls_is_unreachable() -> None:
    async def answer_plainly(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(answer_plainly, "127.0.0.1", 0) as server:
        origin = server.sockets[0].getsockname()
        async with open_fetcher(Web(lifted=frozenset({origin}), limits=SHORT)) as fetcher:
            with pytest.raises(BrieferError) as caught:
                await fetcher.fetch(f"https://127.0.0.1:{origin[1]}/")
    assert caught.value.code == "unreachable"


async def test_a_longer_body_than_announced_is_read_to_what_was_announced() -> None:
    body = b"<html>whole</html>"
    lie = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body)
    routes = {"/": page(), "/lie": raw(lie + body + b"HTTP/1.1 200 OK\r\n\r\nsmuggled")}
    async with serving(routes) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert (await fetcher.fetch(peer.url("/lie"))).body == body
        assert b"harbour" in (await fetcher.fetch(peer.url())).body


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Type: text/html; charset=\xff\xfe", b"Content-Type: \xff/\xff", b"Content-Type: text/html; charset*=utf-8''%ff",
        b"Content-Type: @everyone/x", b"Link: <\xff>; rel=canonical", b"Content-Language: \xed\xa0\x80", b"Content-Type: " + b"a" * 9000,
    ],
)  # fmt: skip
async def test_any_bytes_in_a_header_are_borne(header: bytes) -> None:
    answer = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n" + header + b"\r\n\r\n<html>")
    async with serving({"/": answer}) as peer, open_fetcher(lifting(peer)) as fetcher:
        found = await fetcher.fetch(peer.url())
    assert found.content_type == "text/html"
    str(found).encode()


async def test_a_redirect_in_raw_bytes_is_followed_as_browsers_do() -> None:
    answer = raw(b"HTTP/1.1 302 Go\r\nLocation: /h\xe4fen?\xc3\xbc\r\nContent-Length: 0\r\n\r\n")
    async with serving({"/": answer, "/h%E4fen": page()}) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert (await fetcher.fetch(peer.url())).final_url == peer.url("/h%E4fen?%C3%BC")
