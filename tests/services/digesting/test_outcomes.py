"""Since last time, on what newspapers write: a dozen events, and what is said of them or near them."""

import pytest

from bot.domain.brief import Event
from bot.domain.post import Word
from bot.services.digesting.since import since_last
from tests.services.digesting.made import LAST, NOW, ZONE, brief, event


def due(what: str, *who: str, where: str | None = None) -> Event:
    return event(what, "2026-11-25", who=who, where=where)


CASES: tuple[tuple[Event, tuple[tuple[str, Word], ...]], ...] = (
    (
        due("Bundestag votes on the pension bill", "Bundestag"),
        (
            ("The Bundestag passed the pension bill on Wednesday by 318 votes to 284.", Word.HELD),
            ("The Bundestag approved the pension bill late on Wednesday.", Word.HELD),
            ("The vote on the pension bill in the Bundestag has been postponed to next week.", Word.MOVED),
            ("The Bundestag put off its vote on the pension bill until December 3.", Word.MOVED),
            ("The coalition still argues over the pension bill, the Bundestag said.", Word.NOTHING),
        ),
    ),
    (
        due("The European Central Bank announces its interest rate decision", "European Central Bank"),
        (
            ("The European Central Bank left interest rates unchanged on Wednesday.", Word.HELD),
            ("The European Central Bank cut its interest rate by a quarter point.", Word.HELD),
            ("Economists expect the European Central Bank to cut its interest rate in spring.", Word.NOTHING),
        ),
    ),
    (
        due("Nepal plays Oman in the final", "Nepal", "Oman", where="Kathmandu"),
        (
            ("Nepal beat Oman by five wickets in the final in Kathmandu.", Word.HELD),
            ("The final between Nepal and Oman in Kathmandu was abandoned because of rain.", Word.CANCELLED),
            ("Rain pushed the final between Nepal and Oman back to Friday.", Word.NOTHING),
        ),
    ),
    (
        due("court delivers its verdict in the trial of Marko Tadic", "Marko Tadic"),
        (
            ("The court found Marko Tadic guilty on Wednesday and sentenced him to nine years.", Word.HELD),
            (
                "The court adjourned the trial of Marko Tadic; the verdict is now due on 3 December.",
                Word.MOVED,
            ),
            ("The verdict against Marko Tadic was delivered in the court on Wednesday.", Word.HELD),
        ),
    ),
    (
        due("rail workers strike", "GDL"),
        (
            ("Rail workers of the GDL went on strike on Wednesday.", Word.HELD),
            ("The GDL called off the strike of rail workers hours before it was to begin.", Word.CANCELLED),
            ("The GDL suspended the strike of rail workers for a week.", Word.MOVED),
        ),
    ),
    (
        due("Falcon rocket launches the Hera probe", "SpaceX", where="Cape Canaveral"),
        (
            ("The Falcon rocket lifted off with the Hera probe from Cape Canaveral on Wednesday.", Word.HELD),
            (
                "SpaceX scrubbed the launch of the Hera probe from Cape Canaveral because of wind.",
                Word.CANCELLED,
            ),
            ("The launch of the Hera probe on a Falcon rocket was delayed by a day.", Word.MOVED),
        ),
    ),
    (
        due("The foreign ministers of Iran and Oman meet in Muscat", "Iran", "Oman", where="Muscat"),
        (
            (
                "The foreign ministers of Iran and Oman met in Muscat and agreed on a new round in January.",
                Word.HELD,
            ),
            (
                "Iran's foreign minister said he would not travel to Muscat to meet his colleague from Oman.",
                Word.NOTHING,
            ),
            (
                "The meeting of the foreign ministers of Iran and Oman in Muscat has been cancelled, state television reported.",
                Word.CANCELLED,
            ),
            ("The foreign ministers of Iran and Oman arrived in Muscat on Tuesday.", Word.NOTHING),
        ),
    ),
    (
        due("Tillman's harbour bridge opens to traffic", "Tillman"),
        (
            ("The harbour bridge in Tillman was opened to traffic on Wednesday by the mayor.", Word.HELD),
            ("The opening of Tillman's harbour bridge has been moved to 10 December.", Word.MOVED),
            ("Tillman's harbour bridge will open to traffic a week later than planned.", Word.NOTHING),
            ("A lorry was damaged near the harbour bridge in Tillman.", Word.NOTHING),
        ),
    ),
    (
        due("Apple presents its new phone", "Apple"),
        (("Apple unveiled its new phone on Wednesday.", Word.HELD),),
    ),
    (
        due("deadline for bids for the airport", "Fraport"),
        (
            ("The deadline for bids for the airport was extended to 15 December, Fraport said.", Word.MOVED),
            (
                "The deadline for bids for the airport expired on Wednesday with three offers, Fraport said.",
                Word.HELD,
            ),
        ),
    ),
    (
        due("Kenya holds presidential election", "Kenya"),
        (
            ("Millions of Kenyans voted in the presidential election on Wednesday.", Word.HELD),
            ("Kenya's electoral commission postponed the presidential election by two weeks.", Word.MOVED),
            ("Kenya's opposition denied that the presidential election was cancelled.", Word.NOTHING),
            ("The opposition in Kenya demanded that the presidential election be postponed.", Word.NOTHING),
            ("A year ago Kenya held a presidential election that was annulled.", Word.NOTHING),
        ),
    ),
)


@pytest.mark.parametrize(
    ("given", "said", "word"), [(given, said, word) for given, rows in CASES for said, word in rows]
)
def test_what_became_of_an_event_is_told_as_newspapers_tell_it(given: Event, said: str, word: Word) -> None:
    (found,) = since_last([brief(said)], [brief("x", events=(given,))], LAST, NOW, ZONE)
    assert found.word is word
