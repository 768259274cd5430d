from dataclasses import replace

import pytest

from bot.domain.article import Published, PublishedFrom
from bot.domain.brief import ClaimKind, EngineInfo, Withheld
from bot.domain.kept import KeptBrief
from bot.views.card import card
from bot.views.layout import CALM, LOW
from bot.views.texts import Texts
from tests.views.briefs import DEADLINE, event
from tests.views.reading import components, content, ids, labels


def with_origin(kept: KeptBrief, origin: PublishedFrom) -> KeptBrief:
    article = replace(kept.brief.article, published=Published("2026-11-24", origin))
    return replace(kept, brief=replace(kept.brief, article=article))


def test_the_title_is_the_one_link(kept: KeptBrief, texts: Texts) -> None:
    shown = content(card(kept, texts=texts))
    assert shown.startswith(
        "## [Malawi, Tanzania to revive lake boundary commission](https://news.example/lake_%28malawi%29)\n"
    )
    assert shown.count("](") == 1


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "ftp://a.example/x", "https://a.example/" + "x" * 2100]
)
def test_the_title_is_plain_where_there_is_no_address_to_link(
    kept: KeptBrief, texts: Texts, url: str | None
) -> None:
    plain = replace(kept, brief=replace(kept.brief, article=replace(kept.brief.article, url=url)))
    assert content(card(plain, texts=texts)).startswith(
        "## Malawi, Tanzania to revive lake boundary commission\n"
    )


def test_one_line_says_where_it_is_from(kept: KeptBrief, texts: Texts) -> None:
    line = "-# The Lake Post · 24 November 2026, from its dateline · 1 min to read · read offline\n"
    assert line in content(card(kept, texts=texts))


def test_events_stand_in_time_order_with_what_is_not_dated_last(kept: KeptBrief, texts: Texts) -> None:
    shown = content(card(kept, texts=texts))
    lines = shown.split("### What comes next\n")[1].split("\n###")[0].split("\n")
    assert lines == [
        "- **<t:1796626800:f> (<t:1796626800:R>)** — Amara Okoye addresses parliament · *the National Assembly*",
        "- **By 31 December 2026** — survey teams hand over their charts · *“by the end of the year”*",
        "- **Spring 2027** — a second round of talks · *proposed* · *“next spring”*",
        "- **18–20 Mar 2027** — the commission convenes · *Mzuzu* · *expected*",
        "- **“shortly after”** — a signing · *postponed*",
    ]


def test_a_printed_phrase_that_an_event_says_itself_is_not_said_twice(kept: KeptBrief, texts: Texts) -> None:
    told = event("charts are due by the end of the year", DEADLINE)
    shown = content(card(replace(kept, brief=replace(kept.brief, events=(told,))), texts=texts))
    assert "- **By 31 December 2026** — charts are due by the end of the year\n" in shown


def test_a_note_that_begins_with_words_from_right_to_left_reads_from_left_to_right(
    kept: KeptBrief, texts: Texts
) -> None:
    noted = replace(
        kept, brief=replace(kept.brief, notes=("“آذر ۱۴۰۵” read as December 2026 (Solar Hijri)",))
    )
    assert "-# \u2066“آذر ۱۴۰۵” read as December 2026 (Solar Hijri)\u2069" in content(
        card(noted, texts=texts)
    )


def test_past_events_are_told_apart(kept: KeptBrief, texts: Texts) -> None:
    assert "-# **Already past**\n-# Tuesday, 24 November 2026 — both sides met\n" in content(
        card(kept, texts=texts)
    )


def test_actors_with_roles_come_first_and_the_others_side_by_side(kept: KeptBrief, texts: Texts) -> None:
    who = "### Who\n**Chikondi Mbewe**, chief negotiator\n-# **States** · Malawi · Tanzania\n"
    assert who in content(card(kept, texts=texts))


def test_the_last_line_says_how_much_was_traced(kept: KeptBrief, texts: Texts) -> None:
    assert content(card(kept, texts=texts)).endswith("\n-# 2 of 3 statements traced · 1 withheld")


def test_parts_are_told_when_not_all_were_read(kept: KeptBrief, texts: Texts) -> None:
    partly = replace(kept, brief=replace(kept.brief, parts=7, parts_read=6))
    assert content(card(partly, texts=texts)).endswith(" · 6 of 7 parts read")


def test_low_confidence_is_said_in_words_and_colour(kept: KeptBrief, texts: Texts) -> None:
    assert (
        next(components(card(kept, texts=texts)))["accent_color"]
        == (LOW if kept.brief.confidence == "low" else CALM).value
    )
    withheld = (Withheld(ClaimKind.STATEMENT, "No.", "no"),) * 9
    low = card(replace(kept, brief=replace(kept.brief, withheld=withheld)), texts=texts)
    assert next(components(low))["accent_color"] == LOW.value
    assert "**Low confidence:" in content(low)


def test_the_card_says_why_another_engine_read(kept: KeptBrief, texts: Texts) -> None:
    engine = EngineInfo("offline", fallback="The language model did not answer.")
    shown = content(card(replace(kept, brief=replace(kept.brief, engine=engine)), texts=texts))
    assert "-# Read offline instead: The language model did not answer." in shown


def test_an_empty_brief_says_so(kept: KeptBrief, texts: Texts) -> None:
    empty = replace(kept, brief=replace(kept.brief, summary=(), actors=(), events=(), notes=()))
    assert "*Nothing was said that could be traced to the article.*" in content(card(empty, texts=texts))


def test_the_buttons_are_there_when_they_can_do_something(kept: KeptBrief, texts: Texts) -> None:
    calm = ["Sources", "Calendar", "Ask", "Wrong?", "Delete", "Length", "Language"]
    assert labels(card(kept, texts=texts)) == calm
    undated = replace(kept, brief=replace(kept.brief, events=()))
    assert labels(card(undated, texts=texts)) == [label for label in calm if label != "Calendar"]


@pytest.mark.parametrize("origin", PublishedFrom)
def test_the_date_can_be_set_where_it_is_in_doubt(
    kept: KeptBrief, texts: Texts, origin: PublishedFrom
) -> None:
    doubtful = origin in {"received", "text", "unknown"}
    assert ("Set date" in labels(card(with_origin(kept, origin), texts=texts))) == doubtful


def test_components_carry_the_action_the_brief_and_whose_it_is(kept: KeptBrief, texts: Texts) -> None:
    actions = [found.split(":")[1] for found in ids(card(kept, texts=texts))]
    assert actions == ["sources", "calendar", "ask", "wrong", "delete", "length", "language"]
    carried = {
        found.removeprefix(f"briefer:{found.split(':')[1]}:") for found in ids(card(kept, texts=texts))
    }
    assert carried == {kept.id, f"{kept.id}:{kept.asker.user_id}"}


async def test_a_sent_card_is_not_kept_in_memory(kept: KeptBrief, texts: Texts) -> None:
    view = card(kept, texts=texts)
    assert view.is_finished()
    assert view.timeout is None
