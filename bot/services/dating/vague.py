"""Words that look ahead without naming a date."""

import re

VAGUE = re.compile(
    r"\b(?:shortly (?:afterwards?|after|thereafter)|soon(?: (?:after|afterwards))?|in (?:due course|the near future)"
    r"|(?:in|over|within) (?:the )?(?:coming|next few|next several|following) (?:hours|days|weeks|months|years)"
    r"|within (?:hours|days|weeks|months)|in the (?:days|weeks|months|years) (?:ahead|to come)|in (?:a few|several|some) (?:hours|days|weeks|months|years)"
    r"|(?:at|to|until) (?:a|some|an) (?:later|future|unspecified|undetermined|early) (?:date|time|point|stage|session)"
    r"|indefinitely|sine die|(?:on|for) (?:an )?indefinite (?:term|period|time)|until further notice"
    r"|(?:no|without(?: a| any)?|(?:not|yet) (?:\w+ )?(?:have |set |fix )?(?:a )?) ?new date"
    r"|new date (?:has|have|is) (?:not|yet)[\w ]*|until new notice|date (?:is |has )?(?:yet )?to be (?:announced|confirmed|set|fixed|determined))\b",
    re.IGNORECASE,
)
