"""English words down to a common stem: endings off, spellings one, irregular forms joined.

Lighter than Porter's stemmer and a little greedier: it serves to compare two wordings, never to print.
"""

from functools import lru_cache

_IRREGULAR = {
    form: line.split()[0]
    for line in """
say said | meet met | win won | lose lost | fall fell fallen | rise rose risen | hold held | leave left |
pay paid | begin began begun | sell sold | buy bought | tell told | take took taken | give gave given | go
went gone | see saw seen | draw drew drawn | know knew known | grow grew grown | break broke broken | choose
chose chosen | write wrote written | seek sought | bring brought | think thought | build built | send sent |
spend spent | keep kept | make made | sit sat | stand stood | swear swore sworn | shoot shot | strike struck
| lead led | feed fed | flee fled | freeze froze frozen | lend lent | child children | man men | woman women
| foot feet | die dying | speak spoke spoken | steal stole stolen | run ran | come came | become became |
find found | catch caught | teach taught | fight fought | hear heard | mean meant | feel felt | hide hid
hidden | drive drove driven | fly flew flown | throw threw thrown | withdraw withdrew withdrawn | wear wore
worn | tear tore torn | shake shook shaken | bear bore borne | get got gotten | forget forgot forgotten |
sink sank sunk | swim swam | sing sang | shrink shrank shrunk | wake woke woken | bind bound | deal dealt |
read | show shown | prove proven | slide slid | good better best | bad worse worst | many more most | tooth
teeth | mouse mice | crisis crises | analysis analyses | criterion criteria | put putting | cut cutting |
set setting | hit hitting | quit quitting | let letting | be is are was were been being am | have has had
having | do does did done doing | arise arose arisen | uphold upheld | retake retook retaken | overcome
overcame | undertake undertook undertaken | forbid forbade forbidden | seize seized seizure | lay laid | lie
lay lain | hang hung | light lit | stick stuck | sweep swept | Dutch | life lives | half halves | wife wives
| knife knives | axe axed axes axing
| defer defers deferred deferring | shelve shelved shelves shelving
| mission missions | leaf leaves | thief thieves | pursue pursuit | believe belief | receive
receipt | fail failure | depart departure | press pressure | grow growth | warm warmth | weigh weight | able
ability | strong strength strengthen | long length lengthen | short shorten | wide widen | high height |
deep depth deepen | true truth | poor poverty | safe safety | sale sales | proof | choice | speech |
applicant apply applied application | reply replied replies | deny denied denial denies denying | defence
defense defend | offence offense offend | licence license | practice practise | use used using uses | die
died dies | decide decision decisions | collide collision | expand expansion | extend extension | divide
division | conclude conclusion | include inclusion | exclude exclusion | explode explosion | invade invasion
| permit permission | admit admission | submit submission | suspend suspension | succeed success | arrive
arrival | survive survivor | approve approval | refuse refusal | propose proposal | renew renewal | remove
removal | withdraw withdrawal | dismiss dismissal | appoint appointee | analyse analyze | paralyse paralyze
| judgment judgement judge | tyre tire | storey story | metre meter | litre liter | theatre theater | centre
center central | programme program | cheque check | grey gray | kerb curb | plough plow | jewellery jewelry
| aluminium aluminum
| agree agreed agrees agreeing agreement agreements | guarantee guaranteed guarantees | decree decreed decrees
| free freed frees | oversee oversaw overseen oversees | flee flees fleeing | foresee foresaw foreseen
| shut shutting shuts | undergo underwent undergone | rerun reran | bid bidding bids
""".replace("\n", " ").split("|")
    for form in line.split()
}
_ENDINGS = (
    ("isers", "iz"), ("iser", "iz"), ("izers", "iz"), ("izer", "iz"), ("isations", "iz"), ("izations", "iz"),
    ("isation", "iz"), ("ization", "iz"), ("ising", "iz"), ("ised", "iz"),
    ("ises", "iz"), ("ise", "iz"), ("izing", "iz"), ("ized", "iz"), ("izes", "iz"), ("ize", "iz"),
    ("ational", "at"), ("ations", "at"), ("ation", "at"), ("ities", "it"), ("ments", ""), ("ment", ""),
    ("nesses", ""), ("ness", ""), ("ically", "ic"), ("ances", "anc"), ("ences", "enc"), ("ance", "anc"),
    ("ence", "enc"),
    ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("edly", ""), ("ies", "y"), ("ied", "y"),
    ("eed", "eed"),
    ("ed", ""), ("ors", ""), ("ers", ""), ("or", ""), ("er", ""), ("sses", "ss"), ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""), ("ly", ""), ("tive", "t"),
    ("sive", "s"),
    ("ity", "it"),
)  # fmt: skip
_VERBAL = {"ed", "ing", "s", "ings"}
_SHORTEST = 3
_VOWELS = frozenset("aeiouy")
_WHOLE = {"mission"}
"""Words that would lose what is no ending, and become another (“miss”)."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of a folded word; numbers and very short words stand as they are."""
    word = _IRREGULAR.get(word, word)
    if len(word) <= _SHORTEST or word in _WHOLE or not word.isalpha():
        return word
    short = _shorten(_respell(word))
    return _IRREGULAR.get(short, short)


def _respell(word: str) -> str:
    if len(word) > 5:  # noqa: PLR2004  (four, hour, tour and your keep theirs)
        word = word.replace("our", "or", 1) if word.find("our") > 1 else word
    return word.replace("ogue", "og")


def _shorten(word: str) -> str:
    for ending, instead in _ENDINGS:
        if not word.endswith(ending):
            continue
        kept = word[: -len(ending)] + instead
        if len(kept) >= _SHORTEST and not _VOWELS.isdisjoint(kept):
            return _trim(_agent(kept) if ending in _VERBAL else kept)
    return _trim(word)


def _agent(word: str) -> str:
    """“order” from “ordered” loses its ending as “order” itself does."""
    return word[:-2] if word.endswith(("er", "or")) and len(word) > _SHORTEST + 1 else word


def _trim(word: str) -> str:
    if len(word) > _SHORTEST and word[-1] == "e":
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" and len(word) > _SHORTEST else word


PHRASAL = {
    (stem(verb), particle): stem(meant)
    for meant, forms in {
        "cancel": "call off|put paid",
        "suspend": "break off",
        "postpone": "put off|put back|push back|carry over|set back|hold over|hold off",
        "advance": "bring forward|move forward",
        "reject": (
            "turn down|turn away|throw out|vote down|vote against|decide against|knock back|strike down"
        ),
        "dismiss": "brush aside|wave aside|brush off|shrug off",
        "exclude": "rule out|leave out|keep out",
        "withdraw": "pull out|back out|drop out|opt out|back down|walk away",
        "absent": "stay away|keep away",
        "fail": "fall through|fall short",
        "close": "shut down|close down",
        "lack": "run out",
        "resign": "step down|stand down",
        "establish": "set up",
        "conduct": "carry out",
        "proceed": "go ahead",
        "happen": "take place|come about",
        "attend": "take part",
        "match": "keep pace|keep up",
        "deliver": "hand over|hand out",
        "abandon": "give up",
        "abolish": "do away",
        "undecided": "leave open",
    }.items()
    for verb, particle in (form.split() for form in forms.split("|"))
}
"""Verbs whose meaning is in their particle, by stem and particle."""

MEANT = frozenset(PHRASAL.values())
"""The stems of what they mean."""


def is_past(word: str) -> bool:
    """Whether a folded word is an irregular form of another (“spent”, “held”)."""
    return _IRREGULAR.get(word, word) != word
