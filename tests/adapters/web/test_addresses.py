"""The address check at the socket: names, literals, redirects, mixed answers, names that change."""

import socket

import pytest

from bot.adapters.web.connector import SIP, AddrInfo, look_up, open_socket
from bot.adapters.web.fetcher import Web, open_fetcher
from bot.domain.errors import BrieferError, NotAllowed
from tests.adapters.web.web import QUICK, Names, lifting
from tests.loopback.peer import page, redirect, serving

PUBLIC = "93.184.216.34"


class Sockets:
    """Counts the sockets that were asked for; none of them connects."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def __call__(self, address: AddrInfo) -> socket.socket:
        self.opened.append(str(address[4][0]))
        raise OSError("no connection in tests")


async def _fails(web: Web, url: str) -> BrieferError:
    async with open_fetcher(web) as fetcher:
        with pytest.raises(BrieferError) as caught:
            await fetcher.fetch(url)
    return caught.value


@pytest.mark.parametrize(
    "answers",
    [
        ["10.0.0.1"],
        ["::1"],
        [PUBLIC, "127.0.0.1"],
        ["127.0.0.1", PUBLIC],
        [PUBLIC, "::ffff:10.0.0.1"],
        ["not an address"],
    ],
)
async def test_one_bad_answer_refuses_the_name(answers: list[str]) -> None:
    sockets = Sockets()
    error = await _fails(Web(look_up=Names(otherwise=answers), make_socket=sockets), "https://news.example/")
    assert (error.code, sockets.opened) == ("blocked_address", [])


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://①②⑦.⓪.⓪.①/",
    ],
)
async def test_a_literal_address_in_any_notation_is_refused_without_a_look_up(url: str) -> None:
    names, sockets = Names(otherwise=[PUBLIC]), Sockets()
    error = await _fails(Web(look_up=names, make_socket=sockets), url)
    assert (error.code, names.asked, sockets.opened) == ("blocked_address", [], [])


@pytest.mark.parametrize(
    "url", ["http://134744072/", "http://0x08080808/", "http://010.8.8.8/", "http://⑧.8.8.8/"]
)
async def test_even_a_public_address_is_refused_when_it_is_disguised(url: str) -> None:
    async with serving({"/": redirect(url)}) as outside:
        for link in (url, outside.url()):
            assert (await _fails(lifting(outside), link)).code == "blocked_address"


async def test_names_are_asked_for_as_absolute_ones() -> None:
    names, sockets = Names(otherwise=[PUBLIC]), Sockets()
    error = await _fails(Web(look_up=names, make_socket=sockets), "https://news.example/a")
    assert (error.code, names.asked, sockets.opened) == ("unreachable", ["news.example."], [PUBLIC])


async def test_a_name_without_addresses_is_unreachable() -> None:
    assert (await _fails(Web(look_up=Names()), "https://news.example/")).code == "unreachable"


async def test_a_redirect_to_a_denied_address_is_refused_and_not_connected_to() -> None:
    async with serving({"/in": page()}) as inside, serving({"/": redirect(inside.url("/in"))}) as outside:
        error = await _fails(lifting(outside), outside.url())
        assert (error.code, inside.visits) == ("blocked_address", [])


async def test_a_redirect_to_a_name_that_has_changed_its_address_is_refused() -> None:
    names = Names({"news.example.": [["127.0.0.1"]]})
    async with serving({"/": redirect("http://news.example/")}) as outside:
        error = await _fails(lifting(outside, look_up=names), outside.url())
    assert (error.code, names.asked[-1]) == ("blocked_address", "news.example.")


async def test_a_rebinding_name_is_looked_up_once_a_connection_and_judged_each_time() -> None:
    names, sockets = Names({"news.example.": [[PUBLIC], ["127.0.0.1"]]}), Sockets()
    web = Web(look_up=names, make_socket=sockets)
    codes = [(await _fails(web, "http://news.example/")).code for _ in range(2)]
    assert codes == ["unreachable", "blocked_address"]
    assert sockets.opened == [PUBLIC]


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "gopher://a/", "http://user@news.example/", "http://[", "javascript:alert(1)"],
)
async def test_a_redirect_to_what_is_no_web_link_is_refused(target: str) -> None:
    async with serving({"/": redirect(target)}) as outside:
        assert (await _fails(lifting(outside), outside.url())).code == "bad_link"


async def test_a_lifted_name_is_reached_where_its_name_server_says_and_nothing_else_is() -> None:
    async with serving({"/": page()}) as inside:
        port = inside.origin[1]
        web = Web(
            lifted=frozenset({("wiki.corp", port)}), look_up=Names(otherwise=["127.0.0.1"]), limits=QUICK
        )
        async with open_fetcher(web) as fetcher:
            assert b"harbour" in (await fetcher.fetch(f"http://wiki.corp:{port}/")).body
            for other in (f"http://other.corp:{port}/", f"http://127.0.0.1:{port}/", "http://wiki.corp/"):
                with pytest.raises(NotAllowed):
                    await fetcher.fetch(other)


async def test_a_proxy_is_used_when_set_and_names_with_private_answers_are_still_refused() -> None:
    names = Names({"news.example.": [[PUBLIC]], "inside.example.": [["10.0.0.1"]]}, otherwise=["127.0.0.1"])
    async with serving({"http://news.example/a": page()}) as proxy:
        async with open_fetcher(Web(look_up=names, proxy=proxy.url(), limits=QUICK)) as fetcher:
            assert (await fetcher.fetch("http://news.example/a")).content_type == "text/html"
            with pytest.raises(NotAllowed):
                await fetcher.fetch("http://inside.example/a")
            with pytest.raises(NotAllowed):
                await fetcher.fetch("http://169.254.169.254/")
        assert proxy.paths == ["http://news.example/a"]


async def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with serving({"/": page()}) as peer, open_fetcher(lifting(peer)) as fetcher:
        assert (await fetcher.fetch(peer.url())).content_type == "text/html"


def test_a_socket_reads_in_sips_so_that_a_flood_can_not_hold_up_the_others() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        open_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ())) as ours,
    ):
        ours.connect(server.getsockname())
        theirs, _ = server.accept()
        with theirs:
            for _ in range(4):
                theirs.sendall(bytes(SIP))
            assert len(ours.recv(10 * SIP)) <= SIP
            assert ours.recv_into(bytearray(10 * SIP)) <= SIP
            assert ours.recv_into(memoryview(bytearray(10)), 10) == 10


async def test_the_systems_own_look_up_knows_a_name_and_fails_for_nonsense() -> None:
    assert "127.0.0.1" in await look_up("127.0.0.1", 80)
    with pytest.raises(OSError, match="no address"):
        await look_up("a" * 70 + ".example", 80)
