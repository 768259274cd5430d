import json
from pathlib import Path

import pytest

from bot.domain.article import Article, Extract
from bot.domain.reading import ActorClaim, Kind
from bot.engines.offline.actors import find_actors
from bot.engines.offline.parsing import parse
from bot.services.cleaning import clean

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def article_of(*paragraphs: str) -> Article:
    return clean(Extract("\n\n".join(paragraphs), language="en"))


def actors_of(*paragraphs: str) -> dict[str, ActorClaim]:
    article = article_of(*paragraphs)
    return {claim.name: claim for claim in find_actors(article, list(parse(article)))}


def plain(role: str | None) -> str:
    return (role or "").casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Deputy Governor Esther Nakabugo told a news conference that risks remained.", "Esther Nakabugo", "deputy governor"),
        ("Schools are shut, Minister for Education Declan Fahy confirmed.", "Declan Fahy", "minister for education"),
        ("Met Éireann forecaster Siobhán Kilbride said gusts were likely.", "Siobhán Kilbride", "met éireann forecaster"),
        ("Union Telecom Minister Smt. Kavitha Rao said rules would follow.", "Kavitha Rao", "union telecom minister"),
        ("The director of the Fisheries Commission, Dr. Ing. Samuel Quaye, said boats would sail.", "Samuel Quaye", "director of the fisheries commission"),
        ("Amara Nwosu took over as chief executive of GridSouth in January.", "Amara Nwosu", "chief executive of gridsouth"),
        ("The cuts are timid, economist Ann Lee said on Monday.", "Ann Lee", "economist"),
        ("Talks failed, US Secretary of State Anthony Blinken said.", "Anthony Blinken", "us secretary of state"),
        ("“We will sleep,” said Dónal Heskin, a retired lobster fisherman.", "Dónal Heskin", "retired lobster fisherman"),
        ("Its chair, Sherida Wongso, described the rule as a tax.", "Sherida Wongso", "chair"),
        ("The group's country director, Niamh Corrigan, appealed for help.", "Niamh Corrigan", "group's country director"),
        ("Teuila Faleolo, who is also Samoa's climate minister, walked out.", "Teuila Faleolo", "samoa's climate minister"),
        ("“They promised,” says Maureen Tolley, who has run the pub since 2009.", "Maureen Tolley", "who has run the pub since 2009"),
        ("Gareth Tolley, 44, a tug skipper, is standing on a single issue.", "Gareth Tolley", "tug skipper"),
        ("Taras Havrylenko led the team; he is a deputy minister for infrastructure.", "Taras Havrylenko", "deputy minister for infrastructure"),
        ("His brother-in-law, Dennis Habeck, has pleaded not guilty.", "Dennis Habeck", "brother-in-law"),
        ("A former ambulance man named Rein Saar stood across the road.", "Rein Saar", "former ambulance man"),
        ("The winner is Joan Pruitt, and the count is over.", "Joan Pruitt", "winner"),
        ("Lt. Col. Rosa Lindgren told the crew that the tug had held.", "Rosa Lindgren", "lt. col."),
        ("Mayor-elect Sofía Lagos left without a word.", "Sofía Lagos", "mayor-elect"),
        ("Prosecuting counsel Aoife Brandt asked for six years.", "Aoife Brandt", "prosecuting counsel"),
        ("Health MEC Nomvula Sityata asked for calm.", "Nomvula Sityata", "health mec"),
        ("The minister for housing, Emer Duggan TD, said that rents had peaked.", "Emer Duggan", "minister for housing"),
        ("Coach Bev Lund, the first woman to lead the side, made no excuses.", "Bev Lund", "coach"),
        ("Elena Marchetti has been named director of the gallery.", "Elena Marchetti", "director of the gallery"),
        ("The board of the bank named Joan Pruitt chief executive on Monday.", "Joan Pruitt", "chief executive"),
        ("Costs will rise, said Pol Lt Col Wichai Naknoi, director of the commission's office in Nan.", "Wichai Naknoi", "director of the commission's office in nan"),
        ("It passed, though Councillors Tierney and Stritch abstained.", "Tierney", "councillor"),
        ("Simon Mills, prosecuting, said the money was gone.", "Simon Mills", "prosecuting"),
        ("The results were good, Warren Ackerley at Barclays said.", "Warren Ackerley", "at barclays"),
        ("She had beaten the top seed, Amara Diallo, in March.", "Amara Diallo", "top seed"),
        ("The future film-maker Nora Bexley shared a bench with him.", "Nora Bexley", "future film-maker"),
        ("The head of the military administration in the nearest town, Vitalii Demchuk, sighed.", "Vitalii Demchuk", "head of the military administration in the nearest town"),
    ],
)  # fmt: skip
def test_a_person_has_the_role_that_the_sentence_prints(text: str, name: str, role: str) -> None:
    actor = actors_of(text)[name]
    assert actor.kind is Kind.PERSON
    assert plain(actor.role) == role
    assert actor.sentences == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "Halyna Moroz counted the money and told them that her tongue was older than the war.",
        "Alan Prowse, who denied wrongdoing, left on Monday and told nobody why.",
        "The road is closed, the minister said, and Halyna Moroz told reporters that she had walked.",
        "In the report, Halyna Moroz said, nothing was true.",
        "Halyna Moroz, who has died aged 93, drew letters.",
        "Halyna Moroz, 58, of Lviv, told the court that nothing was true.",
        "“I am glad that Halyna Moroz, the right leader for our next chapter, has come,” the letter said.",
        "“I am glad. Halyna Moroz, the right leader for our next chapter, has come,” the letter said.",
    ],
)
def test_neither_a_verb_nor_a_speaker_gives_a_role(text: str) -> None:
    assert all(actor.role is None for actor in actors_of(text).values())


def test_a_plural_role_is_shared_out_in_order() -> None:
    found = actors_of(
        "The presidents of Russia and the United States, Vladimir Putin and Joe Biden, agreed to talk."
    )
    assert found["Vladimir Putin"].role == "president of Russia"
    assert found["Joe Biden"].role == "president of the United States"


def test_judges_in_a_list_are_each_a_judge() -> None:
    found = actors_of("Judges Ann Lee, Bo Yun and Carl Diaz will hear the case in May.")
    assert {actor.role for actor in found.values()} == {"Judge"}
    assert set(found) == {"Ann Lee", "Bo Yun", "Carl Diaz"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministry of Agriculture, Livestock and Fisheries denied the report.", "Ministry of Agriculture, Livestock and Fisheries", Kind.ORGANIZATION),
        ("The Organization for Security and Co-operation in Europe (OSCE) sent monitors.", "Organization for Security and Co-operation in Europe", Kind.ORGANIZATION),
        ("The Patriotic Front for Masisi (FPM) seized the town.", "Patriotic Front for Masisi", Kind.ORGANIZATION),
        ("Tanzania's foreign ministry denied the report.", "Tanzania's foreign ministry", Kind.ORGANIZATION),
        ("The Congolese army said on Tuesday that it had agreed to nothing.", "Congolese army", Kind.ORGANIZATION),
        ("Holding Graz Linien runs the trams.", "Holding Graz Linien", Kind.ORGANIZATION),
        ("The deal between Lindal Grid and the Social Democrats failed.", "Lindal Grid", Kind.ORGANIZATION),
        ("Save the Children signed the letter.", "Save the Children", Kind.ORGANIZATION),
        ("Chipmaker Corvida Semiconductor declined to comment.", "Corvida Semiconductor", Kind.ORGANIZATION),
        ("Northgate Vale beat Gornik Zabrze 3-1 at home.", "Gornik Zabrze", Kind.ORGANIZATION),
        ("Harlow Town begin their season on Saturday. Last year Town lost twice.", "Harlow Town", Kind.ORGANIZATION),
        ("The Office for Budget Responsibility has halved its forecast.", "Office for Budget Responsibility", Kind.ORGANIZATION),
        ("Council leader Tom Pritchard (Labour) resigned.", "Tom Pritchard", Kind.PERSON),
        ("The band Paper Moon are back with a new record.", "Paper Moon", Kind.ORGANIZATION),
        ("Brightwater & Sons has sold the plant.", "Brightwater & Sons", Kind.ORGANIZATION),
        ("Jamaat al-Sahel claimed the attack; the group denied the rest.", "Jamaat al-Sahel", Kind.ORGANIZATION),
        ("St. Mary's Hospital treated nine victims.", "St. Mary's Hospital", Kind.ORGANIZATION),
        ("The Kremlin said that it would study the list.", "Kremlin", Kind.STATE),
        ("Norway and the African Union will co-host a conference.", "Norway", Kind.STATE),
        ("Suva complained to the court in 2005.", "Suva", Kind.STATE),
        ("President Han Ji-won said that she would visit in spring.", "Han Ji-won", Kind.PERSON),
        ("The envoy, Mohammed bin Rashid Al Falasi, is expected on Thursday.", "Mohammed bin Rashid Al Falasi", Kind.PERSON),
        ("Councillor A. Okafor will lead the delegation.", "A. Okafor", Kind.PERSON),
        ("Rovers stay second behind Calder Town, who beat Marsh United 3-0.", "Calder Town", Kind.ORGANIZATION),
        ("The yard was taken over by Halvard Marine, and Halvard Marine sold it.", "Halvard Marine", Kind.ORGANIZATION),
        ("The plan of the investor Trident Point, which owns shares, was rejected.", "Trident Point", Kind.ORGANIZATION),
        ("Ruth Adeyemi is head of design at Transport for London.", "Transport for London", Kind.ORGANIZATION),
        ("South Africa votes on 29 May.", "South Africa", Kind.STATE),
        ("They live in Kelbrook. People from Kelbrook are proud, and Kelbrook voted to leave.", "Kelbrook", Kind.PLACE),
        ("They are survived by their daughters, Celia and Frances, and a son.", "Celia", Kind.PERSON),
        ("In the third minute Ruben Castanho turned in a cross.", "Ruben Castanho", Kind.PERSON),
        ("Wrexford Rovers won again on Friday, and the Rovers manager was pleased: Rovers stay second.", "Rovers", Kind.ORGANIZATION),
        ("Defence Minister Suryadi said that he welcomed the talks.", "Suryadi", Kind.PERSON),
    ],
)  # fmt: skip
def test_names_are_whole_and_of_the_right_kind(text: str, name: str, kind: Kind) -> None:
    found = actors_of(text)
    printed = {form: actor.kind for actor in found.values() for form in (actor.name, *actor.aliases)}
    assert printed[name] is kind


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Trains between Lexford and Ashford stop, Northern Rail said.", {"Lexford and Ashford"}),
        ("Corvane Industries Inc. (NYSE: CVN) reported a profit.", {"CVN"}),
        ("The delegations met in Geneva and flew home to Paris.", {"Geneva", "Paris"}),
        ("On Monday in March the Canteen Protocol was signed.", {"Monday", "March", "Canteen Protocol"}),
        ("The talks go on. (Reporting by Lena Osterwald; editing by Tom Harrigan)", {"Lena Osterwald", "Tom Harrigan"}),
        ("Residents of the village of Kalunda fled when shelling began.", {"Kalunda", "Residents"}),
        ("Construction begins in May. Construction is dear, the Construction Federation said.", {"Construction"}),
        ("The Divisional Police Commander, Superintendent Ann Boakye, said so.", {"Divisional Police Commander"}),
        ("Police arrested Marko Ilic, 34, of Novi Sad, on Tuesday.", {"Novi Sad"}),
        ("The Annual General Meeting voted for the plan.", {"Meeting"}),
        ("The Town Clerk reported that the lights had cost less.", {"Town Clerk"}),
        ("She turned down a CBE and sued the Nantwich branch of the bank.", {"CBE", "Nantwich"}),
        ("The Devon firm Aquastruct gave an estimate.", {"Devon"}),
        ("Expect Jason Beer to ask about the emails.", {"Expect Jason Beer"}),
        ("Nobody had told them that they could sign anything.", {"Nobody"}),
        ("Her former colleague is now an ambassador to Berlin.", {"Berlin", "Her"}),
    ],
)  # fmt: skip
def test_what_does_not_act_is_no_actor(text: str, absent: set[str]) -> None:
    assert not absent & set(actors_of(text))


def test_surname_title_and_other_spellings_are_one_person() -> None:
    found = actors_of(
        "The spokesman, Mohammad-Reza Tavakkoli, presented the bill.",
        "Tavakkoli said that it would pass. Engineer Tavakoli answered that farmers come first.",
    )
    assert set(found) == {"Mohammad-Reza Tavakkoli"}
    assert {"Tavakkoli", "Tavakoli", "Engineer Tavakoli"} <= set(found["Mohammad-Reza Tavakkoli"].aliases)


def test_two_people_with_one_surname_stay_two() -> None:
    found = actors_of(
        "Maureen Tolley, the landlady, said that she was tired.",
        "Gareth Tolley, a tug skipper, said that he was not. They are no relation.",
    )
    assert {"Maureen Tolley", "Gareth Tolley"} <= set(found)


def test_an_organization_keeps_its_acronym_and_its_short_name_as_aliases() -> None:
    found = actors_of(
        "The Southern African Development Community (SADC) mediated the talks.",
        "SADC said that a round would follow. Bridgewater Relief, an aid group, asked for money.",
        "Bridgewater said that it would close two clinics.",
    )
    assert found["Southern African Development Community"].aliases == ("SADC",)
    assert found["Bridgewater Relief"].aliases == ("Bridgewater",)
    assert plain(found["Bridgewater Relief"].role) == "aid group"


def test_a_state_acts_under_its_metonyms() -> None:
    found = actors_of(
        "Romania put the conference off. Bucharest gave no reason, and Romania will host it in May."
    )
    assert found["Romania"].kind is Kind.STATE
    assert found["Romania"].aliases == ("Bucharest",)


def test_every_role_stands_in_a_cited_sentence() -> None:
    article = article_of(SAMPLE.joinpath("moscow-washington.txt").read_text(encoding="utf-8"))
    for actor in find_actors(article, list(parse(article))):
        cited = " ".join(article.sentence(i).text for i in actor.sentences).casefold()
        words = (actor.role or "").casefold().replace("’s", "").split()
        assert all(word.rstrip("s") in cited for word in words), actor


def test_the_sample_gives_all_its_people_with_their_roles() -> None:
    gold = json.loads(SAMPLE.joinpath("moscow-washington.gold.json").read_text(encoding="utf-8"))
    found = actors_of(SAMPLE.joinpath("moscow-washington.txt").read_text(encoding="utf-8"))
    people = [actor for actor in gold["actors"] if actor["kind"] == "person"]
    with_role = [p for p in people if p["name"] in found and plain(found[p["name"]].role) == plain(p["role"])]
    assert {p["name"] for p in people} <= set(found)
    assert len(with_role) >= 13
    assert found["Russia"].kind is found["United States"].kind is Kind.STATE


def test_nothing_is_found_in_nothing() -> None:
    assert find_actors(article_of("It rained all day on the quiet hills."), []) == ()
