"""The vocabulary of announcements: word families that say whether, and how firmly, something lies ahead."""

from collections.abc import Iterator

from bot.services.wordlists import listed


def forms(verbs: str) -> frozenset[str]:
    """The base forms given and every regular inflection of them; a doubled consonant is tried for all."""
    return frozenset(form for verb in verbs.split() for form in _inflected(verb))


def _inflected(verb: str) -> Iterator[str]:
    yield verb
    yield from (verb + "s", verb + "es")
    if verb.endswith("e"):
        yield from (verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y"):
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ed", verb + "ing")
    else:
        yield from (verb + "ed", verb + "ing", verb + verb[-1] + "ed", verb + verb[-1] + "ing")


SCHEDULING = (
    forms(
        "schedule plan slate bill book timetable programme program appoint list earmark arrange convene time"
    )
    | forms("reserve designate fix pencil mark announce confirm call promise")
    | listed("set sets setting due foreseen meant supposed poised")
)
"""A timetable speaks: with one of these in the verb chain, even a past tense announces."""

EXPECTING = forms("expect anticipate intend aim hope tip project prepare") | listed(
    "likely foreseen forecast poised meant supposed promised promises plans plan planning"
)
"""Expected rather than fixed."""

PROPOSING = forms(
    "propose suggest offer consider mull pencil want seek invite urge recommend wish float"
) | listed("sought ready willing")
"""Somebody would like it to happen."""

DECIDING = forms("""
agree decide determine order rule require oblige promise pledge vow undertake threaten vote approve commit
instruct direct summon invite propose suggest offer extend grant give adjourn remand bail ban suspend ask
allow permit resolve advise notify declare demand petition accept
""") | listed("given gave undertook undertaken sworn bound chosen chose picked")
"""Past or perfect, these leave something to come."""
OUTCOME = forms(
    "fail refuse decline manage help neglect begin start continue try seem appear use cease hesitate "
    "struggle hope wait want like happen come tend prove turn"
) | listed("begun sought been become had got forgotten")
"""With an infinitive these tell what came of it, not what it is for."""

PLANS = listed(
    "plan plans proposal proposals decision deal agreement commitment invitation permission order schedule"
    " deadline date bid pledge promise intention offer vow time chance right days weeks hours months"
)
"""Nouns whose infinitive lies ahead: “a plan to open in May”, “15 days to answer”."""

POSTPONING = forms("postpone defer reschedule adjourn delay relist refix prepone")
POSTPONING_TO = forms("slip slide move shift extend switch adjust transfer rearrange post") | listed(
    "reset resets slid push pushes pushed pushing"
)
"""These postpone by what follows: “moved to Friday”."""
POSTPONING_WITH = forms("push carry") | listed("put hold held bring brought brings")
"""These postpone with a particle: “pushed back”, “carried over”."""
PARTICLES = listed("off back over forward")
TO = frozenset({"to", "until", "till"})
"""What stands before a new date."""
INSTEAD = listed(
    "instead postponed deferred rescheduled delayed moved pushed put shifted cancelled canceled scrapped"
)
"""What tells that an older date no longer holds."""

CANCELLING = forms("cancel scrap abandon axe shelve ditch drop nix abort")

DENYING = forms("deny refute rebut dismiss disavow debunk disprove") | listed(
    "denial denials untrue hoax rumour rumor speculation"
)

COGNITION = forms("""
imply mean reckon believe think fear bet price estimate show indicate reflect argue warn predict doubt
remember assume guess suspect know feel see say tell claim insist note recall regret worry want like need seem
appear look hint speculate wonder hope aim
""") | listed("thought bets meant knew known felt saw seen said told")
"""Opinion and inference: they carry no happening themselves."""

STATIVE = forms(
    "outlive outlast survive remain stay continue keep last live exist depend involve belong matter "
    "prove sound contain"
) | listed("be is are was were been being have has had kept")
TREND = forms("""
slip edge hover rise fall grow shrink climb decline increase decrease ease slow double triple reach exceed
average total miss improve worsen cost outpace outnumber narrow widen deepen accelerate weaken strengthen peak
stabilise stabilize moderate halve quadruple account amount become
""") | listed("rose fell grew shrank risen fallen grown overtake lose gain drop drops")
"""Movements of quantities: a forecast, not an appointment, when no day is named."""

HAPPENING = forms("""
come follow expand fight begin start open close end launch publish release meet visit travel host sign vote
elect convene gather resume reopen debut premiere ship deliver arrive depart leave return play face tackle
perform tour stage air broadcast screen introduce unveil inaugurate appear testify decide rule hear sentence
consider debate review adopt ratify submit file hand announce report brief present address attend join speak
expire elapse lapse finish complete conclude stop strike march rally protest celebrate mark conduct organise
organize run kick land dock sail fly lift roll deploy withdraw transfer move retire resign step swear install
appoint replace auction sell buy pay issue list trade merge split reconvene discuss negotiate hold exchange
swap receive enter go stand recommence commence reduce raise cut cancel ban demolish build construct test
examine audit choose register apply enrol enroll retake compete race chair table pass poll inspect tender
award qualify welcome undergo restart switch shut implement send bring take settle unseal implant vaccinate
evacuate abolish arraign assemble baptise baptize beatify bury canonise canonize christen commemorate
consecrate contest converge cremate crown decommission demerge deport disband disburse disembark dismantle
dissolve distribute divorce embark enact enthrone evict exhume extradite headline induct jail marry
nationalise nationalize nominate ordain preside privatise privatize prosecute quiz rebuild redeem refurbish
rehear relaunch relocate renovate repatriate repay rerun resit reunite salute scrutinise scrutinize surrender
unite upgrade vacate wed collect fill
""") | listed(
    "held met began begun chosen sworn sent brought taken spoken flown paid sold bought built broadcast"
    " given opens set read led heard stood left put"
)
"""Verbs of things that take place on a day."""

GENERIC = listed("""
come fight go stand stop move pay buy sell cut raise reduce lift take bring send receive enter leave return
list pass roll run play hear consider speak give put rule choose join address welcome settle settles
""")
"""Happenings only with a day or a month: “will pay more next year” is no event."""

EVENTS = listed("""
meeting meetings summit talks conference congress convention session sitting hearing hearings trial retrial
inquest sentencing verdict ruling judgment judgement election elections by-election byelection vote ballot
referendum primary primaries runoff run-off poll polls polling inauguration swearing-in ceremony opening
closing launch launches release premiere debut concert concerts gig gigs show shows festival tour exhibition
fair expo match game fixture final semi-final semifinal quarter-final derby race marathon tournament
championship championships cup olympics games bout fight draw strike strikes walkout protest protests march
rally demonstration parade auction sale deadline cut-off expiry expiration visit trip audience reception
dinner funeral memorial service wedding anniversary debate reading briefing statement budget speech address
lecture workshop seminar forum council commission plenary round rounds negotiations consultations consultation
review decision announcement report publication results earnings update test tests flight flights mission
liftoff lift-off landing spacewalk docking exercise exercises drill drills count census survey inspection
audit interview broadcast webinar presentation screening performance recital match-up playoff play-off
playoffs qualifier kick-off tender offering listing flotation ipo merger closure reopening shutdown eclipse
holiday resumption handover transfer withdrawal signing ratification entry interpellation gathering assembly
agm hustings appeal extradition execution event events appearance start stocktaking dose jab rollout roll-out
""")
"""Nouns that name a happening, for dates that hang on a noun alone."""

URGING = forms("urge advise warn encourage recommend ask tell remind")
"""What others are told to do is their affair, unless it is a happening itself."""

TRYING = forms("try struggle race rush scramble fight work") | listed("fought sought")
"""Effort promises nothing."""

READY = listed(
    "open ready available complete out back over live operational closed shut finished online home away in up"
)
"""What a thing may be, from a day on."""

HABITUAL = listed(
    "normally usually typically generally often always traditionally regularly routinely annually frequently"
)
FORMERLY = listed("originally initially previously first")
CONDITIONS = listed("if unless provided providing assuming")
PROVISIONAL = listed("bill draft proposal proposals")
"""What is only laid before a parliament binds nobody yet."""

VENUES = listed("""
hall annex centre center stadium arena court courthouse palace parliament headquarters school university
theatre theater museum church cathedral mosque temple park airport airstrip port harbour harbor base camp
camps embassy office offices hotel library town city village capital studio gallery square street station
bridge dam lake river island islands ground grounds stand hospital clinic prison campus building house
pavilion venue garden gardens reefs border premises forum factory plant
""")
