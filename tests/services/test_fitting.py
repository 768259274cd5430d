import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.article import Article, Extract, Sentence
from bot.services.cleaning import clean
from bot.services.fitting import NUMBERING, Part, fit, known_names


def words(text: str) -> int:
    return len(text.split())


def article(*paragraphs: tuple[str, ...]) -> Article:
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for text in paragraph:
            sentences.append(Sentence(len(sentences) + 1, text, 0, len(text), number))
    return Article(" ".join(sentence.text for sentence in sentences), tuple(sentences))


def ids(parts: tuple[Part, ...]) -> list[list[int]]:
    return [[line.id for line in part.lines] for part in parts]


def test_an_article_that_fits_is_one_part() -> None:
    assert ids(fit(article(("One two.", "Three four."), ("Five six.",)), words, 3 * (2 + NUMBERING))) == [
        [1, 2, 3]
    ]


def test_what_has_no_more_bytes_than_there_is_room_for_tokens_is_not_counted() -> None:
    def counted(text: str) -> int:
        raise AssertionError(text)

    assert ids(fit(article(("Zwei Wörter.", "Drei.")), counted, 18 + 2 * NUMBERING)) == [[1, 2]]


def test_parts_end_with_a_paragraph_where_they_can() -> None:
    text = article(("a b.", "c d.", "e f."), ("g h.", "i j.", "k l."), ("m n.", "o p.", "q r."))
    assert ids(fit(text, words, 4 * (2 + NUMBERING))) == [[1, 2, 3], [4, 5, 6], [7, 8, 9]]


def test_parts_are_of_about_equal_size() -> None:
    text = article(*[("one two three four.",)] * 22)
    sizes = [part.tokens(words) for part in fit(text, words, 10 * (4 + NUMBERING))]
    assert len(sizes) == 3
    assert max(sizes) - min(sizes) <= 2 * (4 + NUMBERING)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=80), st.integers(10, 120))
def test_no_text_is_lost_and_no_part_is_too_large(lengths: list[int], room: int) -> None:
    text = article(*[(" ".join(f"w{n}x{k}" for k in range(length)),) for n, length in enumerate(lengths)])
    parts = fit(text, words, room)
    assert all(part.tokens(words) <= room for part in parts)
    printed = " ".join(line.text for part in parts for line in part.lines)
    assert printed.split() == text.text.split()
    numbers = [line.id for part in parts for line in part.lines]
    assert numbers == sorted(numbers)


def test_a_sentence_without_spaces_that_is_too_long_is_cut_all_the_same() -> None:
    parts = fit(article(("x" * 1000,)), len, 100)
    assert "".join(line.text for part in parts for line in part.lines) == "x" * 1000
    assert {line.id for part in parts for line in part.lines} == {1}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee spoke. Then Ann Lee left with Bo Dahl.", ("Ann Lee",)),
        ("Simón de la Vega came. Simón de la Vega left.", ()),
        ("Abdel al Sisi came. Abdel al Sisi left.", ("Abdel al Sisi",)),
        ("nobody is named here. nobody is named here.", ()),
        ("يقول الوزير نعم. يقول الوزير نعم.", ()),
    ],
)
def test_names_that_come_back_are_known_to_every_part(text: str, names: tuple[str, ...]) -> None:
    assert known_names(clean(Extract(text, language="en"))) == names
