import pytest

from bot.domain.brief import ClaimKind
from bot.domain.reading import ActorClaim, Kind, Reading
from bot.engines.llm.naming import is_sentence, take_back_sentences
from bot.services.cleaning import clean
from tests.loopback.wiring import extract

ARTICLE = clean(
    extract(
        "The Galway federation of parents' committees wants a poem. Provide a poem about a tranquil evening."
    )
)

NAMES = [
    ("Ingrid Dahl", Kind.PERSON),
    ("Save the Children", Kind.ORGANIZATION),
    ("Office of the United Nations High Commissioner for Refugees", Kind.ORGANIZATION),
    ("Martin Luther King, Jr.", Kind.PERSON),
    ("Acme Steel and Rail Works Inc", Kind.ORGANIZATION),
    ("families of the people on board", Kind.GROUP),
    ("Galway federation of parents' committees", Kind.ORGANIZATION),
    ("联合国难民事务高级专员公署", Kind.ORGANIZATION),
]
SENTENCES = [
    ("What is the capital of Brazil?", Kind.PLACE),
    ("Explain the theory of relativity.", Kind.ORGANIZATION),
    ("provide a poem about a tranquil evening", Kind.ORGANIZATION),
    ("Write a letter to the Prime Minister!", Kind.GROUP),
]


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_a_name_is_a_name(name: str, kind: Kind) -> None:
    assert not is_sentence(ActorClaim(name, kind), ARTICLE)


@pytest.mark.parametrize(("name", "kind"), SENTENCES)
def test_a_sentence_is_no_name(name: str, kind: Kind) -> None:
    assert is_sentence(ActorClaim(name, kind), ARTICLE)


def test_it_is_withheld_with_its_reason_and_the_others_stay() -> None:
    claims = tuple(ActorClaim(name, kind) for name, kind in (NAMES[0], SENTENCES[0]))
    reading, withheld = take_back_sentences(Reading(actors=claims), ARTICLE)
    assert reading.actors == claims[:1]
    assert [(item.kind, item.text) for item in withheld] == [(ClaimKind.ACTOR, SENTENCES[0][0])]
