import pytest

from tests.services.checks.test_statements import reason


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The talks did not settle the row over fees.", "The talks left the row over fees unresolved."),
        ("The committee has not answered the letters.", "The letters to the committee have gone unanswered."),
        ("The vote will not be held on Monday.", "The vote due on Monday has been put off."),
        ("The court, however, declined to halt the work.", "The court, however, did not stop the work."),
        ("The autumn fair in Leeds will not go ahead.", "The autumn fair in Leeds has been scrapped."),
        ("The club last won the cup in 1998.", "The club has not won the cup since 1998."),
        ("Share purchases are on hold.", "The purchase of shares has been suspended."),
        ("The plant did not pass the inspection.", "The plant failed the inspection."),
        ("Repairs are impossible before dawn.", "The crew could not repair it before dawn."),
        ("The third thief has not been caught.", "The third thief is still at large."),
        ("She gave no interview apart from one.", "She gave only one interview."),
        ("The mayor did not rule it out.", "The mayor would not rule it out."),
        ("Nothing in the notice was unlawful.", "The notice was lawful."),
        ("It will not open before 4 May.", "It will open on 4 May at the earliest."),
        ("The members have yet to vote on the sale.", "The members will vote on the sale on 16 April."),
        ("The island will not be served until next year.", "Service to the island will start next year."),
        (
            "The third flight will not take place in June.",
            "The third flight, planned for June, has slipped to July.",
        ),
        ("Alcohol may not be sold on Sunday.", "Alcohol sales will be banned on Sunday."),
        ("All patrols had gone ahead as planned.", "Police said no patrol had been cancelled."),
        (
            "She refused to “play politics” with aid.",
            "She accepted a review and would not “play politics” with aid.",
        ),
        (
            "An electronic registry that was promised in 2021 has yet to be launched.",
            "An electronic registry promised in 2021 has still not been launched.",
        ),
        (
            "The decider against Perth will be played in Melbourne.",
            "Hobart will meet Perth in the decider in Melbourne, with the first pass at noon.",
        ),
        (
            "Neither warden works on Sundays, and the chairman, Tom Prunty, calls it a joke.",
            "The county has two wardens, and neither works on Sundays. So it is a joke, the chairman, Tom Prunty, says.",
        ),
        (
            "She would not say who might bid.",
            "Strand said she would not be surprised to see a counter-offer, though she named no bidder.",
        ),
        (
            "A freezer breakdown in a power cut cost the team three cores.",
            "Three of the cores had to be thrown away after a freezer failed during a power cut.",
        ),
        (
            "Waves forced a navy boat to break off the search for two fishermen who did not come back.",
            "Two fishermen who failed to return are missing. A search by a navy boat was suspended because of waves.",
        ),
        (
            "Ruiz, who denies wrongdoing, is due in court.",
            "Ruiz will be in court. She says she did nothing wrong.",
        ),
        (
            "The player, who has been out since August, returned to training on Monday.",
            "He trained on Monday for the first time since he hurt his knee in August.",
        ),
        ("Neither driver was seriously injured.", "Both drivers escaped with minor injuries."),
        ("The team is unbeaten in twelve matches.", "The team have not lost any of their last 12 games."),
        (
            "The festival will go ahead despite the death of its founder.",
            "The death of the founder will not stop the festival.",
        ),
        ("The road is impassable.", "Nothing can get through on the road."),
        ("The study has not been peer-reviewed.", "The study awaits peer review."),
    ],
)
def test_a_no_in_other_words_passes(text: str, sentence: str) -> None:
    assert reason(text, sentence) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The talks settled the row over fees.", "The talks left the row over fees unresolved."),
        ("The team have lost their last 12 games.", "The team have not lost any of their last 12 games."),
        (
            "The death of the founder will stop the festival.",
            "The death of the founder will not stop the festival.",
        ),
        (
            "The court stopped the piling work.",
            "The court declined to halt the piling work already under way.",
        ),
        ("All patrols had been cancelled.", "Police said no patrol had been cancelled."),
        ("The committee has answered the letters.", "The letters to the committee have gone unanswered."),
        ("The club accepted the offer from Leeds.", "The club rejected the offer from Leeds."),
        ("The plant passed the inspection.", "The plant failed the inspection."),
        ("The two firms reached a deal on Monday.", "The two firms failed to reach a deal on Monday."),
        ("The mayor has named a date for the vote.", "The mayor has not named a date for the vote."),
        ("The batteries had been replaced.", "The batteries had not been replaced, the mayor said."),
        ("The ferry isn't out of service until May.", "The ferry is out of service until May."),
        ("The commission has sat since 2022.", "The commission last sat in 2022."),
        ("The club had lost at home since April.", "It was the club's first home defeat since April."),
        (
            "The strike could never get under way as early as July.",
            "If members say yes, the walkout might begin as early as July.",
        ),
        (
            "A profit isn't within reach if sales average more than 1 billion won a day.",
            "If daily sales exceed 1 billion won, a turn to profit will be within reach.",
        ),
        (
            "The fund has not been betting against Corvane since May.",
            "The price is 31 times last year's revenue. The fund has held bets against Corvane since May.",
        ),
        (
            "The vote that was due on Monday has never been put off by the council.",
            "The council has postponed the vote, which was due on Monday.",
        ),
        ("The union did not call the strike.", "The union called the strike."),
    ],
)
def test_a_no_that_comes_or_goes_is_withheld(text: str, sentence: str) -> None:
    assert reason(text, sentence) is not None
