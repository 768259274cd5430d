"""Exactly one run for each local date, whatever happens around its time, and none lost within six hours."""

import pytest

from tests.services.digesting.lives import LIVES, Life


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES.keys())
def test_no_local_date_has_two_runs(life: Life) -> None:
    days = [run.day for run in life.runs()]
    assert sorted(set(days)) == days


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("later, set before the run", ["Thu 26 Nov 18:00", "Fri 27 Nov 18:00"]),
        ("later, set after the run", ["Thu 26 Nov 09:00", "Fri 27 Nov 18:00"]),
        ("earlier, set just before the run", ["Thu 26 Nov 08:57", "Fri 27 Nov 08:55"]),
        ("over six hours earlier", ["Wed 25 Nov 21:00", "Fri 27 Nov 09:00"]),
        ("to New York, before the run", ["Thu 26 Nov 09:00", "Fri 27 Nov 09:00"]),
        ("to New York, after the run", ["Thu 26 Nov 09:00", "Fri 27 Nov 09:00"]),
        ("to Dubai, before the run", ["Thu 26 Nov 11:59", "Fri 27 Nov 09:00"]),
        ("the clock jumps two hours ahead", ["Thu 26 Nov 10:30", "Fri 27 Nov 09:00"]),
        ("the clock jumps two hours back", ["Thu 26 Nov 09:00", "Fri 27 Nov 09:00"]),
        ("three days of outage, two hours late", ["Thu 26 Nov 11:00", "Fri 27 Nov 09:00"]),
        ("three days of outage, seven hours late", ["Fri 27 Nov 09:00"]),
    ],
)
def test_edits_jumps_and_outages_cost_no_run_that_could_still_come(name: str, runs: list[str]) -> None:
    assert [run.wall for run in LIVES[name].runs() if not run.late] == runs
