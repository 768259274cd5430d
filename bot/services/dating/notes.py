"""What the person is told about a time that was converted or assumed."""

import re
from datetime import date

from bot.domain.when import Precision
from bot.services.dating.stretch import Stretch

_LEAD = re.compile(
    r"(?:no later than|not later than|by the|until the|in the|by|until|till|in|on|for|from|since|to|before"
    r"|after|at|during|of)\s+",
    re.IGNORECASE,
)


def converted(phrase: str, found: Stretch) -> str:
    """“June 1400” read as June 2021 (Solar Hijri)."""
    return f"“{_LEAD.sub('', phrase, count=1)}” read as {_spoken(found)} ({found.calendar})"


def _spoken(found: Stretch) -> str:
    if found.edtf.count("-") == 1 and found.precision is Precision.MONTH and found.first:
        return f"{found.first:%B %Y}"
    ends = [_day(one) for one in (found.first, found.last) if one]
    return " to ".join(dict.fromkeys(ends))


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"
