"""English wording that judges rather than reports: words of Recasens et al. (2013, P13-1162), tabloid idiom.

A sentence that uses one outside quotation marks, and says of nobody that they said it, is chosen late for
a neutral summary.
"""

import re

_WORDS = """
abject abominable absurd absurdity absurdly alarming alarmingly amazing amazingly appalling
appallingly arrogant arrogantly astonishing atrocious awful barbaric beautiful beautifully
beleaguered beloved betrayal betrayed bitter bitterly bizarre bizarrely blasted blatant blatantly
bleak bloodthirsty bogus boldly bombshell botched brazen breathtaking brilliant brilliantly
brotherly brutal brutalized brutally bully bullying callous catastrophe catastrophic chaos chaotic
charming cheap cheeky chilling clearly clueless clumsy cosy coward cowardice cowardly craven crazy
cronies cronyism crooked crude cruel cunning cynical cynically damning dazzling debacle deplorable
desperate desperately despicable devious dirty disaster disastrous disgrace disgraceful disgusted
disgusting dismal doomed dramatic dramatically dreadful dreary dubious dull eccentric egregious
embarrassing embattled evil excellent exquisite extraordinary fabulous fanatical farce farcical
fiasco fierce fiercely flagrant flawless foolish foolishly furious furiously fury generous genius
ghastly glaring glorious gorgeous grandiose grandly greedy grim grimly grotesque gruesome gutless
hapless haplessly heartbreaking heartless hero heroes heroic heroically heroine hideous hopeless
hopelessly horrendous horrible horrific humiliating humiliation hypocrisy hypocritical hysteria
hysterical iconic idiotic ill-fated incompetent incredible incredibly inept inevitably infamous
infuriating insane insidious joke lambasted lamentable laughable laughably lavish lavishly legendary
ludicrous lunatic mad madness magnificent malicious marvellous marvelous masterful masterly meddling
meltdown menacing mercifully merciless mess messy miracle miraculous mockery monstrous much-vaunted
murky mutter naive nasty nefarious nonsense notorious notoriously obnoxious obscene obviously orgy
outrage outrageous outrageously pathetic perverse pettily petty phoney phony pitiful poignant
pointless pompous predictably preposterous propaganda propagandist proudly puppet puppets rabid
rampant reckless recklessly regime regrettably remarkable remarkably reproach repugnant ridiculous
ridiculously ripped rotten ruthless ruthlessly sadly savage savaged savagely scandalous scathing
self-styled shady sham shambles shambolic shameful shamefully shameless shocking shockingly
sickening sinister slammed sleazy smug sneering so-called spectacular spectacularly spineless
splendid spurious squalid stale stellar stooge strongman stubborn stubbornly stunning stupid
stupidly superb supposedly surprisingly tawdry terrible terribly threadbare thrilling thugs timid
tired toothless toxic toxicity tragically traitor traitors travesty treacherous treachery triumph
triumphant triumphantly tyrannical ugly unbelievable unforgivable unfortunately unholy
unsurprisingly vaunted vicious viciously vile villain villains vulgar warmonger warmongers weird
wicked witch-hunt wonderful wonderfully wretch wretched
"""

_TABLOID = """
bloated bloodbath boasted boondoggle bust-up carnage cash-strapped climbdown crippling crisis-hit crowed cushy
eye-watering fat-cat flop flopped frenzy fumed gaffe gloated glitzy gobsmacked greed hell-bent hellish
jaw-dropping jeered mauled mayhem moaned mouthwatering nail-biting nightmare onslaught plush pork-barrel posh
pummelled raged ranted red-faced rip-off rubbished scandal-hit scandal-plagued scoffed showdown sky-high snub
snubbed staggering stench thrashed thundered torched trashed trigger-happy u-turn whinged whopping
"""

LOADED = frozenset((_WORDS + _TABLOID).split())
_IDIOM = re.compile(
    r"\b(shell(ed|s|ing)? out|(go|goes|gone|went) cold on|(hit|lash(ed|es)?) out at|in tatters|on its knees"
    r"|slap in the face|kick(ed|ing)? the can|turn(ed|s|ing)? a blind eye|pour(ed|s|ing)? scorn"
    r"|rid(es?|ing) roughshod|past (it|its best)|white elephants?|money pits?|laughing stocks?|fat cats?"
    r"|heads (will |should )?roll|borrowed time|drag(ged|s|ging)? (its|their|his|her) feet"
    r"|under the (carpet|rug)|(nobody|no one) asked for|lin(e|ed|es|ing) (its|their|his|her) pockets"
    r"|jump(ed|s|ing)? the gun|through the nose|wake-up call)\b"
)

_ATTRIBUTED = re.compile(
    r"\b(said|says?|saying|told|tells|according to|call(s|ed)|described|accus\w+|argu(e|es|ed)|claim\w*|wrote"
    r"|writes|added|labelled|condemned|denounced|critici[sz]ed|quoted|insist(s|ed)|warn(s|ed))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z-]*")


def is_loaded(told: str) -> bool:
    """Whether a sentence, its quotations taken out, judges in its own voice."""
    folded = told.casefold()
    judges = not LOADED.isdisjoint(_WORD.findall(folded)) or bool(_IDIOM.search(folded))
    return judges and not _ATTRIBUTED.search(told)
