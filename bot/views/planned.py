"""An event of a brief as an event of the server, within what Discord takes."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.kept import KeptBrief
from bot.services.planning import Plan
from bot.views.text import length, shortened, web_address
from bot.views.texts import Texts

NAME, PLACE, DESCRIPTION = 100, 100, 1000
"""UTF-16 units of each (Discord's limits)."""

LINE = 150
"""UTF-16 units of the printed words and of the title, which escaping can double; the link has the rest."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a server event says. The end is never before the beginning."""

    name: str
    place: str
    description: str
    start: datetime
    end: datetime


def planned(plan: Plan, kept: KeptBrief, texts: Texts) -> Planned:
    """The event with the article's words; where no place is printed, the outlet's name stands in."""
    article = kept.brief.article
    place = plan.place or article.site or texts.say("See the article")
    printed = (f"“{plan.phrase}”", article.title or "")
    said = [texts.shown(shortened(each, LINE)) for each in printed if each]
    if (source := web_address(article.url)) and length("\n".join((*said, source))) <= DESCRIPTION:
        said.append(source)
    return Planned(
        name=shortened(plan.name, NAME),
        place=shortened(place, PLACE),
        description="\n".join(said),
        start=plan.start,
        end=plan.end,
    )
