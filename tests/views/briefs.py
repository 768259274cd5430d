"""One brief that has a bit of everything that a card can show."""

from bot.domain.article import Article, Published, PublishedFrom, numbered
from bot.domain.brief import Actor, Brief, ClaimKind, EngineInfo, Event, Statement, Withheld
from bot.domain.reading import Kind, Status
from bot.domain.when import Precision, When

SENTENCES = (
    "Malawi and Tanzania agreed on Tuesday to revive a joint commission on their disputed lake boundary.",
    "The commission will convene in Mzuzu from 18 to 20 March, the chief negotiator Chikondi Mbewe said.",
    "Survey teams are to hand over their charts by the end of the year.",
    "President Amara Okoye addresses parliament at 10:00 EAT on 7 December, and a signing follows shortly after.",
)


def article(*sentences: str) -> Article:
    return Article(
        "\n".join(sentences),
        numbered(sentences),
        title="Malawi, Tanzania to revive lake boundary commission",
        url="https://news.example/lake_(malawi)",
        site="The Lake Post",
        published=Published("2026-11-24", PublishedFrom.DATELINE),
    )


def event(
    what: str, when: When, where: str | None = None, status: Status = Status.SCHEDULED, *, past: bool = False
) -> Event:
    return Event(what, where, (), status, when, past, (1,))


DAYS = When("from 18 to 20 March", "2027-03-18/2027-03-20", "2027-03-18", "2027-03-20", Precision.DAYS)
TEN = "2026-12-07T10:00+03:00"
TIME = When("at 10:00 EAT on 7 December", TEN, TEN, TEN, Precision.MINUTE, "EAT")
DEADLINE = When("by the end of the year", "../2026-12-31", None, "2026-12-31", Precision.DAY)
SEASON = When("next spring", "2027-21", "2027-03-01", "2027-05-31", Precision.SEASON)
UNDATED = When("shortly after")
GONE = When("on Tuesday", "2026-11-24", "2026-11-24", "2026-11-24", Precision.DAY)


def full_brief() -> Brief:
    return Brief(
        article=article(*SENTENCES),
        language="en",
        summary=(Statement(SENTENCES[0], (1,)), Statement("Charts are due by the end of the year.", (3,))),
        actors=(
            Actor("Chikondi Mbewe", Kind.PERSON, "chief negotiator", ("Mbewe",), 1, (2,)),
            Actor("Malawi", Kind.STATE, None, (), 1, (1,)),
            Actor("Tanzania", Kind.STATE, None, (), 1, (1,)),
        ),
        events=(
            event("the commission convenes", DAYS, "Mzuzu", Status.EXPECTED),
            event("a signing", UNDATED, status=Status.POSTPONED),
            event("survey teams hand over their charts", DEADLINE),
            event("Amara Okoye addresses parliament", TIME, "the National Assembly"),
            event("a second round of talks", SEASON, status=Status.PROPOSED),
            event("both sides met", GONE, past=True),
        ),
        notes=("“June 1400” read as June 2021 (Solar Hijri)",),
        withheld=(Withheld(ClaimKind.STATEMENT, "Nobody agreed.", "“Nobody” is not in the cited sentences"),),
        engine=EngineInfo("offline"),
    )
