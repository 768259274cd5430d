"""Writing systems: whether two texts share one, and whether two spellings can be one name."""

import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.6
"""Share of consonants that two spellings of a name must have in common, in order (`difflib`'s ratio).

“Путин” and “Putin” have all, “محمد” and “Mohammed” 0.89; names of different people rarely half.
"""

SILENT = frozenset("aeiouywh")
ARABIC = str.maketrans("pvqcz", "bfkks")
"""Consonants that the Arabic script writes alike: p as b, v as f."""

FAMILY_NAME_FIRST = frozenset({"CJK", "HANGUL"})
READ_OTHERWISE = frozenset({"ja"})
"""Languages whose characters anyascii reads as another language does (Japanese names as Chinese ones)."""


def script_of(text: str) -> str:
    """The writing system of a text's first letter, in Unicode's words (`LATIN`, `CYRILLIC`, `CJK`)."""
    letter = next((character for character in text if character.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0]


def sounds_alike(name: str, written: str, source: str) -> bool:
    """Whether two spellings in different scripts can be one name: by their consonants."""
    if source in READ_OTHERWISE:
        return True
    one, two = _consonants(name), _consonants(written)
    if "ARABIC" in (script_of(name), script_of(written)):
        one, two = one.translate(ARABIC), two.translate(ARABIC)
    return SequenceMatcher(None, one, two).ratio() >= ALIKE


def spelling_forms(name: str, written: str) -> tuple[str, ...]:
    """What a text may call somebody by a new spelling: either word where family names come first."""
    return tuple(written.split()) if script_of(name) in FAMILY_NAME_FIRST else (written,)


def _consonants(name: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - a table that only translations need

    letters = [letter for letter in anyascii(name).lower() if letter.isalpha()]
    return "".join(letter for letter in letters if letter not in SILENT) or "".join(letters)
