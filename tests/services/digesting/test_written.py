"""What people write when they set up a digest is read as they mean it, or refused."""

from datetime import time

import pytest

from bot.domain.errors import UnusableSource
from bot.services.digesting.written import feeds_of, time_of, words_of, zone_of, zones_like


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("08:30", time(8, 30)),
        (" 8.30 ", time(8, 30)),
        ("20h30", time(20, 30)),
        ("9", time(9)),
        ("0:00", time(0)),
        ("12 am", time(0)),
        ("12:15 PM", time(12, 15)),
        ("8:30 p.m.", time(20, 30)),
    ],
)
def test_a_time_is_read_as_it_is_written_anywhere(written: str, meant: time) -> None:
    assert time_of(written) == meant


@pytest.mark.parametrize("written", ["", "soon", "24:00", "9:60", "13 pm", "0 am", "-1", "9:5", "٩٩:٠٠"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(UnusableSource):
        time_of(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("tehran", "Asia/Tehran"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_known_by_its_name_and_by_its_city(written: str, meant: str) -> None:
    assert zone_of(written) == meant


@pytest.mark.parametrize("written", ["", "Mars", "GMT+3", "Etc/GMT+3", "../../etc/passwd"])
def test_what_is_no_zone_or_would_be_misread_is_refused(written: str) -> None:
    with pytest.raises(UnusableSource):
        zone_of(written)


def test_zones_whose_city_begins_as_written_come_first_after_those_that_are_likely() -> None:
    found = zones_like("ber", ["Asia/Tehran", "Europe/Berlin"])
    assert found[0] == "Europe/Berlin"
    assert "Atlantic/Bermuda" in found
    assert "Asia/Tehran" not in found


def test_words_are_parted_by_lines_and_commas() -> None:
    assert words_of("bridge\n  Old   Harbour , ferry;\n\nbridge") == ("bridge", "Old Harbour", "ferry")


@pytest.mark.parametrize("written", ["x" * 61, "\n".join(map(str, range(51)))])
def test_a_filter_that_is_too_long_is_refused(written: str) -> None:
    with pytest.raises(UnusableSource):
        words_of(written)


def test_addresses_of_feeds_need_no_scheme_and_are_taken_once() -> None:
    assert feeds_of("example.org/feed\n\nhttps://example.org/feed#top\n") == ("https://example.org/feed",)
