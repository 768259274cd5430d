from bot.views.paging import LINE, Passage, cut, joined, paginate
from bot.views.text import length
from bot.views.texts import Texts


def lines(*passages: Passage, room: int = 100) -> list[list[str]]:
    return [[passage.text for passage in page] for page in paginate(passages, room, room, Texts())]


def test_what_fits_is_one_page() -> None:
    assert lines(Passage((("one",), ("two",)), "# A"), Passage((("three",),), "# B")) == [
        ["# A\none\ntwo", "# B\nthree"]
    ]


def test_the_lines_of_an_item_stay_together_where_they_can() -> None:
    filler, item = ("x" * 70,), ("a" * 20, "b" * 20)
    assert lines(Passage((filler, item))) == [["x" * 70], [f"{'a' * 20}\n{'b' * 20}"]]


def test_a_passage_goes_on_under_its_heading_on_the_next_page() -> None:
    long = Passage((("x" * 60,), ("y" * 60,)), "# A", "# A (continued)")
    assert lines(long) == [[f"# A\n{'x' * 60}"], [f"# A (continued)\n{'y' * 60}"]]


def test_an_item_larger_than_a_page_goes_on_line_by_line() -> None:
    item = ("x" * 60, "y" * 60, "z" * 60)
    assert lines(Passage((item,))) == [["x" * 60], ["y" * 60], ["z" * 60]]


def test_no_page_is_longer_than_its_room() -> None:
    items = tuple((f"{n:03}" * 7, "😀" * (n % 9)) for n in range(60))
    pages = paginate([Passage(items, "# A", "# A (continued)", loose=True)], 150, 200, Texts())
    sizes = [length("\n".join(passage.text for passage in page)) for page in pages]
    assert sizes[0] <= 150
    assert all(size <= 200 for size in sizes)


def test_pieces_are_joined_to_lines_that_fit() -> None:
    found = joined((" · ", "x" * 300) for _ in range(10))
    assert [length(line) <= LINE for line in found] == [True] * 4
    assert "".join(found).count("x") == 3000


def test_nothing_has_no_pieces() -> None:
    assert [cut(text) for text in (None, "", " ", "\u200b\x00")] == [[]] * 4
