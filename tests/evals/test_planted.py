from bot.engines.offline.loaded import is_loaded
from tests.evals.planted import kept, lines


def test_lone_lines_of_a_page_are_taken_out() -> None:
    found = [stays for _, _, stays in kept("furniture")]
    assert sum(found) <= 0.1 * len(found)


def test_no_unusual_sentence_of_an_article_is_taken_for_a_line_of_the_page() -> None:
    assert [(line, place) for line, place, stays in kept("sentences") if not stays] == []


def test_loaded_sentences_are_told_from_neutral_ones_with_the_same_words() -> None:
    assert sum(map(is_loaded, lines("loaded"))) >= 0.9 * len(lines("loaded"))
    assert sum(map(is_loaded, lines("neutral"))) <= 0.2 * len(lines("neutral"))
