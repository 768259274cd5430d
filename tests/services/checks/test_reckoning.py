import pytest

from tests.services.checks.test_statements import reason


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "The family left seven of its 18 hectares unpicked.",
            "Of the 18 hectares, the family picked only 11.",
        ),
        ("Of the 28 bats, 27 were caught again.", "All but one of the 28 bats were caught again."),
        (
            "Attendance was 15 percentage points down on the time before the pandemic.",
            "Attendance averaged 71 per cent, against 86 per cent before the pandemic.",
        ),
        (
            "A landslide took 53km off Thursday's stage.",
            "Thursday's stage was cut from 124 kilometres to 71 because of a landslide.",
        ),
        ("Hobart beat Newcastle by three goals, 58-55.", "Hobart won 58-55 over Newcastle."),
        (
            "Three in four of the boats will be built in Subic.",
            "Eight boats will be built, two in Cádiz and the other six in Subic.",
        ),
        (
            "Net profit was down by more than two-fifths on the year.",
            "Net profit dropped to €96mn from €171mn a year earlier.",
        ),
        ("Profit fell 44 per cent.", "Profit fell to €96mn from €171mn."),
        (
            "Sowing is limited to 9,000 hectares, less than a third of the usual area.",
            "Sowing of 9 thousand hectares, of the usual 31 thousand, will be authorized.",
        ),
        (
            "In a survey, 6 per cent had no opinion.",
            "In a survey, 66 per cent supported it, 28 per cent opposed it and the rest had no opinion.",
        ),
        ("The price of a ticket will double to £8.", "A ticket, now £4, will cost £8."),
        ("The state pays £1.7 million.", "It costs £3.4 million, of which the state pays half."),
        (
            "The tunnel is 18 months behind schedule.",
            "The tunnel should have opened in June last year and is now expected in December.",
        ),
        (
            "The town has lost a fifth of its people in ten years.",
            "The population has dropped from 25,000 to 20,000 in a decade.",
        ),
        (
            "It is the third such accident at the crossing.",
            "Two other accidents of this kind have happened at the crossing.",
        ),
        ("Every second pupil needs help with reading.", "Of the 300 pupils, 150 need help with reading."),
        ("It expects between $1.1bn and $1.3bn.", "It expects $1.1 to $1.3 billion."),
        ("A second trial will follow.", "The other counts will be heard at a separate trial that follows."),
        ("The tax is on second-hand clothes.", "The tax is on used clothes."),
    ],
)
def test_figures_that_an_editor_works_out_pass(text: str, sentence: str) -> None:
    assert reason(text, sentence) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The group will close three of its five clinics.", "The group will close two of its five clinics."),
        ("The family picked seven of its 18 hectares.", "Of the 18 hectares, the family picked only 11."),
        ("Of the 28 bats, 26 were caught again.", "All but one of the 28 bats were caught again."),
        (
            "It is the third accident.",
            "There were zero other accidents, and all but zero of the 28 are mended.",
        ),
        ("Thefts fell to 412 from 568 in 2024.", "Thefts fell to 412 from 538 in 2024."),
        (
            "The operator says that 48% took part.",
            "The operator says that 41 per cent took part, the union 87.",
        ),
        ("Profit fell 56 per cent.", "Profit fell to €96mn from €171mn."),
        ("In a survey, 34 per cent supported it.", "In a survey, 66 per cent supported it."),
        ("The price of a ticket will double to £8.", "A ticket, now £5, will cost £8."),
        ("The state pays £1.6 million.", "It costs £3.4 million, of which the state pays half."),
    ],
)
def test_other_figures_are_withheld(text: str, sentence: str) -> None:
    assert "is not in the cited sentences" in str(reason(text, sentence))
