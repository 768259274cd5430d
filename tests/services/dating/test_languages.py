import pytest

from bot.services.dating import Timeline
from tests.services.dating.articles import article


@pytest.mark.parametrize(
    ("language", "text", "phrase", "edtf"),
    [
        ("es", "El juicio comienza el 3 de abril de 2025.", "3 de abril de 2025", "2025-04-03"),
        ("es", "La feria abre mañana.", "mañana", "2025-03-06"),
        ("es", "El plazo vence el viernes.", "el viernes", "2025-03-07"),
        ("es", "El plazo corre hasta el 15 de mayo.", "hasta el 15 de mayo", "../2025-05-15"),
        ("fr", "Le procès s'ouvrira le 1er avril 2025.", "1er avril 2025", "2025-04-01"),
        ("fr", "Le vote aura lieu jeudi.", "jeudi", "2025-03-06"),
        ("de", "Der Prozess beginnt am 3. April 2025.", "am 3. April 2025", "2025-04-03"),
        ("de", "Die Messe beginnt übermorgen.", "übermorgen", "2025-03-07"),
        ("de", "Die Frist läuft bis zum 31. Mai.", "bis zum 31. Mai", "../2025-05-31"),
        ("pt", "O julgamento começa em 3 de abril de 2025.", "3 de abril de 2025", "2025-04-03"),
        ("it", "Il processo inizia il 3 aprile 2025.", "3 aprile 2025", "2025-04-03"),
        ("ru", "Суд начнётся 3 апреля 2025 года.", "3 апреля 2025", "2025-04-03"),
        ("ru", "Встреча пройдёт завтра.", "завтра", "2025-03-06"),
        ("ar", "تبدأ المحاكمة يوم 3 أبريل 2025.", "3 أبريل 2025", "2025-04-03"),
        ("fa", "جلسه ۲۸ اردیبهشت ۱۴۰۴ برگزار می‌شود.", "۲۸ اردیبهشت ۱۴۰۴", "2025-05-18"),
        ("zh", "会议将于2025年4月3日举行。", "2025年4月3日", "2025-04-03"),
        ("zh", "会议将于明天举行。", "明天", "2025-03-06"),
    ],
)
def test_plain_dates_are_read_in_other_languages(language: str, text: str, phrase: str, edtf: str) -> None:
    one = article(text, language=language)
    assert Timeline(one).resolve(phrase, one.sentences[0]).when.edtf == edtf


def test_a_language_without_a_table_is_read_for_figures_alone() -> None:
    one = article("Soud začne 3. dubna, rozsudek padne 2025-04-10.", language="cs")
    timeline = Timeline(one)
    assert [
        timeline.resolve(phrase.text, one.sentences[0]).when.edtf
        for phrase in timeline.find(one.sentences[0])
    ] == ["2025-04-10"]
