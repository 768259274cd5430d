from pathlib import Path

import pytest
from spacy.tokens import Doc

from bot.domain.article import Extract
from bot.engines.offline.parsing import model, parse
from bot.services.cleaning import clean

DATA = Path(__file__).parents[2] / "data" / "sample"
MANY = 100
TEXT = "Dr. Ann Lee of St. Mary's met R. K. Menon. It rained!\n\nThey left at 4 p.m. on Dec. 6."


def test_spacy_cuts_sentences_where_our_splitter_cut_them() -> None:
    article = clean(
        Extract(
            "Dr. Ann Lee of St. Mary's met R. K. Menon. It rained!\n\nThey left at 4 p.m. on Dec. 6.",
            language="en",
        )
    )
    parsed = list(parse(article))
    assert [sentence for sentence, _ in parsed] == list(article.sentences)
    for sentence, span in parsed:
        assert span.text == sentence.text
        assert [token.is_sent_start for token in span] == [n == 0 for n in range(len(span))]


def test_names_are_found_inside_sentences() -> None:
    article = clean(Extract("On Tuesday Angela Merkel met Emmanuel Macron in Paris.", language="en"))
    ((_, span),) = parse(article)
    assert {entity.text for entity in span.ents if entity.label_ == "PERSON"} == {
        "Angela Merkel",
        "Emmanuel Macron",
    }


def test_names_are_those_that_the_models_own_search_finds() -> None:
    article = clean(Extract((DATA / "moscow-washington.txt").read_text(encoding="utf-8"), language="en"))
    found = {id(span.doc): span.doc for _, span in parse(article)}
    assert sum(len(doc.ents) for doc in found.values()) > MANY
    for doc in found.values():
        again = Doc(doc.vocab, [token.text for token in doc], [bool(token.whitespace_) for token in doc])
        for token in doc:
            again[token.i].is_sent_start = token.is_sent_start
        assert names(model().get_pipe("ner")(again)) == names(doc)


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(token.ent_type_, token.ent_iob_) for token in doc]


@pytest.mark.parametrize("noise", ["—" * 20_000, "a-" * 20_000, "-" * 200_000])
def test_strings_that_are_no_words_cost_nothing_and_move_nothing(noise: str) -> None:
    article = clean(Extract(f"{TEXT}\n\n{TEXT} {noise}", language="en"))
    for sentence, span in parse(article):
        assert (span.start_char, span.end_char) != (0, 0)
        assert len(span.text) == len(sentence.text)
