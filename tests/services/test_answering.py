import pytest

from bot.domain.article import Article
from bot.domain.errors import UnusableSource
from bot.engines.llm.answering import LlmAnswerer
from bot.services.answering import LONGEST_QUESTION, Answer, answer
from bot.services.briefing import EngineFailed
from bot.services.cleaning import clean
from tests.engines.llm.test_parts import long_text
from tests.loopback.endpoint import Reply, Request, Script, failure, loopback
from tests.loopback.endpoint import answer as reply
from tests.loopback.models import sentences
from tests.loopback.wiring import NOW, extract, make_model, make_reader

ARTICLE = clean(extract())
JOBS: dict[str, object] = {
    "text": "Ingrid Dahl said the agreement would create 400 jobs in Bergen.",
    "sentences": [2],
}
INVENTED: dict[str, object] = {
    "text": "Ingrid Dahl said the agreement would create 900 jobs in Bergen.",
    "sentences": [2],
}


def says(*statements: dict[str, object]) -> Script:
    return lambda _: reply({"statements": list(statements)})


async def ask(
    script: Script, question: str = "How many jobs?", article: Article = ARTICLE, window: int = 100_000
) -> tuple[Answer, list[Request]]:
    async with loopback(script) as endpoint:
        answerer = LlmAnswerer(make_reader(make_model(endpoint.url), window=window))
        return await answer(answerer, article, question, lambda: NOW), endpoint.requests


async def test_an_answer_cites_the_articles_sentences() -> None:
    found, requests = await ask(says(JOBS))
    assert [(statement.text, statement.sentences) for statement in found.statements] == [(JOBS["text"], (2,))]
    assert found.usage.calls == len(requests) == 1
    assert "Question: How many jobs?" in requests[0].user
    assert found.engine.prompts.keys() == {"answer"}


async def test_the_article_may_not_say() -> None:
    found, _ = await ask(says())
    assert not found.statements
    assert not found.withheld


async def test_an_answer_that_can_not_be_traced_is_withheld() -> None:
    found, _ = await ask(says(INVENTED))
    assert found.statements == ()
    assert [item.text for item in found.withheld] == [INVENTED["text"]]


async def test_a_long_article_is_asked_part_by_part() -> None:
    def script(request: Request) -> Reply:
        number, text = sentences(request)[0]
        return reply({"statements": [{"text": text, "sentences": [number]}]})

    found, requests = await ask(script, article=clean(extract(long_text(60))), window=3000)
    assert len(found.statements) == len(requests) > 1


@pytest.mark.parametrize(
    ("question", "code"), [(" \n ", "empty"), ("x" * (LONGEST_QUESTION + 1), "too_large")]
)
async def test_what_is_no_question_is_not_asked(question: str, code: str) -> None:
    with pytest.raises(UnusableSource) as caught:
        await ask(says(JOBS), question)
    assert caught.value.code == code


async def test_an_endpoint_that_fails_is_told_in_one_sentence() -> None:
    with pytest.raises(EngineFailed, match="OPENAI_API_KEY"):
        await ask(lambda _: failure(401))
