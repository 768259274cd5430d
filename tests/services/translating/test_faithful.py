import pytest

from bot.services.translating.calendar import months_in
from bot.services.translating.faithful import Named, is_faithful, written_names
from bot.services.translating.scripts import sounds_alike

DAHL = Named(("Ingrid Dahl", "Dahl"), ("Ingrid Dahl", "Dahl"))
LEE = Named(("Ann Lee",), ("Ann Lee",))
RYABKOV = Named(("Сергей Рябков",), ("Sergei Ryabkov",))
XI = Named(("习近平",), ("Xi", "Jinping"))
ENGLISH = "Dahl said on 12 June that 1,200 jobs would go."

SAME = [
    ("en", "de", ENGLISH, "Dahl sagte am 12. Juni, dass 1.200 Stellen wegfallen würden."),
    ("en", "ru", "It meets on 3 March 2026.", "Заседание пройдёт 3 марта 2026 года."),
    ("en", "ru", "It meets in March.", "Заседание пройдёт в марте."),
    ("en", "zh", "It meets on 12 June 2026.", "会议将于2026年6月12日举行。"),
    ("en", "fr", "It may meet on Nov. 5.", "Elle pourrait se réunir le 5 novembre."),
    ("en", "fa", "It meets on 5 May.", "نشست در ۵ مه برگزار می‌شود."),
    ("en", "de", "They may march in May.", "Sie könnten im Mai marschieren."),
    ("en", "ru", "It is likely in June.", "Это вероятно в июне."),
    ("en", "ru", "It is likely in May.", "Это вероятно в мае."),
    ("en", "fa", "The rate stayed at 4.25 percent.", "نرخ در ۴٫۲۵ درصد ماند."),
    ("en", "fa", "It cut 8,000 jobs.", "۸٬۰۰۰ شغل را حذف کرد."),
    ("en", "fa", "It cut 8,000 jobs.", "۸ هزار شغل را حذف کرد."),
    ("en", "ar", "It cut 8,000 jobs.", "ألغى 8 آلاف وظيفة."),
    ("en", "ru", "It cost 6.5 million.", "Это стоило 6,5 млн."),
    ("en", "fr", "It cut 12 000 jobs in 2026.", "En 2026, 12 000 emplois ont été supprimés."),
    ("en", "ja", "It holds about 1.38 million seeds of 21 states.", "21か国の約138万の種子を保管している。"),
    ("en", "zh", "It has 123 million users.", "它有1亿2300万用户。"),
    ("en", "ja", "Seven of nine members agreed.", "9人中7人が賛成した。"),
    ("en", "ja", "Sales fell in the third quarter.", "第3四半期に売上が減少した。"),
    ("en", "nl", "It cost 8 million euros.", "Het kostte 8 miljoen euro."),
    ("de", "en", "Sie verlor 21 Sitze.", "It lost twenty-one seats."),
    ("de", "en", "Der Preis stieg um 3,5 Prozent.", "The price rose by 3.5 per cent."),
]


@pytest.mark.parametrize(("source", "target", "original", "line"), SAME)
def test_a_faithful_line_passes(source: str, target: str, original: str, line: str) -> None:
    assert is_faithful(original, line, source, target, [DAHL, LEE])


CHANGED = {
    "a number": "Dahl sagte am 12. Juni, dass 1.300 Stellen wegfallen würden.",
    "a number lost": "Dahl sagte am 12. Juni, dass Stellen wegfallen würden.",
    "a number added": "Dahl sagte am 12. Juni, dass 1.200 von 9.000 Stellen wegfallen würden.",
    "a month": "Dahl sagte am 12. Juli, dass 1.200 Stellen wegfallen würden.",
    "a month lost": "Dahl sagte am 12., dass 1.200 Stellen wegfallen würden.",
    "a name lost": "Sie sagte am 12. Juni, dass 1.200 Stellen wegfallen würden.",
    "another actor": "Lee sagte am 12. Juni, dass 1.200 Stellen wegfallen würden.",
    "one actor more": "Dahl und Lee sagten am 12. Juni, dass 1.200 Stellen wegfallen würden.",
    "nothing": "",
    "a comment": "Dahl sagte am 12. Juni, dass 1.200 Stellen wegfallen würden."
    + " Das ist sehr bedauerlich." * 4,
    "a link": "Dahl sagte am 12. Juni, dass 1.200 Stellen wegfallen würden. https://example.org",
    "a mention": "Dahl sagte @everyone am 12. Juni, dass 1.200 Stellen wegfallen würden.",
}


RESCALED = [
    ("en", "de", "It cost 8 million euros.", "Es kostete 8 Milliarden Euro."),
    ("en", "ja", "It holds 1.38 million seeds.", "13万8千の種子を保管している。"),
    ("en", "fa", "It cut 8,000 jobs.", "۸ میلیون شغل را حذف کرد."),
    ("en", "ja", "Seven of nine members agreed.", "9人中6人が賛成した。"),
    ("en", "fr", "In 2026 140 people came.", "En 2026, 1 400 personnes sont venues."),
    ("en", "de", "It has " + "9" * 5_000 + " parts.", "Es hat " + "9" * 4_999 + " Teile."),
]


@pytest.mark.parametrize(("source", "target", "original", "line"), RESCALED)
def test_another_number_fails_however_it_is_written(
    source: str, target: str, original: str, line: str
) -> None:
    assert not is_faithful(original, line, source, target, [])


@pytest.mark.parametrize("line", CHANGED.values(), ids=CHANGED.keys())
def test_a_line_that_says_something_else_fails(line: str) -> None:
    assert not is_faithful(ENGLISH, line, "en", "de", [DAHL, LEE])


@pytest.mark.parametrize(
    ("line", "source", "named"),
    [("Ryabkov said no.", "ru", RYABKOV), ("Xi said no.", "zh", XI), ("Jinping said no.", "zh", XI)],
)
def test_a_name_in_another_script_is_looked_for_as_it_was_written(
    line: str, source: str, named: Named
) -> None:
    original = f"{named.printed[0]} сказал нет."
    assert is_faithful(original, line, source, "en", [named])
    assert not is_faithful(original, "He said no to it.", source, "en", [named])


def test_names_written_alike_are_no_help() -> None:
    assert written_names({"Іван": "Ivan", "Иван": "Ivan", "Ольга": "Olga", "Лев": ""}) == {"Ольга": "Olga"}


@pytest.mark.parametrize(
    ("name", "written", "alike"),
    [
        ("Путин", "Putin", True),
        ("Зеленський", "Zelenskyy", True),
        ("محمد بن سلمان", "Mohammed bin Salman", True),
        ("习近平", "Xi Jinping", True),
        ("Putin", "Путин", True),
        ("Путин", "Biden", False),
        ("习近平", "Li Keqiang", False),
        ("Рябков", "Lavrov", False),
        ("Paul Verhoeven", "بول فيرهوفن", True),
        ("Paul Verhoeven", "Пауль Верхувен", True),
        ("Paul Verhoeven", "غريتا سولبرغ", False),
        ("Greta Solberg", "پل فرهوفن", False),
        ("Zoe Quick", "زوئي كويك", True),
    ],
)
def test_a_spelling_is_of_the_same_name_when_it_sounds_like_it(
    name: str, written: str, *, alike: bool
) -> None:
    assert sounds_alike(name, written, "ru") is alike


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("It may rain in May.", "en", {5}),
        ("They march on 3 Dec.", "en", {12}),
        ("Mark sat on Jan.", "en", set()),
        ("en juin et en août", "fr", {6, 8}),
        ("в начале сентября", "ru", {9}),
        ("10月3日", "ja", {10}),
        ("anything in June", "xx", None),
    ],
)
def test_months_are_read_in_any_language(text: str, language: str, months: set[int] | None) -> None:
    assert months_in(text, language) == months
