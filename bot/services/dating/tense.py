"""Whether the clause around a phrase looks ahead or back, judged by its words alone."""

import re

from bot.services.dating.verbs import AHEAD, BACK, BASE_FORMS, NO_PARTICIPLES, PARTICIPLES

_BOUNDARY = re.compile(r"[;:—“”\"]|\b(?:but|while|whereas|although|though|because)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|,")
_OWN_AHEAD = re.compile(
    r"(?:for|to|by|no later|not later|no earlier|not before|within|until after|next|tomorrow|(?:on |the |this )*(?:coming|upcoming))\b",
    re.IGNORECASE,
)
_OWN_BACK = re.compile(
    r"(?:in |on |the |since )*(?:last\b(?! \w+ (?:of|in)\b)|past\b|previous\b|yesterday|earlier)|since\b|.*\bago$",
    re.IGNORECASE,
)
_TO_BE = {"is", "are", "be", "being", "to"}
_MODALS = {"will", "would", "could", "should", "may", "might", "must", "can", "shall", "to"}
_WAS = {"was", "were", "been", "had", "has", "have"}
_WINDOW = 200
"""Characters on either side beyond which no verb governs a phrase."""


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """True when the clause around `text[start:end]` looks ahead, False when it looks back, None when nothing tells.

    The phrase's own words come first, then the nearest verb before it in its part of the clause, then the nearest
    behind it, then whatever stands before.
    """
    own = text[start:end]
    if _OWN_BACK.match(own):
        return False
    if _OWN_AHEAD.match(own):
        return True
    before, after = _before(text[max(0, start - _WINDOW) : start]), _after(text[end : end + _WINDOW])
    close, far = _split(before)
    found = _backwards(close)
    if found is None:
        found = _forwards(after if not close else _upto_comma(after))
    return found if found is not None else _backwards(far)


def _before(text: str) -> list[str]:
    """The words before the phrase in its clause, the nearest first."""
    cut = 0
    for match in _BOUNDARY.finditer(text):
        cut = match.end()
    return [_fold(word) for word in reversed(_WORD.findall(text[cut:]))]


def _after(text: str) -> list[str]:
    match = _BOUNDARY.search(text)
    return [_fold(word) for word in _WORD.findall(text[: match.start()] if match else text)]


def _fold(word: str) -> str:
    return (
        word.replace("’", "'")
        if word[:1].isupper() and word[1:].islower()
        else word.casefold().replace("’", "'")
    )


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    cut = words.index(",") if "," in words else len(words)
    return words[:cut], words[cut:]


def _upto_comma(words: list[str]) -> list[str]:
    return words[: words.index(",")] if "," in words else words


def _backwards(words: list[str]) -> bool | None:
    for i, word in enumerate(words):
        found = _verb(
            word.casefold(), [one.casefold() for one in words[i + 1 : i + 4]], name=word[:1].isupper()
        )
        if found is not None:
            return found
    return None


def _forwards(words: list[str]) -> bool | None:
    for i, word in enumerate(words):
        before = [one.casefold() for one in reversed(words[max(0, i - 3) : i])]
        found = _verb(word.casefold(), before, name=word[:1].isupper())
        if found is not None:
            return found
    return None


def _verb(word: str, before: list[str], *, name: bool) -> bool | None:
    """What a word says about its clause; `before` are up to three words before it, the nearest first."""
    if word in AHEAD:
        return None if word in {"is", "are"} and before[:1] == ["there"] else True
    if word in BACK and not name:
        return bool({"to", "will", "would"} & set(before[:1]))
    if _participle(word) and not name:
        if _MODALS & set(before[:2]):
            return True
        return not _WAS & set(before[:2]) and bool(_TO_BE & set(before[:2]))
    if before[:1] == ["to"] and word in BASE_FORMS:
        return True
    return None


def _participle(word: str) -> bool:
    regular = word.endswith("ed") and len(word) > 4 and word not in NO_PARTICIPLES  # noqa: PLR2004
    return regular or word in PARTICIPLES
