"""English wording that judges rather than reports: words of Recasens et al. (2013, P13-1162), tabloid idiom.

A sentence that uses one outside quotation marks, and says of nobody that they said it, is chosen late for
a neutral summary.
"""

import re

from bot.services.wordlists import listed

LOADED = listed("""
abject abominable absurd absurdity alarming amazing appalling arrogant astonishing atrocious awful barbaric
beautiful beleaguered beloved betrayal betrayed bitter bizarre blasted blatant bleak blithely bloated
bloodbath bloodthirsty blundered blundering boasted bogus boldly bombshell boondoggle botched brazen
breathtaking brilliant brotherly brutal brutalized bully bullying bungled bungling bust-up butchered callous
carnage cash-strapped catastrophe catastrophic caved chaos chaotic charade charming cheap cheeky chilling
circus-like clearly climbdown clobber clobbered clueless clumsy clunky contemptible conveniently cosy coward
cowardice cowed craven crazy crippling crisis-hit cronies cronyism crooked crowed crude cruel cunning cushy
cynical damning dazzling debacle defiantly deluded deplorable desperate despicable devious dire dirty disaster
disastrous disgrace disgraced disgraceful disgusted disgusting dismal dither dithered dithering doggedly
doom-laden doomed draconian dramatic dramatically dreadful dreary dubious dull dutifully eccentric egregious
electrified electrifying embarrassing embattled evil excellent exquisite extraordinary eye-watering fabulous
fanatical farce farcical fat-cat fearless feckless feeble feebly feisty fiasco fiefdom fierce figleaf flagrant
flawless fleece fleeced flip-flopped flop flopped foolhardy foolish frantically frenzy frittered fumed
funnyman furious fury gaffe generous genius ghastly glaring gleefully glitzy gloated glorious gobbled
gobsmacked gorgeous grandiose grandly grasping greed greedy grim grotesque groundbreaking groveled groveling
grovelled grovelling gruesome gutless half-baked half-hearted ham-fisted hapless hare-brained hated haughtily
heartbreaking heartless heavy-handed hell-bent hellish henchman henchmen hero heroes heroic heroically heroine
hideous high-handed hopeless horrendous horrible horrific howled humiliating humiliation hypocrisy hypocrites
hypocritical hysteria hysterical iconic idiotic ill-conceived ill-fated ill-judged ill-starred incompetent
incredible incredibly inept inevitably infamous infuriating insane insidious inspirational ironically
jaw-dropping jeered joke kowtow kowtowed lackey lackeys lacklustre lambasted lamentable laughable laughably
lavish lavished lazily legendary lifeless long-suffering lousy ludicrous lunatic mad madness magnificent
malicious mandarins marvellous marvelous masterclass masterful masterly mauled mayhem mealy-mouthed measly
meddling meekly meltdown menacing mercifully merciless mess messy mindlessly miracle miraculous misery moaned
mockery monstrous mouthwatering much-hyped much-loved much-maligned much-vaunted murky mutter nail-biting
naive nasty nefarious nervously nightmare nobly nonsense notorious obnoxious obscene obviously once-great
once-mighty once-proud onslaught orgy outrage outrageous overblown paltry pandered pandering pantomime
pathetic peddled peddling pen-pusher pen-pushers perverse pettily petty phoney phony pitiful pitiless plucky
plush pocketed poignant pointedly pointless pompous pork-barrel posh predictably preposterous propaganda
propagandist proudly pummelled puppet puppets rabid raged railed railroaded rampant ranted reckless red-faced
regime regrettably remarkable remarkably reproach repugnant ridiculous righteously rip-off ripped romped
rotten rubbished rudely ruinous ruthless sadly savage savaged scandal-hit scandal-plagued scandalous scathing
scoffed scornfully scot-free self-serving self-styled shabby shady sham shambles shambolic shameful shameless
sheepishly shocking showdown sickening sideshow sinister sky-high slammed slavishly sleazy sloppy slunk
smokescreen smug sneaked sneakily sneering snub snubbed snuck so-called soulless spectacular spineless
splendid splurged spurious squalid squander squandered squandering staggering stale steamrollered stellar
stench stonewalled stooge strongman stubborn stunning stupid superb supposedly surprisingly sycophant
sycophants tawdry tellingly terrible terribly thrashed threadbare thrilling thuggery thugs thundered timid
tinpot tired tireless toothless torched toxic toxicity tragically trailblazing traitor traitors trashed
travesty treacherous treachery trigger-happy triumph triumphant trounced turmoil two-faced tyrannical tyrant
u-turn ugly unashamedly unbelievable underhand unforgivable unforgivably unfortunately unholy unloved
unsurprisingly valiantly vaunted vicious vile villain villains visionary vulgar walloped warmonger warmongers
weird whinged whingeing whining whitewash whopping wicked wisely witch-hunt woeful wolfed wonderful
world-beating wretch wretched
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
    words = _WORD.findall(folded)
    judges = not LOADED.isdisjoint({*words, *(word.removesuffix("ly") for word in words)}) or bool(
        _IDIOM.search(folded) or _FORM.search(folded)
    )
    return judges and not _ATTRIBUTED.search(told)
