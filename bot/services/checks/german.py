"""Rule of truth 2, names in German, where every noun has a capital."""

import re

from bot.services.checks.words import Word

_ENDINGS = re.compile(
    r"\w{2,}(?:ung|heit|keit|schaft|tion|tät|nis|tum|ismus|ling|jahr|zahl|zeit|preis)(?:e?[ns]|es?|se|sen)?"
)
_COUNTED = re.compile(
    r"k?eine?[mnrs]?|(?:dies|jed|jen|all|viel|mehrer|einig|beid|wenig|welch)e[mnrs]?|(?:sein|ihr|unser)e?[mnrs]?"
    r"|mehr|weniger|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend"
)
"""What stands before a thing and hardly before a name: “der” and “die” do (“der Kreml”, “die Türkei”)."""
_ADJECTIVE = re.compile(r"\w{2,}e[mnrs]?")


def noun(said: tuple[Word, ...], at: int) -> bool:
    """Whether a capitalised word is a common noun: by its ending, or alone behind “diesem”, “drei”, “300”."""
    word = said[at]
    if word.text.isupper():
        return False
    if _ENDINGS.fullmatch(word.text.lower()):
        return True
    if at + 1 < len(said) and said[at + 1].capital and said[at + 1].clause == word.clause:
        return False
    for before in reversed(said[max(0, at - 3) : at]):
        if before.number or _COUNTED.fullmatch(before.text.lower()):
            return True
        if before.capital or not _ADJECTIVE.fullmatch(before.text):
            return False
    return False
