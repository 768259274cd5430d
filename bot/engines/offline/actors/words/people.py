"""Words for people, all lower case: titles, ranks, what somebody is or does. No names of real actors."""

import re

from bot.engines.offline.actors.words.bodies import ORG_NOUNS
from bot.services.wordlists import listed

POLITE = listed("""
mr mrs ms miss mx dr sir dame lord lady madam madame monsieur mme mlle señor señora sr sra don doña herr frau
st hon honourable honorable shri sri smt u daw pak ibu bapak khun eng datuk dato tun tan engr ing
""")
"""Words printed before a name that say nothing about what the person does."""

HONORIFICS = POLITE - {"tan", "st"} | listed("""
prof professor sheikh shaikh sheikha imam ayatollah hojjatoleslam mullah maulana haji hajji rabbi rev reverend
fr father sister brother mother pope king queen prince princess emperor sultan emir tsar duke duchess count
countess baron baroness engineer phra khru tengku begum ustad pastor
""")
"""Words printed before a name that say how a person is addressed."""

LETTERS = listed("mp mep msp mla ms td tc kc qc sc obe cbe mbe kbe dbe am ao om phd md rn")
"""What is printed behind the names of people: offices, honours and degrees in letters."""

RANKS = listed("""
general gen colonel col lieutenant lt major maj captain capt sergeant sgt corporal cpl private admiral adm
commodore commander cmdr brigadier brig marshal pol inspector insp superintendent supt constable pte pvt pc
det detective dci justice judge magistrate
""")

TITLES = (
    HONORIFICS
    | RANKS
    | listed("""
chief president vice deputy prime minister premier chancellor governor secretary spokesman spokeswoman
spokesperson senator sen gov pres representative rep congressman congresswoman mp mep msp mla mlc mec mna mpp
td cllr amb asst dep msgr ambassador envoy commissioner chairman chairwoman chairperson chair director ceo cfo
coo cto cio cmo founder co-founder cofounder mayor councillor councilman councilwoman councilmember alderman
attorney prosecutor treasurer sheriff speaker leader head coach manager archbishop bishop cardinal abbot
patriarch metropolitan editor professor author economist analyst lawyer ombudsman auditor administrator
undersecretary under-secretary coordinator rapporteur negotiator delegate counsellor emeritus emerita vicar
consul officer executive trustee rector dean provost chargé prefect superintendent comptroller lawmaker
legislator assemblyman assemblywoman assemblymember firefighter midfielder striker defender goalkeeper forward
winger quarterback pitcher skipper
""")
)
"""Words that can stand, capitalised, before a name: offices, ranks and ways of address."""

OFFICE_QUALIFIERS = listed(
    "former ex acting interim deputy assistant associate vice outgoing incoming first second senior junior"
    " chief principal permanent special lead under joint honorary retired then late current new newly co"
)

PERSON_NOUNS = TITLES - listed("st u fr don count sr eng forward private metropolitan hon chief") | listed("""
man boy girl person child son daughter wife husband widow widower uncle aunt cousin nephew niece grandson
granddaughter grandmother grandfather partner neighbour neighbor friend colleague in-law counterpart successor
predecessor rival opponent incumbent candidate nominee contender runner-up winner victim survivor witness
defendant plaintiff claimant suspect dissenter resident villager local passenger patient refugee migrant voter
campaigner organiser organizer protester student pupil graduate scholar academic researcher historian expert
specialist consultant adviser advisor aide assistant official bureaucrat diplomat mediator chief boss heir
monarch ruler dictator warlord fighter rebel soldier pilot sailor farmer rancher grower herder shepherd
gardener miner worker labourer laborer mechanic plumber carpenter builder architect designer planner driver
operator conductor porter guard investigator solicitor barrister counsel advocate notary clerk registrar
accountant banker broker trader dealer investor developer landlord landlady tenant owner proprietor grocer
baker butcher chef cook waiter waitress bartender publican seller vendor merchant entrepreneur industrialist
tycoon billionaire millionaire employee staffer intern teacher headmaster headmistress lecturer tutor
principal doctor surgeon nurse midwife paramedic medic vet veterinarian chemist astronomer writer novelist
poet journalist reporter correspondent broadcaster presenter host anchor producer publisher blogger actor
actress singer rapper drummer composer dancer painter sculptor curator critic star celebrity model comedian
player footballer cricketer forward batter bowler all-rounder trainer referee umpire athlete runner sprinter
swimmer cyclist rider jockey boxer wrestler golfer racer champion medallist medalist priest monk nun abbess
cleric preacher councilor member veteran pensioner retiree orphan twin hunter trapper scout explorer climber
astronaut cosmonaut hacker programmer coder librarian translator interpreter promoter sponsor donor patron
dissident prisoner detainee fugitive attacker assailant killer murderer thief robber smuggler trafficker spy
agent informant whistleblower wrangler ranger warden steward lifeguard caretaker courier brewer potter weaver
tailor bride groom fiancé fiancée boyfriend girlfriend spouse relative parent guardian sibling stepfather
stepmother brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law ancestor
descendant fellow whip convener convenor coroner chaplain cleaner roofer welder crofter vocalist soprano tenor
jumper thrower hurdler vaulter skater skier rower gymnast lifter customer barber undertaker diver miller carer
caregiver cashier counselor trainee apprentice adjudicator assessor examiner moderator cantor sexton usher
bricklayer roadie docent modeller genius hero heroine legend pioneer inventor chieftain elder mogul magnate
militant grandmaster goaltender linebacker sweeper fencer judoka surfer snowboarder biathlete decathlete
triathlete caddie burgomaster bailiff paralegal actuary adjuster valuer teller financier chiropractor
dietitian nanny babysitter au-pair maid janitor concierge bouncer bodyguard stewardess purser boatswain
deckhand harbourmaster harbormaster docker trucker chauffeur navigator controller dispatcher stationmaster
philosopher theologian agronomist forester logger lumberjack joiner stonemason plasterer jeweller jeweler
bookbinder newsagent greengrocer barista sommelier vintner distiller restaurateur hotelier caterer hairdresser
stylist seamstress cobbler ringmaster clown acrobat juggler impresario choirmaster bandleader maestro cellist
trumpeter showrunner illustrator animator webmaster influencer youtuber podcaster streamer gamer fundraiser
pollster backbencher frontbencher viceroy regent attaché juror appellant petitioner complainant litigant
heiress executor beneficiary hostage captive deserter conscript cadet quartermaster sniper gunner paratrooper
commando insurgent loyalist environmentalist undergraduate postgraduate alumnus alumna commuter pedestrian
passer-by bystander onlooker holidaymaker hiker rambler camper sherpa poacher angler drover newcomer outsider
insider rookie prodigy protégé understudy second-in-command chief-of-staff postmaster postmistress
schoolmaster mufti qadi curate deacon deaconess missionary evangelist pilgrim hermit friar novice guru yogi
shaman taxpayer ratepayer applicant appointee frontrunner favourite favorite finalist challenger laureate
debutant substitute spinner seamer kingpin mastermind ringleader accomplice fraudster burglar kidnapper
hijacker stalker shooter bomber ex-convict supervisor surveyor subcontractor contractor retailer importer
exporter left-back right-back full-back wing-back centre-back center-back fly-half scrum-half centre-half seed
qualifier
""")
"""Nouns for people; suffixes below add the open classes."""

KIN = listed("""
son daughter wife husband widow widower mother father brother sister uncle aunt cousin nephew niece grandson
granddaughter grandmother grandfather partner neighbour neighbor friend colleague twin sibling relative parent
boyfriend girlfriend fiancé fiancée spouse successor predecessor rival opponent teammate victim man woman boy
girl person brother-in-law sister-in-law in-law client claimant plaintiff defendant suspect witness
""")

_PERSON_SUFFIX = re.compile(
    r"(?:film|law|policy|wine|watch|cheese|dress|furniture|shoe|instrument)-?maker"
    r"|.{2,}(?:man|woman|person|ologist|ician|ographer|keeper|mate|worker|owner|holder|player|fighter|writer"
    r"|teacher|trader|seller|breeder|grower|builder|driver|smith|(?<![lmf])ist|eer|yst|setter|goer|monger|wright)"
)

_NOT_PERSON = listed(
    "career beer pioneer catalyst human german roman shaman consist assist exist resist persist insist pier"
    " tier pacemaker container racist populist layer"
)


def is_person_noun(word: str) -> bool:
    """Whether a common noun, in the singular or the plural, names what a person is or does."""
    lower = word.casefold().rstrip(".")
    return _person(lower) or (lower.endswith("s") and _person(lower[:-1])) or lower.endswith(("men", "women"))


_AGENTIVE = re.compile(r"[a-z-]{3,}(?:er|or|ian|ee|ist|ster|eur|euse|wright|smith)")

_NOT_AGENTS = listed("""
number letter order paper matter chapter quarter winter summer weather power water river tower center other
october november december september door floor factor error sector color labor motor tractor corridor mirror
never over under after offer answer dinner border corner barrier computer server carrier tanker freighter
cluster shelter theater chamber character disaster register shoulder finger degree committee fee coffee
guarantee jubilee tree list harbor favor flavor humor honor behavior interior exterior transfer encounter
counter poster semester fever layer flyer fibre cover helicopter newsletter banner manner trailer thriller
charter ladder timber rubber copper silver leather feather monster
""")


def is_agentive(word: str) -> bool:
    """Whether a noun looks like one for somebody who does something (“modeller”); only for proven people."""
    return _AGENTIVE.fullmatch(word) is not None and word not in _NOT_AGENTS and word not in ORG_NOUNS


def _person(word: str) -> bool:
    word = word.removesuffix("-elect").removesuffix("-designate")
    if word in PERSON_NOUNS or ("-" in word and word.rpartition("-")[2] in PERSON_NOUNS):
        return True
    return word not in _NOT_PERSON and _PERSON_SUFFIX.fullmatch(word) is not None


BODY_PARTS_OF_PEOPLE = listed("""
lawyer lawyers wife husband mother father son daughter brother sister family death arrest trial appeal body
home speech remarks voice career life children supporters term resignation office client attorney defence
defense parents widow friends testimony book birthday mind face hands hand eyes health passport
""")
"""What a person has."""

PEOPLE_DO = listed(
    "born died married smiled laughed shrugged wept nodded sighed grinned recalled recalls remembers studied"
    " retired grew wants dreams stood sat walked"
)
