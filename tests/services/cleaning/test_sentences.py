"""Where sentences end, and where they don't."""

import pytest

from bot.services.cleaning import dateline_length
from bot.services.cleaning.page import Kept
from bot.services.cleaning.sentences import LONGEST_PARAGRAPH, LONGEST_SENTENCE, spans, split


@pytest.mark.parametrize(
    "text",
    [
        "The vote is on Dec. 6, the bank said.|It was late.",
        "Mr. Smith met Dr. Jones at St. Mary's.|They spoke.",
        "The U.S. President left.|He came to the U.S. on Monday.",
        "India's delegate, R. K. Menon, left.|He had said so.",
        '"I told myself so," he said.|"There is no version of this."|She left.',
        "He said “we go.”|Then he left.|“Will it?” she asked.",
        "It opens at 9 p.m. Tuesday.|The doors close at 10 a.m. on Friday.",
        "The council votes at 5 p.m.|Construction resumes next Monday.|It ends at 9:30 p.m.|A vote follows.",
        "He spoke at 8 p.m. London time and at 5 p.m. Eastern on May 4, before the 10 a.m. Mass was full.",
        "He met Lt. Col. James in Washington, D.C. on Monday.|He left.",
        "The first cost was Rs. 500 crore.|It rose.",
        "Das Treffen findet am 6. Dezember statt.|Herr Dr. Müller kam.",
        "El Sr. García llegó el lunes.|La Sra. López no vino.",
        "В 2020 г. президент В. В. Путин приехал.|Он уехал.",
        "Цена выросла на 5 тыс. руб.|Затем упала.",
        "ASTANA. 18th of April. StepInform – The deputy minister has come.|He left.",
        "MOSCOW, April 5. /TASS/. The ministry said so.|It left.",
        "He paused... then he spoke.|She left.",
        "Chief Justice D.Y. Chandrachud agreed.|R. A. Gubaidullin did not.|The agent was J. Smith.",
        "He moved to the U.S. in May.|He left the U.K.|It was cold.|Then he saw L.A.|He liked it.",
        "Candidates register at the municipal hall.|Alcohol sales are banned.",
        "Turnout fell below 40 per cent.|Local officials were worried.",
        "It is a standing reproach.|Matías Oyarce said so.|Mr. Smith agreed.",
        "The dept. Head of Roads left.|Nobody knew.",
        "The chairman of Yahoo! said so.|He left.",
        "Was it late?|N: No.|The bill is dead.|The No. One seed lives at No. 10.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    whole = text.replace("|", " ")

    assert "|".join(whole[start:end] for start, end in spans(whole)) == text


@pytest.mark.parametrize(
    "text",
    [
        "会议将于周五举行。|部长说。|真的吗？",
        "他说：“我们走吧。”|然后他离开了。",
        "The minister left.|The vote followed.",
    ],
)
def test_sentences_end_without_a_space_after_them(text: str) -> None:
    whole = text.replace("|", "")

    assert "|".join(whole[start:end] for start, end in spans(whole)) == text


@pytest.mark.parametrize(
    "text",
    [
        "हाँ, बैठक होगी।|मंत्री ने कहा।",
        "هل سيأتي الرئيس؟|قال الوزير نعم.",
        "وزیر دیدار کرد.|دو طرف گفت‌وگو کردند.|نشست برگزار شد.|او گفت: «ما نمی‌دانیم.»|سپس رفت.",
        "وصل د. أحمد علي إلى القاهرة.|هل سيبقى؟|لا أحد يعرف.",
        "ב. כהן הגיע.|הישיבה תתקיים מחר.",
        "Նախարարը եկավ։|Նա խոսեց։",
    ],
)
def test_sentences_end_at_the_stops_of_other_scripts(text: str) -> None:
    whole = text.replace("|", " ")

    assert "|".join(whole[start:end] for start, end in spans(whole)) == text


@pytest.mark.parametrize("text", ["word " * 1000, "a, " * 2000, "x" * 5000, "会议" * 3000])
def test_no_sentence_is_endless_and_none_loses_text(text: str) -> None:
    pieces = [text[start:end] for start, end in spans(text)]

    assert max(map(len, pieces)) <= LONGEST_SENTENCE
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_words_are_not_cut() -> None:
    text = "word " * 1000

    assert {word for start, end in spans(text) for word in text[start:end].split()} == {"word"}


def test_an_endless_paragraph_is_cut_into_paragraphs() -> None:
    text, sentences = split([Kept("The council met on Monday. " * 3000)])

    assert max(map(len, text.split("\n"))) <= LONGEST_PARAGRAPH
    assert sentences[-1].paragraph > 2


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("GENEVA, March 4 (Agency) - Malawi agreed.", "GENEVA, March 4 (Agency) - "),
        ("GOMA, Democratic Republic of Congo, Dec 5 (Lakes) - The army left.", None),
        ("JUBA – The charity appealed.", "JUBA – "),
        ("NAN: Voters will go.", "NAN: "),
        ("Tehran, 21 Ordibehesht, Khavar News – The spokesman said.", None),
        ("BEIJING, July 3 (Xinhua) -- China said so.", "BEIJING, July 3 (Xinhua) -- "),
        ("Regensburg, 5. Mai 2026. Der Stadtrat hat beschlossen.", "Regensburg, 5. Mai 2026. "),
        ("تهران، ۱۵ اردیبهشت ۱۴۰۵ (ایرنا) - وزیر دیدار کرد.", "تهران، ۱۵ اردیبهشت ۱۴۰۵ (ایرنا) - "),
        ("Berlin (dpa) - Das Gericht verhandelt.", "Berlin (dpa) - "),
        ("МОСКВА, 5 мая - РИА Новости. Министр прибыл.", "МОСКВА, 5 мая - РИА Новости. "),
    ],
)
def test_datelines_are_measured(text: str, dateline: str | None) -> None:
    expected = dateline or text[: max(text.rfind("– "), text.rfind("- ")) + 2]

    assert text[: dateline_length(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nobody – not even Smith – knew.",
        "Labour – The party that lost – said so.",
        "In 2024 - The year began.",
        "ANALYSIS: The bank waits.",
        "The minister said: The vote is off.",
        "(He left.) Then she came.",
        "جلسه در سال ۱۴۰۵ برگزار شد - وزیر گفت.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert dateline_length(text) == 0
