"""Words for organizations, all lower case. Closed classes and heads only: no names of real actors."""

from bot.services.wordlists import listed

ORG_HEADS = listed("""
ministry court council bank commission union institute university party group inc ltd llc plc gmbh corp
corporation company co committee agency authority association federation confederation league alliance
organization organisation bureau board department office parliament assembly congress senate duma knesset
bundestag majlis chamber service services administration secretariat directorate inspectorate foundation trust
society club academy college school centre center forum front movement army navy force forces police brigade
battalion guard corps command mission observatory community network coalition bloc tribunal fund headquarters
fc afc united rovers athletic holdings holding partners capital securities energy motors airlines airways
railways railway rail technologies systems laboratories labs software media broadcasting press newspaper
centers centres societies institutes associations ambulance legion section festival herbarium subcommittee
branch times post herald tribune wanderers rangers albion hotspur celtic dynamo gazette courier journal
observer guardian telegraph hospital clinic museum gallery theatre theater orchestra ensemble philharmonic
opera ballet choir church chapel diocese archdiocese synod monastery cathedral temple mosque cooperative
co-operative collective consortium syndicate exchange stock insurance mutual bancorp financial industries
manufacturing pharmaceuticals pharma steel mining minerals petroleum oil gas electric power water utilities
telecom communications logistics shipping lines freight port ports dac pty srl spa oyj presidency cabinet
embassy consulate delegation watch international initiative programme program register registry ombudsman
prosecutor's treasury workers teachers miners democrats republicans conservatives liberals greens socialists
communists list brotherhood militia cartel gang regiment squadron fleet institution archive archives library
laboratory studios records entertainment productions pictures relief aid rescue charity lobby caucus panel
taskforce unit squad division department's councils ministries universities unions federation's brewery bakery
winery farms foods constructions construction engineering consulting consultants associates brothers sons
solutions ventures labour labor lanes passage house bord banco banque banca ministerio ministère partido parti
partij partei partito partai universidad université universität universidade instituto institut istituto
fundación fundação asociación associação consejo conseil comisión corte cour assemblée sindicato syndicat
gewerkschaft bundesbank verband verein unión unione federación federação liga ligue lega frente movimiento
mouvement majelis jamaat hizb harakat sejm folketing riksbank riksdag storting eduskunta althing dáil seanad
comhairle compañía compagnie gesellschaft werke kommission komisi badan dewan
""")
"""Heads of organization names; weak ones (`WEAK_ORG_HEADS`) need help from elsewhere."""

WEAK_ORG_HEADS = listed("""
festival herbarium section branch international brotherhood wanderers rangers albion hotspur celtic dynamo
house port water power oil gas steel as sa co united lines post times mission force guard temple church chapel
mosque cathedral school museum gallery library hospital theatre theater press list initiative programme
program lanes passage sons brothers stock monastery energy journal observer guardian courier rail railway
register archive unit division front center centre forum office opera fund labour labor workers teachers
miners command mining rovers
""")

STRONG_ORG_HEADS = ORG_HEADS - WEAK_ORG_HEADS

ORG_NOUNS = listed("""
organisation organization group company firm party union bank agency association charity club team band
operator ministry council court committee commission board brokerage think-tank tank lender insurer carrier
airline manufacturer maker retailer supplier producer developer newspaper daily weekly magazine broadcaster
station website portal publisher university institute school college hospital foundation fund trust network
coalition alliance movement militia faction gang army force brigade battalion unit watchdog regulator body
authority office post consultancy startup start-up business chain brand label studio orchestra choir ensemble
duo trio quartet federation league cooperative co-operative collective society institution list bloc mission
contractor subsidiary parent owner rival partner co-owner sponsor organiser organizer host funder donor
champion side squad outfit utility refinery brewery platform ngo nonprofit non-profit giant conglomerate
consortium government state country nation republic neighbour neighbor power ally member kingdom secretariat
service observatory monitor monitoring department bureau opposition incumbent guerrilla cell builder trader
seller promoter miner shipper distributor exporter importer customer bidder employer provider arm vehicle
backer investor railway
""")
"""Common nouns that say what an organization or a state is."""

INSTITUTIONS = listed("""
ministry army navy military police parliament presidency delegation embassy office senate cabinet council
government court department treasury coastguard consulate secretariat legislature judiciary federation league
regulator authorities authority board administration brigade commission committee bank force guard union party
association tribunal assembly states countries nations unions opposition
""")

TASKED = listed(
    "committee council board commission authority tribunal court assembly parliament ministry union"
    " federation league association government legislature"
)
"""Bodies that need no name where the words before them say what they are for."""

OFFICIAL = listed("""
national federal provincial regional municipal central electoral constitutional foreign interior judicial
supreme public parliamentary legislative military financial environmental cantonal metropolitan cultural civil
""")
"""Adjectives of bodies (“provincial assembly”); “new” or “local” say nothing."""

ORG_PARTS = listed("""
ceo cfo executive executives chairman chairwoman chair board shareholders shareholder shares share stock fans
players employees staff headquarters plant plants factory factories subsidiary members supporters revenue
revenues profit profits sales customers products squad stadium coach keeper striker midfielder defender
goalkeeper captain forward winger newsroom union unions workers unit spokesman spokeswoman spokesperson
president director manager boss founder founders secretary-general secretary treasurer officials official
lawmakers deputies mps senators candidate candidates engineers management bondholders creditors investors
branch branches office offices chapter delegates delegation fighters militants gunmen troops commander
commanders frontman drummer guitarist bassist singer album tour policy bid takeover offer merger fleet network
website app platform statutes rules
""")
"""What an organization has; right behind a name (“Norvik shares”, “Norvik's board”), a sign of one."""

BRANCHES = listed("branch office plant factory store")
"""What a body has in many places: “the Nantwich branch of the society”."""

FIRMS_DO = listed(
    "operates operated employs employed manufactures manufactured acquired merged sells supplies publishes"
    " distributes produces trades markets makes owns"
)

FOUNDED = listed("founded formed established incorporated launched")

OWNED_BY = listed(
    "made developed owned operated funded organised organized published manufactured acquired bought backed"
    " sponsored run taken"
)
"""Deeds that tell organizations from people, weakly."""

TRADES = listed("""
carmaker automaker chipmaker drugmaker planemaker drinksmaker retailer startup start-up brokerage insurer
lender manufacturer supplier contractor developer broadcaster airline carrier miner brewer refiner regulator
operator newspaper watchdog charity supermarket bookmaker housebuilder shipbuilder
""")
"""Descriptions of firms that open a sentence before a name (“Chipmaker Corvida Semiconductor said”)."""

RIVALS = listed(
    "rival rivals champions neighbours neighbors hosts newcomers giants visitors leaders strugglers minnows"
)
"""Descriptions of clubs and firms that can open a sentence before a name."""

GROUP_NOUNS = listed("""
group party movement militia club band team newspaper company union faction gang network bank agency airline
alliance coalition front army militants rebels fighters insurgents cartel charity magazine chain brand family
label board court commission committee council firm
""")
"""Common nouns right behind a name that say it is a body (“the Wagner group”)."""
