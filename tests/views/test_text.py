import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.printable import printable
from bot.views.text import escaped, length, link, pieces, shortened, web_address
from tests.views.discord_limits import bare, read
from tests.views.naughty import MARKUP
from tests.views.random_briefs import texts_of

QUICK = settings(max_examples=300, derandomize=True, deadline=None)


@pytest.mark.parametrize("text", MARKUP)
def test_naughty_text_shows_as_written(text: str) -> None:
    assert read(escaped(text)) == printable(text)


@given(text=texts_of(MARKUP))
@QUICK
def test_nothing_is_left_that_discord_could_make_something_of(text: str) -> None:
    left = bare(escaped(text)).lstrip("\u2068")
    assert not re.search(r"[\\*_~`|<>\[\]@/]|://|:[\w+-]+:", left)
    assert not re.match(r"#|-|\+|\d+[.)]", left)


@given(text=texts_of(MARKUP))
@QUICK
def test_escaped_text_is_read_as_it_was_written(text: str) -> None:
    assert read(escaped(text)) == printable(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words, “quoted” – 5 % (a–b).", "Plain words, “quoted” – 5 % (a–b)."),
        ("At 18:30: talks", r"At 18\:30: talks"),
        ("2. December", r"2\. December"),
        ("2027 begins", "2027 begins"),
        ("@everyone", "\\@\u200beveryone"),
    ],
)
def test_only_what_does_something_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_right_to_left_text_stands_isolated_among_left_to_right_and_the_other_way_round() -> None:
    assert escaped("سلام") == "\u2068سلام\u2069"
    assert escaped("NATO") == "NATO"
    assert escaped("NATO", among_rtl=True) == "\u2068NATO\u2069"
    assert escaped("12", among_rtl=True) == "12"


@given(text=texts_of(MARKUP), most=st.integers(10, 400))
@QUICK
def test_pieces_fit_and_hold_all_of_the_text(text: str, most: int) -> None:
    found = pieces(text, most)
    assert all(length(piece) <= most for piece in found)
    assert re.sub(r"[…\s]", "", "".join(found)) == re.sub(r"[…\s]", "", printable(text))


def test_shortened_text_says_that_it_goes_on() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("one two", 12) == "one two"


def test_characters_count_as_discord_counts_them() -> None:
    assert [length("a"), length("é"), length("😀"), length("👨‍👩‍👧")] == [1, 1, 2, 8]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "a.example",
        "",
        None,
        "https://u:p@a.example/",
    ],
)
def test_only_web_addresses_are_linked(address: str | None) -> None:
    assert link("label", address) == "label"


def test_an_address_can_not_leave_its_parentheses() -> None:
    assert (
        web_address("https://a.example/x)[y](https://b.example/ <z>")
        == "https://a.example/x%29[y]%28https://b.example/%20%3Cz%3E"
    )
