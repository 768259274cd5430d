"""English words that judge rather than report (the subjective words of Recasens et al. 2013, P13-1162).

A sentence that uses one outside quotation marks, and says of nobody that they said it, is chosen late for
a neutral summary.
"""

import re

_WORDS = """
abject abominable absurd absurdly alarming alarmingly amazing amazingly appalling appallingly
astonishing atrocious awful barbaric beautiful beautifully beloved blatant blatantly bloodthirsty
bogus boldly botched brazen brilliant brilliantly brotherly brutal brutally callous chaos chaotic
charming clumsy craven cronies crooked cruel cunning cynical cynically dazzling deplorable desperate
desperately despicable devious disastrous disgrace disgraceful dismal dreadful eccentric egregious
embarrassing evil excellent exquisite extraordinary fabulous fanatical farce farcical fiasco
flagrant flawless foolish foolishly generous genius ghastly glaring glorious gorgeous grandly greedy
grotesque gruesome heartbreaking heartless hero heroes heroic heroically hideous horrendous horrible
horrific hypocrisy hypocritical iconic idiotic ill-fated incompetent incredible incredibly inept
infamous infuriating insidious joke laughable legendary ludicrous lunatic magnificent malicious
marvellous marvelous masterful masterly meddling menacing merciless mess messy miraculous mockery
monstrous mutter naive nasty nefarious nonsense notorious obnoxious obscene outrageous outrageously
pathetic perverse phoney phony pitiful poignant pompous predictably preposterous propaganda proudly
puppet puppets reckless recklessly regrettably remarkable remarkably reproach repugnant ridiculous
ridiculously rotten ruthless ruthlessly sadly scandalous scathing shameful shamefully shameless
shocking shockingly sinister so-called spectacular spectacularly splendid spurious stunning stupid
stupidly superb terrible terribly thrilling thugs toxic tragically treacherous tyrannical ugly
unbelievable unforgivable unfortunately unsurprisingly vicious viciously vile villain villains
wicked wonderful wonderfully wretched
"""

LOADED = frozenset(_WORDS.split())

_ATTRIBUTED = re.compile(
    r"\b(said|says?|saying|told|tells|according to|call(s|ed)|described|accus\w+|argu(e|es|ed)|claim\w*|wrote"
    r"|writes|added|labelled|condemned|denounced|critici[sz]ed|quoted|insist(s|ed)|warn(s|ed))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z-]*")


def is_loaded(told: str) -> bool:
    """Whether a sentence, its quotations taken out, judges in its own voice."""
    return not _ATTRIBUTED.search(told) and not LOADED.isdisjoint(_WORD.findall(told.casefold()))
