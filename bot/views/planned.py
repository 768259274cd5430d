"""An event of a brief as an event of the server, within what Discord takes."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.kept import KeptBrief
from bot.services.planning import Plan
from bot.views.text import shortened, web_address
from bot.views.texts import Texts

NAME, PLACE, DESCRIPTION = 100, 100, 1000
"""UTF-16 units of each (Discord's limits)."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a server event says. The end is never before the beginning."""

    name: str
    place: str
    description: str
    start: datetime
    end: datetime


def planned(plan: Plan, kept: KeptBrief, texts: Texts) -> Planned:
    """The event with the article's words; where no place is printed, the outlet's stands in."""
    article = kept.brief.article
    place = plan.place or article.site or texts.say("See the article")
    said = [f"“{texts.shown(plan.phrase)}”", texts.shown(article.title or "")]
    if source := web_address(article.url):
        said.append(source)
    return Planned(
        name=shortened(plan.name, NAME),
        place=shortened(place, PLACE),
        description=shortened("\n".join(filter(None, said)), DESCRIPTION),
        start=plan.start,
        end=plan.end,
    )
