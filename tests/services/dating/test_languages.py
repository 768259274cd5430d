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
        ("es", "El ministro viajará el próximo viernes.", "el próximo viernes", "2025-03-07"),
        ("es", "El Congreso aprobó el lunes la reforma.", "el lunes", "2025-03-03"),
        ("es", "El plazo vence en dos semanas.", "en dos semanas", "2025-03-19"),
        ("es", "Los diputados votarán la semana que viene.", "semana que viene", "2025-03-10/2025-03-16"),
        ("es", "Las obras acabarán en el segundo trimestre.", "segundo trimestre", "2025-34"),
        ("fr", "Le ministre se rendra à Rome vendredi prochain.", "vendredi prochain", "2025-03-07"),
        ("fr", "Le Sénat a adopté lundi la réforme.", "lundi", "2025-03-03"),
        ("fr", "La décision tombera le mois prochain.", "mois prochain", "2025-04"),
        ("de", "Der Bundestag stimmte am Montag über das Gesetz ab.", "am Montag", "2025-03-03"),
        ("de", "Die Firma hat am Montag Insolvenz angemeldet.", "am Montag", "2025-03-03"),
        ("de", "Das Gericht wird am Montag entscheiden.", "am Montag", "2025-03-10"),
        ("de", "Der Ausschuss tagt am 5.4. in Kiel.", "am 5.4.", "2025-04-05"),
        ("de", "Die Messe beginnt nächste Woche.", "nächste Woche", "2025-03-10/2025-03-16"),
        ("de", "Das Urteil fällt am 3. April um 14 Uhr.", "am 3. April um 14 Uhr", "2025-04-03T14:00"),
        ("pt", "O presidente visitou na segunda-feira a cidade.", "segunda-feira", "2025-03-03"),
        ("pt", "A feira abre na próxima sexta-feira.", "na próxima sexta-feira", "2025-03-07"),
        ("it", "Il governo ha approvato lunedì la riforma.", "lunedì", "2025-03-03"),
        ("ru", "Глава ведомства заявил, что встреча состоится в пятницу.", "в пятницу", "2025-03-07"),
        ("pt", "O julgamento começa em 3 de abril de 2025.", "3 de abril de 2025", "2025-04-03"),
        ("it", "Il processo inizia il 3 aprile 2025.", "3 aprile 2025", "2025-04-03"),
        ("ru", "Суд начнётся 3 апреля 2025 года.", "3 апреля 2025", "2025-04-03"),
        ("ru", "Встреча пройдёт завтра.", "завтра", "2025-03-06"),
        ("ar", "تبدأ المحاكمة يوم 3 أبريل 2025.", "3 أبريل 2025", "2025-04-03"),
        ("fa", "جلسه ۲۸ اردیبهشت ۱۴۰۴ برگزار می‌شود.", "۲۸ اردیبهشت ۱۴۰۴", "2025-05-18"),
        ("zh", "会议将于2025年4月3日举行。", "2025年4月3日", "2025-04-03"),
        ("fa", "مذاکرات روز دوشنبه پایان یافت.", "دوشنبه", "2025-03-03"),
        ("fa", "نشست قرار است روز سه‌شنبه برگزار شود.", "سه‌شنبه", "2025-03-11"),
        ("ar", "وستعقد الجلسة يوم الجمعة.", "يوم الجمعة", "2025-03-07"),
        ("zh", "会议将于明天举行。", "明天", "2025-03-06"),
        ("zh", "大会定于下周五举行。", "下周五", "2025-03-14"),
        ("zh", "展会将在4月3日至5日举行。", "4月3日至5日", "2025-04-03/2025-04-05"),
        ("ja", "大会は4月3日から5日間開かれる。", "4月3日", "2025-04-03"),
        ("ko", "대회는 4월 3일부터 5일간 열린다.", "4월 3일", "2025-04-03"),
        ("zh", "展会将在4月30日至2日举行。", "4月30日", "2025-04-30"),
        ("ko", "회의는 다음주 금요일에 열린다.", "다음주 금요일", "2025-03-14"),
        ("ja", "図書館を5月12日に開館すると発表した。", "5月12日", "2025-05-12"),
        ("ja", "社長は来週の金曜日に辞任する見通しだ。", "来週の金曜日", "2025-03-14"),
        ("ko", "공사는 2027년 3월에 시작될 예정이다.", "2027년 3월", "2027-03"),
        ("zh", "大会定于下下周五举行。", "下下周五", "2025-03-21"),
        ("zh", "大会定于下下周举行。", "下下周", "2025-03-17/2025-03-23"),
        ("zh", "大会将于大后天举行。", "大后天", "2025-03-08"),
        ("ja", "社長は再来週の金曜日に辞任する見通しだ。", "再来週の金曜日", "2025-03-21"),
        ("ja", "社長は一昨日、辞任した。", "一昨日", "2025-03-03"),
        ("ja", "先々週の金曜日に辞任した。", "先々週の金曜日", "2025-02-21"),
        ("ja", "今月20日に開く。", "今月20日", "2025-03-20"),
        ("zh", "会议将于本月20日举行。", "本月20日", "2025-03-20"),
        ("ko", "회의는 다다음 주 금요일에 열린다.", "다다음 주 금요일", "2025-03-21"),
        ("ko", "회의는 이번 달 20일에 열린다.", "이번 달 20일", "2025-03-20"),
        ("pl", "Nowa linia ruszy 12 maja.", "12 maja", "2025-05-12"),
        ("uk", "Лінія відкриється 12 травня.", "12 травня", "2025-05-12"),
        ("cs", "Soud začne 3. dubna.", "3. dubna", "2025-04-03"),
    ],
)
def test_plain_dates_are_read_in_other_languages(language: str, text: str, phrase: str, edtf: str) -> None:
    one = article(text, language=language)
    assert Timeline(one).resolve(phrase, one.sentences[0]).when.edtf == edtf


def test_a_language_without_a_table_is_read_for_figures_alone() -> None:
    one = article("Iudicium 3. Aprilis, sententia 2025-04-10.", language="xx")
    timeline = Timeline(one)
    assert [
        timeline.resolve(phrase.text, one.sentences[0]).when.edtf
        for phrase in timeline.find(one.sentences[0])
    ] == ["2025-04-10"]
