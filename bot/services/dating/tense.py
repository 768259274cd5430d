"""Whether the clause around a phrase looks ahead or back, judged by its words alone."""

import re

_BOUNDARY = re.compile(r"[;:—]|(?:,|\b)\s*(?:but|while|whereas|although|though)\b|[“\"]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AHEAD = {
    "will", "would", "shall", "should", "could", "can", "may", "might", "must", "won't", "due", "scheduled", "planned",
    "plans", "plan", "planning", "expected", "expects", "expect", "intends", "intend", "intended", "aims", "aim", "hopes",
    "hope", "set", "slated", "poised", "upcoming", "tomorrow", "foreseen", "foresees", "envisaged", "wants", "seeks",
    "promised", "promises", "pencilled", "is", "are", "meets", "opens", "closes", "starts", "begins", "ends", "expires",
    "takes", "holds", "runs", "returns", "goes", "vote", "votes", "deadline", "until", "proposed", "suggested", "suggests",
    "bound", "likely", "faces", "let's", "i'll", "he'll", "she'll", "we'll", "they'll", "you'll", "it'll",
}  # fmt: skip
_BACK = {
    "was", "were", "had", "did", "said", "told", "came", "went", "took", "gave", "made", "met", "held", "began", "won",
    "lost", "left", "died", "fell", "rose", "sent", "wrote", "saw", "found", "got", "became", "broke", "brought", "built",
    "bought", "cut", "drew", "drove", "fought", "flew", "grew", "heard", "hit", "kept", "knew", "led", "paid", "ran", "sold",
    "spoke", "spent", "stood", "struck", "swore", "taught", "thought", "threw", "voted", "last", "ago", "yesterday", "sat",
    "put", "shot", "quit", "beat", "caught", "chose", "dealt", "fled", "forced", "hung", "laid", "lay", "rang", "shook",
    "shut", "slept", "sought", "stole", "swept", "tore", "withdrew", "wore", "wound", "meant", "been",
}  # fmt: skip
_TO_BE = {"is", "are", "be", "being", "to"}
_NEAR = 80


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """True when the clause around `text[start:end]` looks ahead, False when it looks back, None when nothing tells.

    The nearest verb before the phrase decides, else the nearest after it.
    """
    before = _clause_before(text[:start])
    found = _decide(list(reversed(before)))
    return found if found is not None else _decide(_clause_after(text[end:]), forward=True)


def _clause_before(text: str) -> list[str]:
    cut = 0
    for match in _BOUNDARY.finditer(text):
        cut = match.end()
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text[cut:])]


def _clause_after(text: str) -> list[str]:
    match = _BOUNDARY.search(text)
    return [
        word.casefold().replace("’", "'") for word in _WORD.findall(text[: match.start()] if match else text)
    ]


def _decide(words: list[str], *, forward: bool = False) -> bool | None:
    """The first verb met. Going backwards, the words are reversed: `words[i + 1]` stands before `words[i]`."""
    step = -1 if forward else 1
    for i, word in enumerate(words[:25]):
        before = words[i + step] if 0 <= i + step < len(words) else ""
        earlier = words[i + 2 * step] if 0 <= i + 2 * step < len(words) else ""
        if word in _AHEAD:
            return True
        if word in _BACK or (word.endswith("ed") and len(word) > 4):  # noqa: PLR2004
            passive = {before, earlier} & (
                _TO_BE | {"will", "would", "could", "should", "may", "might", "must"}
            )
            return bool(passive)
        if before == "to" and not word.endswith("ing"):
            return True
    return None
