import pytest

from bot.domain.article import Article, Extract, numbered
from bot.domain.brief import Length
from bot.domain.reading import ActorClaim, EventClaim, Kind
from bot.engines.offline.summary import summarize
from bot.services.cleaning import clean

STORY = """GENEVA, March 4 (Lake News) - Malawi and Tanzania agreed on Tuesday to revive a joint commission on their disputed lake boundary. The commission last met in November 2022 and will meet again in Mzuzu from 18 to 20 March.

"We did not settle the line on the water today, and nobody in this building believed that we would," the Malawian negotiator said. She was in good humour. Drilling rights were left for a later round of talks between the two governments.

Does anybody remember the treaty of 1890? Tanzania reads it in one way and Malawi in another, and the oil companies are waiting for both. The lake is believed to hold oil and gas, which Malawi licensed for exploration in 2011.

The Southern African Development Community mediated between the two delegations for two days. It said a second political round would be held in Dar es Salaam by the end of May. Fishing crews on both shores have been detained several times in the past year."""


def article(text: str = STORY, language: str | None = "en") -> Article:
    return clean(Extract(text, language=language))


def words(article: Article, length: Length) -> int:
    return sum(len(s.text.split()) for s in summarize(article, (), (), length))


def test_every_statement_is_a_verbatim_run_of_the_one_sentence_it_cites() -> None:
    story = article()
    for statement in summarize(story, (), (), Length.LONG):
        (cited,) = statement.sentences
        assert statement.text in story.sentence(cited).text


def test_statements_keep_the_order_of_the_article() -> None:
    cited = [s.sentences[0] for s in summarize(article(), (), (), Length.LONG)]
    assert cited == sorted(set(cited))


def test_a_dateline_is_not_repeated_in_the_summary() -> None:
    first = summarize(article(), (), (), Length.STANDARD)[0]
    assert first.text.startswith("Malawi and Tanzania agreed")


@pytest.mark.parametrize("length", list(Length))
def test_a_summary_is_never_longer_than_a_third_of_the_article_and_one_sentence(length: Length) -> None:
    story = article()
    longest = max(len(s.text.split()) for s in story.sentences)
    assert 0 < words(story, length) <= story.words / 3 + longest


def test_longer_is_longer() -> None:
    story = article("\n\n".join(STORY.replace("March", f"March {n},") for n in range(8)))
    short, standard, long = (words(story, length) for length in Length)
    assert 30 <= short <= 55 < standard <= 105 < long <= 195


def test_a_short_text_is_told_in_one_sentence() -> None:
    assert len(summarize(article(STORY[:600]), (), (), Length.LONG)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The bridge at Kupa will close on Monday.",
        "The bridge at Kupa will close on Monday. Buses will run instead.",
    ],
)
def test_one_or_two_sentences_come_back_as_they_are(text: str) -> None:
    assert " ".join(s.text for s in summarize(article(text), (), (), Length.SHORT)) == text


def test_questions_and_quotations_give_way_to_reports() -> None:
    told = " ".join(s.text for s in summarize(article(), (), (), Length.SHORT))
    assert "Does anybody" not in told
    assert "We did not settle" not in told


def test_of_two_like_sentences_the_one_that_announces_an_event_is_told() -> None:
    one, two = "The northern ferry company opens a new winter line on {}.", "The opening speech was long."
    story = article(" ".join([two, one.format("Monday"), one.format("Friday"), *[two] * 30]))
    events = (EventClaim("opens a new line", "on Friday", sentences=(3,)),)
    assert {s.sentences[0] for s in summarize(story, (), events, Length.STANDARD)} >= {3}
    assert {s.sentences[0] for s in summarize(story, (), (), Length.STANDARD)} >= {2}


def test_sentences_with_the_names_of_the_actors_are_told_first() -> None:
    story = article()
    told = summarize(
        story, (ActorClaim("Southern African Development Community", Kind.ORGANIZATION),), (), Length.SHORT
    )
    assert any("Southern African" in s.text for s in told)


def test_a_text_without_spaces_between_words_is_summed_up_too() -> None:
    text = "。".join(f"第{n}次会议将在日内瓦举行并讨论湖泊边界问题" for n in range(12)) + "。"
    story = article(text, language="zh")
    assert 0 < len(summarize(story, (), (), Length.SHORT)) < len(story.sentences)


def test_a_text_without_one_full_sentence_still_gives_something() -> None:
    lines = ["Talks on the lake", "Boundary line", "Oil and gas"]
    assert summarize(Article("\n".join(lines), numbered(lines)), (), (), Length.STANDARD)
