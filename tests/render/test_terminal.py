from dataclasses import replace

import pytest
from rich.console import Console

from bot.domain.brief import Brief, ClaimKind, EngineInfo, Withheld
from bot.domain.printable import printable
from bot.render.terminal import card


def shown(brief: Brief, width: int = 90, *, evidence: bool = False) -> str:
    console = Console(width=width, highlight=False)
    with console.capture() as capture:
        console.print(card(brief, width, sources=evidence, withheld=evidence))
    return capture.get()


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "words",
    [
        "Malawi, Tanzania to revive lake boundary commission",
        "4 March 2025 (from its dateline) · 1 min to read",
        "to revive a joint commission on their disputed lake boundary. [1]",
        "Chikondi Mbewe chief negotiator [2]",
        "Malawi (Lilongwe) [1], Tanzania [1]",
        "18–20 March 2025 the Joint Boundary Commission would convene [2] scheduled · Mzuzu · “from 18 to 20 March”",
        "“shortly afterwards” a second round [4] cancelled",
        "Already past by 14 March 2025 hand over their charts [3]",
        "“June 1400” read as June 2021 (Solar Hijri)",
        "2 of 2 statements traced · 1 withheld · 2 lines of page furniture removed",
    ],
)
def test_the_card_tells_all_that_a_brief_holds(brief: Brief, words: str) -> None:
    assert words in squeezed(shown(brief).replace("\u00a0", " "))


@pytest.mark.parametrize("width", [30, 50, 64, 80, 96])
def test_the_card_fits_its_width(brief: Brief, width: int) -> None:
    assert max(len(line) for line in shown(brief, width).splitlines()) <= width


def test_the_cited_sentences_and_the_reasons_are_shown_on_request(brief: Brief) -> None:
    full = squeezed(shown(brief, evidence=True))
    assert "4 A second round was cancelled, and a signing was expected shortly afterwards." in full
    assert "Nobody actor: the name is not in the article" in full
    assert "the name is not in the article" not in shown(brief)


def test_low_confidence_is_said_on_top(brief: Brief) -> None:
    failed = Withheld(ClaimKind.STATEMENT, "x", "y")
    doubtful = shown(replace(brief, withheld=(failed, failed)))
    assert "Low confidence" in doubtful[: doubtful.index("Summary")]
    assert "2 of 4 statements traced" in doubtful


def test_another_engine_than_the_one_asked_for_is_said(brief: Brief) -> None:
    engine = EngineInfo("offline", fallback="The endpoint did not answer.")
    assert "The endpoint did not answer." in shown(replace(brief, engine=engine))


def test_parts_that_were_not_read_are_said(brief: Brief) -> None:
    assert "3 of 4 parts read" in squeezed(shown(replace(brief, parts=4, parts_read=3)))


def test_a_brief_with_nothing_in_it_says_so(brief: Brief) -> None:
    empty = shown(replace(brief, summary=(), actors=(), events=(), notes=()))
    assert "Nothing was said that could be traced" in empty
    assert "No names were found." in empty
    assert "No announcements were found." in empty


def test_markup_in_an_article_is_text(brief: Brief) -> None:
    title = "[bold red]Sale[/] :smile: [link=http://x]y[/link]"
    assert title in shown(replace(brief, article=replace(brief.article, title=title)))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\x1b[31mb", "a [31mb"),
        ("a\r\nb\tc", "a b c"),
        ("a\u202eb\u2066c\u200fd\u00ade\ufefff", "abcdef"),
        ("می\u200cخواهد", "می\u200cخواهد"),
        ("a\u2028b\u0085c", "a b c"),
        ("a\ud800b\x9bc\x07", "ab c"),
    ],
)
def test_nothing_printed_can_steer_a_terminal(text: str, safe: str) -> None:
    assert printable(text) == safe
