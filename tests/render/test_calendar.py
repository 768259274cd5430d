from dataclasses import replace
from datetime import datetime, timedelta, timezone

import icalendar
import pytest

from bot.domain.brief import Brief, Event
from bot.domain.reading import Status
from bot.domain.when import Precision, When
from bot.render.calendar import calendar

STAMP = datetime(2025, 3, 4, 12, tzinfo=timezone(timedelta(hours=2)))


def entries(brief: Brief) -> list[dict[str, str]]:
    """The events of the file as a calendar program reads them, each a name and its value as written."""
    found = icalendar.Calendar.from_ical(calendar([brief], STAMP).data).walk("VEVENT")
    lines = [[line.parts() for line in event.content_lines() if line] for event in found]
    return [{str(name): str(value) for name, _, value in entry} for entry in lines]


def entry(brief: Brief, when: When, status: Status = Status.SCHEDULED) -> dict[str, str]:
    event = Event("The bridge opens", None, (), status, when, past=False, sentences=(1,))
    (found,) = entries(replace(brief, events=(event,)))
    return found


@pytest.mark.parametrize(
    ("when", "start", "end", "title"),
    [
        (
            When("on 3 May", "2031-05-03", "2031-05-03", "2031-05-03", Precision.DAY),
            "20310503",
            "20310504",
            "The bridge opens",
        ),
        (
            When("from 3 to 5 May", "2031-05-03/2031-05-05", "2031-05-03", "2031-05-05", Precision.DAYS),
            "20310503",
            "20310506",
            "The bridge opens",
        ),
        (
            When("in May", "2031-05", "2031-05-01", "2031-05-31", Precision.MONTH),
            "20310501",
            "20310601",
            "The bridge opens (in May)",
        ),
        (
            When("by the end of May", "../2031-05-31", None, "2031-05-31", Precision.DAY),
            "20310531",
            "20310601",
            "The bridge opens (by the end of May)",
        ),
        (
            When("not before 3 May", "2031-05-03/..", "2031-05-03", None, Precision.DAY),
            "20310503",
            "20310504",
            "The bridge opens (not before 3 May)",
        ),
    ],
)
def test_days_are_whole_days_and_vague_times_carry_their_words(
    brief: Brief, when: When, start: str, end: str, title: str
) -> None:
    found = entry(brief, when)
    assert found["DTSTART"] == start
    assert found["DTEND"] == end
    assert found["SUMMARY"] == title


@pytest.mark.parametrize(
    ("moment", "start"),
    [("2031-05-03T14:30", "20310503T143000"), ("2031-05-03T14:30+02:00", "20310503T123000Z")],
)
def test_a_time_is_in_utc_where_its_zone_is_known_and_floats_where_not(
    brief: Brief, moment: str, start: str
) -> None:
    found = entry(brief, When("at 14:30", moment, moment, moment, Precision.MINUTE))
    assert found["DTSTART"] == start


@pytest.mark.parametrize(
    ("status", "expected"),
    [(Status.SCHEDULED, "CONFIRMED"), (Status.PROPOSED, "TENTATIVE"), (Status.CANCELLED, "CANCELLED")],
)
def test_a_calendar_shows_how_firm_an_event_is(brief: Brief, status: Status, expected: str) -> None:
    when = When("on 3 May", "2031-05-03", "2031-05-03", "2031-05-03", Precision.DAY)
    assert entry(brief, when, status)["STATUS"] == expected


def test_events_without_a_date_are_left_out_and_counted(brief: Brief) -> None:
    file = calendar([brief], STAMP)
    assert (file.dated, file.undated) == (2, 1)
    assert len(entries(brief)) == 2


def test_the_same_event_keeps_its_uid_and_another_has_another(brief: Brief) -> None:
    first, second = (found["UID"] for found in entries(brief))
    assert first != second
    assert [found["UID"] for found in entries(replace(brief, notes=()))] == [first, second]
    elsewhere = replace(brief, article=replace(brief.article, url="https://news.example/other"))
    assert first not in {found["UID"] for found in entries(elsewhere)}


def test_the_stamp_is_the_time_that_was_given(brief: Brief) -> None:
    assert entries(brief)[0]["DTSTAMP"] == "20250304T100000Z"


def test_text_cannot_add_lines_to_the_file(brief: Brief) -> None:
    evil = replace(brief.article, url="https://x.example/\r\nATTENDEE:evil", title="A\r\nX-EVIL:1")
    event = replace(brief.events[0], what="opens\r\nX-EVIL:1", where="Rome\nX-EVIL:1")
    data = calendar([replace(brief, article=evil, events=(event,))], STAMP).data
    assert not any(line.startswith((b"X-EVIL", b"ATTENDEE")) for line in data.splitlines())
