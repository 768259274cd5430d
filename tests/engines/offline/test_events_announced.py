import pytest

from bot.domain.reading import Status
from tests.engines.offline.marked import read


@pytest.mark.parametrize(
    ("marked", "what", "status"),
    [
        (
            "A jury was sworn in on Monday and the trial is expected to start [on Thursday|d].",
            "the trial is expected to start",
            "expected",
        ),
        (
            "He was due to appear in court [on Thursday|d].",
            "He was due to appear in court",
            "scheduled",
        ),
        (
            "He was remanded in custody until [6 June|d], when he will appear at Leeds Crown Court.",
            "He was remanded in custody",
            "scheduled",
        ),
        (
            "Sentencing was adjourned until [May 14|d].",
            "Sentencing was adjourned",
            "postponed",
        ),
        (
            "Judge Hill ordered the company to hand over the records [by Friday|d<].",
            "Judge Hill ordered the company to hand over the records",
            "scheduled",
        ),
        (
            "The case returns to court [on 3 June|d].",
            "The case returns to court",
            "scheduled",
        ),
        (
            "The Supreme Court will hear arguments [next month|m] in a case that could reshape voting law.",
            "The Supreme Court will hear arguments",
            "scheduled",
        ),
        (
            "A preliminary hearing is set for [June 3|d] in Cook County Circuit Court.",
            "A preliminary hearing is set",
            "scheduled",
        ),
        (
            "Arsenal host Chelsea [on Saturday|d].",
            "Arsenal host Chelsea",
            "scheduled",
        ),
        (
            "Arsenal face Chelsea at the Emirates [on Saturday|d].",
            "Arsenal face Chelsea at the Emirates",
            "scheduled",
        ),
        (
            "England play Scotland at Wembley [on 3 June|d].",
            "England play Scotland at Wembley",
            "scheduled",
        ),
        (
            "The winner meets Alcaraz in the final [on Sunday|d].",
            "The winner meets Alcaraz in the final",
            "scheduled",
        ),
        (
            "Kick-off is at [3pm on Saturday|t].",
            "Kick-off",
            "scheduled",
        ),
        (
            "The league said the match, originally planned for March, has been rescheduled for [12 May|d].",
            "the match, originally planned for March, has been rescheduled",
            "postponed",
        ),
        (
            "United travel to Leeds [next weekend|D].",
            "United travel to Leeds",
            "scheduled",
        ),
        (
            "The tournament runs [from 3 to 10 June|D] in Doha.",
            "The tournament runs",
            "scheduled",
        ),
        (
            "The phone goes on sale [on 12 September|d] for $799.",
            "The phone goes on sale",
            "scheduled",
        ),
        (
            "Apple is launching its new tablet [next week|w].",
            "Apple is launching its new tablet",
            "scheduled",
        ),
        (
            "Version 3.2 ships [on Tuesday|d].",
            "Version 3.2 ships",
            "scheduled",
        ),
        (
            "The company plans to open 20 stores in Poland [by the end of next year|d<].",
            "The company plans to open 20 stores in Poland",
            "expected",
        ),
        (
            "Support for the old version ends [on October 14|d].",
            "Support for the old version ends",
            "scheduled",
        ),
        (
            "Microsoft said it would end support for Windows 10 [in October|m].",
            "it would end support for Windows 10",
            "scheduled",
        ),
        (
            "The retailer reports first-quarter results [on Thursday|d].",
            "The retailer reports first-quarter results",
            "scheduled",
        ),
        (
            "Quarterly earnings are due [on May 7|d].",
            "Quarterly earnings are due",
            "scheduled",
        ),
        (
            "A dividend of 12p will be paid [on 3 July|d].",
            "A dividend of 12p will be paid",
            "scheduled",
        ),
        (
            "Voters go to the polls [on 7 May|d].",
            "Voters go to the polls",
            "scheduled",
        ),
        (
            "The ruling party faces a tough test ahead of parliamentary elections [in November|m].",
            "The ruling party faces a tough test ahead of parliamentary elections",
            "scheduled",
        ),
        (
            "Polls open at [7am on Sunday|t].",
            "Polls open",
            "scheduled",
        ),
        (
            "President Ruiz called a snap election for [June 8|d].",
            "President Ruiz called a snap election",
            "scheduled",
        ),
        (
            "Nurses will walk out for 48 hours [from 8am on 30 May|t].",
            "Nurses will walk out for 48 hours",
            "scheduled",
        ),
        (
            "Train drivers are to strike [on Friday|d] unless pay talks succeed.",
            "Train drivers are to strike",
            "conditional",
        ),
        (
            "The strike planned for [Friday|d] has been suspended.",
            "The strike planned for Friday has been suspended",
            "postponed",
        ),
        (
            "The union has called off a strike that was due to start [on Monday|d].",
            "The union has called off a strike that was due to start",
            "cancelled",
        ),
        (
            "Unions called on members to rally in front of parliament [on Friday|d].",
            "Unions called on members to rally in front of parliament",
            "scheduled",
        ),
        (
            "The rocket could lift off as early as [Thursday|d].",
            "The rocket could lift off as early",
            "expected",
        ),
        (
            "Liftoff is scheduled for [10:30 a.m. EDT on Tuesday|t] from Cape Canaveral.",
            "Liftoff is scheduled",
            "scheduled",
        ),
        (
            "NASA delayed the launch to [no earlier than May 12|d].",
            "NASA delayed the launch",
            "postponed",
        ),
        (
            "The band will perform at the O2 Arena [on 14 and 15 June|D].",
            "The band will perform at the O2 Arena",
            "scheduled",
        ),
        (
            "Tickets go on sale [at 10am on Friday|t].",
            "Tickets go on sale",
            "scheduled",
        ),
        (
            "The exhibition is open until [5 May|d].",
            "The exhibition is open",
            "scheduled",
        ),
        (
            "The festival, which opens [on 14 May|d], has sold 40,000 tickets.",
            "The festival, which opens",
            "scheduled",
        ),
        (
            "Doors open at [7pm on Friday|t].",
            "Doors open",
            "scheduled",
        ),
        (
            "Her new album is out [on 3 June|d].",
            "Her new album is out",
            "scheduled",
        ),
        (
            "The consultation closes [on 14 June|d].",
            "The consultation closes",
            "scheduled",
        ),
        (
            "Applications must be submitted [by 30 June|d<].",
            "Applications must be submitted",
            "scheduled",
        ),
        (
            "Residents have [until 5 May|d<] to comment.",
            "Residents have until 5 May to comment",
            "scheduled",
        ),
        (
            "The deadline for comments is [14 June|d].",
            "The deadline for comments",
            "scheduled",
        ),
        (
            "The council will decide on the plans [on 4 June|d].",
            "The council will decide on the plans",
            "scheduled",
        ),
        (
            "A final decision is not expected until [the autumn|m].",
            "A final decision is not expected",
            "expected",
        ),
        (
            "Macron is flying to Berlin [on Tuesday|d] for talks with Merz.",
            "Macron is flying to Berlin",
            "scheduled",
        ),
        (
            "The prime minister will visit Japan [next week|w], her office said.",
            "The prime minister will visit Japan",
            "scheduled",
        ),
        (
            "The two leaders agreed to meet again [in June|m].",
            "The two leaders agreed to meet again",
            "scheduled",
        ),
        (
            "Parliament is scheduled to vote on the bill [on Wednesday|d].",
            "Parliament is scheduled to vote on the bill",
            "scheduled",
        ),
        (
            "The ceasefire expires [on 5 May|d].",
            "The ceasefire expires",
            "scheduled",
        ),
        (
            "The new law takes effect [on July 1|d].",
            "The new law takes effect",
            "scheduled",
        ),
        (
            "EU leaders hold a summit in Brussels [on 26-27 June|D].",
            "EU leaders hold a summit in Brussels",
            "scheduled",
        ),
        (
            "The foreign minister arrives in Ankara [on Monday|d] for a two-day visit.",
            "The foreign minister arrives in Ankara",
            "scheduled",
        ),
        (
            "Talks on a new treaty will begin [in the coming weeks|u].",
            "Talks on a new treaty will begin",
            "scheduled",
        ),
        (
            "The government will publish its plan [in June|m], and parliament will debate it in the autumn.",
            "The government will publish its plan",
            "scheduled",
        ),
        (
            "The vote, originally due [on Friday|d], has been postponed indefinitely.",
            "The vote, originally due on Friday, has been postponed indefinitely",
            "postponed",
        ),
        (
            "The concert [on Saturday|d] has been cancelled because of the storm.",
            "The concert on Saturday has been cancelled because of the storm",
            "cancelled",
        ),
        (
            "The deadline has been extended from 3 May to [10 May|d].",
            "The deadline has been extended from 3 May",
            "scheduled",
        ),
        (
            "The meeting was brought forward to [Thursday|d].",
            "The meeting was brought forward",
            "postponed",
        ),
        (
            "The third round of the negotiations will pass [on 15 May|d] in Minsk.",
            "The third round of the negotiations will pass",
            "scheduled",
        ),
        (
            "As informs the press service, the presentation of the book is planned on [the 12 of May|d].",
            "the presentation of the book is planned",
            "scheduled",
        ),
        (
            "On [the next day 12|d], the team enters in field against the Palmeiras.",
            "the team enters in field against the Palmeiras",
            "scheduled",
        ),
        (
            "The minister announced that the exhibition will be inaugurated [on 20 May|d] in Isfahan.",
            "the exhibition will be inaugurated",
            "scheduled",
        ),
        (
            "[In May|m] is expected visit of the delegation of Turkey.",
            "is expected visit of the delegation of Turkey",
            "expected",
        ),
        (
            "The meeting of the commission takes place [tomorrow|d] in the building of the ministry.",
            "The meeting of the commission takes place",
            "scheduled",
        ),
        (
            "It is planned that the new school will accept children [in September|m].",
            "the new school will accept children",
            "scheduled",
        ),
        (
            "The bill goes back to parliament [on Monday|d], when it is up for a second reading.",
            "The bill goes back to parliament",
            "scheduled",
        ),
        (
            "She starts work [on 1 June|d], when her predecessor retires.",
            "She starts work",
            "scheduled",
        ),
        (
            "The shop will be open [on 26 December|d].",
            "The shop will be open",
            "scheduled",
        ),
        (
            "There will be a minute's silence [at noon on Friday|t].",
            "There will be a minute's silence",
            "scheduled",
        ),
        (
            "The airline will resume flights to Beirut [from 15 May|d].",
            "The airline will resume flights to Beirut",
            "scheduled",
        ),
        (
            "He is scheduled to be sentenced [on July 9|d] and faces up to 20 years.",
            "He is scheduled to be sentenced",
            "scheduled",
        ),
        (
            "The trial of the former mayor opens [on Tuesday|d] before the Paris criminal court.",
            "The trial of the former mayor opens",
            "scheduled",
        ),
        (
            "The bank publishes its annual report [on 12 May|d].",
            "The bank publishes its annual report",
            "scheduled",
        ),
        (
            "Ministers from the G7 will gather in Bari [from 13 to 15 June|D] to discuss sanctions.",
            "Ministers from the G7 will gather in Bari",
            "scheduled",
        ),
        (
            "A new ferry will replace the 40-year-old vessel [in early 2026|m].",
            "A new ferry will replace the 40-year-old vessel",
            "scheduled",
        ),
        (
            "The school's new sports hall is due to be completed [by September|m<].",
            "The school's new sports hall is due to be completed",
            "scheduled",
        ),
        (
            "Passengers face two days of disruption [next week|w] as train drivers walk out.",
            "Passengers face two days of disruption",
            "scheduled",
        ),
        (
            "Thousands are expected to attend the funeral [on Friday|d].",
            "Thousands are expected to attend the funeral",
            "expected",
        ),
        (
            "The film is out in cinemas [on 14 June|d].",
            "The film is out in cinemas",
            "scheduled",
        ),
        (
            "He has been invited to address the UN General Assembly [in September|m].",
            "He has been invited to address the UN General Assembly",
            "proposed",
        ),
        (
            "The company has asked shareholders to vote on the merger [at a meeting on 5 June|d].",
            "The company has asked shareholders to vote on the merger",
            "scheduled",
        ),
        (
            "Minister Lavrov on Thursday will conduct negotiations [on 15 May|d] with the colleague from Iran.",
            "Minister Lavrov on Thursday will conduct negotiations",
            "scheduled",
        ),
        (
            "The championship will be realized [from the day 10 to the day 15 of June|D] in the city of Recife.",
            "The championship will be realized",
            "scheduled",
        ),
        (
            "According to the schedule, the delivery of the first batch must be finished [till the end of June|m<].",
            "the delivery of the first batch must be finished",
            "scheduled",
        ),
        (
            "Nurses were due to strike [on Friday|d], but the walkout was called off.",
            "Nurses were due to strike",
            "scheduled",
        ),
        (
            "The fund will offer 600 million shillings of bonds at an auction [next Wednesday|d].",
            "The fund will offer 600 million shillings of bonds at an auction",
            "scheduled",
        ),
        (
            "The leisure centre stays open [until 5 May|d<].",
            "The leisure centre stays open",
            "scheduled",
        ),
        (
            "A candidates' forum planned for [the Sunday before the vote|d] at Wat Huai Saen has been scrapped.",
            "A candidates' forum planned for the Sunday before the vote at Wat Huai Saen has been scrapped",
            "cancelled",
        ),
        (
            "The Bank of the State has [until the day 16|d<] for deliver the extracts of the accounts.",
            "The Bank of the State has until the day 16 for deliver the extracts of the accounts",
            "scheduled",
        ),
        (
            "[27-28 April|D] in Samarkand will pass fourth meeting of secretaries of security councils.",
            "in Samarkand will pass fourth meeting of secretaries of security councils",
            "scheduled",
        ),
        (
            "If the court takes the case, the re-run would move to [1 March|d].",
            "If the court takes the case, the re-run would move",
            "conditional",
        ),
        (
            "Unless half of the sum arrives, the charity will close two clinics [on 15 August|d].",
            "Unless half of the sum arrives, the charity will close two clinics",
            "conditional",
        ),
        (
            "Kenya will host the round [in June|m], provided its parliament passes the bill.",
            "Kenya will host the round",
            "conditional",
        ),
        (
            "The talks could resume [as early as September|m].",
            "The talks could resume",
            "expected",
        ),
        (
            "According to the bill, the ministry is obliged to release the water [by June|m<].",
            "the ministry is obliged to release the water",
            "conditional",
        ),
        (
            "A planned visit by the ombudsman [on Saturday|d] has been put off until security can be guaranteed.",
            "A planned visit by the ombudsman on Saturday has been put off",
            "postponed",
        ),
        (
            "The Council does not take up the proposal [until 21 October|d].",
            "The Council does not take up the proposal",
            "scheduled",
        ),
        (
            "A judgment is not expected [before the first quarter|D].",
            "A judgment is not expected",
            "expected",
        ),
        (
            "No decision is expected [before June|m].",
            "No decision is expected",
            "expected",
        ),
        (
            "France has proposed a debate of the Security Council [in the first half of June|D].",
            "France has proposed a debate of the Security Council",
            "proposed",
        ),
        (
            "Nominations close [at 4pm on Tuesday|t].",
            "Nominations close",
            "scheduled",
        ),
    ],
)
def test_an_announcement_is_listed_in_its_own_words(marked: str, what: str, status: str) -> None:
    (event,) = read(marked)
    assert (event.what, event.status) == (what, Status(status))
