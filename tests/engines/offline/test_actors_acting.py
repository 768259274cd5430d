"""Who is an actor because of what is said about it; sentences of many kinds of news."""

import pytest

from bot.domain.article import Extract
from bot.engines.offline.actors import find_actors
from bot.engines.offline.parsing import parse
from bot.services.cleaning import clean


def names_of(text: str) -> set[str]:
    article = clean(Extract(text, language="en"))
    return {
        form for actor in find_actors(article, list(parse(article))) for form in (actor.name, *actor.aliases)
    }


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Meta and Alphabet declined to comment, while Nvidia did not respond to a request.", {"Meta", "Alphabet", "Nvidia"}),
        ("OpenAI hired John Schulman from a rival on Friday.", {"OpenAI", "John Schulman"}),
        ("Ofcom fined TalkTalk, and Ofgem warned suppliers.", {"Ofcom", "Ofgem"}),
        ("The generic version of the inhaler was made by Cipla.", {"Cipla"}),
        ("According to Reuters, the deal was signed by TotalEnergies.", {"Reuters", "TotalEnergies"}),
        ("Grab Holdings of Singapore bought the shops in May.", {"Grab Holdings"}),
        ("The Securities and Exchange Board of India barred its promoters.", {"Securities and Exchange Board of India"}),
        ("The Economic and Financial Crimes Commission arraigned Yahaya Bello before Justice Emeka Nwite.", {"Economic and Financial Crimes Commission", "Yahaya Bello", "Emeka Nwite"}),
        ("The Nigeria Labour Congress called off its strike after talks.", {"Nigeria Labour Congress"}),
        ("Ngũgĩ wa Thiong'o signed the letter; Ngũgĩ wa Thiong'o said so.", {"Ngũgĩ wa Thiong'o"}),
        ("Ferdinand Marcos Jr. vetoed the measure, Executive Secretary Lucas Bersamin said.", {"Ferdinand Marcos Jr.", "Lucas Bersamin"}),
        ("Senators Risa Hontiveros and Sherwin Gatchalian filed a resolution.", {"Risa Hontiveros", "Sherwin Gatchalian"}),
        ("Yoon Suk-yeol's People Power Party boycotted the vote.", {"Yoon Suk-yeol", "People Power Party"}),
        ("“Prices will fall,” said Im Ga-eun, an analyst.", {"Im Ga-eun"}),
        ("The Maricopa County Board of Supervisors voted 4-1 to certify the results.", {"Maricopa County Board of Supervisors"}),
        ("The Austin City Council approved the budget after Mayor Kirk Watson cast his vote.", {"Austin City Council", "Kirk Watson"}),
        ("The school board objected to the road on Tuesday.", {"school board"}),
        ("The council's planning committee will decide the application.", {"planning committee"}),
        ("The Senate banking and finance committee endorsed the bill on Thursday.", {"Senate banking and finance committee"}),
        ("Parliament's environment committee rejected the delay.", {"environment committee", "Parliament's environment committee"}),
        ("The provincial assembly adjourned, and the court of disputed returns sat late.", {"provincial assembly"}),
        ("The governor's office sued the firm over its app.", {"governor's office"}),
        ("Gulf states rejected the offer, and Saudi Arabia recalled its envoy.", {"Gulf states", "Saudi Arabia"}),
        ("The Conservatives accused Labour of hiding the figures.", {"Conservatives", "Labour"}),
        ("The Houthis claimed responsibility for the attack.", {"Houthis"}),
        ("The opposition boycotted the session.", {"opposition"}),
        ("Peru, Chile, Spain, Italy, Poland, Sweden and Finland signed it.", {"Peru", "Finland"}),
        ("The inquiry hears from Paula Vennells on Wednesday.", {"Paula Vennells"}),
        ("Leeds drew with their rivals, and Wolves beat Everton 2-1.", {"Leeds", "Everton"}),
        ("A retired crane driver called Len stood by the gate with his dog.", {"Len"}),
        ("They met Yaw Agyeman, the Ghanaian who led the club to two titles.", {"Yaw Agyeman"}),
        ("Joaquim Ferrer-Dalmau i Rius, the minister of territory, is cross.", {"Joaquim Ferrer-Dalmau i Rius"}),
    ],
)  # fmt: skip
def test_who_does_what_only_somebody_can_do_is_an_actor(text: str, present: set[str]) -> None:
    assert present <= names_of(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The ferry Aratere was late, and the tanker Wakashio ran aground off the reef.", {"Aratere", "Wakashio"}),
        ("The MV Blue Heron was due back on Sunday.", {"MV Blue Heron", "Blue Heron"}),
        ("Pannonol, a once-daily tablet, cut deaths in the trial.", {"Pannonol"}),
        ("The notes of SRD 500 were printed, and she was appointed OBE.", {"SRD", "OBE"}),
        ("The call begins at 9 am NZDT and lasts an hour.", {"NZDT"}),
        ("Rep. Marjorie Greene, R-Ga., said that she would not vote.", {"R-Ga."}),
        ("JOHOR BARU: Police believe that they have broken up a ring.", {"JOHOR BARU"}),
        ("A safety regulator and a new committee may be needed.", {"safety regulator", "new committee"}),
        ("Grab Holdings of Hai Phong bought the shops.", {"Hai Phong", "Grab Holdings of Hai Phong"}),
    ],
)  # fmt: skip
def test_ships_drugs_codes_and_places_are_no_actors(text: str, absent: set[str]) -> None:
    assert not absent & names_of(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The residents' association sued the builder on Monday.", "residents' association"),
        ("The natural resources committee met on Monday.", "natural resources committee"),
        ("The human rights commission sued the city on Monday.", "human rights commission"),
        ("The powerful appropriations committee met on Monday.", "appropriations committee"),
    ],
)
def test_what_is_set_up_for_many_or_for_a_task_is_a_body_also_in_small_letters(text: str, body: str) -> None:
    assert body in names_of(text)


def test_a_place_before_another_body_is_no_short_name_of_the_school_there() -> None:
    found = names_of("The Makgato clinic will reopen. Pupils of Makgato High School painted its walls.")
    assert "Makgato High School" in found
    assert "Makgato" not in found
