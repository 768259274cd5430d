"""Whatever an endpoint does, a person gets a brief (perhaps the offline one, labelled) or one plain sentence."""

import gzip
import json
import logging
import time
import traceback
import zlib
from dataclasses import dataclass, replace

import pytest

from bot.domain.brief import Brief
from bot.domain.errors import BadSettings
from bot.engines.llm.endpoint import Limits, connect
from bot.services.briefing import Briefing, EngineFailed, Wanted
from bot.services.cleaning import clean
from tests.loopback.endpoint import Reply, Script, answer, completion, failure, loopback
from tests.loopback.wiring import (
    GOOD,
    KEY,
    LATE,
    NOW,
    PATIENT,
    QUICK,
    extract,
    make_briefing,
    make_engine,
    make_model,
    make_reader,
)

TRIES = QUICK.attempts


def always(reply: Reply) -> Script:
    return lambda _: reply


def then_good(*first: Reply) -> Script:
    """These replies one after the other, then a faithful reading."""
    return lambda request: first[request.number - 1] if request.number <= len(first) else answer(GOOD)


UNAVAILABLE = failure(400, None, "This response_format type is unavailable now")


def only(*forms: str, refused: Reply = UNAVAILABLE) -> Script:
    """An endpoint that takes only these response formats."""
    return lambda request: answer(GOOD) if request.form_type in forms else refused


def in_shape(**changes: object) -> Reply:
    return answer({**GOOD, **changes})


def loose() -> Reply:
    """The same reading with the wrong types that models like."""
    reading = json.loads(json.dumps(GOOD))
    for item in (item for items in reading.values() for item in items):
        item["sentences"] = ", ".join(f"[{number}]" for number in item["sentences"])
    reading["actors"][0].update(kind="Person", aliases="Dahl", confidence=0.9)
    reading["actors"][1].update(kind="country", role="None", aliases=None)
    reading["events"][0].update(status="Planned", who=None)
    return answer({"thoughts": "fine", **reading})


def with_missing_fields() -> Reply:
    reading = json.loads(json.dumps(GOOD))
    del reading["events"]
    for actor in reading["actors"]:
        del actor["aliases"]
    reading["actors"].append({"kind": "person"})
    return answer(reading)


def with_ids(ids: list[object]) -> Reply:
    return in_shape(statements=[{**GOOD["statements"][0], "sentences": ids}])


def told(message: str) -> dict[str, object]:
    return {"error": {"message": message, "type": None, "code": None}}


BILLING = "Need more? https://console.example/settings/billing"
BROKEN_OFF = {"choices": [{"finish_reason": "error", "message": {"content": ""}, "error": {"code": 502}}]}


@dataclass(frozen=True)
class Case:
    script: Script
    calls: int
    fallback: str | None = None

    @property
    def limits(self) -> Limits:
        """Only what time ends is worth hurrying."""
        return QUICK if self.fallback == "in time" else PATIENT


FENCED = completion(f"Here is the brief:\n```json\n{json.dumps(GOOD)}\n```\nShall I go on?")
THOUGHTFUL = completion(f"<think>{{not json}} I should…</think>{json.dumps(GOOD)}")
WHOLE = json.dumps(GOOD)
PROSE = completion("Norway and Iceland signed a deal.")
WEB_PAGE = Reply("<html>Welcome</html>", headers={"content-type": "text/html"})
FOREIGN = [{"text": "Norwegen und Island haben ein Hafenabkommen unterzeichnet.", "sentences": [1]}]
CROWD = [
    {"name": f"Name{n} Surname{n}", "kind": "person", "role": None, "aliases": [], "sentences": [1]}
    for n in range(100)
]


def packed(megabytes: int) -> Reply:
    """An answer that is small on the wire."""
    pack, space = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16), b" " * 1_000_000
    body = b"".join(pack.compress(space) for _ in range(megabytes)) + pack.flush()
    return Reply("", headers={"content-encoding": "gzip"}, raw=body)


WORDLESS = '{"statements": [{"text": "Norway \\ud800 signed it.", "sentences": [1, 1e400, NaN]}]}'
ENDLESS = [{"text": "Norway and Iceland signed a harbour agreement.", "sentences": [1]}] * 2_000
HUGE = answer(GOOD).body.replace("1500", "9" * 30)
GZIPPED = Reply("", headers={"content-encoding": "gzip"}, raw=gzip.compress(answer(GOOD).body.encode()))

IN_THEIR_WORDS: tuple[tuple[str, int, object, int, str], ...] = (
    ("OpenRouter, 429 as a success", 200, {"choices": None, "error": {"code": 429}}, TRIES, "too many"),
    ("OpenRouter, no credit as a success", 200, {"error": {"code": 402, "message": "no"}}, 1, "no credit"),
    ("OpenRouter, a provider that broke off", 200, BROKEN_OFF, TRIES, "out of order"),
    ("OpenRouter, moderation", 403, told("your input was flagged"), 1, "content filter"),
    ("Gemini, bad key", 400, [told("API key not valid. Please pass a valid API key.")], 1, "OPENAI_API_KEY"),
    (
        "Gemini, limit of a minute",
        429,
        [told("You exceeded your current quota, see billing. Please retry in 0.02s.")],
        TRIES,
        "too many",
    ),
    ("Groq, limit of a minute", 429, told(f"Rate limit. Try again in 20ms. {BILLING}"), TRIES, "too many"),
    ("Groq, above the limit of a minute", 413, told(f"Request too large {BILLING}"), 1, "takes at once"),
    ("OpenAI, above the limit of a minute", 429, told("Request too large (TPM)"), 1, "takes at once"),
    ("Anthropic, no credit", 400, told("Your credit balance is too low to access the API"), 1, "no credit"),
    ("llama.cpp, window", 500, told("the request exceeds the available context size"), 1, "takes at once"),
    ("Ollama, window", 400, {"error": "the input length exceeds the context length"}, 1, "takes at once"),
    ("Ollama, model", 404, {"error": "model 'x' not found, try pulling it first"}, 1, "OPENAI_MODEL"),
    ("LM Studio, model", 400, told("No models loaded. Please load a model."), 1, "OPENAI_MODEL"),
    ("a proxy, too large", 413, "<html>Request Entity Too Large</html>", 1, "takes at once"),
)
"""Refusals as several endpoints word them."""

CASES = {
    "401": Case(
        always(failure(401, "invalid_api_key", f"Incorrect API key provided: {KEY}")), 1, "OPENAI_API_KEY"
    ),
    "403": Case(always(failure(403)), 1, "the key's rights"),
    "404 model": Case(always(failure(404, "model_not_found")), 1, "OPENAI_MODEL"),
    "400 on schema": Case(only("json_object"), 3),
    "400 on strict schema only": Case(
        lambda r: (
            failure(400, None, "strict is not supported")
            if '"strict": true' in json.dumps(r.body)
            else answer(GOOD)
        ),
        2,
    ),
    "400 on every format": Case(only("plain"), 4),
    "400 on the system's role": Case(
        lambda r: (
            failure(400, None, "System role not supported")
            if any(message["role"] == "system" for message in r.messages)
            else answer(GOOD)
        ),
        4,
    ),
    "500 on schema": Case(only("json_object", refused=failure(500, None, "failed to parse grammar")), 3),
    "400 always": Case(always(failure(400)), 4, "refused every way of asking"),
    "400 context": Case(
        always(failure(400, "context_length_exceeded", "maximum context length is 512 tokens")),
        1,
        "BRIEFER_LLM_CONTEXT",
    ),
    "429 with Retry-After": Case(then_good(failure(429, "rate_limit", retry_after="0.05")), 2),
    "429 with a long Retry-After": Case(
        always(failure(429, "rate_limit", retry_after="600")), 1, "too many requests"
    ),
    "429 without Retry-After": Case(always(failure(429)), TRIES, "too many requests"),
    "429 insufficient_quota": Case(always(failure(429, "insufficient_quota")), 1, "no credit"),
    "500 once": Case(then_good(failure(500)), 2),
    "500": Case(always(failure(500)), TRIES, "out of order"),
    "503": Case(always(failure(503)), TRIES, "out of order"),
    "reset in the middle": Case(always(replace(answer(GOOD), stop_after=40)), TRIES, "can't be reached"),
    "reset once": Case(then_good(replace(answer(GOOD), stop_after=40)), 2),
    "a hang": Case(always(replace(answer(GOOD), delay=30)), TRIES, "in time"),
    "a slow drip": Case(always(replace(answer(GOOD), drip=0.05)), TRIES, "in time"),
    "truncated JSON": Case(always(completion(WHOLE[: len(WHOLE) // 2])), 2, "the form it was asked for"),
    "truncated JSON once": Case(then_good(completion(WHOLE[: len(WHOLE) // 2])), 2),
    "finish_reason=length": Case(always(completion(WHOLE, finish="length")), 2, "cut off"),
    "refusal": Case(always(completion(None, refusal="I can't help with that.")), 1, "declined"),
    "content filter": Case(always(completion("", finish="content_filter")), 1, "content filter"),
    "content filter as 400": Case(always(failure(400, "content_filter")), 1, "content filter"),
    "JSON in code fences": Case(always(FENCED), 1),
    "JSON after thoughts": Case(always(THOUGHTFUL), 1),
    "prose alone": Case(always(PROSE), 2, "the form it was asked for"),
    "wrong types": Case(always(loose()), 1),
    "an unknown kind": Case(
        then_good(in_shape(actors=[{"name": "Oslo", "kind": "planet", "sentences": [1]}])), 2
    ),
    "missing fields": Case(always(with_missing_fields()), 1),
    "another object": Case(then_good(answer({"error": "busy"})), 2),
    "ids out of range": Case(
        always(in_shape(statements=[{"text": "Norway and Iceland signed.", "sentences": [99]}])), 2, "traced"
    ),
    "100 actors": Case(always(in_shape(actors=CROWD)), 1),
    "empty content": Case(always(completion("")), 2, "empty answer"),
    "an empty reading": Case(
        always(answer({"statements": [], "actors": [], "events": []})), 1, "nothing to say"
    ),
    "a schema accepted and ignored": Case(
        lambda r: PROSE if r.form_type == "json_schema" else answer(GOOD), 2
    ),
    "usage missing": Case(always(answer(GOOD, usage=False)), 1),
    "an answer in another language": Case(always(in_shape(statements=FOREIGN)), 2, "traced"),
    "a web page": Case(always(WEB_PAGE), 1, "OPENAI_BASE_URL"),
    "not HTTP's idea of JSON": Case(always(Reply("{")), 1, "OPENAI_BASE_URL"),
    "a small answer that unpacks to 200 MB": Case(always(packed(200)), 1, "OPENAI_BASE_URL"),
    "packed rightly": Case(always(GZIPPED), 1),
    "packed wrongly": Case(always(replace(GZIPPED, raw=b"\x1f\x8bno")), 1, "OPENAI_BASE_URL"),
    "packed as nobody asked": Case(
        always(Reply(answer(GOOD).body, headers={"content-encoding": "zstd"})), 1, "OPENAI_BASE_URL"
    ),
    "3 MB of spaces": Case(always(Reply(" " * 3_000_000)), 1, "OPENAI_BASE_URL"),
    "a character set that is none": Case(
        always(Reply(answer(GOOD).body, headers={"content-type": "application/json; charset=zlib"})), 1
    ),
    "a count that no database keeps": Case(always(Reply(HUGE)), 1),
    "half a character and numbers that are none": Case(always(completion(WORDLESS)), 2, "traced"),
    "a list without end": Case(always(in_shape(statements=ENDLESS)), 2, "the form it was asked for"),
    "a word without end": Case(
        always(in_shape(statements=[{"text": "a" * 100_000, "sentences": [1]}])), 2, "the form it was"
    ),
    "Retry-After in the year 99999": Case(
        always(failure(429, retry_after="Fri, 31 Dec 99999 23:59:59 GMT")), TRIES, "too many requests"
    ),
    "Retry-After of 5,000 digits": Case(
        always(failure(429, retry_after_ms="9" * 5_000)), 1, "too many requests"
    ),
    **{
        said: Case(always(Reply(json.dumps(body), status)), calls, fallback)
        for said, status, body, calls, fallback in IN_THEIR_WORDS
    },
    "an answer among the thoughts": Case(always(completion(None, reasoning_content=WHOLE)), 1),
    "a tool call": Case(always(completion(None, tool_calls=[{"id": "1"}])), 2, "empty answer"),
    "ids in words, ranges and fractions": Case(always(with_ids(["sentence 1", 1.0, "1–2"])), 1),
    "an endless line of headers": Case(
        always(replace(answer(GOOD), headers={"x": "y" * 500_000})), TRIES, "can't be reached"
    ),
    "nesting without end": Case(always(completion('{"statements": ' + "[" * 100_000)), 2, "the form it was"),
    "no choices": Case(always(Reply('{"choices": []}')), 1, "OPENAI_BASE_URL"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_every_fault_ends_in_a_brief_within_its_calls(
    case: Case, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    async with loopback(case.script) as endpoint:
        model = make_model(endpoint.url, limits=case.limits)
        brief = await make_briefing(make_engine(model)).brief(extract(), Wanted())
    shown = f"{brief} {caplog.text} {capsys.readouterr()}"
    assert KEY not in shown
    assert len(endpoint.requests) == brief.usage.calls == case.calls
    assert brief.summary
    assert_labelled(brief, case.fallback)


def assert_labelled(brief: Brief, fallback: str | None) -> None:
    if fallback is None:
        assert (brief.engine.name, brief.engine.fallback) == ("llm", None)
    else:
        assert brief.engine.name == "offline"
        assert fallback in str(brief.engine.fallback)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_an_article_is_taken_nowhere_but_to_the_endpoint_that_is_set(status: int) -> None:
    async with loopback(always(answer(GOOD))) as elsewhere:
        moved = Reply("", status, {"location": f"{elsewhere.url}/chat/completions"})
        async with loopback(always(moved)) as endpoint:
            brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert elsewhere.requests == []
    assert_labelled(brief, f"refused the request (status {status}); check OPENAI_BASE_URL")


@pytest.mark.parametrize(("wait", "told"), [("20", "in a minute"), ("600", "in 10 minutes")])
async def test_a_person_is_told_how_long_to_wait(wait: str, told: str) -> None:
    async with loopback(always(failure(429, retry_after=wait))) as endpoint:
        engine = make_engine(make_model(endpoint.url), limit=1.0)
        brief = await make_briefing(engine).brief(extract(), Wanted())
    assert_labelled(brief, f"too many requests at the moment; try again {told}.")


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "ftp://127.0.0.1:9"])
async def test_proxies_of_the_environment_lead_elsewhere_only(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    async with loopback(always(answer(GOOD))) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert_labelled(brief, None)
    with pytest.raises(BadSettings, match="proxy"):
        connect(KEY, "http://llm.example/v1", QUICK)


async def test_an_endpoint_that_is_not_there_ends_in_a_brief() -> None:
    async with loopback(always(PROSE)) as endpoint:
        url = endpoint.url
    brief = await make_briefing(make_engine(make_model(url))).brief(extract(), Wanted())
    assert_labelled(brief, "can't be reached")
    assert brief.usage.calls == TRIES


async def test_without_a_fallback_the_fault_is_one_sentence_and_leads_to_no_key() -> None:
    async with loopback(always(failure(401, "invalid_api_key", f"Incorrect API key: {KEY}"))) as endpoint:
        briefing = Briefing(make_engine(make_model(endpoint.url)), None, lambda: NOW)
        with pytest.raises(EngineFailed, match=r"refused the API key; check OPENAI_API_KEY\.$") as caught:
            await briefing.brief(extract(), Wanted())
    assert KEY not in "".join(traceback.format_exception(caught.value))
    assert caught.value.exit_code == 69
    assert caught.value.usage.calls == 1


@pytest.mark.parametrize(("needed_in", "left"), [(5.0, 5.0), (900.0, LATE), (-1.0, 0.0)])
def test_the_time_for_an_article_ends_when_its_brief_is_needed(needed_in: float, left: float) -> None:
    reader = make_reader(make_model("http://127.0.0.1:9/v1"))
    job = reader.job(clean(extract()), Wanted(until=time.monotonic() + needed_in))
    assert job.deadline.left <= left


async def test_the_whole_wait_ends_at_the_limit() -> None:
    async with loopback(always(failure(429, retry_after="0.2"))) as endpoint:
        engine = make_engine(make_model(endpoint.url, limits=replace(QUICK, attempts=50)), limit=0.7)
        brief = await make_briefing(engine).brief(extract(), Wanted())
    assert brief.usage.seconds < 1.5
    assert len(endpoint.requests) <= 4


async def test_what_was_counted_by_the_endpoint_is_what_is_told() -> None:
    async with loopback(always(answer(GOOD))) as endpoint:
        told = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert (told.usage.prompt_tokens, told.usage.completion_tokens) == (1500, 300)


async def test_tokens_are_counted_where_the_endpoint_does_not() -> None:
    async with loopback(always(answer(GOOD, usage=False))) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert 300 < brief.usage.prompt_tokens < 600
    assert 150 < brief.usage.completion_tokens < 400


async def test_ids_in_words_and_ranges_stay_traceable() -> None:
    async with loopback(always(loose())) as endpoint:
        brief = await make_briefing(make_engine(make_model(endpoint.url))).brief(extract(), Wanted())
    assert [actor.sentences for actor in brief.actors] == [(1,), (2, 3)]
    assert brief.actors[0].kind == "state"
