"""The words that begin a time, make one, or look ahead without one."""

import re

from bot.services.dating.calendars import HIJRI_MONTHS, PERSIAN_MONTHS
from bot.services.dating.holidays import FIRST_WORDS
from bot.services.dating.tokens import Tokens
from bot.services.dating.words import (
    CARDINALS,
    DOUBTFUL_MONTHS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    WHICH,
)
from bot.services.wordlists import listed

CORE = frozenset({*MONTHS, *WEEKDAYS, *SEASONS, *UNITS, *PERSIAN_MONTHS, *HIJRI_MONTHS}) | listed(
    "dhu rabi rabe jumada today tonight tomorrow tmrw yesterday half weekend noon midday midnight easter"
    " christmas thanksgiving hogmanay eve morning afternoon evening halloween juneteenth pentecost new q h"
    " fiscal financial 月"
)
"""Words without one of which (or a number) there is no time."""

CAPITALISED = frozenset({*DOUBTFUL_MONTHS, *WEEKDAY_ABBREVIATIONS})
"""Those of them that are other words without a capital (“may”, “sat”)."""

_NAMES = frozenset({*MONTHS, *WEEKDAYS, *SEASONS, *PERSIAN_MONTHS, *HIJRI_MONTHS, *FIRST_WORDS})
STARTERS = frozenset({*_NAMES, *WHICH, *CARDINALS, *TENS, *ORDINALS}) | listed(
    "today tonight tomorrow tmrw yesterday the a an that on in at for during over around about into to"
    " sometime throughout from between by until till up no not before prior ahead after since ever"
    " effective with as starting starts beginning soon shortly just late early earlier later mid middle"
    " start end close year week noon midday midnight have has given within every each another some"
    " polling election voting referendum q h fiscal financial couple final through rest remainder"
    " penultimate latter former tail back very w all dhu rabi rabe jumada i ii iii iv"
)
"""Words that a time can begin with, besides numbers."""

_LEADS = listed("a an the that in on at to for have has with")
_LED = STARTERS | CORE | listed("date same turn calendar or effect working business trading")
"""What begins a time only before a word of time, and those words: most of what leads, leads to none."""


_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_VAGUE_WORDS = listed(
    "shortly soon course future later early unspecified undetermined indefinitely sine indefinite notice date"
)
"""Words of which every vague time has one, where it has none of `CORE`."""
_OF_TIME = CORE | _VAGUE_WORDS


def holds_time(text: str) -> bool:
    """Whether an English text may hold a time or look ahead without one: most sentences are passed over."""
    return bool(_DIGIT.search(text)) or not _OF_TIME.isdisjoint(_WORD.findall(text.casefold()))


def may_begin(tokens: Tokens, at: int) -> bool:
    """Whether a time can begin at this word, as far as it and the one behind it can tell."""
    word = tokens.words[at]
    if word in _LEADS:
        after = tokens.word(at + 1)
        return after in _LED or after.isdecimal()
    return word in STARTERS or word.isdecimal()


_LONG = r"(?:hours|days|weeks|months|years)"
_NEXT = r"(?:coming|next few|next several|following)"
_LATER = r"(?:later|future|unspecified|undetermined|early)"
VAGUE = re.compile(
    r"\b(?:shortly (?:afterwards?|after|thereafter)|soon(?: (?:after|afterwards))?"
    rf"|in (?:due course|the near future)|(?:in|over|within) (?:the )?{_NEXT} {_LONG}|within {_LONG}"
    rf"|in the {_LONG} (?:ahead|to come)|in (?:a few|several|some) {_LONG}"
    rf"|(?:at|to|until) (?:a|some|an) {_LATER} (?:date|time|point|stage|session)"
    r"|indefinitely|sine die|(?:on|for) (?:an )?indefinite (?:term|period|time)|until (?:further|new) notice"
    r"|(?:no|without(?: a| any)?|(?:not|yet) (?:\w+ )?(?:have |set |fix )?(?:a )?) ?new date"
    r"|new date (?:has|have|is) (?:not|yet)[\w ]*"
    r"|date (?:is |has )?(?:yet )?to be (?:announced|confirmed|set|fixed|determined))\b",
    re.IGNORECASE,
)
