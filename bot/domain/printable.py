"""Text from outside that is safe to show: in a terminal, in a calendar, in Discord."""

import unicodedata

JOINERS = frozenset("\u200c\u200d")
"""Zero-width characters that Persian, Indic scripts and emoji are spelled with; all others are dropped."""


def printable(text: str) -> str:
    """One line without control, bidirectional and invisible characters: nothing that steers what shows it."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(_safe(character) for character in text).split())


def _safe(character: str) -> str:
    if character.isprintable() or character in JOINERS:
        return character
    return " " if unicodedata.category(character) in {"Cc", "Zl", "Zp", "Zs"} else ""
