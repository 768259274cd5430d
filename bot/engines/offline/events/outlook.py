"""How firmly a clause announces something: by its tense, its modal and the verbs in its chain."""

from enum import IntEnum

from spacy.tokens import Token

from bot.engines.offline.events.clauses import AUXILIARIES, Clause, children, is_mistagged
from bot.engines.offline.events.words import DECIDING, EXPECTING, OUTCOME, PLANS, SCHEDULING


class Outlook(IntEnum):
    """How much a clause commits itself to what lies ahead."""

    NONE = 0
    POSSIBLE = 1
    PLAIN = 2
    FIRM = 3


WILL = frozenset({"will", "'ll", "’ll"})
MODALS = {
    "will": Outlook.PLAIN,
    "'ll": Outlook.PLAIN,
    "’ll": Outlook.PLAIN,
    "shall": Outlook.PLAIN,
    "would": Outlook.PLAIN,
    "'d": Outlook.PLAIN,
    "’d": Outlook.PLAIN,
    "should": Outlook.PLAIN,
    "must": Outlook.FIRM,
    "may": Outlook.POSSIBLE,
    "might": Outlook.POSSIBLE,
    "could": Outlook.POSSIBLE,
    "can": Outlook.POSSIBLE,
}


def outlook(clause: Clause) -> Outlook:
    """What tense, modal and chain promise, before anything speaks against it."""
    auxiliaries = set(clause.auxiliaries)
    modal = next((MODALS[word] for word in auxiliaries if word in MODALS), None)
    if "ought" in auxiliaries or "unlikely" in clause.words:
        return Outlook.NONE
    if (modal is not None or len(clause.chain) > 1) and _unreal(clause):
        return Outlook.NONE
    if modal is not None:
        return _raised(modal, clause)
    if "had" in clause.auxiliaries and (len(clause.chain) > 1 or set(clause.words) & DECIDING):
        return Outlook.NONE  # “had been due to open”, “had promised a deal”: it did not
    if any(word in PLANS for word in clause.words[1:]):
        return Outlook.FIRM
    plain = _is_present(clause.finite, auxiliaries) or _for_purpose(clause)
    return _raised(Outlook.PLAIN if plain else Outlook.NONE, clause)


def _for_purpose(clause: Clause) -> bool:
    """“have gathered to sign the pact”; but neither “have failed to” nor “have managed to”."""
    infinitive = len(clause.chain) > 1 and any(aux.tag_ == "TO" for aux in children(clause.verb, AUXILIARIES))
    perfect = clause.auxiliaries & {"has", "have", "'ve", "’ve"} and clause.finite.tag_ == "VBN"
    return bool(infinitive and perfect) and not set(clause.words[1:]) & OUTCOME


def _unreal(clause: Clause) -> bool:
    """“would have gone”, “was to have gone”: it did not come; “expects to have gone” may be."""
    hoped = set(clause.words[1:]) & EXPECTING and clause.finite.tag_ != "VBD"
    if clause.auxiliaries & WILL or (hoped and not clause.auxiliaries & {"was", "were", "had"}):
        return False
    modal = any(word in MODALS for word in clause.auxiliaries)
    below = clause.verb is not clause.finite and any(
        a.lower_ == "have" for a in children(clause.verb, AUXILIARIES)
    )
    return below or (modal and any(a.lower_ == "have" for a in children(clause.finite, AUXILIARIES)))


def _raised(plain: Outlook, clause: Clause) -> Outlook:
    """Firm where the chain schedules or decides; in a past or perfect that is the only way to look ahead."""
    words = set(clause.words)
    if _is_to(clause) or words & SCHEDULING or words & {"due"}:
        return Outlook.FIRM
    if words & DECIDING:
        return Outlook.FIRM
    if words & EXPECTING and len(words) > 1:
        return max(plain, Outlook.FIRM)
    return plain


def _is_to(clause: Clause) -> bool:
    """“is to begin”, “were to meet”; and “have until June to ask”."""
    below = clause.chain[-2] if len(clause.chain) > 1 else None
    infinitive = below is not None and any(aux.tag_ == "TO" for aux in children(below, AUXILIARIES))
    return infinitive and clause.finite.lower_ in {"is", "are", "'s", "’s", "was", "were", "has", "have"}


def _is_present(finite: Token, auxiliaries: set[str]) -> bool:
    if auxiliaries & {"was", "were", "had", "did"}:
        return False
    if auxiliaries & {"has", "have"} and finite.tag_ in {"VBN", "VBD"}:
        return False
    return finite.tag_ in {"VBZ", "VBP", "VB", "VBN", "VBG"} or is_mistagged(finite)
