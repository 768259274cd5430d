import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from bot.domain.errors import Internal, UnusableSource
from bot.views.elsewhere import SENTENCES
from bot.views.texts import LANGUAGES, Texts
from tests.views.messages import BOT, messages, refusals

OTHERS = LANGUAGES[1:]
PLACES = re.compile(r"\{(\w+)\}")


@cache
def catalog(language: str) -> Catalog:
    with (files("bot") / "locales" / f"{language}.po").open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


@pytest.mark.parametrize("language", OTHERS)
def test_every_fixed_text_is_in_every_catalog(language: str) -> None:
    translated = catalog(language)
    missing = [
        text for text, _ in messages() if not (found := translated.get(text)) or not _all(found.string)
    ]
    assert missing == []


@pytest.mark.parametrize("language", OTHERS)
def test_whatever_people_are_refused_with_is_in_every_catalog(language: str) -> None:
    translated = catalog(language)
    assert [sentence for sentence in refusals() if not translated.get(sentence)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalog_holds_nothing_that_nobody_says_and_all_that_another_one_holds(language: str) -> None:
    held = {_first(message.id) for message in catalog(language)}
    assert held == {_first(message.id) for message in catalog(OTHERS[0])}
    unsaid = held - {*dict(messages()), ""}
    assert {sentence for sentence in unsaid if "{" in sentence or sentence not in _said_in_code()} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_original(language: str) -> None:
    for message in catalog(language):
        wanted = set(PLACES.findall(_first(message.id)))
        for form in _forms(message.string) if message.id else []:
            missing = wanted - set(PLACES.findall(form))
            assert missing <= ({"n"} if message.pluralizable else set()), form
            assert set(PLACES.findall(form)) <= wanted, form


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_said_elsewhere_is_said_somewhere(sentence: str) -> None:
    assert _bare(sentence) in _said_in_code()


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "Sources"),
        ("en-GB", "Sources"),
        ("es-ES", "Fuentes"),
        ("es-419", "Fuentes"),
        ("pt-BR", "Fontes"),
        ("fr", "Sources"),
        ("de", "Quellen"),
        ("ru", "Источники"),
        ("fa", "منابع"),
        ("ar", "المصادر"),
        ("zh-CN", "Sources"),
        ("sv-SE", "Sources"),
        ("", "Sources"),
        ("nonsense", "Sources"),
    ],
)
def test_discords_locales_have_their_texts_and_all_others_english(locale: str, said: str) -> None:
    assert Texts(locale).say("Sources") == said


def test_persian_and_arabic_are_written_from_right_to_left() -> None:
    assert [language for language in LANGUAGES if Texts(language).rtl] == ["fa", "ar"]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", ["1 withheld", "2 withheld", "5 withheld"]),
        ("es", ["1 retenida", "2 retenidas", "5 retenidas"]),
        ("ar", ["حُجب واحد", "حُجب اثنان", "حُجبت 5"]),
    ],
)
def test_things_are_counted_as_the_language_counts(locale: str, said: list[str]) -> None:
    assert [Texts(locale).count("{n} withheld", "{n} withheld", n) for n in (1, 2, 5)] == said


def test_an_error_is_told_in_the_readers_language() -> None:
    assert (
        Texts("de").known(str(Internal()))
        == "Bei uns ist etwas schiefgegangen; von dir ging nichts verloren."
    )
    slow = UnusableSource("This has more than 2,000,000 characters: give it in parts.", "too_large")
    assert Texts("de").known(str(slow)) == "Das hat mehr als 2,000,000 Zeichen: gib es in Teilen."
    assert Texts("es").known("“Nobody” is not in the article") == "«Nobody» no está en el artículo"


def test_a_sentence_within_a_sentence_is_told_in_the_readers_language_too() -> None:
    note = "Not translated into Persian: that needs a language model."
    assert Texts("de").known(note) == "Nicht übersetzt (Persian): dafür braucht es ein Sprachmodell."


def test_words_of_ours_within_a_sentence_are_translated_and_words_of_an_article_are_not() -> None:
    assert Texts("de").known("“Sources” is not in the article") == "„Sources“ steht nicht im Artikel"
    damaged = "This Word document is damaged: give another copy, or paste its text."
    assert Texts("es").known(damaged).startswith("Este documento de Word está dañado")
    read = "“Azar 1405” read as November 2026 (Solar Hijri)"
    assert Texts("fr").known(read) == "« Azar 1405 » lu comme November 2026 (calendrier persan)"
    unsaid = "nothing in the cited sentences says that it is cancelled"
    assert Texts("fr").known(unsaid) == "rien dans les phrases citées ne dit qu’il est annulé"


def test_what_has_no_translation_is_said_as_it_is() -> None:
    assert Texts("de").known("Something {new} happened.") == "Something {new} happened."


def _all(string: object) -> bool:
    return all(_forms(string))


def _forms(string: object) -> list[str]:
    return [str(form) for form in string] if isinstance(string, tuple | list) else [str(string)]


def _first(message_id: object) -> str:
    return _forms(message_id)[0]


def _bare(sentence: str) -> str:
    return PLACES.sub("{}", sentence)


@cache
def _said_in_code() -> set[str]:
    return {
        _bare(text)
        for path in BOT.rglob("*.py")
        if path.name != "elsewhere.py"
        for text in _strings(path.read_text())
    }


def _strings(source: str) -> Iterator[str]:
    """Texts of the code, with {} where an f-string has a value."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
