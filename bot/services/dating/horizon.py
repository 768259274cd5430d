"""What lies behind by now, and in which order times stand."""

from datetime import date, datetime, timedelta

from bot.domain.article import Published
from bot.domain.when import Precision, When

_STALE = timedelta(days=365)
"""How long a time without an end counts as ahead: news gives no date to what is near."""
_STALE_DAY = timedelta(days=90)
"""The same of what begins after a day or lasts until at least one: news would have told of a later one."""

_DAY = len("2021-11-30")
_NEVER = "9999"


def is_past(when: When, published: Published, now: datetime) -> bool:
    """Whether a time lies wholly before now (rule of time 6).

    One without an end has passed a year after its start (90 days after a day) or, without that, after the
    article.
    """
    today = now.date()
    if when.end:
        return date.fromisoformat(when.end[:_DAY]) < today
    known = when.start or published.value
    stale = _STALE_DAY if when.start and when.precision in {Precision.DAY, Precision.MINUTE} else _STALE
    return known is not None and _last_day(known) + stale < today


def order(when: When) -> tuple[bool, str, str]:
    """A key that sorts times by what comes first (a deadline stands at its end), the undated ones last."""
    first, last = when.start or when.end, when.end or when.start
    return first is None, first or _NEVER, last or _NEVER


def _last_day(value: str) -> date:
    """The last day of a year, month, day or minute in EDTF."""
    if len(value) >= _DAY:
        return date.fromisoformat(value[:_DAY])
    year, month = int(value[:4]), int(value[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
