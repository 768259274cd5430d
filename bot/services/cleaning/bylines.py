"""Who wrote it, who published it and when, from the lines around the text."""

import re
from collections.abc import Iterable

from bot.services.cleaning.datelines import MONTHS
from bot.services.cleaning.lines import SEPARATED, Line

CAPITAL = r"[^\W\d_a-z][\w'’.-]*"
NAME = rf"{CAPITAL}(?: (?:de|da|van|von|der|den|bin|al|el|la|di|del|dos|du|(?:[dl]['’])?{CAPITAL})){{0,4}}"
LEADS = (
    r"(?:words |story |text |report(?:ed)? )?by|posted by|written by|published by|por|par|von|di"
    r"|автор|текст|بقلم|کاتب|yazan|作者|记者"
)
BYLINE = re.compile(rf"(?i:{LEADS})\b\s*:?\s+({NAME})")
BARE_NAME = re.compile(
    rf"({NAME})(?:,? in [^\W\d_a-z][\w .'’-]*|, (?i:[\w ]*(?:correspondent|reporter|editor|writer)[\w ]*))?"
)
REPORTER = re.compile(rf"\(?(?:Reporting|Writing|Written) by ({NAME})")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?)?\s*(?:by )?([^.|]{2,60})",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\d{1,2}\s?[.:h]\s?\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?|\d{1,2}\s?[ap]\.?m\.?(?:\s[A-Z]{2,5})?"
)
DATE_WORDS = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:lun|mar|mié|mie|jue|vie|sáb|sab|dom)(?:es|t?edì|coles|ves|rnes|ado|ingo|di)?|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг"
    r"|пятница|суббота|воскресенье"
    r"|published|updated|posted|modified|last|first|update|on|at|ago|hrs?|hours?|mins?|minutes?|days?|today|yesterday"
    r"|gmt|utc|(?!next|that|just)[a-z]{1,3}t|am|pm|a\.m\.?|p\.m\.?|st|nd|rd|th|of|de|del|le|à|um|uhr|в|г|года|created|date|issued|time|read"
    r"|min|by|the|and|el|a|las",
    re.IGNORECASE,
)
AGO = re.compile(
    r"\b(?:\d+|an?|one)\s?(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?) ago\W*(?<![.!?”\"])$",
    re.IGNORECASE,
)
"""How pages stamp what they list: “Ferry fares to go up 5h ago”."""
RELEASE = re.compile(
    r"(?:press|news|media) (?:release|statement)\b|(?:strictly |under )?embargo(?:ed)?\b"
    r"|(?:not )?for (?:immediate )?(?:release|publication)\b",
    re.IGNORECASE,
)
"""How what is sent to newspapers is headed."""
HELD = re.compile(
    rf"^(?:(?:{RELEASE.pattern})\W*)+(?:for (?:release|publication)\b\W*)?"
    r"(?:until|till|to|before|on|at)?\b\W*",
    re.IGNORECASE,
)
"""What stands before the day until which it is held back: the day of the article."""
STAMP = re.compile(
    r"\W*(?:first |last )?(?:published|updated|posted|modified|created|issued|release date)\b", re.IGNORECASE
)
BESIDE = re.compile(r"\s+[|·•]\s+")
PLACE = re.compile(rf"{CAPITAL}(?: {CAPITAL}){{0,2}}")
YEAR = re.compile(r"\d[^\d]+(?:19|20)\d\d\b")
"""A year behind a day."""
LONGEST_DATE = 16
LONGEST_HELD = 32
"""Words of a date, and of one with what stands before it."""
SHORT_DATE = 5
DIGIT = re.compile(r"[\d²³¹⁰-₉①-➒]")
NUMERIC = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
NAME_WORDS = range(2, 5)


def clock(line: Line) -> bool:
    """Whether it is only a time of day, as live pages head their entries: “15.05 GMT”."""
    return bool(CLOCK.fullmatch(line.text.strip("[]()—–- ")))


def dated(line: Line) -> bool:
    """Whether it is only a date, with or without a time: “Wed, 9 Jul, 2025 - 17:48”."""
    if line.size > LONGEST_HELD or not DIGIT.search(line.text):
        return False
    words = re.findall(r"\w[\w.]*", HELD.sub("", line.text[:200], count=1))
    if len(words) > LONGEST_DATE or not any(word[0].isdigit() for word in words):
        return False
    known = sum(
        word[0].isdigit() or bool(MONTHS.fullmatch(word) or DATE_WORDS.fullmatch(word)) for word in words
    )
    return known >= 0.8 * len(words) or (len(words) <= SHORT_DATE and bool(NUMERIC.search(line.text)))


def placed(line: Line) -> bool:
    """Whether it is a place and a whole date, as a dateline on a line of its own: “Galway, 12 March 2026”."""
    place, comma, day = line.text[:200].partition(",")
    return bool(comma and PLACE.fullmatch(place) and YEAR.search(day) and not line.ends and dated(Line(day)))


def stamped(line: Line) -> bool:
    """Whether it says when the page was made: a date with “updated” or a time (no timeline's heading)."""
    return dated(line) and not clock(line) and bool(STAMP.match(line.text) or CLOCK.search(line.text))


def author(line: Line) -> str | None:
    """The name in a byline: “By DALE WINSLETT, Staff Writer”, “Harriet Coyle in Scarbeck”."""
    found = BYLINE.match(line.text.lstrip("*_•- "))
    if found and (not line.ends or SEPARATED.search(line.text)):
        return _name(found[1])
    reporter = REPORTER.match(line.text)
    return _name(reporter[1]) if reporter else _beside_date(line)


def _beside_date(line: Line) -> str | None:
    """The name in “Lucía Ferrándiz | Madrid | 14 abril 2026”."""
    first, *others = BESIDE.split(line.text[:200]) if SEPARATED.search(line.text) else (line.text,)
    if not others or not any(dated(Line(part)) for part in others if part):
        return None
    return bare_name(Line(first)) if first else None


def bare_name(line: Line) -> str | None:
    """The name, where a line is nothing but a person's name and maybe a place or a post."""
    found = BARE_NAME.fullmatch(line.text)
    if (
        not found
        or RELEASE.match(line.text)
        or len(found[1].split()) not in NAME_WORDS
        or found[1].startswith("The ")
        or not found[1].replace(" ", "").replace("-", "").isalpha()
    ):
        return None
    return (
        _name(found[1])
        if all(word[0].isupper() for word in found[1].split()[:: len(found[1].split()) - 1])
        else None
    )


def site(lines: Iterable[Line]) -> str | None:
    """The owner named in a copyright line."""
    for line in lines:
        found = COPYRIGHT.search(line.text)
        if found:
            name = re.sub(
                r"\s*(?:\b\d{4}\b|All rights.*|Registered.*|or its .*).*$", "", found[1], flags=re.IGNORECASE
            ).strip(" ,.-–")
            return name or None
    return None


def _name(name: str) -> str:
    words = re.split(r"\s(?:on|in|at)\b", name)[0].strip(" .,")
    return words.title() if words.isupper() else words
