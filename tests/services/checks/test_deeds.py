import pytest

from tests.services.checks.test_statements import reason


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The council voted on the bridge.", "The council will vote on the bridge next Thursday."),
        ("Peru has signed the treaty.", "Peru is expected to sign the treaty in May."),
        ("The company has closed the plant.", "The company plans to close the plant."),
        ("The bridge was approved.", "If it is approved, the bridge would open in June."),
        ("The council will approve the bridge.", "The council approved the bridge on Monday."),
    ],
)
def test_deeds_that_the_article_does_not_tell_are_withheld(text: str, sentence: str) -> None:
    assert reason(text, sentence)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Lawmakers vote on the budget on Thursday.", "Parliament will vote on the budget on Thursday."),
        ("The sale was to close in June.", "The sale, which was to have closed by June, is delayed."),
        ("The meeting was moved to 9 June.", "The meeting will now take place on 9 June."),
        ("A second trial is planned.", "The company plans to start a second trial."),
        ("The court had barred him.", "The court ruled that he was barred, and he will appeal."),
        (
            "Voters snubbed a scheme to span the river.",
            "A proposal to build a bridge over the river was rejected in a referendum on Sunday.",
        ),
        (
            "The town lacks both permission and money to raise it.",
            "There is neither permission nor money to raise it.",
        ),
        ("Six people were to blame.", "A panel blamed six people."),
        ("A panel blamed a relay for it.", "A relay was to blame for it, a panel said."),
        ("A whale was found on a beach.", "A whale feared to be extinct has been found on a beach."),
        ("A probe that will look for ice is late.", "The probe, built to search for ice, is late."),
        ("Once it has been tested, maps will follow.", "Tests will take a month; maps will follow."),
        ("Work resumes provided the strike ends.", "Work will resume if the strike ends."),
        ("The mayor turned the plan down.", "The mayor rejected the plan and will present another."),
    ],
)
def test_deeds_in_other_words_pass(text: str, sentence: str) -> None:
    assert reason(text, sentence) is None
