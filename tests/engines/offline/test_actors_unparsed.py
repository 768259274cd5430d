import pytest

from bot.domain.article import Extract
from bot.domain.reading import Kind
from bot.engines.offline.actors import find_names
from bot.services.checks import Known
from bot.services.checks.actors import doubt
from bot.services.cleaning import clean


def names_of(text: str, language: str) -> dict[str, Kind]:
    return {claim.name: claim.kind for claim in find_names(clean(Extract(text, language=language)))}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            (
                "Bundeskanzlerin Martina Vogel hat in Berlin ihren Rücktritt angekündigt. Die Entscheidung sei ihr nicht "
                "leicht gefallen, sagte Vogel. Der Vorsitzende der FDP, Jens Harting, lobte sie. Harting will Neuwahlen, "
                "die FDP auch."
            ),
            {"Martina Vogel": Kind.PERSON, "Jens Harting": Kind.PERSON},
        ),
        (
            "ru",
            (
                "Вчера в Москве президент Украины Виктор Семенченко встретился с журналистами. По словам Виктора "
                "Семенченко, переговоры идут. Семенченко добавил, что Украина ждёт ответа."
            ),
            {"Виктор Семенченко": Kind.PERSON},
        ),
        (
            "el",
            "Ο πρωθυπουργός Νίκος Παπαδάκης δήλωσε ότι η κυβέρνηση θα προχωρήσει. Ο Παπαδάκης μίλησε στη Βουλή.",
            {"Νίκος Παπαδάκης": Kind.PERSON},
        ),
        (
            "es",
            "El lunes habló con el Banco Central la ministra. El Banco Central no comentó nada.",
            {"Banco Central": Kind.ORGANIZATION},
        ),
        (
            "es",
            "La medida llega, según la Confederación Española de Hoteles, demasiado tarde.",
            {"Confederación Española de Hoteles": Kind.ORGANIZATION},
        ),
    ],
)
def test_names_are_found_by_their_capitals_where_they_are_repeated_or_say_what_they_are(
    language: str, text: str, expected: dict[str, Kind]
) -> None:
    found = names_of(text, language)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "国家主席张伟周一在北京会见了法国总统。张伟表示，双方应加强合作。"),
        ("ar", "قال الرئيس إن المحادثات ستستمر. وأضاف الرئيس أن الوقت قد حان."),
        ("ar", "قال رئيس مجلس النواب في جلسة عامة إن الموازنة أقرت. ووصل نائب الرئيس إلى بيروت صباح اليوم."),
        (
            "de",
            "Die Regierung hat den Haushalt beschlossen. Der Haushalt steigt, sagte die Regierung am Montag.",
        ),
    ],
)
def test_without_proof_there_are_no_names(language: str, text: str) -> None:
    assert names_of(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("de", "„Gut so“, sagte Bürgermeisterin Anke Petersen am Montag.", "Anke Petersen", "Bürgermeisterin"),
        ("de", "Ihr Sprecher Jens Holm nannte den Preis zu niedrig.", "Jens Holm", "Sprecher"),
        ("de", "„Gut so“, sagte Jens Holm am Montag in Kiel.", "Jens Holm", None),
        ("es", "«Es un buen día», dijo la ministra Ana Ruiz el lunes.", "Ana Ruiz", "ministra"),
        ("es", "La ministra de Hacienda, Ana Ruiz, no lo comentó.", "Ana Ruiz", "ministra de Hacienda"),
        ("fr", "Le porte-parole du gouvernement, Luc Morel, a démenti.", "Luc Morel", "porte-parole du gouvernement"),
        ("pt", "O prefeito de Lagos, Rui Pinto, negou tudo.", "Rui Pinto", "prefeito de Lagos"),
        ("de", "Der frühere Bürgermeister Hans Gruber schwieg am Montag.", "Hans Gruber", "frühere Bürgermeister"),
        ("de", "Oberbürgermeisterin Dr. Helene Brandt schwieg am Montag.", "Helene Brandt", "Oberbürgermeisterin"),
        ("de", "Ihre Sprecherin Fatma Kaya schwieg am Montag.", "Fatma Kaya", "Sprecherin"),
        ("de", "Der Vorsitzende der CSU-Fraktion, Max von Thann, schwieg.", "Max von Thann", "Vorsitzende der CSU-Fraktion"),
        ("es", "La ministra para la Transición Ecológica, Ana Ruiz, calló.", "Ana Ruiz", "ministra para la Transición Ecológica"),
        ("es", "El presidente de la Junta de Andalucía, Iván Gil, calló.", "Iván Gil", "presidente de la Junta de Andalucía"),
        ("fr", "Selon Fatou Diop, porte-parole du collectif, rien ne presse.", "Fatou Diop", "porte-parole du collectif"),
        ("fr", "Le directeur général de la poste, Luc Morel, a démenti.", "Luc Morel", "directeur général de la poste"),
    ],
)  # fmt: skip
def test_an_office_beside_a_name_or_a_verb_of_speech_before_it_proves_a_person(
    language: str, text: str, name: str, role: str | None
) -> None:
    (claim,) = find_names(clean(Extract(text, language=language)))
    assert (claim.name, claim.kind, claim.role) == (name, Kind.PERSON, role)


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("zh", "市政府局长王建国表示，工程耗资20亿元。", "王建国", "局长"),
        ("ja", "委員会によると、田中宏氏は辞任する。", "田中宏", None),
        ("ko", "김민수 시장은 시민의 목소리에 답했다고 말했다.", "김민수", "시장"),
        ("ar", "وقال الوزير محمد العلي إن المشروع كلف 200 مليون.", "محمد العلي", "الوزير"),
        ("ar", "قال وزير الخارجية سامح شكري، إن المشروع كلف 200 مليون.", "سامح شكري", "وزير الخارجية"),
        ("fa", "مریم کاظمی، سخنگوی سازمان بنادر، این خبر را تأیید کرد.", "مریم کاظمی", "سخنگوی سازمان بنادر"),
        ("fa", "وزیر نیرو، علی اکبر محرابیان، گفت هزینه بالا بود.", "علی اکبر محرابیان", "وزیر نیرو"),
    ],
)  # fmt: skip
def test_without_capitals_an_office_proves_a_person(
    language: str, text: str, name: str, role: str | None
) -> None:
    article = clean(Extract(text, language=language))
    (found,) = find_names(article)
    assert (found.name, found.kind, found.role) == (name, Kind.PERSON, role)
    assert doubt(found, Known(article)) is None
