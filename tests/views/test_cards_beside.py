"""Sources, answers, progress, failures, what is wrong, and the calendar."""

from dataclasses import replace

import pytest
from discord import ui

from bot.domain.brief import Actor, Brief, ClaimKind, EngineInfo, Event, Statement, Usage
from bot.domain.kept import KeptBrief
from bot.domain.reading import Kind
from bot.services.answering import Answer
from bot.services.briefing import Stage
from bot.views.answers import answer_card
from bot.views.calendar import calendar_card
from bot.views.notices import failure_card, left_card, notice_card
from bot.views.progress import progress_card
from bot.views.sources import sources_card
from bot.views.texts import Texts
from bot.views.wrong import marked, wrong_card
from tests.views.briefs import SENTENCES
from tests.views.discord_limits import read, refused
from tests.views.reading import components, content, ids, labels


def answered(kept: KeptBrief, *statements: Statement) -> Answer:
    return Answer("Who *met*?", statements, kept.brief.withheld, EngineInfo("offline"), Usage(), ("A note.",))


def options(view: ui.LayoutView) -> list[str]:
    found = [component["options"] for component in components(view) if component["type"] == 3]
    return [str(option["value"]) for select in found if isinstance(select, list) for option in select]


def test_each_claim_stands_above_its_sentences_with_their_numbers(kept: KeptBrief, texts: Texts) -> None:
    shown = content(sources_card(kept, texts=texts))
    assert f"Charts are due by the end of the year.\n> **3** {SENTENCES[2]}" in shown
    assert f"**Chikondi Mbewe**, chief negotiator\n> **2** {SENTENCES[1]}" in shown
    assert "the commission convenes\n-# “from 18 to 20 March” → 18–20 Mar 2027\n> **1** " in shown


def test_a_statement_that_is_its_sentence_is_printed_once(kept: KeptBrief, texts: Texts) -> None:
    shown = content(sources_card(kept, texts=texts))
    assert f"### Summary\n> **1** {SENTENCES[0]}\n-# word for word\n" in shown


def test_what_was_withheld_stands_with_its_reason(kept: KeptBrief, texts: Texts) -> None:
    told = "### Withheld\n~~Nobody agreed.~~\n-# statement: “Nobody” is not in the cited sentences"
    assert told in content(sources_card(kept, texts=texts))


def test_a_translation_stands_above_the_wording_that_was_checked(kept: KeptBrief, texts: Texts) -> None:
    summary = (Statement("Los mapas.", (3,), original="The charts."),)
    shown = content(sources_card(replace(kept, brief=replace(kept.brief, summary=summary)), texts=texts))
    assert f"Los mapas.\n-# Checked as: The charts.\n> **3** {SENTENCES[2]}" in shown


def test_sentences_that_are_no_longer_kept_are_named(kept: KeptBrief, texts: Texts) -> None:
    article = kept.brief.article.only([1])
    shown = content(sources_card(replace(kept, brief=replace(kept.brief, article=article)), texts=texts))
    assert "> **3** *no longer kept*" in shown


def test_an_actor_who_is_named_often_is_shown_with_three_sentences_and_the_numbers_of_the_others(
    kept: KeptBrief, texts: Texts
) -> None:
    actors = (Actor("Malawi", Kind.STATE, None, (), 9, (1, 2, 3, 4, 7, 9)),)
    shown = content(sources_card(replace(kept, brief=replace(kept.brief, actors=actors)), texts=texts))
    assert "> **3** Survey" in shown
    assert "> **4**" not in shown
    assert "> -# Also in sentences 4, 7, 9" in shown


def test_long_sources_page_and_say_so(kept: KeptBrief, texts: Texts) -> None:
    long = replace(kept, brief=replace(kept.brief, summary=kept.brief.summary * 20))
    first, second = (sources_card(long, page, texts=texts) for page in (0, 1))
    assert labels(first) == ["◀", "Page 1 of 2", "▶"]
    assert ids(first)[-1] == f"briefer:sources:{kept.id}:1"
    assert "### Summary (continued)" in content(second)


def test_an_answer_stands_above_its_sentences(kept: KeptBrief, texts: Texts) -> None:
    view = answer_card(answered(kept, kept.brief.summary[1]), kept.brief.article, texts=texts)
    said = f"Charts are due by the end of the year.\n> **3** {SENTENCES[2]}"
    foot = "-# From the sentences of the article alone · 1 withheld"
    assert content(view) == f"### Who \\*met\\*?\n{said}\n\n-# A note.\n{foot}"


def test_an_answer_without_statements_says_that_the_article_does_not(kept: KeptBrief, texts: Texts) -> None:
    view = answer_card(answered(kept), kept.brief.article, texts=texts)
    assert "The article does not say." in content(view)


def test_a_long_answer_says_how_much_is_not_shown(kept: KeptBrief, texts: Texts) -> None:
    view = answer_card(answered(kept, *kept.brief.summary * 30), kept.brief.article, texts=texts)
    assert refused(view) == []
    assert "more are not shown here." in content(view)


def test_progress_says_what_is_done_and_can_be_cancelled(texts: Texts) -> None:
    view = progress_card("r1", Stage.READING, 3, 7, texts=texts)
    assert content(view) == "Reading 7 parts, 3 done…\n-# ▰▰▰▰▱▱▱▱▱▱"
    assert (labels(view), ids(view)) == (["Cancel"], ["briefer:cancel:r1"])


@pytest.mark.parametrize("stage", [None, *Stage])
def test_every_stage_has_its_words(texts: Texts, stage: Stage | None) -> None:
    assert content(progress_card("r1", stage, 0, 1, texts=texts)).endswith("…")


def test_a_failure_is_one_sentence_with_the_id_that_is_in_the_log(texts: Texts) -> None:
    view = failure_card("There is no file **x**: check its name and folder.", "a81f3c", texts=texts)
    assert content(view) == "There is no file \\*\\*x\\*\\*: check its name and folder.\n-# Incident a81f3c"
    assert content(failure_card("No.", texts=texts)) == "No."


def test_failures_and_notices_are_told_in_the_readers_language() -> None:
    assert content(notice_card("Cancelled.", texts=Texts("de"))) == "Abgebrochen."
    gone = "This brief is no longer kept; ask for a new one."
    assert "nicht mehr aufbewahrt" in content(failure_card(gone, texts=Texts("de")))


def test_every_claim_can_be_marked_as_wrong(kept: KeptBrief, texts: Texts) -> None:
    view = wrong_card(kept, texts=texts)
    assert labels(view) == ["Statements", "Actors", "Events"]
    chosen = [marked(value) for value in options(view)]
    assert chosen[:3] == [(ClaimKind.STATEMENT, 0), (ClaimKind.STATEMENT, 1), (ClaimKind.ACTOR, 0)]
    assert len(chosen) == len(kept.brief.summary) + len(kept.brief.actors) + len(kept.brief.events)


def test_long_lists_take_several_selects_and_what_has_no_room_is_counted(
    kept: KeptBrief, texts: Texts
) -> None:
    crowd = tuple(Actor(f"A{n}", Kind.PERSON, None, (), 1, (1,)) for n in range(400))
    view = wrong_card(replace(kept, brief=replace(kept.brief, actors=crowd)), texts=texts)
    assert refused(view) == []
    assert labels(view)[1:3] == ["Actors 1–25", "Actors 26–50"]
    assert "131 more are not shown here." in content(view)


def test_nothing_of_ours_is_marked_by_a_foreign_value() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        marked("nonsense-1")


def test_the_calendar_file_comes_with_what_it_holds(kept: KeptBrief, texts: Texts) -> None:
    view = calendar_card(5, 1, brief_id=kept.id, texts=texts)
    assert content(view) == (
        "5 events with a date, for your calendar.\n-# 1 event has no date yet and is not in the file."
    )
    assert labels(view) == ["Add to server events"]
    assert any(component.get("file") == {"url": "attachment://events.ics"} for component in components(view))
    assert labels(calendar_card(5, 0, texts=texts)) == []


def test_a_right_to_left_card_reads_from_right_to_left_whatever_is_around_it(
    brief: Brief, kept: KeptBrief
) -> None:
    event = Event("جلسه", None, (), brief.events[0].status, brief.events[0].when, past=False, sentences=(1,))
    persian = replace(kept, brief=replace(brief, events=(event,)))
    shown = content(sources_card(persian, texts=Texts("fa")))
    assert all("\u2067" in line for line in shown.split("\n") if line)
    assert "Chikondi Mbewe**، chief negotiator" in read(shown)


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_what_is_shown_beside_a_right_to_left_card_reads_so_too(kept: KeptBrief, language: str) -> None:
    texts = Texts(language)
    for view in (wrong_card(kept, texts=texts), left_card(["example.org/1"], texts=texts)):
        assert all("\u2067" in line for line in content(view).split("\n"))
