"""English words that claim little by themselves, and nouns by which news refers back to names."""

from bot.services.checks.stems import stem
from bot.services.dating.words import CARDINALS, MONTHS, ORDINALS, TENS, WEEKDAYS
from bot.services.wordlists import listed

STOP = listed("""
a an the this that these those there here it its itself he him his himself she her hers herself they them
their theirs themselves we us our ours i me my you your who whom whose which what where when why how all any
both each every either some such same other others another more most much many few less least lot own very
too so than then and or but if because as until till while of at by for with about against between into
through during before after above below to from up down in out on off over under again further once only
just also even still yet already now is are was were be been being am has have had having do does did doing
will would shall should can could may might must ought let get got put take took taken make made come came
go went give gave given become became keep kept going gone taking making getting giving given doing being
having coming keeping letting putting not no nor never none nothing nobody neither cannot without however
although though whether since unless despite regarding concerning including included according due mr mrs ms
miss sir dr lord lady prof
""")
"""Folded words of grammar; polarity, numbers and dates have checks of their own."""

TITLES = listed("""
mr mrs ms miss mx sir dr lord lady dame prof rev fr hon st gov sen rep gen maj col capt cmdr lt sgt cpl pvt
insp supt det const adm brig
""")
"""Forms of address, folded, which a name is printed with or without."""

LIGHT = (
    STOP
    | listed("""
one ones thing things way ways case cases say says said saying tell tells told add adds added state states
stated call calls called describe described year years month months week weeks day days hour hours minute
minutes time times far date today tomorrow yesterday first last next ahead later earlier ago early late soon
recently currently meanwhile moreover too number people person man woman
""")
    | CARDINALS.keys()
    | TENS.keys()
    | ORDINALS.keys()
)
"""Folded words that claim little by themselves."""

DATES = frozenset({*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS)})
"""Names of months and weekdays, folded."""

DESCRIPTIONS = listed("""
company firm group bank drug ship ferry boat vessel agency board court party union club team ministry fund
charity operator airline school university hospital plant project mission committee commission council
association army government newspaper website church mine dam bridge bill law protocol treaty programme
program rocket satellite orbiter tablet bot network paper institute foundation lender regulator watchdog
authority carrier retailer maker chain summit festival stadium museum airport harbour port pier lake river
island town city village province district
""")
"""Common nouns by which news refers back to a named thing (never to a person)."""

OFFICES = frozenset(
    stem(word)
    for word in listed("""
president minister premier chancellor governor mayor treasurer secretary director chair chairman chairwoman
chairperson chief head leader commander general colonel captain admiral prefect judge justice prosecutor
attorney solicitor lawyer senator deputy lawmaker member representative envoy ambassador consul spokesman
spokeswoman spokesperson commissioner commission coach manager officer executive editor dean rector
principal professor teacher owner partner boss king queen prince speaker whip advisor adviser counsel
marshal sheriff inspector superintendent controller auditor ombudsman researcher farmer fisherman driver
soldier player champion husband wife counterpart official incumbent dissenter founder widow brother sister
son daughter father mother agent author doctor surgeon nurse skipper scientist meteorologist criminologist
economist analyst historian goalkeeper striker trainer referee ceo cfo coo councilman councilwoman
councillor councilor alderman congressman congresswoman legislator magistrate registrar clerk sergeant
lieutenant major brigadier detective constable archbishop bishop cardinal pope imam rabbi pastor abbot
vice-president comptroller negotiator mediator coordinator organiser organizer convener delegate trustee
curator archivist conductor engineer architect geologist biologist volcanologist epidemiologist seismologist
climatologist psychologist activist campaigner headteacher headmaster schoolteacher midfielder defender
emir sultan duke princess pilot
""")
)
"""Stems of words for what people are: offices, trades and kin that stand beside names."""
