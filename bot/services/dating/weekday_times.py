"""What weekdays mean: counted from the article's day, from a named week, or within a longer time."""

from dataclasses import dataclass
from datetime import date

from bot.services.dating import stretch
from bot.services.dating.context import Context, Time
from bot.services.dating.stretch import DAY, Stretch, on_or_after, on_or_before


def weekday_key(weekday: int) -> str:
    """The key of a weekday among the days that an article names; no word of a text is spelled like it."""
    return f"weekday {weekday}"


@dataclass(frozen=True, slots=True)
class WeekdayNamed:
    """A weekday, plain or with “this”, “next”, “last”, “coming”, “following”.

    “'s” is “Sunday's vote”: the Sunday ahead that the article named before, whatever the verb.
    """

    weekday: int
    which: str = ""

    def resolve(self, context: Context) -> Stretch | None:
        """The day; “next Friday” is that of the next week from Monday on, “last” of the one before."""
        today = context.today
        if not today:
            return None
        near = context.neighbour
        if self.which == "following" and near and near.last:
            return stretch.day(on_or_after(near.last + DAY, self.weekday))
        if self.which == "the" and near and near.first:
            return stretch.day(on_or_after(near.first, self.weekday))
        week = context.week
        if week and week.first and not self.which and context.ahead is not False:
            return stretch.day(on_or_after(week.first, self.weekday))
        known = context.named.get(weekday_key(self.weekday)) if self.which == "'s" else None
        return known or stretch.day(self._counted(today, ahead=context.ahead))

    def _counted(self, today: date, *, ahead: bool | None) -> date:
        own = today + (self.weekday - today.weekday()) * DAY
        match self.which:
            case "next" | "following":
                return own + 7 * DAY
            case "last" | "previous" | "preceding":
                return own - 7 * DAY
            case "past":
                return on_or_before(today - DAY, self.weekday)
            case "coming" | "upcoming":
                return on_or_after(today + DAY, self.weekday)
            case _ if ahead is False:
                return on_or_before(today, self.weekday)
            case _:
                return on_or_after(today, self.weekday)


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """The nth such weekday of a longer time; -1 is its last."""

    whole: Time
    weekday: int
    nth: int = 1

    def resolve(self, context: Context) -> Stretch | None:
        """The day, None when the time has fewer."""
        whole = self.whole.resolve(context)
        found = stretch.nth_weekday(whole, self.weekday, self.nth) if whole else None
        return stretch.day(found).like(whole) if whole and found else None
