"""The LLM engine from the shell, on a loopback endpoint."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import Result

from bot.bootstrap.engines import create_answerer, llm_reader
from bot.domain.article import Extract
from bot.engines.offline.answering import OfflineAnswerer
from bot.services.answering import answer as answer_question
from bot.services.cleaning import clean
from bot.settings import Settings
from tests.loopback.endpoint import Reply, Request, Script, answer, failure, loopback
from tests.loopback.wiring import GOOD, KEY, NOW, TEXT
from tests.shell import Briefer, documents

PUBLISHED = ("--published", "2026-03-03")
MANY = 20
WAIT = 20.0
"""Seconds in which articles that are in work at a time have all asked, however busy the machine is."""


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_MODEL", "test-model")
    monkeypatch.setenv("BRIEFER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BRIEFER_LOG", "debug")
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


async def run(
    script: Script, monkeypatch: pytest.MonkeyPatch, briefer: Briefer, *arguments: str | Path
) -> Result:
    async with loopback(script) as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        return await asyncio.to_thread(briefer, *arguments)


async def test_a_key_or_address_makes_the_model_the_reader(
    article: Path, monkeypatch: pytest.MonkeyPatch, briefer: Briefer
) -> None:
    result = await run(lambda _: answer(GOOD), monkeypatch, briefer, "brief", article, *PUBLISHED, "--json")
    (brief,) = documents(result)
    assert result.exit_code == 0
    assert (brief["engine"]["name"], brief["engine"]["model"]) == ("llm", "test-model")
    assert brief["engine"]["prompts"]["read"]["version"]
    assert [item["text"] for item in brief["summary"]] == [item["text"] for item in GOOD["statements"]]
    assert brief["usage"]["calls"] == 1


async def test_an_offline_brief_takes_over_and_says_why_and_no_log_has_the_key(
    article: Path, monkeypatch: pytest.MonkeyPatch, briefer: Briefer
) -> None:
    refused = failure(401, "invalid_api_key", f"Incorrect API key provided: {KEY}")
    result = await run(lambda _: refused, monkeypatch, briefer, "brief", article, *PUBLISHED, "--json")
    (brief,) = documents(result)
    assert brief["engine"]["name"] == "offline"
    assert "refused the API key" in brief["engine"]["fallback"]
    assert brief["summary"]
    assert KEY not in result.stdout + result.stderr


async def test_a_batch_works_on_as_many_articles_at_a_time_as_calls_may_be_under_way(
    article: Path, monkeypatch: pytest.MonkeyPatch, briefer: Briefer
) -> None:
    monkeypatch.setenv("BRIEFER_LLM_CONCURRENCY", str(MANY))
    together = asyncio.Barrier(MANY)

    async def answered_together(_: Request) -> Reply:
        async with asyncio.timeout(WAIT):
            await together.wait()
        return answer(GOOD)

    lines = article.with_suffix(".jsonl")
    line = json.dumps({"id": 1, "text": TEXT})
    lines.write_text(f"{line}\n" * MANY, encoding="utf-8")
    result = await run(answered_together, monkeypatch, briefer, "batch", lines)
    assert [item["brief"]["engine"]["fallback"] for item in documents(result)] == [None] * MANY


async def test_what_was_found_out_is_remembered_in_the_data_directory(
    article: Path, monkeypatch: pytest.MonkeyPatch, briefer: Briefer
) -> None:
    await run(lambda _: answer(GOOD), monkeypatch, briefer, "brief", article, *PUBLISHED)
    assert "strict json_schema" in (article.parent / "data" / "llm-formats.json").read_text(encoding="utf-8")


async def test_a_key_that_can_not_be_sent_is_a_bad_setting(
    article: Path, monkeypatch: pytest.MonkeyPatch, briefer: Briefer
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "“sk-curly”")
    result = await run(lambda _: answer(GOOD), monkeypatch, briefer, "brief", article)
    assert result.exit_code == 78
    assert "OPENAI_API_KEY" in result.stderr
    assert "curly" not in result.stderr


@pytest.mark.usefixtures("article")
async def test_questions_are_answered_by_the_model_that_is_set_and_by_quotes_where_none_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(create_answerer(None), OfflineAnswerer)
    told = {"statements": [GOOD["statements"][1]]}
    async with loopback(lambda _: answer(told)) as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        found = await answer_question(
            create_answerer(llm_reader(Settings())), clean(Extract(TEXT)), "How many jobs?", lambda: NOW
        )
    assert [item.text for item in found.statements] == [GOOD["statements"][1]["text"]]
