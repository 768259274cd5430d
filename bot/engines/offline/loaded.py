"""English wording that judges rather than reports: words of Recasens et al. (2013, P13-1162), tabloid idiom.

A sentence that uses one outside quotation marks, and says of nobody that they said it, is chosen late for
a neutral summary.
"""

import re

from bot.services.wordlists import listed

LOADED = listed("""
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
self-styled shady sham shambles shambolic shameful shamefully shameless shamelessly shocking shockingly
sickening sinister slammed sleazy smug sneering so-called spectacular spectacularly spineless
splendid spurious squalid stale stellar stooge strongman stubborn stubbornly stunning stupid
stupidly superb supposedly surprisingly tawdry terrible terribly threadbare thrilling thugs timid
tired toothless toxic toxicity tragically traitor traitors travesty treacherous treachery triumph
triumphant triumphantly tyrannical ugly unbelievable unforgivable unfortunately unholy
unsurprisingly vaunted vicious viciously vile villain villains vulgar warmonger warmongers weird
wicked witch-hunt wonderful wonderfully wretch wretched
blithely bloated bloodbath blundered blundering boasted boondoggle brazenly bungled bungling bust-up
butchered carnage cash-strapped caved charade circus-like climbdown clobber clobbered clunky contemptible
conveniently cowed crippling crisis-hit crowed cushy defiantly deluded dire disgraced dither dithered
dithering doggedly doom-laden draconian dutifully electrified electrifying eye-watering fat-cat fearless
feckless feeble feebly feisty fiefdom figleaf fleece fleeced flip-flopped flop flopped foolhardy frantically
frenzy frittered fumed funnyman gaffe gleefully glitzy gloated gobbled gobsmacked grasping greed
groundbreaking groveled groveling grovelled grovelling half-baked half-hearted ham-fisted hare-brained hated
haughtily heavy-handed hell-bent hellish henchman henchmen high-handed howled hypocrites ill-conceived
ill-judged ill-starred inspirational ironically jaw-dropping jaw-droppingly jeered kowtow kowtowed lackey
lackeys lacklustre lavished lazily lifeless long-suffering lousy mandarins masterclass mauled mayhem
mealy-mouthed measly meekly mercilessly mindlessly misery moaned mouthwatering much-hyped much-loved
much-maligned nail-biting nervously nightmare nobly once-great once-mighty once-proud onslaught overblown
paltry pandered pandering pantomime peddled peddling pen-pusher pen-pushers pitiless plucky plush pocketed
pointedly pork-barrel posh pummelled raged railed railroaded ranted red-faced righteously rip-off romped
rubbished rudely ruinous scandal-hit scandal-plagued scandalously scoffed scornfully scot-free self-serving
shabby sheepishly showdown sideshow sky-high slavishly sloppy slunk smokescreen sneaked sneakily snub
snubbed snuck soulless splurged squander squandered squandering staggering steamrollered stench stonewalled
sycophant sycophants tellingly thrashed thuggery thundered tinpot tireless tirelessly torched trailblazing
trashed trigger-happy trounced turmoil two-faced tyrant u-turn unashamedly underhand unforgivably unloved
valiantly visionary walloped whinged whingeing whining whitewash whopping wisely woeful woefully wolfed
world-beating
""")
_IDIOM = re.compile(
    r"\b(shell(ed|s|ing)? out|(go|goes|gone|went) cold on|(hit|lash(ed|es)?) out at|in tatters|on its knees"
    r"|slap in the face|kick(ed|ing)? the can|turn(ed|s|ing)? a blind eye|pour(ed|s|ing)? scorn"
    r"|rid(es?|ing) roughshod|past (it|its best)|white elephants?|money pits?|laughing stocks?|fat cats?"
    r"|heads (will |should )?roll|borrowed time|drag(ged|s|ging)? ((its|their|his|her) feet|on for)"
    r"|under the (carpet|rug)|(nobody|no one) asked for|lin(e|ed|es|ing) (its|their|his|her) pockets"
    r"|jump(ed|s|ing)? the gun|through the nose|wake-up call|(pet|vanity) projects?|gravy train"
    r"|daylight robbery|spin machine|(union|party) bosses|waste of (money|time|space)|to ransom"
    r"|sold .{0,30}for a song|up in arms|golden opportunity|asleep at the wheel|laugh(ed|ing)? all the way"
    r"|pick(ed|ing)? up the (tab|bill)|under the bus|lip service|hot air|(empty|broken|hollow) promises"
    r"|false dawn|poisoned chalice|time ?bomb|house of cards|nail in the coffin"
    r"|(writing|handwriting) on the wall|can of worms|in the room|tip of the iceberg|perfect storm"
    r"|window dressing|merry-go-round|soap opera|left to rot|rammed through|trot(ted|s|ting)? out"
    r"|bulldozed (its|his|her|their)|milk(ed|ing) the|with contempt|with indignation|monument to"
    r"|dream(ed|t) up|cash(ed|ing)? in on|cos(y|ied|ying) up to|wav(ed|ing) away|shrug(ged|ging)? off"
    r"|nod(ded|ding)? .{0,20}through|cav(e|es|ing) in to|an insult to|hang(s|ing)? over the)\b"
)
_SUFFERED = (
    "agony|anguish|austerity|bickering|chaos|confusion|decline|delays?|despair|drift|dithering|excuses|failure"
    "|fear|frustration|hardship|heartache|hype|inaction|infighting|mismanagement|neglect|pain|promises|silence"
    "|speculation|squabbling|stagnation|uncertainty|waiting|wrangling"
)
_FORM = re.compile(
    r"\b(yet (again|another)|nothing short of|little short of|(no|little|small) wonder|precious (few|little)"
    r"|so much for|needless to say|(smack|reek)(s|ed|ing)? of|to (nobody|no one)'s surprise|for once"
    r"|at long last|could hardly be|long (years|months|weeks) (of|with)"
    r"|as \w+ (dictates|demands|would have it)"
    rf"|(days|weeks|months|years|decades) of ([a-z]+ )?({_SUFFERED}))\b"
    r"|(?<!would )(?<!something )(?<!anything )\blike an? [a-z]|\ban? [a-z]+ like (?!this|that|th[eo]se|it\b"
    r"|him|her|us\b|ours|any|many|most|other|no\b|the\b)[a-z]+ [a-z]+"
)
"""Turns of speech that judge whatever stands in them: similes, “yet another”, “months of uncertainty”."""
_LITERAL = re.compile(
    r"\b(disaster (relief|management|response|recovery|fund|zone|area|agency|risk|declaration)"
    r"|natural disasters?|toxic (waste|substances?|gas(es)?|chemicals?|fumes|algae|materials?|smoke|sludge)"
    r"|puppet (theat\w+|show)|mess hall|cheap(er)? (loans?|labou?r|imports?|energy|power|fuel)|dramatic arts"
    r"|chaos theory|mad cow|hero(es|ine)? of the (novel|film|book|play|story)"
    r"|like an? (child|woman|man|person) )\b"
)
"""The same words where they name a thing."""

_ATTRIBUTED = re.compile(
    r"\b(said|says?|saying|told|tells|according to|(?<!-)call(s|ed)|described|accus\w+|argu(e|es|ed)"
    r"|claim\w*|wrote"
    r"|writes|added|labelled|condemned|denounced|critici[sz]ed|quoted|insist(s|ed)|warn(s|ed))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z-]*")
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
"""A word with a capital in the middle of a sentence, where the others have none: a name."""


def is_loaded(told: str) -> bool:
    """Whether a sentence, its quotations taken out, judges in its own voice."""
    folded = _LITERAL.sub(" ", _NAMED.sub(" ", told).replace("’", "'").casefold())
    judges = not LOADED.isdisjoint(_WORD.findall(folded)) or bool(
        _IDIOM.search(folded) or _FORM.search(folded)
    )
    return judges and not _ATTRIBUTED.search(told)
