"""Links on the command line, against a real server on loopback."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.shell import Briefer

pytestmark = pytest.mark.usefixtures("one_child")

STORY = """<!doctype html><html lang="en"><head><title>Ferry line to Osmund opens | Harbour Post</title>
<meta property="og:title" content="Ferry line to Osmund opens"><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2026-11-20T08:00:00Z">
<link rel="canonical" href="/story"></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry line to Osmund opens</h1>
<p>The harbour board of Osmund approved a winter ferry line on Friday after two years of talks with the operator.</p>
<p>The first ship will leave on 1 December 2026, board chair Ingrid Dahl told reporters in the town hall.</p>
<p>Tickets cost 12 euros, and children travel free of charge until the end of the season, the operator said.</p>
<p>Fishermen had asked for a later start because the quay is still being repaired after the storm of October.</p>
</article><footer>© Harbour Post</footer></body></html>"""


class Site(BaseHTTPRequestHandler):
    pages = {"/story": (200, STORY), "/amp/story": (200, STORY), "/paid": (402, "Please pay.")}  # noqa: RUF012

    def do_GET(self) -> None:
        status, text = self.pages.get(self.path, (404, "Nothing here."))
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    monkeypatch.setenv("BRIEFER_ALLOW_HOSTS", f"127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_link_is_briefed_like_a_text_with_what_its_page_says(briefer: Briefer, site: str) -> None:
    result = briefer("brief", f"{site}/story", "--json", "--engine", "offline")
    brief = json.loads(result.stdout)
    assert brief["article"]["title"] == "Ferry line to Osmund opens"
    assert (brief["article"]["site"], brief["article"]["url"]) == ("Harbour Post", f"{site}/story")
    assert (brief["article"]["published"][:10], brief["article"]["published_from"]) == ("2026-11-20", "page")
    assert [event["when"]["edtf"] for event in brief["events"]][:1] == ["2026-12-01"]


def test_fetch_shows_what_was_read(briefer: Briefer, site: str) -> None:
    card = briefer("fetch", f"{site}/story").stdout
    assert "Ferry line to Osmund opens" in card
    assert "Tickets cost 12 euros" in card
    assert "Sport" not in card
    article = json.loads(briefer("fetch", f"{site}/story", "--json").stdout)["article"]
    assert article["published_from"] == "page"
    assert article["text"].startswith("The harbour board of Osmund")


def test_a_variant_is_led_back_to_the_page_itself(briefer: Briefer, site: str) -> None:
    article = json.loads(briefer("fetch", f"{site}/amp/story", "--json").stdout)["article"]
    assert article["url"] == f"{site}/story"


@pytest.mark.parametrize(
    ("path", "exit_code", "says"), [("/none", 65, "no page"), ("/paid", 65, "paste the text")]
)
def test_what_stands_in_the_way_is_said_in_one_sentence(
    briefer: Briefer, site: str, path: str, exit_code: int, says: str
) -> None:
    result = briefer("brief", site + path)
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_link_inside_the_network_is_refused_without_a_connection(briefer: Briefer) -> None:
    result = briefer("fetch", "http://169.254.169.254/latest/meta-data/")
    assert (result.exit_code, result.stdout) == (77, "")
    assert "not on the public web" in result.stderr


def test_links_in_a_batch_are_read_beside_texts(briefer: Briefer, site: str) -> None:
    lines = [
        {"id": 1, "url": f"{site}/story"},
        {"id": 2, "url": f"{site}/none"},
        {"id": 3, "text": STORY[700:900]},
    ]
    result = briefer("batch", "-", "--jobs", "1", piped="\n".join(map(json.dumps, lines)))
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert first["brief"]["article"]["site"] == "Harbour Post"
    assert second["error"]["code"] == "not_found"
    assert third["id"] == 3
