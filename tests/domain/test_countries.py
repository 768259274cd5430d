import pytest

from bot.domain.countries import countries, country_named, country_of, country_of_demonym, country_of_seat


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("US", "United States"),
        ("the United States", "United States"),
        ("Türkiye", "Turkey"),
        ("DRC", "Congo"),
        ("Malawian", "Malawi"),
        ("Tongans", "Tonga"),
        ("Chinese", "China"),
        ("Kremlin", "Russia"),
        ("The Hague", "Netherlands"),
        ("Delhi", "India"),
    ],
)
def test_a_state_is_known_by_name_demonym_and_seat(text: str, name: str) -> None:
    country = country_of(text)
    assert country is not None
    assert country.name == name


@pytest.mark.parametrize("text", ["", "us", "Milburn", "it", "the", "Washington Post", "Georgetown"])
def test_other_words_are_no_state(text: str) -> None:
    assert country_of(text) is None


def test_the_three_look_ups_keep_to_their_column() -> None:
    assert country_named("Moscow") is None
    assert country_of_seat("Russia") is None
    assert country_of_demonym("Russia") is None


def test_names_are_not_given_twice() -> None:
    names = [name for country in countries() for name in country.all_names]
    assert len(names) == len(set(names))
