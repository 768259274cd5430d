"""Ways to turn a statement round by a “not”: one put in, or one taken out and the sentence mended around it."""

import random
import re
from collections.abc import Callable, Iterator

from bot.services.wordlists import listed
from tests.evals.corruption_words import BASES, PASTS

_MASS = listed("""
inflation unemployment trade water oil gas money alcohol food fuel power rain snow wind traffic tourism
weather crime police government parliament congress turnout growth debt income revenue demand supply output
business industry agriculture health sport music art science research evidence information news advice aid
relief help support work staff land property housing rent rice wheat corn gold silver copper steel coal
electricity energy transport travel poverty war peace violence corruption labour labor management opposition
prosecution defence defense everyone somebody nobody part half production consumption spending lending
borrowing copyright access damage heat smoke fire ice sea air space
""")
"""Nouns without an article, as they stand behind a “no”."""
_QUOTED = re.compile(r"“[^”]*”")
_SAYS_NO = re.compile(
    r"\b(?:not|no|none|never|nobody|nothing|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should)\b"
    r"(?! (?:to|yet|now|he|she|it|they|there|not)\b)(?= [a-z])"
)
_SHORT = {"will": "won't", "can": "can't", "may": "may not", "might": "might not"}
_HAPPENING = frozenset(["rise", "fall", "survive", "expire", "damage", "expect"])
"""What nobody can refuse to do."""
_PASTS = {"have": "had", "do": "did", "think": "thought", "feel": "felt", "mean": "meant", "seek": "sought"}
_PARTICIPLES = {"rose": "risen", "fell": "fallen", "chose": "chosen"}
_BEHIND = r"(?<!illion )(?<!been )(?<!be )(?<!was )(?<!is )(?<!are )(?<!were )(?<!has )(?<!have )(?<!a )(?<!the )(?<!, )"
_ADVERB = r"(?:(?:[a-z]+ly|yet|even|ever|also) )?"


def negated(text: str, chance: random.Random) -> Iterator[str]:
    """The text with a “not”, “never”, “refused to” … put before each of its first verbs; none where it says no."""
    plain = _hidden(text)
    if _SAYS_NO.search(plain):
        return
    for match in list(_AUXILIARY.finditer(plain))[:2]:
        word = match.group()
        new = chance.choice([f"{word} not", f"{word} never", _SHORT.get(word, f"{word}n't")])
        yield text[: match.start()] + new + text[match.end() :]
    for past, base in BASES:
        found = past in plain and re.search(rf"{_BEHIND}\b{past}\b(?! [A-Z])", plain)
        if found:
            yield text[: found.start()] + chance.choice(_denials(past, base)) + text[found.end() :]


def _denials(past: str, base: str) -> list[str]:
    if past.endswith("s"):
        return [f"does not {base}", f"never {past}", f"refuses to {base}"]
    plain = [f"did not {base}", f"never {past}", f"failed to {base}"]
    having = _PARTICIPLES.get(past, past)
    deeds = [f"refused to {base}", f"declined to {base}", f"denied having {having}"]
    return plain if base in _HAPPENING else plain + deeds


def affirmed(text: str) -> Iterator[str]:
    """The text without each kind of “no” that it has, as a writer would put it who means the opposite."""
    plain = _hidden(text)
    for pattern, instead in _TAKEN:
        if found := pattern.search(plain):
            rest = text[found.end() :]
            changed = text[: found.start()] + instead(found, rest) + _agreeing(rest)
            yield re.sub(r"  +", " ", changed).strip()


def _hidden(text: str) -> str:
    return _QUOTED.sub(lambda match: "\0" * len(match.group()), text)


_Instead = Callable[[re.Match[str], str], str]


def _word(new: str) -> _Instead:
    """The same word, with the capital of what it stands for."""
    return lambda found, _: new.capitalize() if found.group()[0].isupper() else new


def _done(found: re.Match[str], _: str) -> str:
    """“did not run” → “ran”, “does not seem” → “seems”, “do not open” → “open”."""
    helper, adverb, verb = found.group("do").casefold(), found.group("how") or "", found.group("verb")
    adverb = "already " if adverb == "yet " else "" if adverb in {"even ", "ever "} else adverb
    if helper == "did":
        return adverb + PASTS.get(verb, regular(verb))
    return adverb + (_third(verb) if helper == "does" else verb)


def regular(verb: str) -> str:
    """The past of a verb that has no line in `corruption_words`."""
    if verb in _PASTS:
        return _PASTS[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"


def _third(verb: str) -> str:
    if verb in {"have", "be"}:
        return {"have": "has", "be": "is"}[verb]
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def _some(found: re.Match[str], rest: str) -> str:
    """“a” or “an” for “no”; “some” before what is counted in the plural or not at all."""
    nouns = re.match(r"(?:[\w’'-]+ ?){1,3}", rest)
    named = (nouns.group() if nouns else "").split()
    plural = any(re.search(r"[^sui]s$", word) for word in named)
    new = "some" if plural or _MASS & set(named[:2]) else "an" if named and named[0][0] in "aeiou" else "a"
    return _word(new)(found, rest) + " "


def _agreeing(rest: str) -> str:
    """What follows a “not” that went: “any” is “some” then, “yet” is “already”, “ever” is nothing."""
    clause = re.match(r"[^,;:.!?“”]*", rest)
    end = clause.end() if clause else 0
    near = rest[:end]
    for old, new in (
        (r"\bany(?=\b|one|thing|body)", "some"),
        (r"\byet\b", "already"),
        (r" (?:ever|at all|either)\b", ""),
    ):
        near = re.sub(old, new, near, count=1)
    return near + rest[end:]


_TAKEN: tuple[tuple[re.Pattern[str], _Instead], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"\b(?P<do>[Dd]id|[Dd]oes|[Dd]o)(?: not|n['’]t) (?P<how>{_ADVERB})(?P<verb>[a-z]+)\b", _done),
        (
            r"(?<!\bdid)(?<!\bdoes)(?<!\bdo)(?<!or)(?<!if)(?<!,)(?<!but) not(?! (?:only|just|merely|least)\b)\b",
            _word(""),
        ),
        (r", (?:but )?not(?= (?!only|just)[a-z]+\b)", _word(" and")),
        (r"\bnever (?!again|before)", _word("")),
        (r"\bwon['’]t\b", _word("will")),
        (r"\bcan(?:['’]t|not)\b", _word("can")),
        (r"(?<=[a-z])(?<!\bdid)(?<!\bdoes)(?<!\bdo)(?<!\bwo)(?<!\bca)n['’]t\b", _word("")),
        (r"\b[Nn]o one\b", _word("someone")),
        (r"\b[Nn]obody\b", _word("somebody")),
        (r"\b[Nn]othing\b(?! but)", _word("something")),
        (r"\b[Nn]one of\b", _word("all of")),
        (r"\b[Nn]o longer\b", _word("still")),
        (r"\b[Nn]o (?!longer|one|fewer|less|more|later|earlier|sooner|doubt|matter|[^.;]*\bas\b|\d)", _some),
        (r"\bwithout(?= [a-z]+ing\b)", _word("after")),
        (r"\b[Ww]ithout\b(?! [a-z]+ing\b)", _word("with")),
        (r"\b[Uu]nless\b", _word("if")),
        (r"\b(?:refused|declined) to\b", _word("agreed to")),
        (r"\b(?:refuses|declines) to\b", _word("agrees to")),
        (r"\b(?:refuse|decline) to\b", _word("agree to")),
        (r"\bfailed to\b", _word("managed to")),
        (r"\bfails to\b", _word("manages to")),
        (r"\bfail to\b", _word("manage to")),
        (r"(?<=was )denied\b|(?<=were )denied\b|(?<=been )denied\b", _word("granted")),
        (r"(?<!was )(?<!were )(?<!been )\bdenied\b", _word("confirmed")),
        (r"\bdenies\b", _word("confirms")),
        (r"\brejected\b", _word("accepted")),
        (r"\brejects\b", _word("accepts")),
        (r"\bunlikely\b", _word("likely")),
    )
)
"""What says no, and what is put in its place."""
