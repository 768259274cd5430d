"""Words that hold names together or tell what stands beside them, all lower case."""

from bot.services.dating import words
from bot.services.dating.calendars import HIJRI_MONTHS, PERSIAN_MONTHS
from bot.services.wordlists import listed

AGENTS_DO = listed("""
fined sued hired fired declined refused rejected approved agreed decided voted elected appointed accepted
banned barred blocked charged arrested vetoed passed pledged recalled boycotted condemned criticised
criticized welcomed opposed supported backed apologised apologized appealed settled negotiated signed withdrew
suspended sanctioned invited summoned objected abstained resigned campaigned lobbied filed ordered ruled
upheld overturned acquitted convicted sentenced licensed authorised authorized respond responded comment reply
issued published unveiled commissioned acquired bid launched bought sold investigated investigates inspected
audited regulates oversees funds funded sponsors sponsored hires plans planned intends wants aims vowed
threatened retaliated invaded bombed shelled attacked seized captured bowled batted scored won drew beat lost
equalised equalized qualified relegated promoted
""")
"""What only somebody can do, a person or a body: who does it is more than a place or a thing."""

HYPHENED = listed(
    "based led born owned run made held style wide elect era old year size like type bound only free ready"
    " rich area wing level grade plus ex in on off up to by and funded"
)
"""What follows a hyphen in an adjective (“Dublin-based”), not in a name (“Ji-won”)."""

CONTESTS = listed("""
meet meets met face faces faced host hosts hosted beat beats defeat defeats defeated thrash thrashed edge
edged play plays played sue sues sued buy buys bought acquire acquires acquired accuse accuses accused blame
blames blamed join joins joined
""")
"""Verbs whose object is a party too."""

PLACE_PREPOSITIONS = listed(
    "in at near from off around across through outside inside into towards toward above below"
)

PARTICLES = listed(
    "de del della di da do dos das du des van von der den ter ten bin bint ibn ben al el la le y e zu es wa"
    " i viuda vda zur zum af av abu ould anak binti bte ní ó ua sans sem et und och og für pour para aux"
)

CONNECTORS = listed("of for on and & the in to against")

DAYS = frozenset(words.WEEKDAYS)

MONTHS = frozenset({*words.MONTHS, *HIJRI_MONTHS, *PERSIAN_MONTHS})

NOT_NAMES = (
    DAYS
    | MONTHS
    | listed("""
i gp vat ooo oao zao qc kc dj vp gmt utc bst est edt cet cest eest pst pdt ist am pm covid covid-19 gdp tv dvd
cd usd eur gbp ok q&a pr it christmas easter thanksgiving carnival lent eid diwali hanukkah passover god lol
photo picture image video file source ai dna hiv aids http https www phd ba ma msc bbc's ceo cfo coo mp mps
mep meps updated published breaking exclusive live analysis opinion comment q1 q2 q3 q4 h1 h2 internet western
eastern northern southern central european african asian american arab muslim christian jewish catholic
islamic islamist hindu buddhist latin nordic baltic caribbean balkan scandinavian soviet marxist nazi english
""")
)
"""Capitalised words that are no actor when they stand alone."""

SPEECH = listed("""
said says say told tells added adds warned warns announced announces stated states declared argued argues
claimed claims insisted insists noted notes replied answered wrote writes called calls denied denies confirmed
confirms explained explains accused accuses described describes urged urges promised promises predicted
reckons thinks believes recalled conceded acknowledged admitted complained asked responded reported stressed
maintained maintains hopes demanded pledged vowed estimates concluded testified suggested suggests proposed
""")

NEVER_NAMES = listed(
    "the a an no i he she it they we you his her its their our your my who what when where why how which"
    " this that these those"
)
"""Words that are no part of a name even with a capital."""

NAMING_WORDS = listed(
    "new old good first second third one two three four five six seven eight nine ten together people"
)
"""Words that start sentences more often than names, but do start names (“New Dawn”)."""

FUNCTION_WORDS = listed("""
the a an this that these those he she it they we you i his her its their our your my who what when where why
how which whose if as at by for from in into of off on onto or over to under until up with without within
while after before since because although though but and nor so yet not no all any both each every either
neither few many more most much other others another some several such same than then there here now today
yesterday tomorrow however moreover meanwhile furthermore also still even just only once twice perhaps maybe
instead despite during between among against about above across along around behind below beneath beside
besides beyond near outside inside through throughout toward towards upon via per unlike like is are was were
be been being has have had do does did will would shall should can could may might must let please yes one two
three four five six seven eight nine ten hundreds thousands millions dozens last next first second third
earlier later recently officially separately according asked given whether whatever whoever nobody everybody
somebody anyone everyone someone nothing everything something good new old local officials people critics
supporters analysts experts police prosecutors lawyers residents witnesses former ex- under-
""")
