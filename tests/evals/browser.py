"""A picture of a page, by a Chromium of this machine and its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/
"""

import asyncio
import base64
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

QUIETLY = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)
"""A window that nobody sees, and a browser that asks nobody for anything."""

SECONDS = 60.0
"""How long the browser may take to come up and to draw the page."""

Answer = dict[str, Any]


async def photograph(url: str, element: str, ready: str, size: tuple[int, int]) -> bytes:
    """A PNG of the element (a CSS selector) of a page, once the JavaScript expression `ready` is true."""
    async with asyncio.timeout(SECONDS), _browser(size) as tab:
        await tab.ask("Page.navigate", url=url)
        while not await tab.value(ready):  # noqa: ASYNC110 - the page tells nobody
            await asyncio.sleep(0.1)
        box = await tab.value(f"document.querySelector({element!r}).getBoundingClientRect().toJSON()")
        clip = {key: box[key] for key in ("x", "y", "width", "height")} | {"scale": 1}
        shot = await tab.ask("Page.captureScreenshot", format="png", clip=clip)
    return base64.b64decode(shot["data"])


class _Tab:
    """A page of the browser, by its socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._asked = 0

    async def ask(self, method: str, **parameters: object) -> Answer:
        self._asked += 1
        await self._socket.send_json({"id": self._asked, "method": method, "params": parameters})
        while True:
            answer: Answer = json.loads(await self._socket.receive_str())
            if answer.get("id") == self._asked:
                result: Answer = answer.get("result", {})
                return result

    async def value(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        found = await self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return found.get("result", {}).get("value")


@asynccontextmanager
async def _browser(size: tuple[int, int]) -> AsyncIterator[_Tab]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path is not None, f"a picture needs one of these browsers: {', '.join(BROWSERS)}"
    with TemporaryDirectory(prefix="briefer-browser-", ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            path,
            *QUIETLY,
            f"--window-size={size[0]},{size[1]}",
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.ws_connect(await _address(process, session)) as socket,
            ):
                yield _Tab(socket)
        finally:
            process.kill()
            await process.wait()


async def _address(process: asyncio.subprocess.Process, session: aiohttp.ClientSession) -> str:
    """Where the one tab listens, by the port that the browser prints."""
    assert process.stderr is not None
    async for line in process.stderr:
        if found := re.search(rb"ws://(127\.0\.0\.1:\d+)/", line):
            async with session.get(f"http://{found[1].decode()}/json/list") as listed:
                tabs: list[dict[str, str]] = await listed.json(content_type=None)
            return next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
    raise OSError("the browser has ended")
