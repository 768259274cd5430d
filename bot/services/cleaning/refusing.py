"""What is no article: the same few words again and again, source code, logs, tables of data."""

import re

from bot.domain.errors import UnusableSource

LOOKED_AT = 100
"""Words of the opening that are compared; real texts have more than forty different ones among them."""
REPEATED = 20
"""A text in which, of so many words, only one is another says nothing; shorter ones are not judged."""
MARKS = re.compile(r"[{}\[\]()<>=;_|\\#*&^~@`]")
BLANK = " \n\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
MOST_MARKS = 0.065
"""Share of such marks: 110 articles have fewer or end as sentences do; three in four programs do not."""
ENDS = re.compile(r"[.!?。！？؟।…][\"'”’»)\]]*\s*$", re.MULTILINE)
FEWEST_ENDS = 0.4
"""Share of lines that end as sentences do."""
FEWEST_LINES = 4


def refuse_other_than_prose(text: str) -> None:
    """UnusableSource `not_an_article` where it is plain that a text says nothing that could be briefed."""
    if _repeats(text):
        raise UnusableSource("This repeats the same few words: paste the article itself.", "not_an_article")
    if _is_code(text):
        raise UnusableSource("This looks like code or data: paste the article itself.", "not_an_article")


def _repeats(text: str) -> bool:
    words = text.split(maxsplit=LOOKED_AT)[:LOOKED_AT]
    return len(set(words)) <= len(words) // REPEATED


def _is_code(text: str) -> bool:
    letters = len(text) - sum(map(text.count, BLANK))
    if len(MARKS.findall(text)) <= MOST_MARKS * letters:
        return False
    lines = sum(not line.isspace() for line in text.split("\n") if line)
    return lines >= FEWEST_LINES and len(ENDS.findall(text)) < FEWEST_ENDS * lines
