"""Word tables for names and roles, all lower case. Closed classes and heads only: no names of real actors."""

import re


def _table(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _table(
    "sri mr mrs ms miss mx dr prof professor sir dame lord lady madam madame monsieur mme mlle señor"
    " señora sr sra don doña herr frau sheikh shaikh sheikha imam ayatollah hojjatoleslam mullah maulana"
    " haji hajji rabbi rev reverend fr father sister brother mother pope king queen prince princess"
    " emperor sultan emir tsar duke duchess count countess baron baroness engineer eng khun phra khru"
    " datuk dato tun tengku hon honourable honorable shri smt u daw pak ibu bapak begum ustad pastor"
)
"""Words printed before a name that say how a person is addressed."""

POLITE = _table(
    "mr mrs ms miss mx dr sir dame lord lady madam madame monsieur mme mlle señor señora sr sra don doña"
    " herr frau st hon honourable honorable shri sri smt u daw pak ibu bapak khun eng datuk dato tun tan"
)
"""Those among them that say nothing about what the person does."""


RANKS = _table(
    "general gen colonel col lieutenant lt major maj captain capt sergeant sgt corporal cpl private"
    " admiral adm commodore commander cmdr brigadier brig marshal pol inspector insp superintendent supt"
    " constable pc det detective dci justice judge magistrate"
)

TITLES = (
    HONORIFICS
    | RANKS
    | _table(
        "chief president vice deputy prime minister premier chancellor governor secretary spokesman"
        " spokeswoman spokesperson senator sen gov pres representative rep congressman congresswoman mp mep"
        " msp td ambassador envoy commissioner chairman chairwoman chairperson chair director ceo cfo coo cto"
        " founder co-founder cofounder mayor councillor councilman councilwoman councilmember alderman"
        " attorney prosecutor treasurer sheriff speaker leader head coach manager archbishop bishop cardinal"
        " abbot patriarch metropolitan editor professor author economist analyst lawyer ombudsman auditor"
        " administrator undersecretary under-secretary coordinator rapporteur negotiator delegate"
        " counsellor"
        " consul officer executive trustee rector dean provost chargé prefect superintendent comptroller"
        " lawmaker legislator assemblyman assemblywoman assemblymember firefighter midfielder striker"
        " defender"
        " goalkeeper forward winger quarterback pitcher skipper"
    )
)
"""Words that can stand, capitalised, before a name: offices, ranks and ways of address."""

OFFICE_QUALIFIERS = _table(
    "former ex acting interim deputy assistant associate vice outgoing incoming first second senior"
    " junior chief principal permanent special lead under joint honorary retired then late current new"
    " newly co"
)

PERSON_NOUNS = TITLES - _table("st u fr don count sr eng forward private metropolitan hon chief") | _table(
    "man woman boy girl person child son daughter wife husband widow widower mother father brother sister"
    " uncle aunt cousin nephew niece grandson granddaughter grandmother grandfather partner neighbour"
    " neighbor friend colleague in-law counterpart successor predecessor rival opponent incumbent"
    " candidate nominee contender runner-up winner victim survivor witness defendant plaintiff claimant"
    " suspect dissenter resident villager local tourist passenger patient refugee migrant voter volunteer"
    " activist campaigner organiser organizer protester student pupil graduate scholar academic researcher"
    " scientist historian economist gerontologist expert specialist consultant adviser advisor aide"
    " assistant official officer bureaucrat diplomat negotiator mediator envoy delegate representative"
    " spokesman spokeswoman spokesperson chief head leader boss chair chairman president secretary-general"
    " vice-president vice-chair vice-chairman director-general governor-general head-teacher general-"
    " secretary undersecretary king queen heir monarch ruler dictator warlord commander fighter rebel"
    " soldier pilot captain skipper sailor seaman fisherman farmer rancher grower herder shepherd gardener"
    " miner worker labourer laborer engineer mechanic electrician plumber carpenter builder architect"
    " designer planner driver operator conductor porter guard policeman policewoman detective inspector"
    " investigator prosecutor lawyer solicitor barrister counsel attorney advocate judge jurist magistrate"
    " notary clerk registrar treasurer accountant auditor banker broker trader dealer investor analyst"
    " strategist developer landlord landlady tenant owner proprietor co-owner shopkeeper grocer baker"
    " butcher chef cook waiter waitress bartender publican seller vendor merchant businessman"
    " businesswoman entrepreneur industrialist tycoon billionaire millionaire founder co-founder manager"
    " executive administrator employee staffer intern trustee shareholder teacher schoolteacher"
    " headteacher headmaster headmistress lecturer professor tutor principal dean rector doctor physician"
    " surgeon nurse midwife paramedic medic pharmacist dentist vet veterinarian psychologist psychiatrist"
    " therapist epidemiologist biologist chemist physicist geologist astronomer ecologist meteorologist"
    " author writer novelist poet playwright journalist reporter correspondent editor columnist"
    " broadcaster presenter host anchor producer publisher blogger photographer filmmaker director actor"
    " actress singer songwriter rapper musician guitarist drummer bassist pianist composer dancer"
    " choreographer painter sculptor artist curator critic star celebrity model comedian player footballer"
    " cricketer midfielder striker defender goalkeeper winger forward batsman batter bowler all-rounder"
    " coach trainer referee umpire athlete runner sprinter swimmer cyclist rider jockey boxer wrestler"
    " golfer racer champion medallist medalist teammate priest pastor bishop archbishop cardinal pope imam"
    " rabbi monk nun abbot abbess cleric preacher minister mayor governor senator deputy lawmaker"
    " legislator congressman congresswoman councillor councilor commissioner politician statesman member"
    " ex-member veteran pensioner retiree orphan twin hunter trapper scout explorer climber mountaineer"
    " astronaut cosmonaut hacker programmer coder technician librarian archivist translator interpreter"
    " chairwoman chairperson co-chair co-chairman co-author co-leader co-director promoter sponsor donor"
    " philanthropist patron dissident prisoner detainee inmate fugitive gunman attacker assailant killer"
    " murderer thief robber smuggler trafficker spy agent informant whistleblower ombudsman prefect ex-"
    " prefect wrangler ranger warden steward firefighter fireman lifeguard caretaker gynaecologist postman"
    " postwoman courier ferryman beekeeper brewer winemaker potter weaver tailor blacksmith chancellor"
    " emperor sultan emir prince princess ambassador consul premier rapporteur coordinator bride groom"
    " fiancé fiancée boyfriend girlfriend spouse relative parent guardian sibling stepfather stepmother"
    " brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law ancestor"
    " descendant fellow whip convener convenor coroner chaplain cleaner roofer welder crofter vocalist"
    " frontman soprano tenor jumper thrower hurdler vaulter skater skier rower gymnast lifter customer"
    " barber undertaker diver miller carer caregiver cashier counsellor counselor trainee apprentice"
    " adjudicator assessor examiner moderator organist cantor sexton usher bricklayer roadie docent"
    " hydrologist modeller roommate genius hero heroine legend pioneer inventor chieftain elder mogul"
    " magnate strongman militant jihadist"
)
"""Nouns for people; suffixes below add the open classes."""

KIN = _table(
    "son daughter wife husband widow widower mother father brother sister uncle aunt cousin nephew niece"
    " grandson granddaughter grandmother grandfather partner neighbour neighbor friend colleague twin"
    " sibling relative parent boyfriend girlfriend fiancé fiancée spouse successor predecessor rival"
    " opponent teammate victim man woman boy girl person brother-in-law sister-in-law in-law client"
    " claimant plaintiff defendant suspect witness"
)

_PERSON_SUFFIX = re.compile(
    r"(?:film|law|policy|wine|watch|cheese|dress|furniture|shoe|instrument)maker"
    r"|.{2,}(?:man|woman|person|ologist|ician|ographer|keeper|mate|worker|owner|holder|player|fighter|writer"
    r"|teacher|trader|seller|breeder|grower|builder|driver|smith|(?<![lmf])ist|eer|yst|setter|goer|monger|wright)"
)
_NOT_PERSON = _table(
    "career beer pioneer catalyst human german roman shaman consist assist exist resist persist insist"
    " pier tier pacemaker container racist populist layer"
)


def is_person_noun(word: str) -> bool:
    """Whether a common noun, in the singular or the plural, names what a person is or does."""
    lower = word.casefold()
    return _person(lower) or (lower.endswith("s") and _person(lower[:-1])) or lower.endswith(("men", "women"))


AGENTIVE = re.compile(r"[a-z-]{3,}(?:er|or|ian|ee|ist|ster|eur|euse|wright|smith)")
_NOT_AGENTS = _table(
    "number letter order paper matter chapter quarter winter summer weather power water river tower"
    " center other october november december september door floor factor error sector color labor motor"
    " tractor corridor mirror never over under after offer answer dinner border corner barrier computer"
    " server carrier tanker freighter cluster shelter theater chamber character disaster register shoulder"
    " finger degree committee fee coffee guarantee jubilee tree list harbor favor flavor humor honor"
    " behavior interior exterior transfer encounter counter poster semester fever layer flyer fibre cover"
    " helicopter newsletter banner manner trailer thriller charter ladder timber rubber copper silver"
    " leather feather monster"
)


def is_agentive(word: str) -> bool:
    """Whether a noun looks like one for somebody who does something (“modeller”); only for proven people."""
    return AGENTIVE.fullmatch(word) is not None and word not in _NOT_AGENTS and word not in ORG_NOUNS


def _person(word: str) -> bool:
    if word in PERSON_NOUNS or ("-" in word and word.rpartition("-")[2] in PERSON_NOUNS):
        return True
    return word not in _NOT_PERSON and _PERSON_SUFFIX.fullmatch(word) is not None


PLURAL_PEOPLE = re.compile(r"(?:.*(?:s|men|women)|people)", re.IGNORECASE)

ORG_HEADS = _table(
    "ministry court council bank commission union institute university party group inc ltd llc plc gmbh"
    " corp corporation company co committee agency authority association federation"
    " confederation league alliance organization organisation bureau board department office parliament"
    " assembly congress senate duma knesset bundestag majlis chamber service services administration"
    " secretariat directorate inspectorate foundation trust society club academy college school centre"
    " center forum front movement army navy force forces police brigade battalion guard corps command"
    " mission observatory community network coalition bloc tribunal fund headquarters fc afc united"
    " rovers athletic holdings holding partners capital securities energy motors airlines airways railways"
    " railway rail technologies systems laboratories labs software media broadcasting press newspaper"
    " centers centres societies institutes associations ambulance legion section festival herbarium"
    " subcommittee branch times post herald tribune wanderers rangers albion hotspur celtic dynamo gazette"
    " courier journal observer guardian telegraph hospital clinic museum gallery theatre theater orchestra"
    " ensemble philharmonic opera ballet choir church diocese archdiocese synod monastery cathedral temple"
    " mosque cooperative co-operative collective consortium syndicate exchange stock insurance mutual"
    " bancorp financial industries manufacturing pharmaceuticals pharma steel mining minerals petroleum"
    " oil gas electric power water utilities telecom communications logistics shipping lines freight port"
    " ports dac pty srl spa oyj presidency cabinet embassy consulate delegation watch"
    " international initiative programme program register registry ombudsman prosecutor's treasury workers"
    " teachers miners democrats republicans conservatives liberals greens socialists communists list"
    " brotherhood militia cartel gang regiment squadron fleet institution archive archives library"
    " laboratory studios records entertainment productions pictures relief aid rescue charity lobby caucus"
    " panel taskforce unit squad division department's councils ministries universities unions"
    " federation's brewery bakery winery farms foods constructions construction engineering consulting"
    " consultants associates brothers sons solutions ventures labour labor lanes passage house bord banco"
    " banque banca ministerio ministère partido parti partij partei partito partai universidad université"
    " universität universidade instituto institut istituto fundación fundação asociación associação"
    " consejo conseil comisión corte cour assemblée sindicato syndicat gewerkschaft bundesbank verband"
    " verein unión unione federación federação liga ligue lega frente movimiento mouvement majelis jamaat"
    " hizb harakat sejm folketing riksbank riksdag storting eduskunta althing dáil seanad comhairle"
    " compañía compagnie gesellschaft werke kommission komisi badan dewan"
)
"""Heads of organization names; weak ones (`WEAK_ORG_HEADS`) need help from elsewhere."""

WEAK_ORG_HEADS = _table(
    "festival herbarium section branch international brotherhood wanderers rangers albion hotspur celtic"
    " dynamo house port water power oil gas steel as sa co united lines post times mission force guard"
    " temple church mosque cathedral school museum gallery library hospital theatre theater press list"
    " initiative programme program lanes passage sons brothers stock monastery energy journal observer"
    " guardian courier rail railway register archive unit division front center centre forum office opera"
    " fund labour labor workers teachers miners command mining"
)

STRONG_ORG_HEADS = ORG_HEADS - WEAK_ORG_HEADS

ORG_NOUNS = _table(
    "organisation organization group company firm party union bank agency association charity club team"
    " band operator ministry council court committee commission board brokerage think-tank tank lender"
    " insurer carrier airline manufacturer maker retailer supplier producer developer newspaper daily"
    " weekly magazine broadcaster station website portal publisher university institute school college"
    " hospital foundation fund trust network coalition alliance movement militia faction gang army force"
    " brigade battalion unit watchdog regulator body authority office post consultancy startup start-up"
    " business chain brand label studio orchestra choir ensemble duo trio quartet federation league"
    " cooperative co-operative collective society institution list bloc mission contractor subsidiary"
    " parent owner rival partner co-owner sponsor organiser organizer host funder donor champion side"
    " squad outfit utility refinery brewery platform ngo nonprofit non-profit giant conglomerate"
    " consortium government state country nation republic neighbour neighbor power ally member kingdom"
    " secretariat service observatory monitor monitoring department bureau opposition incumbent guerrilla"
    " cell builder trader seller promoter miner shipper distributor exporter importer customer bidder"
    " provider arm vehicle backer"
)
"""Common nouns that say what an organization or a state is."""

INSTITUTIONS = _table(
    "ministry army navy military police parliament presidency delegation embassy office senate cabinet"
    " council government court department treasury coastguard consulate secretariat legislature judiciary"
    " federation league regulator authorities authority board administration brigade commission committee"
    " bank force guard union party association tribunal assembly states countries nations unions"
    " opposition"
)

TASKED = _table(
    "committee council board commission authority tribunal court assembly parliament ministry union"
    " federation league association government legislature"
)
"""Bodies that need no name where the words before them say what they are for."""

OFFICIAL = _table(
    "national federal provincial regional municipal central electoral constitutional foreign interior"
    " judicial supreme public parliamentary legislative military financial environmental cantonal"
    " metropolitan cultural civil"
)
"""Adjectives of bodies (“provincial assembly”); “new” or “local” say nothing."""

OTHER_HEADS = _table(
    "agreement treaty act protocol conference summit cup war prize award awards day bill accord accords"
    " convention championship championships olympics marathon pact code law constitution memorandum"
    " resolution directive regulation election elections referendum census ceremony season grand prix"
    " masters derby final finals trophy medal crisis pandemic project pipeline exercise declaration"
    " charter covenant week month year era age revolution uprising deal plan strategy budget report bible"
    " koran quran book novel album song film movie"
)

EVENT_HEADS = _table(
    "festival conference summit fair carnival forum congress championship championships games match election"
    " vote meeting ceremony exhibition parade concert"
)
"""Heads of what is held or put off."""

PLACE_HEADS = _table(
    "river lake sea ocean bay gulf strait straits island islands isle reef reefs atoll peninsula cape"
    " mount mountain mountains hill hills valley desert forest park garden gardens street road avenue lane"
    " square bridge dam canal harbour harbor pier quay airport station stadium arena hall palace castle"
    " tower towers gate hotel market beach coast region province state county district municipality city"
    " town village township parish borough quarter territory basin delta plateau plain plains falls creek"
    " springs point crossing border highway tunnel camp prison jail plant barracks base field fields woods"
    " moor moors north south east west memorial monument cemetery shrine complex compound building plaza"
    " mall mine refinery terminal crater glacier oblast raion voivodeship prefecture"
)

ORG_PARTS = _table(
    "ceo cfo executive executives chairman chairwoman chair board shareholders shareholder shares share"
    " stock fans players employees staff headquarters plant plants factory factories subsidiary members"
    " supporters revenue revenues profit profits sales customers products squad stadium coach keeper"
    " striker midfielder defender goalkeeper captain forward winger newsroom union unions workers unit"
    " spokesman spokeswoman spokesperson president director manager boss founder founders secretary-"
    " general secretary treasurer officials official lawmakers deputies mps senators candidate candidates"
    " engineers management bondholders creditors investors branch branches office offices chapter"
    " delegates delegation fighters militants gunmen troops commander commanders frontman drummer"
    " guitarist bassist singer album tour policy bid takeover offer merger fleet network website app"
    " platform statutes rules"
)
"""What an organization has; right behind a name (“Norvik shares”, “Norvik's board”), a sign of one."""

BODY_PARTS_OF_PEOPLE = _table(
    "lawyer lawyers wife husband mother father son daughter brother sister family death arrest trial"
    " appeal body home speech remarks voice career life children supporters term resignation office client"
    " attorney defence defense parents widow friends testimony book birthday mind face hands hand eyes"
    " health passport"
)
"""What a person has."""

FIRMS_DO = _table(
    "operates operated employs employed manufactures manufactured acquired merged sells supplies"
    " publishes distributes produces trades markets makes owns"
)
PEOPLE_DO = _table(
    "born died married smiled laughed shrugged wept nodded sighed grinned recalled recalls remembers"
    " studied retired grew wants dreams stood sat walked"
)
AGENTS_DO = _table(
    "fined sued hired fired declined refused rejected approved agreed decided voted elected appointed accepted"
    " banned barred blocked charged arrested vetoed passed pledged recalled boycotted condemned criticised"
    " criticized welcomed opposed supported backed apologised apologized appealed settled negotiated signed"
    " withdrew suspended sanctioned invited summoned objected abstained resigned campaigned lobbied filed"
    " ordered ruled upheld overturned acquitted convicted sentenced licensed authorised authorized respond"
    " responded comment reply issued published unveiled commissioned acquired bid launched bought sold"
    " investigated investigates inspected audited regulates oversees funds funded sponsors sponsored hires"
    " plans planned intends wants aims vowed threatened retaliated invaded bombed shelled attacked seized"
    " captured bowled batted scored won drew beat lost equalised equalized qualified relegated promoted"
)
"""What only somebody can do, a person or a body: who does it is more than a place or a thing."""

THINGS = _table(
    "ship ferry vessel tanker freighter trawler yacht tug tugboat frigate destroyer submarine boat liner"
    " barge schooner carrier drug tablet pill medicine vaccine inhaler painkiller antibiotic treatment app"
    " phone smartphone scooter car hatchback saloon suv truck van motorcycle bike rocket satellite probe"
    " orbiter spacecraft rover missile drone aircraft helicopter jet fighter novel album film song single"
    " play musical opera painting sculpture dish cheese wine storm hurricane typhoon cyclone earthquake"
    " variant virus strain horse racehorse dog cat mare stallion gelding locomotive train fertiliser"
    " fertilizer pesticide herbicide chatbot console game gadget"
)
"""Nouns for what has a name and is nobody."""

VESSELS = _table("mv ms hms ss rv uss ins fv mt mf hmas rms rrs sy")
"""What is printed before the name of a ship."""

SHIPS_DO = _table("sailed docked sank capsized moored anchored steamed drifted berthed")

HELD = _table(
    "held organised organized celebrated postponed cancelled canceled staged put scheduled opened attended"
)
"""What is done to events."""

FOUNDED = _table("founded formed established incorporated launched")
OWNED_BY = _table(
    "made developed owned operated funded organised organized published manufactured acquired bought backed sponsored run"
)
"""Deeds that tell organizations from people, weakly."""

HYPHENED = _table(
    "based led born owned run made held style wide elect era old year size like type bound only free"
    " ready rich area wing level grade plus ex in on off up to by and funded"
)
"""What follows a hyphen in an adjective (“Dublin-based”), not in a name (“Ji-won”)."""

RIVALS = _table(
    "rival rivals champions neighbours neighbors hosts newcomers giants visitors leaders strugglers minnows"
)
"""Descriptions of clubs and firms that can open a sentence before a name."""

CONTESTS = _table(
    "meet meets met face faces faced host hosts hosted beat beats defeat defeats defeated thrash thrashed"
    " edge edged play plays played sue sues sued buy buys bought acquire acquires acquired accuse accuses"
    " accused blame blames blamed join joins joined"
)
"""Verbs whose object is a party too."""

GROUP_NOUNS = _table(
    "group party movement militia club band team newspaper company union faction gang network bank agency"
    " airline alliance coalition front army militants rebels fighters insurgents cartel charity magazine"
    " chain brand family label board court commission committee council firm"
)
"""Common nouns right behind a name that say it is a body (“the Wagner group”)."""

PLACE_NOUNS = _table(
    "village town city district tambon province region island port river lake county municipality commune"
    " settlement suburb valley township parish borough hamlet kampung desa barangay oblast raion"
    " prefecture governorate territory archipelago peninsula mountain coast"
)
"""Common nouns right before (or before “of”) a place."""

VENUE_HEADS = _table(
    "hall palace castle stadium arena theatre theater hotel plaza tower museum cathedral temple"
)

PLACE_PREPOSITIONS = _table(
    "in at near from off around across through outside inside into towards toward above below"
)

PARTICLES = _table(
    "de del della di da do dos das du des van von der den ter ten bin bint ibn ben al el la le y e zu es"
    " wa i viuda vda zur zum af av abu ould anak binti bte ní ó ua sans sem et und och og für pour para aux"
)

CONNECTORS = _table("of for on and & the in to against")

DAYS = _table("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")
MONTHS = _table(
    "january february march april may june july august september october november december jan feb mar"
    " apr jun jul aug sep sept oct nov dec ramadan muharram safar shawwal rajab shaban farvardin"
    " ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand"
)
NOT_NAMES = (
    DAYS
    | MONTHS
    | _table(
        "i gp vat ooo oao zao qc kc dj vp gmt utc bst est edt cet cest eest pst pdt ist am pm covid covid-19"
        " gdp tv dvd cd usd eur gbp ok q&a pr it christmas easter thanksgiving carnival lent eid diwali"
        " hanukkah passover god lol photo picture image video file source ai dna hiv aids http https www phd"
        " ba ma msc bbc's ceo cfo coo mp mps mep meps updated published breaking exclusive live analysis"
        " opinion comment q1 q2 q3 q4 h1 h2 internet western eastern northern southern central european"
        " african asian american arab muslim christian jewish catholic islamic islamist hindu buddhist latin"
        " nordic baltic caribbean balkan scandinavian soviet marxist nazi english"
    )
)
"""Capitalised words that are no actor when they stand alone."""

SPEECH = _table(
    "said says say told tells added adds warned warns announced announces stated states declared argued"
    " argues claimed claims insisted insists noted notes replied answered wrote writes called calls denied"
    " denies confirmed confirms explained explains accused accuses described describes urged urges"
    " promised promises predicted reckons thinks believes recalled conceded acknowledged admitted"
    " complained asked responded reported stressed maintained maintains hopes demanded pledged vowed"
    " estimates concluded testified suggested suggests proposed"
)

NEVER_NAMES = _table(
    "the a an no i he she it they we you his her its their our your my who what when where why how which"
    " this that these those"
)
"""Words that are no part of a name even with a capital."""

NAMING_WORDS = _table(
    "new old good first second third one two three four five six seven eight nine ten together people"
)
"""Words that start sentences more often than names, but do start names (“New Dawn”)."""

FUNCTION_WORDS = _table(
    "the a an this that these those he she it they we you i his her its their our your my who what when"
    " where why how which whose if as at by for from in into of off on onto or over to under until up with"
    " without within while after before since because although though but and nor so yet not no all any"
    " both each every either neither few many more most much other others another some several such same"
    " than then there here now today yesterday tomorrow however moreover meanwhile furthermore also still"
    " even just only once twice perhaps maybe instead despite during between among against about above"
    " across along around behind below beneath beside besides beyond near outside inside through"
    " throughout toward towards upon via per unlike like is are was were be been being has have had do"
    " does did will would shall should can could may might must let please yes one two three four five six"
    " seven eight nine ten hundreds thousands millions dozens last next first second third earlier later"
    " recently officially separately according asked given whether whatever whoever nobody everybody"
    " somebody anyone everyone someone nothing everything something good new old local officials people"
    " critics supporters analysts experts police prosecutors lawyers residents witnesses former ex- under-"
)
