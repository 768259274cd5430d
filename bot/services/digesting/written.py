"""What people write to set up a digest: times, zones, words and addresses, read or refused in a sentence."""

import re
from collections.abc import Iterable, Mapping
from datetime import time
from functools import cache
from zoneinfo import available_timezones

from bot.domain.digest import Schedule
from bot.domain.errors import UnusableSource
from bot.services.links import normalise

CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|([ap])\.?\s?m\.?)?", re.IGNORECASE)
HOUR, NOON, DAY = 60, 12, 24
MOST_WORDS, LONGEST_WORD = 50, 60
"""Words or phrases of a filter, and their characters."""


def schedule_of(at: str, zone: str) -> Schedule:
    """A schedule as a person wrote it, for every day; UnusableSource when it can't be read."""
    return Schedule(time_of(at), zone_of(zone))


def time_of(written: str) -> time:
    """A time such as 08:30, 8.30, 20h30 or 8:30 pm; UnusableSource when it is none."""
    found = CLOCK.fullmatch(written.strip())
    read = _time(int(found[1]), int(found[2] or 0), (found[3] or "").lower()) if found else None
    if read is None:
        raise UnusableSource("Give the time as 08:30.", "unreadable")
    return read


def zone_of(written: str) -> str:
    """A zone by its IANA name or its city, in capitals or not; UnusableSource when there is none."""
    wanted = _folded(written)
    zones = _zones()
    found = zones.get(wanted) or next((name for key, name in zones.items() if _city(key) == wanted), None)
    if found is None:
        raise UnusableSource("I don't know this time zone: give one such as Europe/Berlin.", "unreadable")
    return found


def zones_like(written: str, first: Iterable[str] = ()) -> list[str]:
    """Zones that have what was written in their names: the `first`, then those whose city begins so."""
    wanted = _folded(written)
    found = [(not _city(key).startswith(wanted), key) for key in _zones() if wanted in key]
    names = [*first, *(_zones()[key] for _, key in sorted(found))]
    return [name for name in dict.fromkeys(names) if wanted in name.casefold()]


def words_of(lines: str) -> tuple[str, ...]:
    """Words and phrases, one a line or with commas between them; UnusableSource for too many."""
    found = tuple(
        dict.fromkeys(word for each in re.split(r"[\n,;،؛]", lines) if (word := " ".join(each.split())))
    )
    if len(found) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in found):
        raise UnusableSource(
            f"A filter can have {MOST_WORDS} words or phrases of {LONGEST_WORD} characters.", "too_large"
        )
    return found


def feeds_of(lines: str) -> tuple[str, ...]:
    """Addresses of feeds, one a line; UnusableSource when one can't be fetched."""
    return tuple(dict.fromkeys(_address(line) for each in lines.splitlines() if (line := each.strip())))


def _time(hour: int, minute: int, half: str) -> time | None:
    """The time of an hour and a half of the day, `a`, `p` or empty; None where there is none."""
    if half:
        hour = hour % NOON + NOON * (half == "p") if 1 <= hour <= NOON else DAY
    return time(hour, minute) if hour < DAY and minute < HOUR else None


def _address(line: str) -> str:
    return normalise(line if "://" in line else f"https://{line}")


def _folded(written: str) -> str:
    return written.strip().replace(" ", "_").casefold()


def _city(key: str) -> str:
    return key.rpartition("/")[2]


@cache
def _zones() -> Mapping[str, str]:
    """IANA names by their folded form, in order; not those of Etc, whose signs are the other way round."""
    return {name.casefold(): name for name in sorted(available_timezones()) if not name.startswith("Etc/")}
