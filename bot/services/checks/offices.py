"""Words for what people are: offices, trades and kin that stand beside names."""

from bot.services.checks.listing import listed
from bot.services.checks.stems import stem

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
economist analyst historian goalkeeper striker executive trainer referee
""")
)
