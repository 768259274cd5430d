"""One brief that has a bit of everything."""

import pytest

from bot.domain.article import Article, Published, PublishedFrom, numbered
from bot.domain.brief import Actor, Brief, ClaimKind, EngineInfo, Event, Statement, Usage, Withheld
from bot.domain.reading import Kind, Status
from bot.domain.when import Precision, When

SENTENCES = (
    "Malawi and Tanzania agreed on Tuesday to revive a joint commission on their disputed lake boundary.",
    "The commission will convene in Mzuzu from 18 to 20 March, the chief negotiator Chikondi Mbewe said.",
    "Survey teams are to hand over their charts no later than March 14.",
    "A second round was cancelled, and a signing was expected shortly afterwards.",
)


def _article() -> Article:
    return Article(
        "\n".join(SENTENCES),
        numbered(SENTENCES),
        title="Malawi, Tanzania to revive lake boundary commission",
        url="https://news.example/lake",
        published=Published("2025-03-04", PublishedFrom.DATELINE),
        removed=("Share this", "Leave a Reply"),
    )


@pytest.fixture
def brief() -> Brief:
    return Brief(
        article=_article(),
        language="en",
        summary=(Statement(SENTENCES[0], (1,)), Statement(SENTENCES[2], (3, 2))),
        actors=(
            Actor("Chikondi Mbewe", Kind.PERSON, "chief negotiator", ("Mbewe",), 1, (2,)),
            Actor("Malawi", Kind.STATE, None, ("Lilongwe",), 1, (1,)),
            Actor("Tanzania", Kind.STATE, None, (), 1, (1,)),
        ),
        events=(
            Event(
                "the Joint Boundary Commission would convene",
                "Mzuzu",
                ("Malawi", "Tanzania"),
                Status.SCHEDULED,
                When(
                    "from 18 to 20 March",
                    "2025-03-18/2025-03-20",
                    "2025-03-18",
                    "2025-03-20",
                    Precision.DAYS,
                    None,
                    PublishedFrom.DATELINE,
                ),
                past=False,
                sentences=(2,),
            ),
            Event(
                "hand over their charts",
                None,
                (),
                Status.EXPECTED,
                When(
                    "no later than March 14", "../2025-03-14", None, "2025-03-14", Precision.DAY, None, None
                ),
                past=True,
                sentences=(3,),
            ),
            Event(
                "a second round",
                None,
                (),
                Status.CANCELLED,
                When("shortly afterwards"),
                past=False,
                sentences=(4,),
            ),
        ),
        notes=("“June 1400” read as June 2021 (Solar Hijri)",),
        withheld=(Withheld(ClaimKind.ACTOR, "Nobody", "the name is not in the article"),),
        engine=EngineInfo("offline"),
        usage=Usage(seconds=0.21),
    )
