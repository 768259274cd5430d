"""Letters for comparing: what is written in two ways is the same word."""

import unicodedata


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms (“Ｄéjà ﬁn” is “deja fin”)."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text)
    for mark in filter(unicodedata.combining, set(letters)):
        letters = letters.replace(mark, "")
    return letters.casefold()
