"""LangChain and LlamaIndex, each as its documentation says, with its own defaults, asynchronously.

`summarisers.py NAME URL FILE ROUNDS` prints the seconds of each round. It stands alone: these two want another
major version of the `openai` package than Briefer has, and so run in an environment of their own.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import tiktoken
from langchain_classic.chains.summarize import load_summarize_chain
from langchain_core.documents import Document
from langchain_openai import ChatOpenAI
from langchain_text_splitters import RecursiveCharacterTextSplitter
from llama_index.core import Settings
from llama_index.core.response_synthesizers import TreeSummarize
from llama_index.llms.openai_like import OpenAILike

MODEL = "gpt-4o"
"""A name whose tokens they know; the endpoint takes any."""

KEY, WINDOW = "none", 128_000


async def langchain(url: str, text: str) -> object:
    """The `map_reduce` chain over the recursive splitter."""
    model = ChatOpenAI(model=MODEL, base_url=url, api_key=KEY, max_retries=0)
    pieces = RecursiveCharacterTextSplitter().split_text(text)
    chain = load_summarize_chain(model, chain_type="map_reduce")
    return await chain.ainvoke({"input_documents": [Document(piece) for piece in pieces]})


async def llama_index(url: str, text: str) -> object:
    """The response synthesizer that summarises in a tree."""
    model = OpenAILike(
        model=MODEL, api_base=url, api_key=KEY, context_window=WINDOW, is_chat_model=True, max_retries=0
    )
    return await TreeSummarize(llm=model, use_async=True).aget_response("Summarise the article.", [text])


SUMMARISERS: dict[str, Callable[[str, str], Awaitable[object]]] = {
    "LangChain map_reduce": langchain,
    "LlamaIndex TreeSummarize": llama_index,
}


async def main(name: str, url: str, text: str, rounds: int) -> None:
    """Time some rounds, after one that warms up."""
    encoding = tiktoken.encoding_for_model(MODEL)
    Settings.tokenizer = lambda said: encoding.encode(said, disallowed_special=())
    summarise = SUMMARISERS[name]
    await summarise(url, text[:2_000])
    for _ in range(rounds):
        began = time.perf_counter()
        await summarise(url, text)
        print(time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    peer, endpoint, file, number = sys.argv[1:]
    asyncio.run(main(peer, endpoint, Path(file).read_text(encoding="utf-8"), int(number)))
