"""Words that look ahead without naming a date."""

import re

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
