"""Translation in the way of an article, with the real engine on a loopback endpoint."""

from dataclasses import replace

from bot.domain.brief import Brief
from bot.engines.llm.endpoint import Limits
from bot.services.briefing import Wanted
from tests.loopback.endpoint import Reply, Request, Script, answer, completion, failure, loopback
from tests.loopback.wiring import (
    GOOD,
    LATE,
    PATIENT,
    QUICK,
    SOON,
    extract,
    make_briefing,
    make_engine,
    make_model,
)

GERMAN = [
    "Norwegen und Island unterzeichneten nach langen Gesprächen ein Hafenabkommen.",
    "Ingrid Dahl sagte, das Abkommen werde in Bergen 400 Arbeitsplätze schaffen.",
    "Norwegens Fischereiministerin",
    "Die beiden Seiten werden sich in Reykjavik wieder treffen",
]


def translation(lines: list[str], names: dict[str, str] | None = None) -> Reply:
    return answer(
        {
            "lines": [{"number": number, "text": text} for number, text in enumerate(lines, 1)],
            "names": [{"name": name, "written": written} for name, written in (names or {}).items()],
        }
    )


def translating(reply: Reply) -> Script:
    def script(request: Request) -> Reply:
        return reply if request.prompt == "translate" else answer(GOOD)

    return script


async def brief_in(
    language: str, script: Script, limits: Limits = PATIENT, limit: float = LATE
) -> tuple[Brief, list[Request]]:
    async with loopback(script) as endpoint:
        model = make_model(endpoint.url, limits=limits)
        briefing = make_briefing(make_engine(model), model, limit)
        brief = await briefing.brief(extract(), Wanted(language=language))
    return brief, endpoint.requests


async def test_checked_lines_are_translated_in_one_more_call_and_keep_their_evidence() -> None:
    brief, requests = await brief_in("de", translating(translation(GERMAN)))
    assert len(requests) == brief.usage.calls == 2
    assert brief.language == "de"
    assert [statement.text for statement in brief.summary] == GERMAN[:2]
    assert [statement.original for statement in brief.summary] == [
        item["text"] for item in GOOD["statements"]
    ]
    assert [statement.sentences for statement in brief.summary] == [(1,), (2,)]
    assert {actor.role for actor in brief.actors} == {None, GERMAN[2]}
    assert brief.events[0].what == GERMAN[3]
    assert brief.events[0].when.edtf == "2026-06-12"
    assert any("Translated from English into German" in note for note in brief.notes)
    assert brief.engine.prompts.keys() == {"read", "translate"}


async def test_a_line_that_fails_the_checks_stands_untranslated() -> None:
    wrong = [GERMAN[0], GERMAN[1].replace("400", "900"), *GERMAN[2:]]
    brief, _ = await brief_in("de", translating(translation(wrong)))
    assert brief.summary[1].text == GOOD["statements"][1]["text"]
    assert brief.summary[1].original is None
    assert any("1 of 4 lines could not be verified" in note for note in brief.notes)


async def test_names_get_a_spelling_in_the_other_script() -> None:
    russian = [
        "Норвегия и Исландия подписали соглашение о порте после долгих переговоров.",
        "Ингрид Даль сказала, что соглашение создаст 400 рабочих мест в Бергене.",
        "министр рыболовства Норвегии",
        "Стороны снова встретятся в Рейкьявике",
    ]
    names = {"Ingrid Dahl": "Ингрид Даль", "Norway": "Норвегия"}
    brief, _ = await brief_in("ru", translating(translation(russian, names)))
    assert [actor.name for actor in brief.actors] == ["Norway (Норвегия)", "Ingrid Dahl (Ингрид Даль)"]
    assert brief.summary[1].text == russian[1]


async def test_a_false_spelling_is_not_believed() -> None:
    russian = [
        "Норвегия и Исландия подписали соглашение.",
        "Путин сказал о 400 рабочих местах в Бергене.",
        "министр",
        "да",
    ]
    brief, _ = await brief_in("ru", translating(translation(russian, {"Ingrid Dahl": "Владимир Путин"})))
    assert all("Путин" not in str(part) for part in (brief.actors, brief.summary))


async def test_a_translator_that_fails_leaves_the_brief_as_it_is_and_says_so() -> None:
    brief, requests = await brief_in("de", translating(failure(400, "content_filter")))
    assert brief.language == "en"
    assert [statement.text for statement in brief.summary] == [item["text"] for item in GOOD["statements"]]
    assert any("Not translated into German" in note for note in brief.notes)
    assert len(requests) == brief.usage.calls == 2


async def test_a_translation_in_the_wrong_language_or_shape_is_not_shown() -> None:
    brief, _ = await brief_in("de", translating(completion("Natürlich! Hier ist die Übersetzung.")))
    assert brief.language == "en"
    assert brief.usage.calls == 3


async def test_the_time_for_translating_is_what_reading_left() -> None:
    brief, _ = await brief_in("de", translating(replace(translation(GERMAN), delay=30)), QUICK, SOON)
    assert brief.usage.seconds < 4
    assert brief.language == "en"


async def test_the_articles_own_language_needs_no_translation() -> None:
    brief, requests = await brief_in("en", translating(translation(GERMAN)))
    assert len(requests) == 1
    assert brief.notes == ()


async def test_an_offline_brief_says_that_it_was_not_translated() -> None:
    brief, requests = await brief_in("de", lambda _: failure(401))
    assert brief.engine.name == "offline"
    assert any("Not translated into German" in note for note in brief.notes)
    assert len(requests) == 1
