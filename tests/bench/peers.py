"""Calls, tokens and time for one article beside LangChain and LlamaIndex, on the same endpoint in one run.

Run: `uv run --with langchain-classic --with langchain-openai --with llama-index-core --with
llama-index-llms-openai-like python -m tests.bench.peers`. Each summarises as its documentation says, asynchronously,
with its own defaults: LangChain's `map_reduce` chain over its recursive splitter, LlamaIndex's `TreeSummarize`. They
give a text; the time of ours has in it the cleaning, the actors, the events and the checks. Tokens are those of the
requests' messages and schema, counted with o200k.
"""

import argparse
import asyncio
import os
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from langchain_classic.chains.summarize import load_summarize_chain
from langchain_core.documents import Document
from langchain_openai import ChatOpenAI
from langchain_text_splitters import RecursiveCharacterTextSplitter
from llama_index.core import Settings
from llama_index.core.response_synthesizers import TreeSummarize
from llama_index.llms.openai_like import OpenAILike
from rich.console import Console
from rich.table import Table

from bot.adapters.tokens import count
from bot.domain.article import Extract
from bot.running import spare_collector
from bot.services.briefing import Wanted
from tests.bench.llm import Peer, article, briefing
from tests.loopback.endpoint import Reply, Request, completion
from tests.loopback.models import thorough
from tests.loopback.wiring import KEY

MODEL = "gpt-4o"
"""A name that the others know the tokens of; the endpoint takes any."""

WINDOW = 128_000
LENGTHS = (1_400, 32_000, 700_000)
"""Tokens of the article."""

ROUNDS = 3

PROSE = (
    "The two sides met and agreed to meet again, one of them said, after a week in which little was said. "
    * 6
)
"""What those who ask for no claims are told: as long as a summary."""

Summarise = Callable[[str, str], Awaitable[object]]
"""Summarises a text at the endpoint of a URL."""


def answer(request: Request) -> Reply:
    """Claims where a schema asks for them, else prose."""
    return thorough(request) if request.form else completion(PROSE)


async def ours(url: str, text: str) -> object:
    """A brief, from the pasted text to the checked claims."""
    return await briefing(url, WINDOW).brief(Extract(text, language="en"), Wanted())


async def langchain(url: str, text: str) -> object:
    """LangChain's map-reduce."""
    model = ChatOpenAI(model=MODEL, base_url=url, api_key=KEY, max_retries=0)
    pieces = RecursiveCharacterTextSplitter().split_text(text)
    chain = load_summarize_chain(model, chain_type="map_reduce")
    return await chain.ainvoke({"input_documents": [Document(piece) for piece in pieces]})


async def llama_index(url: str, text: str) -> object:
    """LlamaIndex's tree."""
    model = OpenAILike(
        model=MODEL, api_base=url, api_key=KEY, context_window=WINDOW, is_chat_model=True, max_retries=0
    )
    return await TreeSummarize(llm=model, use_async=True).aget_response("Summarise the article.", [text])


PEERS: dict[str, Summarise] = {
    "Briefer": ours,
    "LangChain map_reduce": langchain,
    "LlamaIndex TreeSummarize": llama_index,
}


async def row(summarise: Summarise, text: str, peer: Peer, latency: float) -> tuple[list[str], float]:
    """What it takes, the median of a few rounds, and those seconds alone."""
    times = []
    for _ in range(ROUNDS):
        peer.requests()
        began = time.perf_counter()
        await summarise(peer.url, text)
        times.append(time.perf_counter() - began)
    requests, took = peer.requests(), statistics.median(times)
    tokens = sum(map(count, requests)) / count(text)
    return [str(len(requests)), f"{tokens:.2f}", f"{took:.2f}", f"{took / latency:.2f}"], took


async def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--latency", type=float, default=1.0)
    options.add_argument("--data", type=Path, default=os.environ.get("BRIEFER_EVAL_DATA"))
    given = options.parse_args()
    data = Path(given.data) if given.data else None
    table = Table("tokens", "by", "calls", "tokens × article", "s", "× one call", "× ours", title="at once")
    peer = Peer(given.latency, answer)
    Settings.tokenizer = lambda said: [0] * count(said)
    for summarise in PEERS.values():
        await summarise(peer.url, article(0))
    await spare_collector()
    for length in LENGTHS if data else LENGTHS[:1]:
        text = article(length, data if length > LENGTHS[0] else None)
        first = None
        for name, summarise in PEERS.items():
            cells, took = await row(summarise, text, peer, given.latency)
            first = first or took
            table.add_row(f"{count(text):,}", name, *cells, f"{took / first:.2f}")
    peer.stop()
    Console(width=100).print(table)


if __name__ == "__main__":
    asyncio.run(main())
