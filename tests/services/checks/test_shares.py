import pytest

from tests.services.checks.test_statements import reason


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sales fell by about two-fifths.", "Sales fell by 41 per cent."),
        ("The shares lost about a seventh of their value.", "The shares fell 14 per cent in value."),
        ("One rider in six went home ill.", "In all, 19 of the 112 riders went home ill."),
        ("The firm cut its dividend by 50%.", "The firm cut its dividend by half."),
        ("More than 60 owners signed the letter.", "A letter was signed by 63 owners."),
        ("They were told 30 minutes before the market.", "They were told half an hour before the market."),
        ("It was a four-second win.", "It was won by four seconds."),
    ],
)
def test_a_share_or_a_length_may_be_told_in_another_way(text: str, sentence: str) -> None:
    assert reason(text, sentence) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sales fell by about two-fifths.", "Sales fell by 31 per cent."),
        ("Sales fell by 42 per cent.", "Sales fell by 41 per cent."),
        ("One rider in four went home ill.", "In all, 19 of the 112 riders went home ill."),
        ("More than 60 owners signed the letter.", "A letter was signed by 83 owners."),
        ("They were told 40 minutes before the market.", "They were told half an hour before the market."),
    ],
)
def test_another_share_or_length_is_withheld(text: str, sentence: str) -> None:
    assert reason(text, sentence) is not None
