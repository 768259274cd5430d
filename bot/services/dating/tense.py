"""Whether the clause around a phrase looks ahead or back, judged by its words alone."""

import re

from bot.services.dating.verbs import (
    AHEAD,
    ARRANGING,
    BACK,
    BASE_FORMS,
    DETERMINERS,
    MODALS,
    MOVES,
    NO_PARTICIPLES,
    NOUNS_TOO,
    PARTICIPLES,
    REPORTING,
)
from bot.services.dating.words import CARDINALS
from bot.services.wordlists import listed

_BOUNDARY = re.compile(r"[;:—“”\"]|\b(?:but|while|whereas|although|though|because)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|,|\d+")
_OWN_AHEAD = re.compile(
    r"(?:for|to|by|no later|not later|no earlier|not before|within|until after|next|tomorrow"
    r"|starting|beginning|effective"
    r"|(?:on |the |this )*(?:coming|upcoming))\b",
    re.IGNORECASE,
)
_OWN_BACK = re.compile(
    r"(?:in |on |the |since )*(?:last\b(?! \w+ (?:of|in)\b)|past\b|previous\b|yesterday|earlier)"
    r"|since\b|.*\bago$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b(?:{'|'.join(sorted(MOVES))})\b[^.;,]{{0,30}}\b(?:to|until|till|for)\b[^.;,]{{0,20}}$", re.IGNORECASE
)
_RUNS_UP = re.compile(
    r"\b(?:ahead of|before|prior to|in time for|deadline(?: of| is|:)?|due|until)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MODAL_BEHIND = re.compile(
    r"['’]?s?[\s)]*(?:will|would|could|may|might|must|should|won['’]t|is (?:to|due|expected))\b"
)
_LASTED = re.compile(
    r"\b(?:lasted|fell|rained|waited|continued|stayed|worked|went|ran|fought|stood|lived|remained"
    r"|had been(?! (?:given|granted|told|allowed|ordered|asked|extended))|raged|dragged)\b[^,;]*$",
    re.IGNORECASE,
)
_DAY_NAMED = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_THROUGH = re.compile(r"through (?:\w+day\b|.*\b(?:\d{1,2}|20\d\d)$)", re.IGNORECASE)
_NEVER_CAME = re.compile(r",? but (?:\w+ ){0,3}?(?:never|did not|didn[’']t|failed to)\b", re.IGNORECASE)
_WAS_DUE = re.compile(
    r"\b(?:was|were|had been) (?:due|scheduled|expected|supposed|to)\b[^.;,]*$", re.IGNORECASE
)
_DATELINE_BEFORE = re.compile(r"[A-Z][\w.'’/-]*(?:,? [A-Z][\w.'’/-]*){0,5}, ")
_DATELINE_BEHIND = re.compile(r"(?:,? \d{4})?(?: \([^()]{2,50}\))? ?(?:--|[–—-]) ")
_ADVERBIAL = listed("in at during after from to late early on by via through before ,")
_TO_BE = {"is", "are", "be", "being", "to", "gets", "get"}
_WAS = {"was", "were", "been", "had", "has", "have"}
_WERE = {"was", "were", "had"}
_VERBS_ONLY = BASE_FORMS - NOUNS_TOO
_RELATIVES = {"which", "who", "whose", "where", "whom"}
_PERFECT = {"have", "has", "'ve", "they've", "we've"}
_WINDOW = 200
"""Characters on either side beyond which no verb governs a phrase."""


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around `text[start:end]` looks ahead (True) or back (False), None if open.

    The phrase's own words come first, then the nearest verb before it in its part of the clause, then the
    nearest behind it, then whatever stands before.
    """
    own, lead = text[start:end], text[max(0, start - _WINDOW) : start]
    behind = text[end : end + _WINDOW]
    if _OWN_BACK.match(own) or _is_dateline(lead, behind):
        return False
    over = own[:2].casefold() == "by" and _done(lead, behind)
    until = own[:5] if own[:5].casefold() in {"until", "till "} else ""
    if _RUNS_UP.search(lead) or _MOVED.search(lead + until) or (_OWN_AHEAD.match(own) and not over):
        return True
    if (until or _THROUGH.match(own)) and not _LASTED.search(lead):
        return None if _done(lead, behind) else True
    if _NEVER_CAME.match(behind) and _WAS_DUE.search(lead):
        return False
    return True if _MODAL_BEHIND.match(behind) else _by_verbs(lead, behind, own)


def _is_dateline(lead: str, behind: str) -> bool:
    """“LONDON, March 10 (Reuters) - ”: the day of writing, not of what is told."""
    return bool(_DATELINE_BEFORE.fullmatch(lead) and _DATELINE_BEHIND.match(behind))


def _done(lead: str, behind: str) -> bool:
    """“By noon, 40 people had died”, “was closed until 3 May”: the end of what may be over by now."""
    close, _ = _split(_before(lead))
    if not close:
        return _forwards(_upto_comma(_after(behind.lstrip(" ,")))) is False
    asked = "to" in close or close[0] in REPORTING
    return bool(_WERE.intersection(close)) and not asked and _backwards(close) is False


def _by_verbs(lead: str, behind: str, own: str) -> bool | None:
    close, far = _split(_without_insertion(_before(lead)))
    after = _after(behind)
    if own.endswith(("'s", "’s")) and (found := _forwards(after)) is not None:
        return found
    if _DAY_NAMED.search(own) and _present_perfect(close):
        return None
    found = _backwards(close)
    if found is None:
        found = _forwards(_upto_comma(after) if close else after)
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
    plain = word.replace("’", "'")
    return plain if plain[:1].isupper() and plain[1:].islower() else plain.casefold()


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    cut = words.index(",") if "," in words else len(words)
    return words[:cut], words[cut:]


def _without_insertion(words: list[str]) -> list[str]:
    """Less what stands between commas right before the phrase (“flies, halted since May, on Friday”)."""
    if words[:1] != [","] or "," not in words[1:]:
        return words
    opening = words.index(",", 1)
    first = words[opening - 1].casefold()
    return words[opening:] if _participle(first) or first in _RELATIVES else words


def _upto_comma(words: list[str]) -> list[str]:
    return words[: words.index(",")] if "," in words else words


def _backwards(words: list[str]) -> bool | None:
    for i, word in enumerate(words):
        found = _verb(word, words[i + 1 : i + 4])
        if found is False and word in REPORTING and i and words[i - 1].casefold() not in _ADVERBIAL:
            return None
        if found is False and word in ARRANGING and (_indefinite(words[:i]) or words[i - 1] == "to"):
            return None
        if found is not None:
            return found
    return None


def _present_perfect(words: list[str]) -> bool:
    """“Have been summoned on Thursday”: a perfect names no day gone by, so the day is one ahead."""
    at = next((i for i, word in enumerate(words) if _verb(word, words[i + 1 : i + 4]) is not None), None)
    if at is None or not _participle(words[at].casefold()):
        return False
    before = words[at + 1 : at + 4]
    return bool(_PERFECT & set(before)) and not MODALS & set(before)


def _indefinite(between: list[str]) -> bool:
    """“Called a protest on Friday”: what was arranged lies ahead of the arranging."""
    return bool(between) and not {"the", "him", "her", "it", "them", "that", "his"} & set(between)


def _forwards(words: list[str]) -> bool | None:
    for i, word in enumerate(words):
        if word == "been" and words[i - 1] in _PERFECT and ARRANGING & set(words[i + 1 : i + 2]):
            return None
        found = _verb(word, list(reversed(words[max(0, i - 3) : i])))
        if found is not None:
            return found
    return None


def _verb(word: str, before: list[str]) -> bool | None:
    """What a word says about its clause; `before` are up to three words before it, the nearest first."""
    if word[:1].isupper() and word.casefold() not in AHEAD:
        return None
    word, led = word.casefold(), {one.casefold() for one in before[:1]}
    themselves = before[1:2] in (["the"], ["The"]) and CARDINALS.keys() & led  # “the two met in December”
    counted = any(map(str.isdecimal, led)) and word in NOUNS_TOO  # “by 58 votes”
    noun = counted or (bool(led & DETERMINERS) and not themselves)
    if word in BACK:
        return bool({"to", "will", "would"} & led)
    if word in AHEAD:
        return None if (word in NOUNS_TOO and noun) or ("there" in led and word in {"is", "are"}) else True
    if noun:
        return None
    if _participle(word):
        return _passive({one.casefold() for one in before[:2]})
    plain = word in BASE_FORMS and (bool(led & MODALS) or word not in NOUNS_TOO)
    return True if plain or _third_person(word) else None


def _passive(before: set[str]) -> bool:
    """Whether a participle belongs to the present or the future: “is held”, “will be held”, “to be held”."""
    return bool(MODALS & before) or (not _WAS & before and bool(_TO_BE & before))


def _third_person(word: str) -> bool:
    """“Reopens”, “finishes”: present forms that are no plural nouns."""
    bases = {word[:-1], word[:-2]} if word.endswith("es") else {word[:-1]} if word.endswith("s") else set()
    return not _VERBS_ONLY.isdisjoint(bases) and word not in NOUNS_TOO


def _participle(word: str) -> bool:
    regular = word.endswith("ed") and len(word) > 4 and "-" not in word and word not in NO_PARTICIPLES
    return regular or word in PARTICIPLES
